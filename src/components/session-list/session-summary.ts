// What the list says of one session: its name, its state in a word or two, what waits there. Pure.

import type { TechnicianWords } from '../../i18n/en/technician.ts';
import { assertNever } from '../../session/assert-never.ts';
import { type ConnectionState, isInSession } from '../../session/connection-state.ts';
import { isOwnScreenSeen } from '../../session/viewer-state.ts';
import { isPictureFlowing } from '../screen-view/screen-message.ts';
import type { SessionHandle } from '../technician-shell/technician-stage.ts';

export interface SessionSummary {
  readonly id: string;
  readonly name: string;
  readonly phase: ConnectionState['phase'];
  /** The state in words. */
  readonly stateText: string;
  /** When the customer joined, in ms since the epoch, while the session runs. */
  readonly connectedAtMs: number | null;
  /** Whether the customer's screen comes in here, in view or not. */
  readonly isScreenVisible: boolean;
  /** Whether this customer sees the technician's own screen. */
  readonly isOwnScreenSeen: boolean;
  /** Whether files were offered that nobody has answered. */
  readonly offersFiles: boolean;
  readonly unreadCount: number;
}

/** What a session is called. */
export function sessionName(
  { sessions }: TechnicianWords,
  { notes, number }: Pick<SessionHandle, 'notes' | 'number'>,
): string {
  const label = notes.value.label.trim();
  return label === '' ? sessions.numbered(number) : label;
}

export function summaryOf(words: TechnicianWords, handle: SessionHandle): SessionSummary {
  const { connection, screen, ownScreen, files, chat } = handle.session.state.value;
  return {
    id: handle.id,
    name: sessionName(words, handle),
    phase: connection.phase,
    stateText: stateText(words, connection),
    connectedAtMs: isInSession(connection) ? connection.connectedAtMs : null,
    isScreenVisible: connection.phase === 'connected' && isPictureFlowing(screen),
    isOwnScreenSeen: connection.phase === 'connected' && isOwnScreenSeen(ownScreen),
    offersFiles:
      isInSession(connection) &&
      files.transfers.some(
        ({ direction, progress }) => direction === 'incoming' && progress.phase === 'offered',
      ),
    unreadCount: chat.unreadCount,
  };
}

function stateText({ sessions: { state } }: TechnicianWords, connection: ConnectionState): string {
  switch (connection.phase) {
    case 'idle':
      return state.gettingReady;
    case 'waiting':
      return state.waiting;
    case 'connecting':
      return connection.step === 'server' ? state.gettingReady : state.connecting;
    case 'connected':
      return state.connected;
    case 'interrupted':
      return state.reconnecting;
    case 'failed':
      return state.failed;
    case 'ended':
      if (connection.by === null) return state.lost;
      return connection.by === 'customer' ? state.endedByCustomer : state.endedByTechnician;
    default:
      return assertNever(connection);
  }
}
