// One of the two ways between the sides ends, as when a cable is pulled and the Wi-Fi stays.

import { patienceFor, report, test } from './faults.ts';

for (const { signalling, goalMs } of [
  { signalling: 'up', goalMs: 3_000 },
  { signalling: 'down', goalMs: 6_000 },
] as const) {
  test(`path change, signalling ${signalling}`, async ({ network, session }) => {
    await session.begin(40);
    if (signalling === 'down') network.cutServer();
    const path = await network.pathInUse();
    network.closePath(path);
    const cutAtMs = Date.now();
    const heardAtMs = await session.chat.bothHeardAfter(cutAtMs + 500, patienceFor(goalMs));
    report(`path change, signalling ${signalling}, ${path} way ended`, {
      what: 'data',
      tookMs: heardAtMs - cutAtMs,
      goalMs,
    });
    network.letThrough();
    await session.expectWhole();
  });
}
