// The chat of one session, from either side: the log, what is unread, whether it is open. Pure.

import { MAX_CHAT_ENTRIES } from '../protocol/limits.ts';
import type { Role } from '../protocol/role.ts';
import { assertNever } from './assert-never.ts';

export interface ChatEntry {
  readonly id: string;
  readonly from: Role;
  readonly text: string;
  /** When it was sent or came in, by this browser's clock, in ms since the epoch. */
  readonly atMs: number;
}

export interface ChatState {
  /** Oldest first. */
  readonly entries: readonly ChatEntry[];
  readonly isOpen: boolean;
  /** Messages of the other side that came in while the chat was closed. */
  readonly unreadCount: number;
}

export type ChatEvent =
  | { readonly type: 'sent'; readonly entry: ChatEntry }
  /** `opens` brings the chat to the front. */
  | { readonly type: 'received'; readonly entry: ChatEntry; readonly opens: boolean }
  | { readonly type: 'opened' }
  | { readonly type: 'closed' };

export const EMPTY_CHAT: ChatState = { entries: [], isOpen: false, unreadCount: 0 };

/** The state after `event`. A message that is already in the log is not added again. */
export function nextChatState(state: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'sent':
      return { ...state, entries: append(state.entries, event.entry) };
    case 'received': {
      if (state.entries.some((entry) => entry.from === event.entry.from && entry.id === event.entry.id)) {
        return state;
      }
      const isOpen = state.isOpen || event.opens;
      return {
        entries: append(state.entries, event.entry),
        isOpen,
        unreadCount: isOpen ? 0 : state.unreadCount + 1,
      };
    }
    case 'opened':
      return state.isOpen ? state : { ...state, isOpen: true, unreadCount: 0 };
    case 'closed':
      return state.isOpen ? { ...state, isOpen: false } : state;
    default:
      return assertNever(event);
  }
}

function append(entries: readonly ChatEntry[], entry: ChatEntry): readonly ChatEntry[] {
  return [...entries, entry].slice(-MAX_CHAT_ENTRIES);
}
