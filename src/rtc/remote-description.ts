// What a session description of the other side may look like (RFC 8866, 8829, 8122). Browsers accept far more than two
// pages of ours ever say, and make something of each line, so it is judged before a browser gets it.

import { DesksideError } from '../protocol/deskside-error.ts';

/** One for data, one for each side's screen, and some that a newer version may have. */
const MAX_SECTIONS = 8;
/** Paths in one description: as many as a computer with many networks has. */
const MAX_PATHS = 256;

/**
 * Throws a `DesksideError` `protocol-violation` for more sections or paths than there can be, and for anything but one
 * certificate, named by its SHA-256: which of several an end would have to show is for every browser to choose.
 */
export function checkRemoteDescription(sdp: string): void {
  const lines = sdp.split(/\r\n|\r|\n/);
  const count = (start: string) => lines.filter((line) => line.startsWith(start)).length;
  if (count('m=') > MAX_SECTIONS) throw refused('too many sections');
  if (count('a=candidate:') > MAX_PATHS) throw refused('too many paths');
  const named = lines.filter((line) => /^a=fingerprint:/i.test(line)).map((line) => line.toUpperCase());
  const [fingerprint, ...others] = new Set(named);
  if (others.length > 0) throw refused('more than one certificate');
  if (!/^A=FINGERPRINT:SHA-256 (?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/.test(fingerprint ?? '')) {
    throw refused('no certificate, or named otherwise than by SHA-256');
  }
}

function refused(what: string): DesksideError {
  return new DesksideError('protocol-violation', `description refused: ${what}`);
}
