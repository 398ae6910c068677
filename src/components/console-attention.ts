// All sessions of the console as one to attend to: only the one in view is looked at, and what was missed in all
// of them counts.

import type { Readable } from '../session/store.ts';

interface AttendedSession {
  readonly id: string;
  readonly session: {
    readonly state: Readable<{ readonly chat: { readonly unreadCount: number } }>;
    setLooking(isLooking: boolean): void;
  };
}

/** How many messages are unread in all of `handles`. */
export function unreadIn(handles: readonly AttendedSession[]): number {
  return handles.reduce((sum, { session }) => sum + session.state.value.chat.unreadCount, 0);
}

/** What AttentionController attends to. `shownId` is the session in view, if any is. */
export function attendTo(handles: readonly AttendedSession[], shownId: string | null) {
  return {
    state: { value: { chat: { unreadCount: unreadIn(handles) } }, subscribe: () => () => {} },
    setLooking(isLooking: boolean): void {
      for (const { id, session } of handles) session.setLooking(isLooking && id === shownId);
    },
  };
}
