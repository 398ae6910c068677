// The server dies, as a process does, and comes back with what it had kept.

import { CustomerPage, expect, TechnicianConsole } from '../story.ts';
import { patienceFor, report, test } from './faults.ts';
import { pause } from './pause.ts';

const JOIN_GOAL_MS = 5_000;

test('signalling killed for the rest of the session, then restarted', async ({
  signalling,
  parts,
  session,
}) => {
  await session.begin(40);
  await signalling.kill();
  await pause(8_000);
  const afterwardsMs = Date.now();
  await session.chat.bothHeardAfter(afterwardsMs, patienceFor(1_000));
  await expect(session.customer.status.filter({ hasText: 'Reconnecting' })).toHaveCount(0);
  await session.expectWhole();

  const restartedAtMs = Date.now();
  await signalling.restart();
  const console = new TechnicianConsole(await parts.browsers.technician.newPage());
  await console.page.goto(parts.technicianUrl);
  const link = await console.newSession();
  const customer = new CustomerPage(await parts.browsers.customer.newPage(), session.customer.picture);
  await customer.open(link);
  await customer.join({ shareScreen: false });
  report('signalling killed, restarted', {
    what: 'a new join',
    tookMs: Date.now() - restartedAtMs,
    goalMs: JOIN_GOAL_MS,
  });
});

test('signalling restarted under a session, which its pages need afterwards', async ({
  signalling,
  session,
}) => {
  await session.begin(40);
  await signalling.kill();
  await pause(3_000);
  await signalling.restart();
  const restartedAtMs = Date.now();
  // Back by signalling alone, with a ticket that the new process has never given out.
  await session.reload('technician');
  const heardAtMs = await session.chat.bothHeardAfter(restartedAtMs, patienceFor(JOIN_GOAL_MS));
  report('reload after a restart of signalling', {
    what: 'data',
    tookMs: heardAtMs - restartedAtMs,
    goalMs: JOIN_GOAL_MS,
  });
  await session.chooseFileAgain();
  await session.expectWhole();
});
