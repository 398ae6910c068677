// What is not Arabic within Arabic sentences: kept together and in its own direction, so that neither its
// punctuation nor its digits are put in another order (Unicode's bidirectional isolates).

/** Keys, codes, addresses: always from left to right. */
export function ltr(text: string | number): string {
  return `\u2066${text}\u2069`;
}

/** What somebody wrote, such as a name: in the direction that its own first letter has. */
export function own(text: string): string {
  return `\u2068${text}\u2069`;
}
