// Which blocks of a file are there already, as text: a bit each, the first one highest in the first byte, in base64url.

import { decodeBase64url, encodeBase64url } from './base64url.ts';

/** Writes which of a file's `count` blocks are in `blockNos`. */
export function encodeBlockSet(blockNos: Iterable<number>, count: number): string {
  const bits = new Uint8Array(Math.ceil(count / 8));
  for (const blockNo of blockNos) bits[blockNo >> 3] = (bits[blockNo >> 3] ?? 0) | (0x80 >> (blockNo & 7));
  return encodeBase64url(bits);
}

/** The numbers of the blocks, ascending; `null` for anything that `encodeBlockSet` would not have written for that count. */
export function decodeBlockSet(text: string, count: number): number[] | null {
  const bits = decodeBase64url(text);
  if (bits === null || bits.length !== Math.ceil(count / 8)) return null;
  const blockNos: number[] = [];
  for (const [index, byte] of bits.entries()) {
    for (let bit = 0; bit < 8; bit++) if ((byte & (0x80 >> bit)) !== 0) blockNos.push(index * 8 + bit);
  }
  return (blockNos.at(-1) ?? -1) < count ? blockNos : null;
}
