import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { objectionsToElement, preferScheme } from '../accessibility-check.ts';
import type { ConnectSteps } from './connect-steps.ts';
import './connect-steps.ts';

async function show(properties: Partial<ConnectSteps> = {}): Promise<ConnectSteps> {
  const steps = document.createElement('deskside-connect-steps');
  steps.words = customerWords;
  steps.technician = { name: 'Ana Souza', organisation: null, verified: 'none' };
  steps.step = 'peer';
  Object.assign(steps, properties);
  document.body.append(steps);
  await steps.updateComplete;
  return steps;
}

afterEach(() => document.body.replaceChildren());

it.each(['light', 'dark'] as const)('has nothing that axe objects to, in the %s scheme', async (scheme) => {
  await preferScheme(scheme);
  await show({ isChoosing: true });
  expect(await objectionsToElement()).toEqual([]);
});

it('names each step, and says in words which are done, which runs and which are next', async () => {
  await show();
  const items = page.getByRole('listitem').elements();
  expect(items.map((item) => item.textContent?.replaceAll(/\s+/g, ' ').trim())).toEqual([
    'Reaching the support service Done',
    'Reaching Ana Souza Now',
    'Making sure nobody is in between Next',
  ]);
  expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null]);
});

it('goes on with the connection', async () => {
  const steps = await show();
  steps.step = 'proof';
  await steps.updateComplete;
  const current = page.getByRole('listitem').elements().at(-1);
  expect(current?.getAttribute('aria-current')).toBe('step');
});

it('points to the browser’s picker while that is open', async () => {
  const steps = await show();
  const hint = page.getByText('Choose what to share in the browser’s window.');
  await expect.element(hint).not.toBeInTheDocument();
  steps.isChoosing = true;
  await expect.element(hint).toBeVisible();
});

it('can be cancelled', async () => {
  const steps = await show();
  let requests = 0;
  steps.addEventListener('deskside-cancel-request', () => requests++);
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(requests).toBe(1);
});
