// The customer's connector as the session has it from the beginning: its code is loaded when it is first needed.

import { retryDelay } from './rtc/retry-delay.ts';
import type { Connector, RejoinEvents } from './session/ports.ts';

/** Before loading is tried again for somebody who comes back, in ms. */
const RELOAD = { firstMs: 500, maxMs: 10_000 };

/** `load` rejects with a `DesksideError` while the code can't be had. */
export function lazyConnector(load: () => Promise<Connector>): Connector {
  let connector: Connector | null = null;
  let isWanted = false;

  const startLater = async (events: RejoinEvents, signal: AbortSignal) => {
    for (let tries = 0; connector === null && !signal.aborted; tries++) {
      try {
        connector = await load();
      } catch {
        await retryDelay(tries, RELOAD);
      }
    }
    if (signal.aborted) return;
    connector?.startRejoining(events, signal);
    connector?.setRejoinWanted(isWanted);
  };

  return {
    connect: async (onStep, signal) => {
      onStep('server');
      connector = await load();
      return connector.connect(onStep, signal);
    },
    startRejoining: (events, signal) => {
      if (connector === null) void startLater(events, signal);
      else connector.startRejoining(events, signal);
    },
    setRejoinWanted: (isWantedNow) => {
      isWanted = isWantedNow;
      connector?.setRejoinWanted(isWantedNow);
    },
  };
}
