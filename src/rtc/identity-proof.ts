// Proves to each side that the other holds the session's secret and that nobody sits between: an exchange of
// nonces, then of HMAC tags over both certificates' fingerprints. docs/protocol.md has it in words.
// It knows frames and keys, and nothing of PeerJS or of what comes after.

import { DesksideError } from '../protocol/deskside-error.ts';
import { decodeHello, decodeProof, encodeHello, encodeProof } from '../protocol/handshake-frame.ts';
import { NONCE_BYTES, PROOF_TIMEOUT_MS, PROTOCOL_VERSION } from '../protocol/limits.ts';
import { otherRole, type Role } from '../protocol/role.ts';
import { anySignal } from './any-signal.ts';

export interface ProofInput {
  readonly role: Role;
  readonly sessionId: string;
  /** 32 bytes, from the support link. */
  readonly secret: Uint8Array<ArrayBuffer>;
  /** SHA-256 of this side's certificate. */
  readonly localFingerprint: Uint8Array;
  /** SHA-256 of the certificate that the DTLS association was really made with. */
  readonly remoteFingerprint: Uint8Array;
}

export interface ProofChannel {
  send(frame: Uint8Array<ArrayBuffer>): void;
  /** The next incoming frame; rejects when the signal aborts or the channel closes. */
  take(signal: AbortSignal): Promise<unknown>;
}

/**
 * Runs the handshake; settles when the other side's proof holds.
 *
 * Rejects with a `DesksideError`: `proof-timeout` after five seconds, `proof-failed` for a wrong proof,
 * anything malformed or a channel that closes, `version-mismatch`; or with the signal's reason.
 */
export async function proveIdentity(
  input: ProofInput,
  channel: ProofChannel,
  signal: AbortSignal,
): Promise<void> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new DesksideError('proof-timeout')), PROOF_TIMEOUT_MS);
  const either = anySignal(signal, deadline.signal);
  try {
    await exchange(input, channel, either);
  } finally {
    clearTimeout(timer);
  }
}

async function exchange(input: ProofInput, channel: ProofChannel, signal: AbortSignal): Promise<void> {
  const remoteRole = otherRole(input.role);
  const localNonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  channel.send(encodeHello(input.role, localNonce));
  const remoteNonce = decodeHello(await channel.take(signal), remoteRole);
  const nonces = input.role === 'technician' ? [localNonce, remoteNonce] : [remoteNonce, localNonce];
  const fingerprints =
    input.role === 'technician'
      ? [input.localFingerprint, input.remoteFingerprint]
      : [input.remoteFingerprint, input.localFingerprint];
  const transcriptOf = (role: Role) =>
    lengthPrefixed([utf8(input.sessionId), utf8(role), ...fingerprints, ...nonces, versionBytes()]);

  const localKey = await proofKey(input, input.role);
  channel.send(
    encodeProof(new Uint8Array(await crypto.subtle.sign('HMAC', localKey, transcriptOf(input.role)))),
  );

  const tag = decodeProof(await channel.take(signal));
  // WebCrypto compares in constant time.
  const remoteKey = await proofKey(input, remoteRole);
  const holds = await crypto.subtle.verify('HMAC', remoteKey, tag, transcriptOf(remoteRole));
  if (!holds) throw new DesksideError('proof-failed', 'the tag does not match');
}

/** HKDF-SHA-256 (RFC 5869): salt = version ‖ session id, info = role. One key for each direction. */
async function proofKey(input: ProofInput, role: Role): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', input.secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: Uint8Array.of(...versionBytes(), ...utf8(input.sessionId)),
      info: utf8(role),
    },
    secret,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
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
