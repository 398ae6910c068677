// Arabic counts in six ways: the noun changes with the number, and one and two of a thing need no number at all.

const rules = new Intl.PluralRules('ar');

/** A noun, with its adjectives, as it follows a number of each kind. */
export interface CountedNoun {
  /** One of it, without the number. */
  readonly one: string;
  /** Two of it, without the number. */
  readonly two: string;
  /** After 3 to 10. */
  readonly few: string;
  /** After 11 to 99. */
  readonly many: string;
  /** After whole hundreds, and none. */
  readonly other: string;
}

/** So many of a thing. Digits are Latin ones, as in whatever else people read to each other. */
export function counted(count: number, noun: CountedNoun): string {
  const kind = rules.select(count);
  if (kind === 'one' || kind === 'two') return noun[kind];
  return `${count} ${noun[kind === 'zero' ? 'other' : kind]}`;
}
