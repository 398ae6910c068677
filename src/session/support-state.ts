// What of a session the page that opened the support window is told: how it stands, and nothing that was said. Pure.

import type { SupportPhase, SupportState } from '../protocol/embedding.ts';
import type { ConnectionState } from './connection-state.ts';
import type { CustomerState } from './customer-session.ts';
import { isScreenVisible } from './screen-visibility.ts';

const PHASES: Readonly<Record<ConnectionState['phase'], SupportPhase>> = {
  idle: 'open',
  waiting: 'open',
  failed: 'open',
  connecting: 'connecting',
  connected: 'connected',
  interrupted: 'reconnecting',
  ended: 'ended',
};

/** `state` is `null` where there is no session yet. */
export function supportStateOf(state: CustomerState | null): SupportState {
  if (state === null) return { phase: 'open', technician: null, isScreenVisible: false, unreadCount: 0 };
  return {
    phase: PHASES[state.connection.phase],
    technician: state.technician.name,
    isScreenVisible: isScreenVisible(state),
    unreadCount: state.chat.unreadCount,
  };
}
