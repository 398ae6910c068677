// Whether the customer's screen can be seen: the one fact that is never in doubt. Pure, and by itself, since also what is
// loaded apart asks it.

import type { ConnectionState } from './connection-state.ts';
import type { CustomerScreenState } from './customer-screen-state.ts';

/** What of a session's state decides it. */
interface Shown {
  readonly connection: ConnectionState;
  readonly screen: CustomerScreenState;
}

/** Whether the technician sees the customer's screen at this moment. */
export function isScreenVisible({ connection, screen }: Shown): boolean {
  return connection.phase === 'connected' && screen.phase === 'sharing' && isWanted(screen);
}

/** Whether the picture flows while there is a connection. */
export function isWanted({
  isWatched,
  isPaused,
}: Extract<CustomerScreenState, { phase: 'sharing' }>): boolean {
  return isWatched && !isPaused;
}

/** Whether the technician can read along while the customer types in this page. */
export function isTypingVisible(state: Shown): boolean {
  return (
    isScreenVisible(state) &&
    state.screen.phase === 'sharing' &&
    (state.screen.surface === 'monitor' || state.screen.showsThisPage)
  );
}
