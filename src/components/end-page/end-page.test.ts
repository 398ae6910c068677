import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { sampleReport } from '../../session/session-report.fake.ts';
import type { SessionReport } from '../../session/session-report.ts';
import { objectionsToElement, preferScheme } from '../accessibility-check.ts';
import { elapsedParts } from './elapsed-parts.ts';
import type { EndedState } from './end-page.ts';
import './end-page.ts';

async function show(ended: Omit<EndedState, 'phase'>, receipt: SessionReport | null = null): Promise<void> {
  const element = document.createElement('deskside-end-page');
  element.words = customerWords;
  element.technician = { name: 'Ana Souza', organisation: null, verified: 'none' };
  element.ended = { phase: 'ended', ...ended };
  element.receipt = receipt;
  document.body.append(element);
  await element.updateComplete;
}

/** The value that stands beside a term. */
function fact(term: string): string | null | undefined {
  return page.getByText(term, { exact: true }).element().nextElementSibling?.textContent;
}

afterEach(() => document.body.replaceChildren());

it.each(['light', 'dark'] as const)('has nothing that axe objects to, in the %s scheme', async (scheme) => {
  await preferScheme(scheme);
  await show({ by: null, code: 'connection-lost', durationMs: 1_000 });
  expect(await objectionsToElement()).toEqual([]);
});

it('says that it is over and that nobody sees anything any more', async () => {
  await show({ by: 'customer', code: null, durationMs: 252_000 });
  await expect.element(page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  await expect.element(page.getByText(/Nobody can see or reach this computer any more\./)).toBeVisible();
});

it('says who ended it and how long it took', async () => {
  await show({ by: 'technician', code: null, durationMs: 252_000 });
  expect(fact('Ended by')).toBe('Ana Souza');
  expect(fact('Duration')).toBe('4 min 12 s');
});

it('says so when the connection was lost, and what to do next', async () => {
  await show({ by: null, code: 'connection-lost', durationMs: 5_000 });
  const alert = page.getByRole('alert');
  await expect.element(alert).toHaveTextContent('The connection was lost');
  await expect.element(alert).toHaveTextContent('ask the technician for a new link');
  await expect.element(page.getByText('Ended by')).not.toBeInTheDocument();
});

it('names no duration of a session that never began', async () => {
  await show({ by: 'customer', code: null, durationMs: null });
  expect(fact('Ended by')).toBe('You');
  await expect.element(page.getByText('Duration')).not.toBeInTheDocument();
});

it('sums up what was seen, sent and said, and offers a copy', async () => {
  await show({ by: 'customer', code: null, durationMs: 252_000 }, sampleReport({ side: 'customer' }));
  expect(fact('Screen visible')).toBe('2 times, 2 min 34 s in all');
  expect(fact('Files')).toBe('1');
  expect(fact('Messages')).toBe('2');
  await expect.element(page.getByRole('button', { name: 'Save a copy' })).toBeVisible();
});

it('says plainly that nothing was ever visible', async () => {
  const empty = sampleReport({ side: 'customer', journal: [], chat: [] });
  await show({ by: 'customer', code: null, durationMs: 1_000 }, empty);
  expect(fact('Screen visible')).toBe('Never');
  expect(fact('Files')).toBe('0');
});

it('offers no copy of a session that never began', async () => {
  await show({ by: 'customer', code: null, durationMs: null });
  await expect.element(page.getByRole('button', { name: 'Save a copy' })).not.toBeInTheDocument();
});

it.each([
  [0, [0, 0, 0]],
  [59_999, [0, 0, 59]],
  [252_000, [0, 4, 12]],
  [7_325_000, [2, 2, 5]],
  [-1, [0, 0, 0]],
])('takes %i ms apart', (elapsedMs, [hours, minutes, seconds]) => {
  expect(elapsedParts(elapsedMs)).toEqual({ hours, minutes, seconds });
});
