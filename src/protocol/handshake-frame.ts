// The frames that prove who is there, byte by byte. Nothing else is read before both proofs hold.
//
//   hello   0x01 | version, 1 byte | role, 1 byte (1 technician, 2 customer) | way in, 1 byte (1 link, 2 key, 3 resume)
//                | nonce, 32 bytes | with a key: share, 32 bytes
//   proof   0x02 | tag, 32 bytes

import { DesksideError } from './deskside-error.ts';
import { NONCE_BYTES, PROTOCOL_VERSION, SHARE_BYTES } from './limits.ts';
import type { Role } from './role.ts';

const HELLO = 1;
const PROOF = 2;
/** Bytes of an HMAC-SHA-256 tag. */
const TAG_BYTES = 32;
const HEAD_BYTES = 4;
const ROLE_BYTES: Record<Role, number> = { technician: 1, customer: 2 };
const LINK = 1;
const KEY = 2;
const RESUME = 3;

/** What a side says first. `share` is its part of the exchange behind a support key. */
export type Hello =
  | { readonly way: 'link' | 'resume'; readonly nonce: Uint8Array<ArrayBuffer> }
  | { readonly way: 'key'; readonly nonce: Uint8Array<ArrayBuffer>; readonly share: Uint8Array<ArrayBuffer> };

/** A side's opening frame. The nonce must be 32 random bytes, a share 32 bytes. */
export function encodeHello(role: Role, hello: Hello): Uint8Array<ArrayBuffer> {
  const head = [HELLO, PROTOCOL_VERSION, ROLE_BYTES[role]];
  switch (hello.way) {
    case 'link':
      return Uint8Array.of(...head, LINK, ...hello.nonce);
    case 'resume':
      return Uint8Array.of(...head, RESUME, ...hello.nonce);
    case 'key':
      return Uint8Array.of(...head, KEY, ...hello.nonce, ...hello.share);
  }
}

/**
 * What the other side said first.
 *
 * @throws DesksideError `version-mismatch` when it speaks another version, `proof-failed` when the frame is no
 *   hello of `expectedRole`.
 */
export function decodeHello(frame: unknown, expectedRole: Role): Hello {
  const bytes = bytesOf(frame);
  if (bytes[0] === HELLO && bytes.length >= 2 && bytes[1] !== PROTOCOL_VERSION) {
    throw new DesksideError('version-mismatch', `the other side speaks version ${bytes[1]}`);
  }
  if (bytes[0] === HELLO && bytes[2] === ROLE_BYTES[expectedRole]) {
    const rest = bytes.slice(HEAD_BYTES);
    if (bytes[3] === LINK && rest.length === NONCE_BYTES) return { way: 'link', nonce: rest };
    if (bytes[3] === RESUME && rest.length === NONCE_BYTES) return { way: 'resume', nonce: rest };
    if (bytes[3] === KEY && rest.length === NONCE_BYTES + SHARE_BYTES) {
      return { way: 'key', nonce: rest.slice(0, NONCE_BYTES), share: rest.slice(NONCE_BYTES) };
    }
  }
  throw new DesksideError('proof-failed', 'malformed hello');
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
