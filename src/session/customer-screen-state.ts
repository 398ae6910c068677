// The customer's screen as its owner sees it: asked for, being chosen, shared, or none of that. Pure.
// This is the side that decides; the technician's side (technician-screen-state.ts) mirrors it.

import type { Surface } from '../protocol/control-message.ts';
import type { ErrorCode } from '../protocol/deskside-error.ts';
import { assertNever } from './assert-never.ts';

export type CustomerScreenState =
  /**
   * Nothing is shared. `problem` is why the last try came to nothing, for the customer to read; `answer` is what
   * became of a request that was open right before, where the customer declined it or the technician took it back.
   */
  | { readonly phase: 'off'; readonly problem: ErrorCode | null; readonly answer?: 'declined' | 'withdrawn' }
  /** The technician asked; the customer has not answered. */
  | { readonly phase: 'requested'; readonly requestId: string }
  /** The browser's picker is open. `requestId` is the request that it answers, if any. */
  | { readonly phase: 'choosing'; readonly requestId: string | null }
  | {
      readonly phase: 'sharing';
      readonly surface: Surface;
      readonly showsThisPage: boolean;
      /** Whether the technician wants to see it at the moment. */
      readonly isWatched: boolean;
      /** Whether the customer holds the picture back for a while. */
      readonly isPaused: boolean;
      /** Whether the picker is open to replace what is shared. */
      readonly isChanging: boolean;
      /** Why the last try to replace it came to nothing. */
      readonly problem: ErrorCode | null;
    };

export type CustomerScreenEvent =
  | { readonly type: 'requested'; readonly requestId: string }
  | { readonly type: 'withdrawn'; readonly requestId: string }
  | { readonly type: 'declined' }
  /** The customer agreed: in the consent dialog, or by *Join and share my screen*. */
  | { readonly type: 'choose' }
  | { readonly type: 'captured'; readonly surface: Surface; readonly showsThisPage: boolean }
  | { readonly type: 'capture-failed'; readonly code: ErrorCode }
  | { readonly type: 'changed'; readonly surface: Surface; readonly showsThisPage: boolean }
  | { readonly type: 'view'; readonly isWatching: boolean }
  | { readonly type: 'paused'; readonly isPaused: boolean }
  /** The customer opened the picker to share something else instead. */
  | { readonly type: 'change' }
  | { readonly type: 'stopped' }
  /** The page was loaded again, which ends every capture and closes every picker. */
  | { readonly type: 'cut' };

export const CUSTOMER_SCREEN_OFF: CustomerScreenState = { phase: 'off', problem: null };

/** The state after `event`. An event that means nothing in `state` changes nothing. */
export function nextCustomerScreenState(
  state: CustomerScreenState,
  event: CustomerScreenEvent,
): CustomerScreenState {
  switch (event.type) {
    case 'requested':
      if (state.phase === 'sharing') return state;
      // A newer request replaces an unanswered one. A picker that is open already will answer it too.
      return {
        phase: state.phase === 'choosing' ? 'choosing' : 'requested',
        requestId: event.requestId,
      };
    case 'withdrawn':
      if (state.phase !== 'requested' && state.phase !== 'choosing') return state;
      if (state.requestId !== event.requestId) return state;
      // The customer has agreed by now, and goes on choosing of their own will.
      return state.phase === 'choosing'
        ? { phase: 'choosing', requestId: null }
        : { phase: 'off', problem: null, answer: 'withdrawn' };
    case 'declined':
      return state.phase === 'requested' ? { phase: 'off', problem: null, answer: 'declined' } : state;
    case 'choose':
      if (state.phase === 'requested') return { phase: 'choosing', requestId: state.requestId };
      return state.phase === 'off' ? { phase: 'choosing', requestId: null } : state;
    case 'captured': {
      const { surface, showsThisPage } = event;
      if (state.phase === 'sharing') {
        return state.isChanging ? { ...state, surface, showsThisPage, isChanging: false } : state;
      }
      if (state.phase !== 'choosing') return state;
      return {
        phase: 'sharing',
        surface,
        showsThisPage,
        isWatched: true,
        isPaused: false,
        isChanging: false,
        problem: null,
      };
    }
    case 'capture-failed':
      if (state.phase === 'sharing') {
        // What was shared before goes on.
        return state.isChanging ? { ...state, isChanging: false, problem: event.code } : state;
      }
      return state.phase === 'choosing' ? { phase: 'off', problem: event.code } : state;
    case 'changed':
      return state.phase === 'sharing'
        ? { ...state, surface: event.surface, showsThisPage: event.showsThisPage }
        : state;
    case 'view':
      return state.phase === 'sharing' && state.isWatched !== event.isWatching
        ? { ...state, isWatched: event.isWatching }
        : state;
    case 'paused':
      return state.phase === 'sharing' && state.isPaused !== event.isPaused
        ? { ...state, isPaused: event.isPaused }
        : state;
    case 'change':
      return state.phase === 'sharing' && !state.isChanging
        ? { ...state, isChanging: true, problem: null }
        : state;
    case 'stopped':
      return CUSTOMER_SCREEN_OFF;
    case 'cut':
      if (state.phase === 'sharing') return { phase: 'off', problem: 'screen-cut' };
      if (state.phase !== 'choosing') return state;
      return state.requestId === null
        ? CUSTOMER_SCREEN_OFF
        : { phase: 'requested', requestId: state.requestId };
    default:
      return assertNever(event);
  }
}
