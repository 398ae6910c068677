import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { technicianWords } from '../../i18n/en/technician.ts';
import type { ConnectionState } from '../../session/connection-state.ts';
import type { TechnicianHeader } from './technician-header.ts';
import './technician-header.ts';

async function show(connection: ConnectionState | null): Promise<TechnicianHeader> {
  const header = document.createElement('deskside-technician-header');
  header.words = technicianWords;
  header.technician = { name: 'Ana Souza', organisation: 'ACME Support', verified: 'none' };
  header.connection = connection;
  document.body.append(header);
  await header.updateComplete;
  return header;
}

const ended = { phase: 'ended', code: null, durationMs: 1_000 } as const;

afterEach(() => {
  document.body.replaceChildren();
});

it.each<[ConnectionState, string]>([
  [{ phase: 'idle' }, 'Getting ready…'],
  [{ phase: 'connecting', step: 'server' }, 'Getting ready…'],
  [{ phase: 'waiting', refused: null }, 'Waiting for the customer'],
  [{ phase: 'connecting', step: 'peer' }, 'The customer is connecting…'],
  [{ phase: 'connecting', step: 'proof' }, 'Checking the customer’s link…'],
  [{ phase: 'connected', connectedAtMs: 0, isPoor: false }, 'Connected'],
  [{ phase: 'interrupted', connectedAtMs: 0, sinceMs: 0, cause: 'line' }, 'Reconnecting…'],
  [{ phase: 'failed', code: 'signalling-refused', step: 'server' }, 'The session could not start'],
  [{ ...ended, by: 'customer' }, 'The customer ended the session'],
  [{ ...ended, by: 'technician' }, 'You ended the session'],
  [{ ...ended, by: null, code: 'connection-lost' }, 'The connection was lost'],
  [{ ...ended, by: null, code: 'session-revoked' }, 'Your administrator ended the session'],
])('says of %o “%s”', async (connection, text) => {
  await show(connection);
  expect(page.getByRole('status').element().textContent?.trim()).toBe(text);
});

it('keeps one status line through a whole session, so that each change is announced', async () => {
  const header = await show({ phase: 'waiting', refused: null });
  const line = header.renderRoot.querySelector('[role="status"]');
  header.connection = { phase: 'connected', connectedAtMs: 0, isPoor: false };
  await header.updateComplete;
  header.connection = { ...ended, by: 'customer' };
  await header.updateComplete;
  expect(header.renderRoot.querySelector('[role="status"]')).toBe(line);
});

it('offers to end what has not ended, and nothing else', async () => {
  const header = await show(null);
  const end = page.getByRole('button', { name: 'End session' });
  await expect.element(end).not.toBeInTheDocument();
  header.connection = { phase: 'waiting', refused: null };
  await expect.element(end).toBeVisible();
  header.connection = { ...ended, by: 'technician' };
  await expect.element(end).not.toBeInTheDocument();
});

it('lets whoever is signed in sign out, and says who that is', async () => {
  const header = await show(null);
  const out = page.getByRole('button', { name: 'Sign out' });
  let count = 0;
  header.addEventListener('deskside-sign-out-request', () => count++);
  await expect.element(out).toHaveAccessibleDescription('Signed in as Ana Souza · ACME Support');
  await out.click();
  expect(count).toBe(1);
  header.technician = null;
  await expect.element(out).not.toBeInTheDocument();
});
