// The states of the console's waiting page that are about the support key, each reached as in technician-states.ts.

import { MAX_KEYS_PER_SESSION } from '../protocol/limits.ts';
import { type DrivenSession, startSession, until } from './technician-driven-session.ts';
import type { TechnicianStage } from './technician-shell/technician-stage.ts';

/** Three wrong tries, as the customer's browser makes them. */
async function burn({ events, session }: DrivenSession): Promise<void> {
  await until(() => events.currentKey() !== null, session);
  for (let key = events.currentKey(); key !== null; key = events.currentKey()) {
    events.onStep('proof');
    events.onWrongKey(key);
    events.onRefused('key-wrong');
  }
}

function waiting(drive: (driven: DrivenSession) => Promise<void>): { build(): Promise<TechnicianStage> } {
  return {
    build: async () => {
      const driven = startSession();
      driven.events.onReady();
      await drive(driven);
      return driven.stage;
    },
  };
}

export const TECHNICIAN_KEY_STATES = {
  'waiting, key ready': waiting(async ({ events, session }) => {
    await until(() => events.currentKey() !== null, session);
  }),
  'waiting after a wrong key': waiting(async ({ events, session }) => {
    await until(() => events.currentKey() !== null, session);
    events.onStep('proof');
    events.onRefused('key-wrong');
  }),
  'waiting, key burned': waiting(async (driven) => {
    await burn(driven);
    await until(() => driven.events.currentKey() !== null, driven.session);
  }),
  'waiting, key burned, no new one': waiting(async (driven) => {
    await until(() => driven.events.currentKey() !== null, driven.session);
    driven.keys.problem = 'server-busy';
    await burn(driven);
    await until(() => driven.session.state.value.supportKey.phase === 'none', driven.session);
  }),
  'waiting, keys burned again and again': waiting(async (driven) => {
    for (let count = 0; count < MAX_KEYS_PER_SESSION; count++) await burn(driven);
  }),
};
