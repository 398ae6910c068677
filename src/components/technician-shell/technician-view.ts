// Which part fills the console at a stage, and what the browser's tab says. Pure.

import type { TechnicianWords } from '../../i18n/en/technician.ts';
import type { ConnectionState } from '../../session/connection-state.ts';
import type { TechnicianState } from '../../session/technician-session.ts';
import { statusText } from '../technician-header/status-text.ts';
import type { TechnicianStage } from './technician-stage.ts';

/** The parts that fill the console, one at a time. */
export type TechnicianView = 'sign-in' | 'start' | 'invite' | 'workspace' | 'ended';

/** The part that fills the console. `connection` is the session's, while there is one. */
export function technicianView(stage: TechnicianStage, connection: ConnectionState | null): TechnicianView {
  if (connection === null) return stage.phase === 'ready' ? 'start' : 'sign-in';
  switch (connection.phase) {
    case 'connected':
    case 'interrupted':
      return 'workspace';
    case 'ended':
      return 'ended';
    default:
      return 'invite';
  }
}

/** The page's title: how the session stands comes first, where a narrow tab still shows it. */
export function pageTitle(words: TechnicianWords, session: TechnicianState | null): string {
  if (session === null) return words.consoleName;
  const title = words.pageTitle(statusText(words, session.connection));
  const { unreadCount } = session.chat;
  return unreadCount > 0 ? words.unreadTitle(unreadCount, title) : title;
}
