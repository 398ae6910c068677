// Proves to each side that the other holds the session's secret and that nobody sits between: an exchange of
// nonces, then of HMAC tags over both certificates' fingerprints. docs/protocol.md has it in words.
// The customer goes first and says which secret it is: the link's, or what comes of a support key.
// On a later connection of the same session it is the secret that came of the first proof.
// It knows frames and keys, and nothing of PeerJS or of what comes after.

import { DesksideError } from '../protocol/deskside-error.ts';
import {
  decodeHello,
  decodeProof,
  encodeHello,
  encodeProof,
  type Hello,
} from '../protocol/handshake-frame.ts';
import { toHex } from '../protocol/hex.ts';
import { NONCE_BYTES, PROOF_TIMEOUT_MS, PROTOCOL_VERSION } from '../protocol/limits.ts';
import type { Role } from '../protocol/role.ts';
import { anySignal } from './any-signal.ts';
import { derivedKey, resumeKey, secretKey } from './key-derivation.ts';

/** One side's part of an exchange in which both sides make a secret out of a support key. */
export interface KeyExchange {
  /** 32 bytes for the other side. */
  readonly share: Uint8Array<ArrayBuffer>;
  /** The common secret. Rejects with `proof-failed` for a share that must not be used. */
  finish(otherShare: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
}

/** What a side holds to prove itself with. */
export type Credential =
  /** 32 bytes, from the support link. */
  | { readonly way: 'link'; readonly secret: Uint8Array<ArrayBuffer> }
  | { readonly way: 'key'; readonly exchange: KeyExchange }
  /** What came of the session's first proof. */
  | { readonly way: 'resume'; readonly key: CryptoKey };

/** What comes of a proof that holds. */
export interface Proven {
  /** For every later connection of the session. */
  readonly resumeKey: CryptoKey;
  /** Names this connection, the same on both sides: 32 hexadecimal digits. */
  readonly connectionId: string;
}

export interface ProofInput {
  readonly sessionId: string;
  /** SHA-256 of the certificate with which the technician's end of the DTLS association was really made. */
  readonly technicianFingerprint: Uint8Array;
  /** The same of the customer's end. */
  readonly customerFingerprint: Uint8Array;
}

/** How the technician's side lets somebody in. */
export interface Admission {
  /** What somebody who comes this way must match. Rejects with a `DesksideError` where nobody can. */
  credentialFor(way: Credential['way']): Promise<Credential>;
  /** The last word before the customer gets this side's proof. Throws where the credential is no longer good. */
  confirm(): void;
}

export interface ProofChannel {
  send(frame: Uint8Array<ArrayBuffer>): void;
  /** The next incoming frame; rejects when the signal aborts or the channel closes. */
  take(signal: AbortSignal): Promise<unknown>;
}

/**
 * The customer's part; settles when the technician's proof holds.
 *
 * Rejects with a `DesksideError`: `proof-timeout` after five seconds, `version-mismatch`, and `proof-failed` for a
 * wrong proof, anything malformed or a channel that closes; or with the signal's reason. With a key, `proof-failed`
 * is `key-wrong`: a digit is wrong, or somebody sits between, and nobody can tell which.
 */
export async function proveAsCustomer(
  input: ProofInput,
  credential: Credential,
  channel: ProofChannel,
  signal: AbortSignal,
): Promise<Proven> {
  try {
    return await inTime(signal, async (either) => {
      const hello = newHello(credential);
      channel.send(encodeHello('customer', hello));
      const answer = decodeHello(await channel.take(either), 'technician');
      const secret = await commonSecret(credential, answer);
      const transcriptOf = transcriber(input, answer.nonce, hello.nonce);
      channel.send(encodeProof(await tagOf(input, secret, 'customer', transcriptOf)));
      const tag = decodeProof(await channel.take(either));
      await checkTag(tag, input, secret, 'technician', transcriptOf);
      return provenBy(input, credential, secret, [answer.nonce, hello.nonce]);
    });
  } catch (error) {
    const isWrong = error instanceof DesksideError && error.code === 'proof-failed';
    throw isWrong && credential.way === 'key'
      ? new DesksideError('key-wrong', error.message, { cause: error })
      : error;
  }
}

/**
 * The technician's part; settles when the customer's proof holds. Says nothing that a guess at a key could be
 * checked against before the customer has proven theirs.
 *
 * Rejects as `proveAsCustomer` does; `key-wrong` is a customer's proof with the wrong key and nothing else.
 */
export function proveAsTechnician(
  input: ProofInput,
  admission: Admission,
  channel: ProofChannel,
  signal: AbortSignal,
): Promise<Proven> {
  return inTime(signal, async (either) => {
    const question = decodeHello(await channel.take(either), 'customer');
    const credential = await admission.credentialFor(question.way);
    const secret = await commonSecret(credential, question);
    const hello = newHello(credential);
    channel.send(encodeHello('technician', hello));
    const tag = decodeProof(await channel.take(either));
    const transcriptOf = transcriber(input, hello.nonce, question.nonce);
    try {
      await checkTag(tag, input, secret, 'customer', transcriptOf);
    } catch (error) {
      throw credential.way === 'key' ? new DesksideError('key-wrong', undefined, { cause: error }) : error;
    }
    const answer = encodeProof(await tagOf(input, secret, 'technician', transcriptOf));
    const proven = await provenBy(input, credential, secret, [hello.nonce, question.nonce]);
    admission.confirm();
    channel.send(answer);
    return proven;
  });
}

async function inTime<T>(signal: AbortSignal, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new DesksideError('proof-timeout')), PROOF_TIMEOUT_MS);
  try {
    return await run(anySignal(signal, deadline.signal));
  } finally {
    clearTimeout(timer);
  }
}

function newHello(credential: Credential): Hello {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return credential.way === 'key'
    ? { way: 'key', nonce, share: credential.exchange.share }
    : { way: credential.way, nonce };
}

async function commonSecret(credential: Credential, other: Hello): Promise<CryptoKey> {
  if (credential.way === 'link' && other.way === 'link') return secretKey(credential.secret);
  if (credential.way === 'key' && other.way === 'key') {
    return secretKey(await credential.exchange.finish(other.share));
  }
  if (credential.way === 'resume' && other.way === 'resume') return credential.key;
  throw new DesksideError('proof-failed', 'the two came different ways');
}

/** `nonces`: the technician's, then the customer's. */
async function provenBy(
  { sessionId }: ProofInput,
  credential: Credential,
  secret: CryptoKey,
  nonces: readonly Uint8Array[],
): Promise<Proven> {
  const digest = await crypto.subtle.digest('SHA-256', lengthPrefixed(nonces));
  return {
    resumeKey: credential.way === 'resume' ? credential.key : await resumeKey(secret, sessionId, nonces),
    connectionId: toHex(new Uint8Array(digest).slice(0, 16)),
  };
}

type TranscriptOf = (role: Role) => Uint8Array<ArrayBuffer>;

function transcriber(
  input: ProofInput,
  technicianNonce: Uint8Array,
  customerNonce: Uint8Array,
): TranscriptOf {
  return (role) =>
    lengthPrefixed([
      utf8(input.sessionId),
      utf8(role),
      input.technicianFingerprint,
      input.customerFingerprint,
      technicianNonce,
      customerNonce,
      versionBytes(),
    ]);
}

async function tagOf(
  input: ProofInput,
  secret: CryptoKey,
  role: Role,
  transcriptOf: TranscriptOf,
): Promise<Uint8Array> {
  const key = await proofKey(input.sessionId, secret, role);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, transcriptOf(role)));
}

async function checkTag(
  tag: Uint8Array<ArrayBuffer>,
  input: ProofInput,
  secret: CryptoKey,
  role: Role,
  transcriptOf: TranscriptOf,
): Promise<void> {
  const key = await proofKey(input.sessionId, secret, role);
  // WebCrypto compares in constant time.
  const holds = await crypto.subtle.verify('HMAC', key, tag, transcriptOf(role));
  if (!holds) throw new DesksideError('proof-failed', 'the tag does not match');
}

/** One key for each direction. */
function proofKey(sessionId: string, secret: CryptoKey, role: Role): Promise<CryptoKey> {
  return derivedKey(secret, sessionId, role, { name: 'HMAC', hash: 'SHA-256', length: 256 }, [
    'sign',
    'verify',
  ]);
}

/** Each part behind its length (4 bytes, big-endian), so that no two lists give the same bytes. */
function lengthPrefixed(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const total = parts.reduce((sum, part) => sum + 4 + part.length, 0);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const part of parts) {
    view.setUint32(offset, part.length);
    bytes.set(part, offset + 4);
    offset += 4 + part.length;
  }
  return bytes;
}

function versionBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(PROTOCOL_VERSION);
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
