import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { objectionsToElement, preferScheme } from '../accessibility-check.ts';
import type { JoinCard } from './join-card.ts';
import './join-card.ts';

const sharing = page.getByRole('button', { name: 'Join and share my screen', exact: true });
const withoutSharing = page.getByRole('button', { name: 'Join without sharing', exact: true });

async function show(properties: Partial<JoinCard> = {}): Promise<JoinCard> {
  const card = document.createElement('deskside-join-card');
  card.words = customerWords;
  card.technician = { name: 'Ana Souza', organisation: 'ACME Support', verified: 'none' };
  card.canShareScreen = true;
  Object.assign(card, properties);
  document.body.append(card);
  await card.updateComplete;
  return card;
}

function requests(card: JoinCard): unknown[] {
  const details: unknown[] = [];
  card.addEventListener('deskside-join-request', (event) =>
    details.push((event as CustomEvent<unknown>).detail),
  );
  return details;
}

afterEach(() => document.body.replaceChildren());

it.each(['light', 'dark'] as const)('has nothing that axe objects to, in the %s scheme', async (scheme) => {
  await preferScheme(scheme);
  await show();
  expect(await objectionsToElement()).toEqual([]);
});

it('names the technician and the organisation', async () => {
  await show();
  await expect.element(page.getByRole('heading', { name: /Ana Souza/ })).toBeVisible();
  await expect.element(page.getByText('ACME Support')).toBeVisible();
});

it('does without an organisation', async () => {
  await show({ technician: { name: 'Ana', organisation: null, verified: 'none' } });
  await expect.element(page.getByRole('heading', { name: 'Ana wants to help you' })).toBeVisible();
});

it('asks to join with or without the screen', async () => {
  const details = requests(await show());
  await sharing.click();
  await withoutSharing.click();
  expect(details).toEqual([{ shareScreen: true }, { shareScreen: false }]);
});

it('offers no sharing where the browser cannot, and says so', async () => {
  await show({ canShareScreen: false });
  await expect.element(sharing).not.toBeInTheDocument();
  await expect.element(page.getByText(/This browser can’t share a screen/)).toBeVisible();
  await expect.element(withoutSharing).toBeVisible();
});

it('warns of callers whom nobody asked', async () => {
  await show();
  await expect.element(page.getByText('Did you ask for this help?')).toBeVisible();
});
