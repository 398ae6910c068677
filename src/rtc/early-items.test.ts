// Items before and after there is a listener.

import { describe, expect, it } from 'vitest';
import { codeOf } from '../protocol/testing/code-of.ts';
import { EarlyItems } from './early-items.ts';

describe('what comes before anybody listens', () => {
  it('is handed over in its order, and what comes later at once', () => {
    const [items, taken] = [new EarlyItems<number>(2), [] as number[]];
    items.push(1);
    items.push(2);
    items.listen((item) => taken.push(item));
    items.push(3);
    expect(taken).toEqual([1, 2, 3]);
  });

  it('is bounded: one too many is a violation, and takes the place of none', () => {
    const [items, taken] = [new EarlyItems<number>(2), [] as number[]];
    items.push(1);
    items.push(2);
    expect(codeOf(() => items.push(3))).toBe('protocol-violation');
    items.listen((item) => taken.push(item));
    expect(taken).toEqual([1, 2]);
  });
});
