import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import type { ConnectionState } from '../../session/connection-state.ts';
import { objectionsToElement } from '../accessibility-check.ts';
import './line-notice.ts';

const interrupted = (cause: 'line' | 'offline' | 'page-left' | 'returning'): ConnectionState => ({
  phase: 'interrupted',
  connectedAtMs: 0,
  sinceMs: Date.now() - 65_000,
  cause,
});

async function show(connection: ConnectionState, keeping: 'session-not-kept' | null = null) {
  const notice = document.createElement('deskside-line-notice');
  Object.assign(notice, { words: customerWords, connection, keeping, otherName: 'Ana' });
  document.body.replaceChildren(notice);
  await notice.updateComplete;
  return notice;
}

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

it.each([
  ['line', /The connection to Ana is interrupted/],
  ['offline', /This device has no network/],
  ['page-left', /Ana’s page was closed or is loading again/],
  ['returning', /This page was loaded again/],
] as const)('says what interrupts the connection: %s', async (cause, text) => {
  await show(interrupted(cause));
  await expect.element(page.getByText(text)).toBeVisible();
  await expect.element(page.getByText(/What you write is sent/)).toBeVisible();
  await expect.element(page.getByRole('timer')).toHaveTextContent('1:05');
  expect(await objectionsToElement()).toEqual([]);
});

it('says how long it may last once it has lasted a minute, and then counts no further itself', async () => {
  vi.useFakeTimers({ now: 10_000_000, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  const notice = await show({ phase: 'interrupted', connectedAtMs: 0, sinceMs: 10_000_000, cause: 'line' });
  await vi.advanceTimersByTimeAsync(59_999);
  expect(notice.renderRoot.textContent).not.toContain('20 minutes');
  await vi.advanceTimersByTimeAsync(1);
  expect(notice.renderRoot.textContent).toContain('20 minutes');
  // The clock's own.
  expect(vi.getTimerCount()).toBe(1);
});

it('says nothing of a line that is good, and something of one that is slow', async () => {
  const notice = await show({ phase: 'connected', connectedAtMs: 0, isPoor: false });
  expect(notice.renderRoot.textContent?.trim()).toBe('');
  notice.connection = { phase: 'connected', connectedAtMs: 0, isPoor: true };
  await expect.element(page.getByText(/The connection is slow/)).toBeVisible();
});

it('says once that the session is not kept', async () => {
  const notice = await show({ phase: 'connected', connectedAtMs: 0, isPoor: false }, 'session-not-kept');
  await expect.element(page.getByText('Code: session-not-kept')).toBeVisible();
  await page.getByRole('button', { name: 'Got it' }).click();
  await expect.element(page.getByText('Code: session-not-kept')).not.toBeInTheDocument();
  notice.keeping = null;
  await notice.updateComplete;
  notice.keeping = 'session-not-kept-full';
  await expect.element(page.getByText('Code: session-not-kept-full')).toBeVisible();
});
