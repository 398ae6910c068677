// A token bucket: a burst at once, then a steady rate. Knows nothing of what is being limited.

export interface BucketLimits {
  /** Tokens of a full bucket. */
  readonly burst: number;
  readonly perSecond: number;
}

/** What says the time, in ms. */
interface Ticks {
  now(): number;
}

export class TokenBucket {
  readonly #limits: BucketLimits;
  readonly #clock: Ticks;
  #tokens: number;
  #filledAtMs: number;

  constructor(limits: BucketLimits, clock: Ticks) {
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

  /** Puts a token back that was taken for nothing. */
  giveBack(): void {
    this.#tokens = Math.min(this.#limits.burst, this.#tokens + 1);
  }

  #fill(): void {
    const nowMs = this.#clock.now();
    // The system's clock may be set back.
    const elapsedMs = Math.max(0, nowMs - this.#filledAtMs);
    this.#filledAtMs = nowMs;
    this.#tokens = Math.min(this.#limits.burst, this.#tokens + (elapsedMs / 1000) * this.#limits.perSecond);
  }
}
