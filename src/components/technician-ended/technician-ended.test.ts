import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { technicianWords } from '../../i18n/en/technician.ts';
import type { EndedConnection } from './technician-ended.ts';
import './technician-ended.ts';

async function show(connection: EndedConnection): Promise<void> {
  const ended = document.createElement('deskside-technician-ended');
  ended.words = technicianWords;
  ended.connection = connection;
  document.body.append(ended);
  await ended.updateComplete;
}

afterEach(() => {
  document.body.replaceChildren();
});

it.each([
  [7_400, '7 s'],
  [252_000, '4 min 12 s'],
  [3_725_000, '1 h 2 min'],
  [-5, '0 s'],
])('tells a session of %i ms as “%s”', async (durationMs, text) => {
  await show({ phase: 'ended', by: 'customer', code: null, durationMs });
  await expect.element(page.getByText(text, { exact: true })).toBeVisible();
});

it('tells no duration of a session that nobody joined', async () => {
  await show({ phase: 'ended', by: 'technician', code: null, durationMs: null });
  await expect.element(page.getByText('The customer had not joined.')).toBeVisible();
  await expect.element(page.getByText('Duration')).not.toBeInTheDocument();
});
