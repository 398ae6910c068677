// The other side's newest message, where one came in between two states. Pure.

import type { Role } from '../../protocol/role.ts';
import type { ChatEntry, ChatState } from '../../session/chat-state.ts';

/** The message that came from `role`, or `null` when nothing new came from there. */
export function newMessageFrom(role: Role, before: ChatState, after: ChatState): ChatEntry | null {
  if (before.entries === after.entries) return null;
  const last = after.entries.at(-1);
  return last !== undefined && last.from === role && last !== before.entries.at(-1) ? last : null;
}
