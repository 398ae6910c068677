// This page's identity towards another browser: one certificate for as long as the page lives, and the
// fingerprints of both ends as the browser's own DTLS stack has them. What an SDP claims does not count.

import { DesksideError } from '../protocol/deskside-error.ts';

export interface Identity {
  readonly certificate: RTCCertificate;
  /** SHA-256 of the certificate, 32 bytes. */
  readonly fingerprint: Uint8Array<ArrayBuffer>;
}

/** Makes the certificate that every connection of this page uses (ECDSA P-256). */
export async function createIdentity(): Promise<Identity> {
  if (typeof RTCPeerConnection === 'undefined') throw new DesksideError('browser-unsupported');
  const certificate = await RTCPeerConnection.generateCertificate({
    name: 'ECDSA',
    namedCurve: 'P-256',
  } as AlgorithmIdentifier);
  const sha256 = certificate.getFingerprints().find(({ algorithm }) => algorithm === 'sha-256');
  if (sha256?.value === undefined) throw new DesksideError('browser-unsupported', 'no SHA-256 fingerprint');
  return { certificate, fingerprint: parseFingerprint(sha256.value) };
}

/**
 * SHA-256 of the certificate at the other end of an established connection, 32 bytes.
 *
 * @throws DesksideError `proof-failed` when there is no established DTLS transport.
 */
export async function remoteFingerprint(pc: RTCPeerConnection): Promise<Uint8Array<ArrayBuffer>> {
  const [certificate] = pc.sctp?.transport.getRemoteCertificates() ?? [];
  if (certificate === undefined) throw new DesksideError('proof-failed', 'no remote certificate');
  return new Uint8Array(await crypto.subtle.digest('SHA-256', certificate));
}

/** Reads `AB:CD:…` (RFC 8122 section 5). */
function parseFingerprint(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.split(':'), (octet) => Number.parseInt(octet, 16));
}
