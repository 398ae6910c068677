// The support link: where the session's secret lives. Everything that matters is in the fragment, which
// browsers never send to a server.
//
//   https://host/#1.<session id, 32 hex digits>.<secret, 43 base64url digits>

import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { DesksideError } from './deskside-error.ts';
import { PROTOCOL_VERSION, SECRET_BYTES } from './limits.ts';
import { isSessionId } from './session-id.ts';

export interface SupportLink {
  /** 32 hexadecimal digits; the server knows it. */
  readonly sessionId: string;
  /** 32 bytes; only the two browsers know them. */
  readonly secret: Uint8Array<ArrayBuffer>;
}

/** Writes a support link for the customer's page at `pageUrl`; a fragment already there is replaced. */
export function formatSupportLink(pageUrl: string, link: SupportLink): string {
  const [page = ''] = pageUrl.split('#');
  return `${page}#${PROTOCOL_VERSION}.${link.sessionId}.${encodeBase64url(link.secret)}`;
}

/**
 * Reads a support link, or just its fragment, as a person may have pasted it.
 *
 * @throws DesksideError `version-mismatch` when it was made by another version, `link-malformed` when it is
 *   damaged or no support link at all.
 */
export function parseSupportLink(text: string): SupportLink {
  const trimmed = text.trim();
  const fragment = trimmed.slice(trimmed.indexOf('#') + 1);
  const parts = fragment.split('.');
  const [version = '', sessionId = '', encodedSecret = ''] = parts;
  if (/^[1-9][0-9]{0,3}$/.test(version) && version !== String(PROTOCOL_VERSION)) {
    throw new DesksideError('version-mismatch', `support link of version ${version}`);
  }
  const secret = decodeBase64url(encodedSecret);
  if (
    parts.length !== 3 ||
    version !== String(PROTOCOL_VERSION) ||
    !isSessionId(sessionId) ||
    secret?.length !== SECRET_BYTES
  ) {
    throw new DesksideError('link-malformed');
  }
  return { sessionId, secret };
}
