import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';

const LIMITS = { firstMs: 100, maxMs: 1_000 };

describe('backoff', () => {
  it('doubles with each failure, up to its limit', () => {
    const delays = [0, 1, 2, 3, 4, 50].map((tries) => backoffMs(tries, LIMITS, () => 0.999_999));
    expect(delays.map(Math.round)).toEqual([100, 200, 400, 800, 1_000, 1_000]);
  });

  it('is never the same for everybody, and never less than half', () => {
    expect(backoffMs(1, LIMITS, () => 0)).toBe(100);
    expect(backoffMs(1, LIMITS, () => 0.5)).toBe(150);
  });
});
