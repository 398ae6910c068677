// The handshake between two sides in one process, over a pair of queues. Real WebCrypto.

import { describe, expect, it, vi } from 'vitest';
import { DesksideError } from '../protocol/deskside-error.ts';
import { encodeHello, encodeProof } from '../protocol/handshake-frame.ts';
import { PROOF_TIMEOUT_MS } from '../protocol/limits.ts';
import type { SupportKey } from '../protocol/support-key.ts';
import { rejectionCodeOf } from '../protocol/testing/code-of.ts';
import { createIdentity } from './identity.ts';
import {
  type Admission,
  type Credential,
  type ProofChannel,
  type ProofInput,
  proveAsCustomer,
  proveAsTechnician,
} from './identity-proof.ts';
import { resumeKey, secretKey } from './key-derivation.ts';
import { startKeyExchange } from './key-exchange.ts';

class Pipe implements ProofChannel {
  other: Pipe | null = null;
  readonly sent: Uint8Array<ArrayBuffer>[] = [];
  readonly #frames: unknown[] = [];
  #isClosed = false;
  #fail = () => {};
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

  /** The other side closes: what it sent before still comes. */
  close(): void {
    this.#isClosed = true;
    this.#fail();
  }

  take(signal: AbortSignal): Promise<unknown> {
    if (this.#frames.length > 0) return Promise.resolve(this.#frames.shift());
    return new Promise((resolve, reject) => {
      this.#taker = resolve;
      this.#fail = () => reject(new DesksideError('proof-failed', 'closed'));
      if (this.#isClosed) this.#fail();
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
const SESSION_ID = '00112233445566778899aabbccddeeff';
const honest: ProofInput = { sessionId: SESSION_ID, technicianFingerprint: T, customerFingerprint: C };
const link: Credential = { way: 'link', secret: bytes(9) };
const KEY = { routing: '0123', secret: '45678' };
const never = () => new AbortController().signal;

/** A technician's side with a link and, unless the test says otherwise, a key. */
function admission(key: SupportKey | null = KEY, confirm = () => {}): Admission {
  return {
    credentialFor: async (way) => {
      if (way === 'link') return link;
      if (key === null || way !== 'key') throw new DesksideError('key-unknown');
      return { way, exchange: await startKeyExchange('technician', SESSION_ID, key) };
    },
    confirm,
  };
}

async function withKey(key: SupportKey, sessionId = SESSION_ID): Promise<Credential> {
  return { way: 'key', exchange: await startKeyExchange('customer', sessionId, key) };
}

/** What came of the first proof of some session. */
async function resumeKeyOf(fill: number): Promise<CryptoKey> {
  return resumeKey(await secretKey(bytes(fill)), SESSION_ID, [T, C]);
}

/** A technician's side that lets only somebody back in. */
function returning(key: CryptoKey): Admission {
  return { credentialFor: async () => ({ way: 'resume', key }), confirm: () => {} };
}

/** Runs both sides; whoever fails closes, as a peer connection does. */
async function meet(
  credential: Credential,
  {
    technician = honest,
    customer = honest,
    admits = admission(),
  }: { technician?: ProofInput; customer?: ProofInput; admits?: Admission } = {},
) {
  const [one, two] = pipes();
  const closing = async (proof: Promise<unknown>, other: Pipe) => {
    const code = await rejectionCodeOf(proof);
    if (code !== 'no error') other.close();
    return code;
  };
  const codes = await Promise.all([
    closing(proveAsTechnician(technician, admits, one, never()), two),
    closing(proveAsCustomer(customer, credential, two, never()), one),
  ]);
  return { codes, one, two };
}

/** Both sides of a proof that holds. */
async function provenBoth(credential: Credential, admits: Admission) {
  const [one, two] = pipes();
  const [technician, customer] = await Promise.all([
    proveAsTechnician(honest, admits, one, never()),
    proveAsCustomer(honest, credential, two, never()),
  ]);
  return { technician, customer };
}

describe('the identity proof', () => {
  it('holds between two sides with the same link and honest certificates', async () => {
    expect((await meet(link)).codes).toEqual(['no error', 'no error']);
  });

  it('holds between two sides with the same key and honest certificates', async () => {
    expect((await meet(await withKey(KEY))).codes).toEqual(['no error', 'no error']);
  });

  it('gives both sides the same way back, which nobody else with the link has', async () => {
    const first = await provenBoth(link, admission());
    const other = await provenBoth(link, admission());
    expect(first.technician.connectionId).toBe(first.customer.connectionId);
    expect(first.technician.connectionId).not.toBe(other.technician.connectionId);
    const way = (key: CryptoKey): Credential => ({ way: 'resume', key });
    const back = await provenBoth(way(first.customer.resumeKey), returning(first.technician.resumeKey));
    expect(back.technician.resumeKey).toBe(first.technician.resumeKey);
    // Another session of the same link, the link itself, and the way back where the link is expected.
    const stranger = await meet(way(other.customer.resumeKey), {
      admits: returning(first.technician.resumeKey),
    });
    expect(stranger.codes).toEqual(['proof-failed', 'proof-failed']);
    expect((await meet(link, { admits: returning(first.technician.resumeKey) })).codes[0]).toBe(
      'proof-failed',
    );
    expect((await meet(way(first.customer.resumeKey))).codes[0]).toBe('key-unknown');
    // And nobody can read it out.
    expect(first.customer.resumeKey.extractable).toBe(false);
  });

  const M_TO_TECHNICIAN = { ...honest, customerFingerprint: M };
  const M_TO_CUSTOMER = { ...honest, technicianFingerprint: M };
  const BETWEEN = { technician: M_TO_TECHNICIAN, customer: M_TO_CUSTOMER };

  it.each([
    ['the customer’s secret is damaged', { way: 'link', secret: bytes(8) } as const, {}],
    ['the session is another one', link, { customer: { ...honest, sessionId: 'f'.repeat(32) } }],
    ['somebody sits between, with a certificate of their own to each side', link, BETWEEN],
    ['somebody sits between one side only', link, { customer: M_TO_CUSTOMER }],
  ])('fails on both sides when %s', async (_, credential, sides) => {
    expect((await meet(credential, sides)).codes).toEqual(['proof-failed', 'proof-failed']);
  });

  it.each([
    ['a secret digit is wrong', { ...KEY, secret: '45679' }, SESSION_ID, {}],
    ['it is another key with the same secret digits', { ...KEY, routing: '0124' }, SESSION_ID, {}],
    ['the session is another one', KEY, 'f'.repeat(32), {}],
    ['somebody sits between', KEY, SESSION_ID, BETWEEN],
  ])('with a key says on both sides that it is wrong when %s', async (_, key, sessionId, sides) => {
    const { codes, one } = await meet(await withKey(key, sessionId), sides);
    expect(codes).toEqual(['key-wrong', 'key-wrong']);
    // Its hello and no tag: nothing to check further guesses against.
    expect(one.sent.map(({ length }) => length)).toEqual([68]);
  });

  it('lets nobody in by key where there is none', async () => {
    const { codes, one } = await meet(await withKey(KEY), { admits: admission(null) });
    expect(codes).toEqual(['key-unknown', 'key-wrong']);
    expect(one.sent).toEqual([]);
  });

  it('keeps its own proof back when the key stopped working meanwhile', async () => {
    const burned = () => {
      throw new DesksideError('key-unknown');
    };
    const { codes, one } = await meet(await withKey(KEY), { admits: admission(KEY, burned) });
    expect(codes).toEqual(['key-unknown', 'key-wrong']);
    expect(one.sent).toHaveLength(1);
  });

  it.each([
    ['the identity', new Uint8Array(32)],
    ['no point', new Uint8Array(32).fill(255)],
  ])('with a key fails on both sides when the share is %s, and is no wrong try', async (_, share) => {
    const bad: Credential = { way: 'key', exchange: { share, finish: async () => bytes(0) } };
    expect((await meet(bad)).codes).toEqual(['proof-failed', 'key-wrong']);
    const credentialFor = async () => bad;
    const { codes } = await meet(await withKey(KEY), { admits: { credentialFor, confirm: () => {} } });
    expect(codes[1]).toBe('key-wrong');
  });

  it('fails when the other side answers by the other way', async () => {
    const credentialFor = async (way: Credential['way']) => (way === 'link' ? withKey(KEY) : link);
    const admits = { credentialFor, confirm: () => {} };
    expect((await meet(link, { admits })).codes).toEqual(['proof-failed', 'proof-failed']);
  });

  it('fails when one’s own frames are sent back', async () => {
    for (const credential of [link, await withKey(KEY)]) {
      const mirror = new Pipe();
      mirror.other = mirror;
      const code = await rejectionCodeOf(proveAsCustomer(honest, credential, mirror, never()));
      expect(code).toBe(credential.way === 'key' ? 'key-wrong' : 'proof-failed');
    }
  });

  it.each(['link', 'key', 'resume'] as const)(
    'fails when an earlier exchange by %s is played again',
    async (way) => {
      const key = await resumeKeyOf(7);
      const fresh = async (): Promise<Credential> =>
        way === 'resume' ? { way, key } : way === 'key' ? withKey(KEY) : link;
      const admits = way === 'resume' ? returning(key) : admission();
      const { codes, one, two } = await meet(await fresh(), { admits });
      expect(codes).toEqual(['no error', 'no error']);

      const toTechnician = new Pipe();
      for (const frame of two.sent) toTechnician.deliver(frame.buffer);
      const proof = proveAsTechnician(honest, admits, toTechnician, never());
      expect(await rejectionCodeOf(proof)).toBe(way === 'key' ? 'key-wrong' : 'proof-failed');
      // Its hello, and no proof.
      expect(toTechnician.sent).toHaveLength(1);
      const toCustomer = new Pipe();
      for (const frame of one.sent) toCustomer.deliver(frame.buffer);
      const answer = proveAsCustomer(honest, await fresh(), toCustomer, never());
      expect(await rejectionCodeOf(answer)).toBe(way === 'key' ? 'key-wrong' : 'proof-failed');
    },
  );

  it.each([
    ['anything at all', async () => resumeKeyOf(8)],
    ['the link’s own secret', async () => secretKey(link.secret)],
    [
      'the key of another first proof by the same link',
      async () => resumeKey(await secretKey(link.secret), SESSION_ID, [bytes(4)]),
    ],
  ])('refuses on both sides a forged resume by somebody at signalling who has %s', async (_, forge) => {
    const [forged, key] = [await forge(), await resumeKeyOf(7)];
    const toTechnician = await meet({ way: 'resume', key: forged }, { admits: returning(key) });
    expect(toTechnician.codes).toEqual(['proof-failed', 'proof-failed']);
    // The technician's hello, and no proof.
    expect(toTechnician.one.sent).toHaveLength(1);
    const toCustomer = await meet({ way: 'resume', key }, { admits: returning(forged) });
    expect(toCustomer.codes).toEqual(['proof-failed', 'proof-failed']);
    // One who goes on all the same.
    const insistent = new Pipe();
    insistent.deliver(encodeHello('technician', { way: 'resume', nonce: bytes(5) }).buffer);
    insistent.deliver(encodeProof(bytes(6)).buffer);
    const insisting = proveAsCustomer(honest, { way: 'resume', key }, insistent, never());
    expect(await rejectionCodeOf(insisting)).toBe('proof-failed');
    // Nor is the customer's proof, which such a technician has by then, of any use towards the technician.
    const passedOn = new Pipe();
    for (const frame of toCustomer.two.sent) passedOn.deliver(frame.buffer);
    const proof = proveAsTechnician(honest, returning(key), passedOn, never());
    expect(await rejectionCodeOf(proof)).toBe('proof-failed');
  });

  it('fails on application data before the proof', async () => {
    const channel = new Pipe();
    channel.deliver('{"type":"end"}');
    const proof = proveAsTechnician(honest, admission(), channel, never());
    expect(await rejectionCodeOf(proof)).toBe('proof-failed');
    expect(channel.sent).toEqual([]);
  });

  it('never sends a secret or a key', async () => {
    for (const credential of [link, await withKey(KEY)]) {
      const { one, two } = await meet(credential);
      const onWire = [...one.sent, ...two.sent].map((frame) => Buffer.from(frame).toString('hex'));
      expect(onWire).toHaveLength(4);
      for (const frame of onWire) {
        expect(frame).not.toContain(Buffer.from(link.secret).toString('hex'));
        expect(frame).not.toContain(Buffer.from(KEY.secret).toString('hex'));
      }
    }
  });

  it('fails after five seconds of silence', async () => {
    vi.useFakeTimers();
    try {
      const proofs = [
        rejectionCodeOf(proveAsTechnician(honest, admission(), new Pipe(), never())),
        rejectionCodeOf(proveAsCustomer(honest, link, new Pipe(), never())),
      ];
      await vi.advanceTimersByTimeAsync(PROOF_TIMEOUT_MS);
      expect(await Promise.all(proofs)).toEqual(['proof-timeout', 'proof-timeout']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends with the session', async () => {
    const lifetime = new AbortController();
    const proof = rejectionCodeOf(proveAsCustomer(honest, link, new Pipe(), lifetime.signal));
    lifetime.abort(new DesksideError('session-ended'));
    expect(await proof).toBe('session-ended');
  });
});

describe('a browser without WebRTC', () => {
  it('is told so', async () => {
    await expect(createIdentity()).rejects.toMatchObject({ code: 'browser-unsupported' });
  });
});
