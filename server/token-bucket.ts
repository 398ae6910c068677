// Token buckets: a burst at once, then a steady rate. One bucket, and a bounded set of them by key.
// Knows nothing of what is being limited.

import type { Clock } from './clock.ts';

export interface BucketLimits {
  /** Tokens of a full bucket. */
  readonly burst: number;
  readonly perSecond: number;
}

export class TokenBucket {
  readonly #limits: BucketLimits;
  readonly #clock: Clock;
  #tokens: number;
  #filledAtMs: number;

  constructor(limits: BucketLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#tokens = limits.burst;
    this.#filledAtMs = clock.now();
  }

  /** Whether `take()` would succeed. */
  get hasToken(): boolean {
    this.#fill();
    return this.#tokens >= 1;
  }

  /** Takes a token; `false` when there is none. */
  take(): boolean {
    if (!this.hasToken) return false;
    this.#tokens -= 1;
    return true;
  }

  #fill(): void {
    const nowMs = this.#clock.now();
    // The system's clock may be set back.
    const elapsedMs = Math.max(0, nowMs - this.#filledAtMs);
    this.#filledAtMs = nowMs;
    this.#tokens = Math.min(this.#limits.burst, this.#tokens + (elapsedMs / 1000) * this.#limits.perSecond);
  }
}

/** A bucket for each key. Of more than `maxKeys` the one that was used longest ago is forgotten. */
export class KeyedBuckets {
  readonly #limits: BucketLimits;
  readonly #clock: Clock;
  readonly #maxKeys: number;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(limits: BucketLimits, clock: Clock, maxKeys = 10_000) {
    this.#limits = limits;
    this.#clock = clock;
    this.#maxKeys = maxKeys;
  }

  get size(): number {
    return this.#buckets.size;
  }

  /** Whether `take(key)` would succeed. */
  hasToken(key: string): boolean {
    return this.#bucketOf(key).hasToken;
  }

  /** Takes a token of `key`'s bucket; `false` when there is none. */
  take(key: string): boolean {
    return this.#bucketOf(key).take();
  }

  #bucketOf(key: string): TokenBucket {
    const bucket = this.#buckets.get(key) ?? new TokenBucket(this.#limits, this.#clock);
    // Deleted and set again, a key moves to the end: the map's order is the order of last use.
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > this.#maxKeys) {
      const [oldest] = this.#buckets.keys();
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    return bucket;
  }
}
