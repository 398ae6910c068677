// The customer's network goes away altogether and comes back.

import { patienceFor, report, test } from './faults.ts';
import { pause } from './pause.ts';

const NOTICE_GOAL_MS = 6_000;
const DATA_GOAL_MS = 4_000;

for (const seconds of [5, 10, 30, 120]) {
  test(`blackout of ${seconds} s`, async ({ network, session }) => {
    test.setTimeout((seconds + 180) * 1000);
    await session.begin(40);
    const cutAtMs = Date.now();
    network.cut('customer');
    const isNoticed = seconds >= NOTICE_GOAL_MS / 1000;
    const noticedAtMs = isNoticed ? await session.bothNotice(seconds * 1000) : cutAtMs;
    await pause(cutAtMs + seconds * 1000 - Date.now());
    network.restore('customer');
    const backAtMs = Date.now();
    const heardAtMs = await session.chat.bothHeardAfter(backAtMs, patienceFor(DATA_GOAL_MS));
    const notice = { what: 'noticed', tookMs: noticedAtMs - cutAtMs, goalMs: NOTICE_GOAL_MS };
    report(`blackout ${seconds} s`, ...(isNoticed ? [notice] : []), {
      what: 'data',
      tookMs: heardAtMs - backAtMs,
      goalMs: DATA_GOAL_MS,
    });
    await session.expectWhole();
  });
}

test('packets vanish for 10 s without a word from any link', async ({ network, session }) => {
  test.setTimeout(180_000);
  await session.begin(40);
  const cutAtMs = Date.now();
  network.swallow('customer');
  const noticedAtMs = await session.bothNotice(patienceFor(NOTICE_GOAL_MS));
  await pause(cutAtMs + 10_000 - Date.now());
  network.letThrough();
  const backAtMs = Date.now();
  const heardAtMs = await session.chat.bothHeardAfter(backAtMs, patienceFor(DATA_GOAL_MS));
  report(
    'silence 10 s',
    { what: 'noticed', tookMs: noticedAtMs - cutAtMs, goalMs: NOTICE_GOAL_MS },
    { what: 'data', tookMs: heardAtMs - backAtMs, goalMs: DATA_GOAL_MS },
  );
  await session.expectWhole();
});
