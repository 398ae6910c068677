// What a customer may put into the one field of the empty page: a support link or a support key, with or without
// the message around it.

import { parseSupportKey, type SupportKey } from './support-key.ts';
import { parseSupportLink, type SupportLink } from './support-link.ts';

export type WayIn =
  | ({ readonly way: 'link' } & SupportLink)
  | { readonly way: 'key'; readonly key: SupportKey };

/** A support link within a longer text, or its fragment alone; a stray `#7` is neither. */
const LINK = /\S*#[1-9][0-9]{0,3}\.\S*|^[1-9][0-9]{0,3}\.[0-9a-f]+\.\S*$/i;

/**
 * Reads a link or a key; where there are both, the link, because it says more.
 *
 * @throws DesksideError `link-malformed` or `version-mismatch` for a link, `key-malformed` for anything else.
 */
export function parseWayIn(text: string): WayIn {
  const [link] = LINK.exec(text.trim()) ?? [];
  if (link !== undefined) return { way: 'link', ...parseSupportLink(link) };
  // The beginning of a link, which was cut off before its secret.
  if (/^\S*:\/\/\S*$/.test(text.trim())) return { way: 'link', ...parseSupportLink(text) };
  return { way: 'key', key: parseSupportKey(text) };
}
