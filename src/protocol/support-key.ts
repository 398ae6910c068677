// The support key: nine digits, or ten when the server is crowded, that a technician reads out over the phone.
// The first four (of ten, five) only route: the server knows them. The last five are the secret that it never sees.

import { DesksideError } from './deskside-error.ts';
import { SECRET_DIGITS } from './limits.ts';

export interface SupportKey {
  /** Four or five digits, by which the server finds the session. */
  readonly routing: string;
  /** Five digits; only the two browsers and the two people know them. */
  readonly secret: string;
}

/** Digits of a key's routing part: four, or five when the short ones are nearly used up. A key's length says which. */
export const ROUTING_LENGTHS = [4, 5] as const;

/** Whether `text` can be the routing part of a key. The length of the whole key says which of the two it is. */
export function isRouting(text: string): boolean {
  return /^[0-9]{4,5}$/.test(text);
}

/** The whole key as digits. */
export function digitsOf({ routing, secret }: SupportKey): string {
  return routing + secret;
}

/** Writes a key as people read it out: 012-345-678, or 012-345-6789. */
export function formatSupportKey(key: SupportKey): string {
  const digits = digitsOf(key);
  return [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].join('-');
}

/** What people and programs put between digits: spaces, dashes, dots, underscores, slashes, brackets. */
const DIGITS = /\p{Nd}(?:[\s\p{Pd}\u00ad\u2212.·_/()]*\p{Nd})*/gu;

/**
 * Reads a key as a person may have typed or pasted it: however it is grouped, whatever is written around it.
 *
 * @throws DesksideError `key-malformed` when there is no group of nine or ten digits, or more than one.
 */
export function parseSupportKey(text: string): SupportKey {
  // NFKC makes plain digits of full-width ones; those of Arabic and Persian keyboards stay what they are.
  const plain = text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  const groups = (plain.match(DIGITS) ?? []).map((group) => group.replace(/[^0-9]/g, ''));
  const keys = groups.filter((digits) =>
    ROUTING_LENGTHS.some((length) => digits.length === length + SECRET_DIGITS),
  );
  const [digits] = keys;
  if (digits === undefined || keys.length > 1) throw new DesksideError('key-malformed');
  return { routing: digits.slice(0, -SECRET_DIGITS), secret: digits.slice(-SECRET_DIGITS) };
}
