// Bytes that are the same in every run and never the same twice in one: the hash of a counter.

import { createHash } from 'node:crypto';
import type { Random } from '../secret-text.ts';

/** Up to 32 bytes a call. */
export function countingRandom(): Random {
  let count = 0;
  return (sizeBytes) => {
    count += 1;
    return new Uint8Array(createHash('sha256').update(`test ${count}`).digest()).subarray(0, sizeBytes);
  };
}
