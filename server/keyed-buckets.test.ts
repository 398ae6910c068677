import { describe, expect, it } from 'vitest';
import { TokenBucket } from '../src/protocol/token-bucket.ts';
import { KeyedBuckets } from './keyed-buckets.ts';
import { ManualClock } from './testing/manual-clock.ts';

const LIMITS = { burst: 3, perSecond: 2 };

function takeAll(bucket: TokenBucket): number {
  let count = 0;
  while (bucket.take()) count += 1;
  return count;
}

describe('TokenBucket', () => {
  it('gives a burst at once, then a steady rate', () => {
    const clock = new ManualClock();
    const bucket = new TokenBucket(LIMITS, clock);
    expect(takeAll(bucket)).toBe(3);
    clock.advance(499);
    expect(bucket.hasToken).toBe(false);
    clock.advance(1);
    expect(takeAll(bucket)).toBe(1);
    clock.advance(1_000);
    expect(takeAll(bucket)).toBe(2);
  });

  it('takes back what was taken for nothing, up to a burst', () => {
    const bucket = new TokenBucket(LIMITS, new ManualClock());
    bucket.take();
    bucket.giveBack();
    bucket.giveBack();
    expect(takeAll(bucket)).toBe(3);
  });

  it('never holds more than a burst', () => {
    const clock = new ManualClock();
    const bucket = new TokenBucket(LIMITS, clock);
    clock.advance(60 * 60 * 1000);
    expect(takeAll(bucket)).toBe(3);
  });

  it('loses nothing when the clock is set back', () => {
    const clock = new ManualClock();
    const bucket = new TokenBucket(LIMITS, clock);
    expect(takeAll(bucket)).toBe(3);
    clock.advance(-60_000);
    expect(takeAll(bucket)).toBe(0);
    clock.advance(1_000);
    expect(takeAll(bucket)).toBe(2);
  });
});

describe('KeyedBuckets', () => {
  it('gives each key a bucket of its own', () => {
    const buckets = new KeyedBuckets({ burst: 1, perSecond: 1 }, new ManualClock());
    expect(buckets.take('a')).toBe(true);
    expect(buckets.take('a')).toBe(false);
    expect(buckets.hasToken('b')).toBe(true);
  });

  it('forgets the key that was used longest ago when there are too many', () => {
    const buckets = new KeyedBuckets({ burst: 1, perSecond: 1 }, new ManualClock(), 2);
    buckets.take('a');
    buckets.take('b');
    buckets.hasToken('a');
    buckets.take('c');
    expect(buckets.size).toBe(2);
    expect(buckets.hasToken('a')).toBe(false);
    expect(buckets.hasToken('b')).toBe(true);
  });
});
