// The first two frames that each side sends on the control channel, byte by byte. Nothing else is read
// before both proofs hold.
//
//   hello   0x01 | version, 1 byte | role, 1 byte (1 technician, 2 customer) | nonce, 32 bytes
//   proof   0x02 | tag, 32 bytes

import { DesksideError } from './deskside-error.ts';
import { NONCE_BYTES, PROTOCOL_VERSION } from './limits.ts';
import type { Role } from './role.ts';

const HELLO = 1;
const PROOF = 2;
/** Bytes of an HMAC-SHA-256 tag. */
const TAG_BYTES = 32;
const ROLE_BYTES: Record<Role, number> = { technician: 1, customer: 2 };

/** A side's opening frame. `nonce` must be 32 random bytes. */
export function encodeHello(role: Role, nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(HELLO, PROTOCOL_VERSION, ROLE_BYTES[role], ...nonce);
}

/**
 * The nonce in the other side's hello.
 *
 * @throws DesksideError `version-mismatch` when it speaks another version, `proof-failed` when the frame is no
 *   hello of `expectedRole`.
 */
export function decodeHello(frame: unknown, expectedRole: Role): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf(frame);
  if (bytes[0] === HELLO && bytes.length >= 2 && bytes[1] !== PROTOCOL_VERSION) {
    throw new DesksideError('version-mismatch', `the other side speaks version ${bytes[1]}`);
  }
  if (bytes.length !== 3 + NONCE_BYTES || bytes[0] !== HELLO || bytes[2] !== ROLE_BYTES[expectedRole]) {
    throw new DesksideError('proof-failed', 'malformed hello');
  }
  return bytes.slice(3);
}

/** A side's proof. `tag` must be 32 bytes. */
export function encodeProof(tag: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(PROOF, ...tag);
}

/**
 * The tag in the other side's proof.
 *
 * @throws DesksideError `proof-failed` when the frame is no proof.
 */
export function decodeProof(frame: unknown): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf(frame);
  if (bytes.length !== 1 + TAG_BYTES || bytes[0] !== PROOF) {
    throw new DesksideError('proof-failed', 'malformed proof');
  }
  return bytes.slice(1);
}

function bytesOf(frame: unknown): Uint8Array<ArrayBuffer> {
  if (!(frame instanceof ArrayBuffer))
    throw new DesksideError('proof-failed', 'handshake frame is not binary');
  return new Uint8Array(frame);
}
