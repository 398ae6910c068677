// The computer's own clock and timer, as the session's ports.

import type { Clock, Timer } from './session/ports.ts';

export const systemClock: Clock = { now: () => Date.now() };

export const systemTimer: Timer = {
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
