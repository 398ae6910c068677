// Keys of one session from its secret: HKDF-SHA-256 (RFC 5869), salt = version ‖ session id, info = what it is for.

import { PROTOCOL_VERSION } from '../protocol/limits.ts';

/** A secret of 32 bytes, as what keys are derived from. It cannot be read out again. */
export function secretKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits']);
}

/** The key for one purpose. */
export function derivedKey(
  secret: CryptoKey,
  sessionId: string,
  purpose: string,
  algorithm: AesKeyGenParams | HmacKeyGenParams,
  usages: readonly KeyUsage[],
): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(
    parametersOf(sessionId, utf8(purpose)),
    secret,
    algorithm,
    false,
    usages as KeyUsage[],
  );
}

/**
 * The secret by which the two sides know each other on every later connection; only those who took part in this very
 * proof have it, whoever else knows the link.
 *
 * @param nonces those of the first proof.
 */
export async function resumeKey(
  secret: CryptoKey,
  sessionId: string,
  nonces: readonly Uint8Array[],
): Promise<CryptoKey> {
  const info = Uint8Array.of(...utf8('resume'), ...nonces.flatMap((nonce) => [...nonce]));
  return secretKey(
    new Uint8Array(await crypto.subtle.deriveBits(parametersOf(sessionId, info), secret, 256)),
  );
}

function parametersOf(sessionId: string, info: Uint8Array<ArrayBuffer>): HkdfParams {
  const salt = Uint8Array.of(PROTOCOL_VERSION, ...utf8(sessionId));
  return { name: 'HKDF', hash: 'SHA-256', salt, info };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
