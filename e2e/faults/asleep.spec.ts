// A page that is frozen, and a computer that sleeps.

import { patienceFor, report, test } from './faults.ts';
import { pause } from './pause.ts';

const GOAL_MS = 4_000;

test('page frozen for 20 s', async ({ session }) => {
  await session.begin(40);
  await session.chat.pause('customer');
  const { page } = session.customer;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await pause(20_000);
  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  const wokenAtMs = Date.now();
  session.chat.resume('customer');
  const heardAtMs = await session.chat.bothHeardAfter(wokenAtMs, patienceFor(GOAL_MS));
  report('page frozen 20 s', { what: 'data', tookMs: heardAtMs - wokenAtMs, goalMs: GOAL_MS });
  await session.expectWhole();
});

test('laptop asleep for 60 s', async ({ parts, session }) => {
  test.setTimeout(240_000);
  await session.begin(40);
  await session.chat.pause('customer');
  parts.browsers.customer.sleep();
  await pause(60_000);
  parts.browsers.customer.wake();
  const wokenAtMs = Date.now();
  session.chat.resume('customer');
  const heardAtMs = await session.chat.bothHeardAfter(wokenAtMs, patienceFor(GOAL_MS));
  report('laptop asleep 60 s', { what: 'data', tookMs: heardAtMs - wokenAtMs, goalMs: GOAL_MS });
  await session.expectWhole();
});
