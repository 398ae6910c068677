// The handshake between two sides in one process, over a pair of queues. Real WebCrypto.

import { describe, expect, it, vi } from 'vitest';
import { DesksideError } from '../protocol/deskside-error.ts';
import { PROOF_TIMEOUT_MS } from '../protocol/limits.ts';
import { rejectionCodeOf } from '../protocol/testing/code-of.ts';
import { createIdentity } from './identity.ts';
import { type ProofChannel, type ProofInput, proveIdentity } from './identity-proof.ts';

class Pipe implements ProofChannel {
  other: Pipe | null = null;
  readonly sent: Uint8Array<ArrayBuffer>[] = [];
  readonly #frames: unknown[] = [];
  #taker: ((frame: unknown) => void) | null = null;

  send(frame: Uint8Array<ArrayBuffer>): void {
    this.sent.push(frame);
    this.other?.deliver(frame.buffer);
  }

  deliver(frame: unknown): void {
    if (this.#taker === null) this.#frames.push(frame);
    else this.#taker(frame);
    this.#taker = null;
  }

  take(signal: AbortSignal): Promise<unknown> {
    if (this.#frames.length > 0) return Promise.resolve(this.#frames.shift());
    return new Promise((resolve, reject) => {
      this.#taker = resolve;
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  }
}

function pipes(): [Pipe, Pipe] {
  const [a, b] = [new Pipe(), new Pipe()];
  a.other = b;
  b.other = a;
  return [a, b];
}

const bytes = (fill: number) => new Uint8Array(32).fill(fill);
const T = bytes(1);
const C = bytes(2);
const M = bytes(3);
const technician: ProofInput = {
  role: 'technician',
  sessionId: '00112233445566778899aabbccddeeff',
  secret: bytes(9),
  localFingerprint: T,
  remoteFingerprint: C,
};
const customer: ProofInput = {
  ...technician,
  role: 'customer',
  localFingerprint: C,
  remoteFingerprint: T,
};
const never = new AbortController().signal;

async function meet(a: ProofInput, b: ProofInput): Promise<[string, string]> {
  const [one, two] = pipes();
  return Promise.all([
    rejectionCodeOf(proveIdentity(a, one, never)),
    rejectionCodeOf(proveIdentity(b, two, never)),
  ]);
}

describe('the identity proof', () => {
  it('holds between two sides with the same secret and honest certificates', async () => {
    expect(await meet(technician, customer)).toEqual(['no error', 'no error']);
  });

  it.each([
    ['the customer’s secret is damaged', technician, { ...customer, secret: bytes(8) }],
    ['the session is another one', technician, { ...customer, sessionId: 'f'.repeat(32) }],
    [
      'somebody sits between, with a certificate of their own to each side',
      { ...technician, remoteFingerprint: M },
      { ...customer, remoteFingerprint: M },
    ],
    ['somebody sits between one side only', technician, { ...customer, remoteFingerprint: M }],
    ['both play the same side', technician, { ...technician }],
  ])('fails on both sides when %s', async (_, a, b) => {
    expect(await meet(a, b)).toEqual(['proof-failed', 'proof-failed']);
  });

  it('fails when one’s own frames are sent back', async () => {
    const mirror = new Pipe();
    mirror.other = mirror;
    expect(await rejectionCodeOf(proveIdentity(technician, mirror, never))).toBe('proof-failed');
  });

  it('fails when an earlier exchange is played again', async () => {
    const [one, two] = pipes();
    await Promise.all([proveIdentity(technician, one, never), proveIdentity(customer, two, never)]);
    const replay = new Pipe();
    for (const frame of two.sent) replay.deliver(frame.buffer);
    expect(await rejectionCodeOf(proveIdentity(technician, replay, never))).toBe('proof-failed');
  });

  it('fails on application data before the proof', async () => {
    const channel = new Pipe();
    channel.deliver('{"type":"end"}');
    expect(await rejectionCodeOf(proveIdentity(technician, channel, never))).toBe('proof-failed');
  });

  it('never sends the secret or a key', async () => {
    const [one, two] = pipes();
    await Promise.all([proveIdentity(technician, one, never), proveIdentity(customer, two, never)]);
    const onWire = [...one.sent, ...two.sent].map((frame) => Buffer.from(frame).toString('hex'));
    expect(onWire).toHaveLength(4);
    for (const frame of onWire) expect(frame).not.toContain(Buffer.from(technician.secret).toString('hex'));
  });

  it('fails after five seconds of silence', async () => {
    vi.useFakeTimers();
    try {
      const proof = rejectionCodeOf(proveIdentity(technician, new Pipe(), never));
      await vi.advanceTimersByTimeAsync(PROOF_TIMEOUT_MS);
      expect(await proof).toBe('proof-timeout');
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends with the session', async () => {
    const lifetime = new AbortController();
    const proof = rejectionCodeOf(proveIdentity(technician, new Pipe(), lifetime.signal));
    lifetime.abort(new DesksideError('session-ended'));
    expect(await proof).toBe('session-ended');
  });
});

describe('a browser without WebRTC', () => {
  it('is told so', async () => {
    await expect(createIdentity()).rejects.toMatchObject({ code: 'browser-unsupported' });
  });
});
