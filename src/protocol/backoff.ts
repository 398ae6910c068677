// How long to wait before the next try: longer after each failure, and never the same for everybody.

export interface BackoffLimits {
  readonly firstMs: number;
  readonly maxMs: number;
}

/**
 * The delay before the next try, in ms: at random between half of it and all of `firstMs` × 2^`failedTries`, at most `maxMs`.
 *
 * @param random a number from 0 up to, not including, 1.
 */
export function backoffMs(
  failedTries: number,
  { firstMs, maxMs }: BackoffLimits,
  random: () => number,
): number {
  return Math.min(maxMs, firstMs * 2 ** failedTries) * (0.5 + random() / 2);
}
