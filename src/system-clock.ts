// The computer's own clock, as the session's port.

import type { Clock } from './session/ports.ts';

export const systemClock: Clock = { now: () => Date.now() };
