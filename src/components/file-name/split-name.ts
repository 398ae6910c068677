// Where a long file name may be cut, so that its end stays: the extension says what a file is. Pure.

/** Names up to this many characters are not cut apart. */
const WHOLE_LENGTH = 20;

/** What stays in sight of the part before the extension. */
const KEPT_LENGTH = 5;

/** Longer "extensions" are only text after a dot. */
const MAX_EXTENSION_LENGTH = 12;

/** The name in two parts, the second of which stays in sight; an empty first part for a short name. */
export function splitName(name: string): readonly [head: string, tail: string] {
  // By characters as people count them: half a letter would be a wrong one.
  const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name)].map(
    ({ segment }) => segment,
  );
  if (characters.length <= WHOLE_LENGTH) return ['', name];
  const dot = characters.lastIndexOf('.');
  const extensionLength = dot <= 0 ? 0 : characters.length - dot;
  const kept = KEPT_LENGTH + (extensionLength <= MAX_EXTENSION_LENGTH ? extensionLength : 0);
  return [characters.slice(0, -kept).join(''), characters.slice(-kept).join('')];
}
