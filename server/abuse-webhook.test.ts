// The webhook against a real HTTP server, as an operator's own.

import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AbuseWebhook } from './abuse-webhook.ts';
import type { AbuseRecord } from './state-record.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { recordingLog } from './testing/silent-log.ts';
import { BY_ACCOUNT } from './testing/test-technician.ts';
import { WebhookReceiver } from './testing/webhook-receiver.ts';

const SECRET = 'a secret for webhooks';
const TIMES = { timeoutMs: 5_000, waitsMs: [1, 1] };
const clock = new ManualClock();

function report(changes: Partial<AbuseRecord> = {}): AbuseRecord {
  return {
    kind: 'abuse',
    reference: 'BCDF-1234',
    sessionId: '0'.repeat(32),
    technician: BY_ACCOUNT,
    hasJoined: true,
    reason: 'money',
    text: 'She wants gift cards.',
    atMs: clock.now(),
    ...changes,
  };
}

let receiver: WebhookReceiver;
beforeEach(async () => {
  receiver = await WebhookReceiver.start();
});
afterEach(() => receiver.close());

function webhook(times = TIMES, url = receiver.url) {
  const recorded = recordingLog();
  return { webhook: new AbuseWebhook({ url, secret: SECRET }, clock, recorded.log, times), ...recorded };
}

/** Settles once the log has such a line. */
async function logged(lines: readonly string[], message: string): Promise<void> {
  await expect.poll(() => lines.filter((line) => line.includes(message)).length).toBeGreaterThan(0);
}

describe('the webhook', () => {
  it('gets the report, signed with the time', async () => {
    webhook().webhook.send(report());
    const { headers, body } = await receiver.next();
    expect(JSON.parse(body)).toEqual({
      reference: 'BCDF-1234',
      at: new Date(clock.now()).toISOString(),
      sessionId: '0'.repeat(32),
      hasJoined: true,
      technician: { id: 'ana', name: 'Ana Souza', organisation: 'Example Support', verified: 'account' },
      reason: 'money',
      text: 'She wants gift cards.',
    });
    const timestamp = String(headers['deskside-timestamp']);
    expect(Number(timestamp)).toBe(clock.now() / 1000);
    const expected = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
    expect(headers['deskside-signature']).toBe(`sha256=${expected}`);
  });

  it('is told again when it fails, and the next report waits for its turn', async () => {
    receiver.answers.push(500, 503, 204);
    const { webhook: told } = webhook();
    told.send(report());
    told.send(report({ reference: 'GHJK-5678' }));
    const references = [];
    for (let request = 0; request < 4; request++) {
      references.push(JSON.parse((await receiver.next()).body).reference);
    }
    expect(references).toEqual(['BCDF-1234', 'BCDF-1234', 'BCDF-1234', 'GHJK-5678']);
  });

  it('is given up after three tries, which the log says', async () => {
    receiver.answers.push(500, 500, 500);
    const { webhook: told, lines } = webhook();
    told.send(report());
    await logged(lines, 'webhook: given up');
    expect(receiver.count).toBe(3);
    expect(lines.join('')).not.toContain('gift cards');
  });

  it('is given up when it does not answer in time', async () => {
    receiver.answers.push('never');
    const { webhook: told, lines } = webhook({ timeoutMs: 20, waitsMs: [] });
    told.send(report());
    await logged(lines, 'TimeoutError');
    await logged(lines, 'webhook: given up');
  });

  it('does not go where it is sent on to', async () => {
    receiver.answers.push(302);
    const { webhook: told, lines } = webhook({ ...TIMES, waitsMs: [] });
    told.send(report());
    await logged(lines, 'webhook: given up');
    expect(receiver.count).toBe(1);
  });

  it('has a queue of a hundred, and no more', async () => {
    receiver.answers.push('never');
    const { webhook: told, lines } = webhook();
    for (let count = 0; count < 102; count++) told.send(report());
    await logged(lines, 'too many reports wait');
    expect(lines.filter((line) => line.includes('too many reports wait'))).toHaveLength(1);
    told.close();
    await logged(lines, 'webhook: given up');
  });
});
