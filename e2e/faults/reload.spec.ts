// A page, a renderer or a whole browser goes and comes back.

import type { Page } from '@playwright/test';
import type { BusySession } from './busy-session.ts';
import { expect, patienceFor, report, test } from './faults.ts';
import { SIDES, type Side } from './network.ts';

const GOAL_MS = 2_000;

/** Measures from `sinceMs` until both hear of each other again; then everything must be right. */
async function expectBack(session: BusySession, row: string, side: Side, sinceMs: number): Promise<void> {
  const heardAtMs = await session.chat.bothHeardAfter(sinceMs, patienceFor(GOAL_MS) * 2);
  report(row, { what: 'data', tookMs: heardAtMs - sinceMs, goalMs: GOAL_MS });
  if (side === 'customer') {
    await session.shareAgain();
    await session.expectWhole({}, ['screen-stopped', 'screen-started']);
  } else {
    await session.chooseFileAgain();
    await session.expectWhole();
  }
}

/** Ends a page's renderer, as running out of memory does. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const devtools = await page.context().newCDPSession(page);
  // Nobody answers any more.
  void devtools.send('Page.crash').catch(() => {});
  await crashed;
}

for (const side of SIDES) {
  test(`reload of the ${side}`, async ({ session }) => {
    await session.begin(40);
    const sinceMs = Date.now();
    await session.reload(side);
    await expectBack(session, `reload of the ${side}`, side, sinceMs);
  });

  test(`renderer of the ${side} crashed`, async ({ session }) => {
    await session.begin(40);
    await crash(session.pageOf(side));
    const sinceMs = Date.now();
    await session.reopen(side);
    await expectBack(session, `renderer of the ${side} crashed`, side, sinceMs);
  });

  test(`browser of the ${side} killed and reopened`, async ({ parts, session }) => {
    await session.begin(40);
    await parts.browsers[side].kill();
    await parts.browsers[side].reopen();
    const sinceMs = Date.now();
    await session.reopen(side);
    await expectBack(session, `browser of the ${side} killed`, side, sinceMs);
  });
}

test('ended by the technician while the customer is away, whose clock has moved by ten minutes', async ({
  parts,
  session,
}) => {
  await session.begin(5);
  await parts.browsers.customer.kill();
  // Its Enter would answer the question whether to end.
  await session.chat.pause('technician');
  await session.technician.end();
  await parts.browsers.customer.reopen();
  await parts.browsers.customer.context.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + 10 * 60_000;
  });
  await session.reopen('customer');
  const { page } = session.customer;
  await expect(page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  // And it does not come back.
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Support key' })).toBeVisible();
  report('ended by the technician while the customer is away');
  session.chat.stop();
});

test('ended by the customer while the technician is away', async ({ network, session }) => {
  await session.begin(5);
  network.cut('technician');
  await session.chat.pause('customer');
  await session.customer.end();
  network.restore('technician');
  await expect(session.technician.page.getByText('The customer ended the session').first()).toBeVisible({
    timeout: 30_000,
  });
  await session.technician.page.reload();
  await expect(session.technician.button('New session')).toBeVisible();
  await expect(session.technician.log).toHaveCount(0);
  report('ended by the customer while the technician is away');
  session.chat.stop();
});
