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
  /** Whether the person has the page in view. */
  readonly isLooking: boolean;
  /** Messages of the other side that came in while the chat was closed or nobody looked. */
  readonly unreadCount: number;
  /** Ids of own messages that the other side has not confirmed yet. */
  readonly undelivered: readonly string[];
}

export type ChatEvent =
  | { readonly type: 'sent'; readonly entry: ChatEntry }
  /** It could not even be sent later: its writer has it back. */
  | { readonly type: 'unsent'; readonly id: string }
  /** The other side has them. */
  | { readonly type: 'delivered'; readonly ids: readonly string[] }
  /** `opens` brings the chat to the front. */
  | { readonly type: 'received'; readonly entry: ChatEntry; readonly opens: boolean }
  /** The person has the page in view, or not any more. */
  | { readonly type: 'looked'; readonly isLooking: boolean }
  | { readonly type: 'opened' }
  | { readonly type: 'closed' };

export const EMPTY_CHAT: ChatState = {
  entries: [],
  isOpen: false,
  isLooking: true,
  unreadCount: 0,
  undelivered: [],
};

/** The state after `event`. A message that is already in the log is not added again. */
export function nextChatState(state: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'sent':
      return {
        ...state,
        entries: append(state.entries, event.entry),
        undelivered: [...state.undelivered, event.entry.id],
      };
    case 'unsent':
      return {
        ...state,
        entries: state.entries.filter(({ id }) => id !== event.id),
        undelivered: state.undelivered.filter((id) => id !== event.id),
      };
    case 'delivered': {
      const undelivered = state.undelivered.filter((id) => !event.ids.includes(id));
      return undelivered.length === state.undelivered.length ? state : { ...state, undelivered };
    }
    case 'received': {
      if (state.entries.some((entry) => entry.from === event.entry.from && entry.id === event.entry.id)) {
        return state;
      }
      const isOpen = state.isOpen || event.opens;
      return {
        ...state,
        entries: append(state.entries, event.entry),
        isOpen,
        unreadCount: isOpen && state.isLooking ? 0 : state.unreadCount + 1,
      };
    }
    case 'looked':
      if (state.isLooking === event.isLooking) return state;
      return read({ ...state, isLooking: event.isLooking });
    case 'opened':
      return state.isOpen ? state : read({ ...state, isOpen: true });
    case 'closed':
      return state.isOpen ? { ...state, isOpen: false } : state;
    default:
      return assertNever(event);
  }
}

/** What is open before somebody's eyes is read. */
function read(state: ChatState): ChatState {
  return state.isOpen && state.isLooking ? { ...state, unreadCount: 0 } : state;
}

function append(entries: readonly ChatEntry[], entry: ChatEntry): readonly ChatEntry[] {
  return [...entries, entry].slice(-MAX_CHAT_ENTRIES);
}
