// CPace (draft-irtf-cfrg-cpace-21), cipher suite CPACE-RISTR255-SHA512, initiator-responder setting: two sides that
// know the same few digits agree on a key, and somebody between them gets one guess, and nothing to try more against.
// Names are the draft's. It knows neither support keys nor frames, and is loaded only where a key is used.

import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js';

const { Point } = ristretto255;
type Element = InstanceType<typeof Point>;
type Bytes = Uint8Array<ArrayBuffer>;

const DSI = utf8('CPaceRistretto255');
const DSI_ISK = utf8('CPaceRistretto255_ISK');
/** Input block size of SHA-512, in bytes. */
const S_IN_BYTES = 128;
const SCALAR_BYTES = 32;

/** What both sides must have in common; where they differ, so do their keys. */
export interface CPaceInputs {
  /** Password-related string: the secret. */
  readonly prs: Uint8Array;
  /** Channel identifier. */
  readonly ci: Uint8Array;
  /** Session identifier. */
  readonly sid: Uint8Array;
}

/** “Common function for computing generators”: the secret and all it is bound to, as one string. */
export function generatorString({ prs, ci, sid }: CPaceInputs): Bytes {
  const paddingLength = Math.max(0, S_IN_BYTES - prependLength(prs).length - prependLength(DSI).length - 1);
  return lvCat(DSI, prs, new Uint8Array(paddingLength), ci, sid);
}

/** `calculate_generator`: the element that the secret stands for. */
export async function calculateGenerator(inputs: CPaceInputs): Promise<Element> {
  const element = ristretto255_hasher.deriveToCurve?.(await sha512(generatorString(inputs)));
  // Its type leaves it open, because not every curve of the library has it; ristretto255 does.
  if (element === undefined) throw new TypeError('no element derivation');
  return element;
}

/** `sample_scalar`: 252 random bits, little-endian; `bytes` is for test vectors. */
export function sampleScalar(bytes: Bytes = crypto.getRandomValues(new Uint8Array(SCALAR_BYTES))): bigint {
  let scalar = 0n;
  for (const byte of bytes.toReversed()) scalar = (scalar << 8n) | BigInt(byte);
  return scalar & ((1n << 252n) - 1n);
}

/** `scalar_mult`: the encoding of the product. A scalar of zero, which no run ever meets, throws. */
export function scalarMult(scalar: bigint, element: Element): Bytes {
  return Uint8Array.from(element.multiply(scalar).toBytes());
}

/**
 * `scalar_mult_vfy`: the product with an element that came from the other side.
 *
 * Returns `null` where the draft returns the identity and demands to abort: for what encodes no element, and for
 * the identity itself.
 */
export function scalarMultVerified(scalar: bigint, encoded: Uint8Array): Bytes | null {
  let element: Element;
  try {
    element = Point.fromBytes(encoded);
  } catch {
    return null;
  }
  return element.is0() ? null : scalarMult(scalar, element);
}

export interface Share {
  readonly share: Uint8Array;
  /** Associated data, sent in clear beside the share. */
  readonly data: Uint8Array;
}

/** `transcript_ir`: what the initiator sent, then what the responder sent. */
export function transcript(initiator: Share, responder: Share): Bytes {
  return concat(lvCat(initiator.share, initiator.data), lvCat(responder.share, responder.data));
}

/** The intermediate session key (ISK), 64 bytes. */
export async function sessionKey(sid: Uint8Array, k: Uint8Array, transcribed: Uint8Array): Promise<Bytes> {
  return sha512(concat(lvCat(DSI_ISK, sid, k), transcribed));
}

/** Length-value encoding: each part behind its length. */
export function lvCat(...parts: readonly Uint8Array[]): Bytes {
  return concat(...parts.map(prependLength));
}

/** The length in LEB128, then the bytes. */
export function prependLength(bytes: Uint8Array): Bytes {
  const encoded: number[] = [];
  let { length } = bytes;
  do {
    encoded.push((length & 0x7f) | (length > 0x7f ? 0x80 : 0));
    length >>>= 7;
  } while (length > 0);
  return concat(Uint8Array.from(encoded), bytes);
}

function concat(...parts: readonly Uint8Array[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

async function sha512(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-512', bytes));
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}
