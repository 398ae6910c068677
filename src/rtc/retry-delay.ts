// Waiting before something is tried again in the browser.

import { type BackoffLimits, backoffMs } from '../protocol/backoff.ts';

/** Settles when it is time for the next try after `failedTries` that failed. */
export function retryDelay(failedTries: number, limits: BackoffLimits): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, backoffMs(failedTries, limits, Math.random)));
}
