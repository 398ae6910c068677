// Names as customers see them: one line, which nothing in it can turn round.

import * as v from 'valibot';
import { MAX_NAME_LENGTH } from '../src/protocol/limits.ts';

/** Control characters, line ends, and what reverses the direction of writing. */
const UNSEEN = '\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069';

export const shownNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(MAX_NAME_LENGTH),
  v.regex(new RegExp(`^[^${UNSEEN}]*$`, 'u')),
);

/** The name that can be shown of what somebody else calls one; `null` when nothing is left of it. */
export function toShownName(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const cleaned = text
    .slice(0, 1_000)
    .replace(new RegExp(`[${UNSEEN}\\s]+`, 'gu'), ' ')
    .trim();
  // Half a character is none.
  const short = cleaned.slice(0, MAX_NAME_LENGTH).replace(/[\ud800-\udbff]$/, '');
  const result = v.safeParse(shownNameSchema, short);
  return result.success ? result.output : null;
}
