// A bounded set of token buckets by key, such as one for each address.

import { type BucketLimits, TokenBucket } from '../src/protocol/token-bucket.ts';
import type { Clock } from './clock.ts';

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

  /** Puts a token of `key`'s bucket back that was taken for nothing. */
  giveBack(key: string): void {
    this.#bucketOf(key).giveBack();
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
