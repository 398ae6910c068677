import { expect, it } from 'vitest';
import { CustomerSession } from './customer-session.ts';
import { FakeCapture, FakeConnection, FakeConnector, fakeSupportPorts } from './ports.fake.ts';
import { receiptOf } from './session-receipt.ts';
import { decodeReport } from './session-report.ts';

const ANA = { name: 'Ana Souza', organisation: 'ACME Support', verified: 'none' } as const;

async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

function startSession() {
  const connector = new FakeConnector();
  const ports = fakeSupportPorts();
  const session = new CustomerSession(ANA, 'en', { ...ports, connector, capture: new FakeCapture() });
  session.join({ shareScreen: false });
  connector.onStep('proof');
  return { session, connector, clock: ports.clock };
}

it('is what the customer’s side knows of the session once it is over, and not before', async () => {
  const { session, connector, clock } = startSession();
  connector.attempt.resolve(new FakeConnection());
  await settle();
  session.sendChat('Hello');
  expect(receiptOf(session.state.value)).toBeNull();
  clock.nowMs += 30_000;
  session.end();
  const receipt = receiptOf(session.state.value);
  expect(receipt).toMatchObject({
    side: 'customer',
    sessionId: null,
    technician: ANA,
    label: '',
    notes: '',
    joinedAtMs: 60_000,
    endedAtMs: 90_000,
    endedBy: 'customer',
    durationMs: 30_000,
    chat: [{ from: 'customer', text: 'Hello' }],
  });
  expect(decodeReport(structuredClone(receipt))).toEqual(receipt);
});

it('is not there for a session that was given up before it began', () => {
  const { session } = startSession();
  session.end();
  expect(receiptOf(session.state.value)).toBeNull();
});
