// Which single keys of the console do something at a moment. Pure.

import type { ConnectionState } from '../../session/connection-state.ts';
import type { ShortcutActions } from '../technician-shortcuts/shortcut-controller.ts';
import { SHORTCUT_KEYS } from '../technician-shortcuts/shortcut-keys.ts';
import type { ReadyStage } from './technician-stage.ts';

type ConsoleAction =
  | 'newSession'
  | 'nextSession'
  | 'previousSession'
  | 'help'
  | 'chat'
  | 'sendFiles'
  | 'viewFiles'
  | 'end';

/** `shown` is how the session in view stands, where one is. */
export function consoleShortcuts(
  { sessions, isCreating }: ReadyStage,
  shown: ConnectionState | null,
  actions: Readonly<Record<ConsoleAction, () => void>>,
): ShortcutActions {
  if (sessions.length === 0) return {};
  const possible: ConsoleAction[] = ['nextSession', 'previousSession', 'help'];
  if (!isCreating) possible.push('newSession');
  if (shown !== null && shown.phase !== 'ended') possible.push('chat', 'sendFiles', 'viewFiles', 'end');
  return Object.fromEntries(possible.map((name) => [SHORTCUT_KEYS[name], actions[name]]));
}
