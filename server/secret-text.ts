// Secrets as text: how they are made, what is kept of them (a digest) and how they are compared.
// Knows nothing of what a secret opens.

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { encodeBase64url } from '../src/protocol/base64url.ts';

/** A source of unpredictable bytes. */
export type Random = (sizeBytes: number) => Uint8Array;

export const systemRandom: Random = (sizeBytes) => randomBytes(sizeBytes);

/** Bytes of randomness in a ticket, a console session and a console token that is made at start. */
const SECRET_SIZE_BYTES = 32;

/** A new secret: 43 base64url digits. */
export function newSecretText(random: Random): string {
  return encodeBase64url(random(SECRET_SIZE_BYTES));
}

/** What is kept of a secret: its SHA-256. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** What is kept of a secret that is good for nothing once `key` is another: HMAC-SHA-256, in hexadecimal. */
export function keyedDigestOf(secret: string, key: string): string {
  return createHmac('sha256', key).update(secret).digest('hex');
}

/** Whether `secret` is the one behind `digest`, in a time that tells nothing about either. */
export function matchesDigest(secret: string, digest: Buffer): boolean {
  return timingSafeEqual(digestOf(secret), digest);
}
