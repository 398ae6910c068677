import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import type { TechnicianProfile } from '../../protocol/session-api.ts';
import { objectionsToElement, preferScheme } from '../accessibility-check.ts';
import type { JoinCard } from './join-card.ts';
import './join-card.ts';

/** Longer than any test lasts. */
const LONG_MS = 600_000;

const sharing = page.getByRole('button', { name: 'Join and share my screen', exact: true });
const withoutSharing = page.getByRole('button', { name: 'Join without sharing', exact: true });

async function show(properties: Partial<JoinCard> = {}): Promise<JoinCard> {
  const card = document.createElement('deskside-join-card');
  card.words = customerWords;
  card.technician = { name: 'Ana Souza', organisation: 'ACME Support', verified: 'none' };
  card.canShareScreen = true;
  card.dwellMs = 0;
  Object.assign(card, properties);
  document.body.append(card);
  await card.updateComplete;
  // As a page that somebody looks at has it.
  focus();
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

it.each<[TechnicianProfile['verified'], string | null, string]>([
  ['account', 'ACME Support', `Verified: signed in at ${location.host} with an account of ACME Support.`],
  ['account', null, `Verified: signed in at ${location.host} with an account.`],
  ['oidc', 'ACME Support', `Verified: signed in at ${location.host} through ACME Support.`],
  ['none', 'ACME Support', `Not verified: ${location.host} does not know who this is.`],
])('says what stands behind the name: %s, of %s', async (verified, organisation, text) => {
  await show({ technician: { name: 'Ana', organisation, verified } });
  await expect.element(page.getByText(text, { exact: true })).toBeVisible();
});

it('can be accepted only after it was in view for a while, and says when', async () => {
  await show({ dwellMs: LONG_MS });
  await expect.element(sharing).toBeDisabled();
  await expect.element(withoutSharing).toBeDisabled();
  document.body.replaceChildren();
  let enabled = 0;
  document.body.addEventListener('deskside-join-enabled', () => (enabled += 1), { once: true });
  await show({ dwellMs: 50 });
  await expect.element(sharing).toBeEnabled();
  await expect.element(withoutSharing).toBeEnabled();
  expect(enabled).toBe(1);
});

it('is not accepted by a click that no person made', async () => {
  const details = requests(await show({ dwellMs: 50 }));
  await expect.element(sharing).toBeEnabled();
  for (const button of [sharing, withoutSharing]) (button.element() as HTMLElement).click();
  expect(details).toEqual([]);
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
