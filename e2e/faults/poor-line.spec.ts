// A line that loses, delays or lets little through.

import type { BusySession } from './busy-session.ts';
import { expect, report, test } from './faults.ts';
import { LateRelay } from './late-relay.ts';
import { pause } from './pause.ts';

const CHAT_GOAL_MS = 2_000;
/** How long the line is poor before the chat is measured, in ms. */
const SETTLING_MS = 8_000;
/** How long it is measured, in ms. */
const MEASURED_MS = 10_000;

/** The longest that a chat message takes while the picture is watched and the file is on its way, in ms. */
async function slowest(session: BusySession): Promise<number> {
  const sinceMs = Date.now();
  await pause(MEASURED_MS);
  const untilMs = Date.now();
  // The last ones are given their time.
  await pause(CHAT_GOAL_MS);
  const slowestMs = session.chat.slowestMs(sinceMs, untilMs);
  await session.expectFileUnderWay();
  return slowestMs;
}

for (const percent of [1, 5, 20]) {
  test(`loss of ${percent} %`, async ({ network, session }) => {
    await session.begin(80);
    network.lose(percent / 100);
    await pause(SETTLING_MS);
    const tookMs = await slowest(session);
    report(`loss ${percent} %`, { what: 'slowest message', tookMs, goalMs: CHAT_GOAL_MS });
    network.letThrough();
    await session.expectWhole({ mostBreaks: 0 });
  });
}

test('200 kbit/s', async ({ network, session }) => {
  await session.begin(10);
  network.limitRate('200kbit');
  await pause(SETTLING_MS);
  const tookMs = await slowest(session);
  report('200 kbit/s', { what: 'slowest message', tookMs, goalMs: CHAT_GOAL_MS });
  await expect(session.customer.page.getByText('The connection is slow').first()).toBeVisible();
  network.limitRate();
  await session.expectWhole({ mostBreaks: 0 });
});

test('delay of 300 ms', async ({ network, session }) => {
  const relay = await LateRelay.start(network);
  await session.begin(20);
  relay.delayMs = 300;
  await pause(SETTLING_MS);
  const tookMs = await slowest(session);
  report('delay 300 ms', { what: 'slowest message', tookMs, goalMs: CHAT_GOAL_MS });
  relay.delayMs = 0;
  await session.expectWhole({ mostBreaks: 0 });
  relay.stop();
});
