import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBlockSet, encodeBlockSet } from './block-set.ts';

describe('which blocks are there', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(99)), fc.integer({ min: 100, max: 120 }), (blockNos, count) => {
        const text = encodeBlockSet(blockNos, count);
        expect(decodeBlockSet(text, count)).toEqual(blockNos.toSorted((a, b) => a - b));
      }),
    );
  });

  it('is a bit for each block, the first one highest', () => {
    expect(encodeBlockSet([0, 9], 10)).toBe('gEA');
    expect(encodeBlockSet([], 0)).toBe('');
  });

  it.each([
    ['of another file', 'gEA', 17],
    ['beyond the end', 'gAE', 10],
    ['no base64url', 'g=A', 10],
  ])('is nothing when it is %s', (_, text, count) => {
    expect(decodeBlockSet(text, count)).toBeNull();
  });
});
