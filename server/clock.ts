// The time, as something that a test can set. Nothing in server/ calls Date.now() elsewhere.

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
