// The technician's support key: made, tried wrongly, burned after three wrong tries and made anew. Pure.

import type { ErrorCode } from '../protocol/deskside-error.ts';
import { MAX_KEYS_PER_SESSION, MAX_WRONG_KEYS } from '../protocol/limits.ts';
import type { SupportKey } from '../protocol/support-key.ts';
import { assertNever } from './assert-never.ts';

/** `burned` counts the keys that stopped working after three wrong tries. */
export type SupportKeyState =
  /** Nobody can join by key. `problem` is why, where there should be one. */
  | { readonly phase: 'none'; readonly burned: number; readonly problem: ErrorCode | null }
  | { readonly phase: 'making'; readonly burned: number }
  | {
      readonly phase: 'ready';
      readonly burned: number;
      readonly key: SupportKey;
      readonly wrongTries: number;
    };

export type SupportKeyEvent =
  | { readonly type: 'make' }
  | { readonly type: 'made'; readonly key: SupportKey }
  | { readonly type: 'failed'; readonly code: ErrorCode }
  /** Somebody proved not to hold `key`. */
  | { readonly type: 'wrong'; readonly key: SupportKey }
  /** The customer is there, or the session is over: a key leads nowhere any more. */
  | { readonly type: 'closed' };

export const NO_SUPPORT_KEY: SupportKeyState = { phase: 'none', burned: 0, problem: null };

/** The state after `event`. An event that means nothing in `state` changes nothing. */
export function nextSupportKeyState(state: SupportKeyState, event: SupportKeyEvent): SupportKeyState {
  const { burned } = state;
  switch (event.type) {
    case 'make':
      return state.phase === 'none' && burned < MAX_KEYS_PER_SESSION ? { phase: 'making', burned } : state;
    case 'made':
      return state.phase === 'making' ? { phase: 'ready', burned, key: event.key, wrongTries: 0 } : state;
    case 'failed':
      return state.phase === 'making' ? { phase: 'none', burned, problem: event.code } : state;
    case 'wrong': {
      // A try at a key that was replaced meanwhile says nothing about the one that works.
      if (state.phase !== 'ready' || state.key !== event.key) return state;
      const wrongTries = state.wrongTries + 1;
      if (wrongTries < MAX_WRONG_KEYS) return { ...state, wrongTries };
      // Whoever burns one key after the other is no customer, and would find the right one some day.
      return burned + 1 < MAX_KEYS_PER_SESSION
        ? { phase: 'making', burned: burned + 1 }
        : { phase: 'none', burned: burned + 1, problem: 'too-many-tries' };
    }
    case 'closed':
      return { phase: 'none', burned, problem: null };
    default:
      return assertNever(event);
  }
}
