// The technician's own screen, as each side knows it. The technician starts and stops it; the customer can close
// the viewer. Pure.

import type { Surface } from '../protocol/control-message.ts';
import type { ErrorCode } from '../protocol/deskside-error.ts';
import { assertNever } from './assert-never.ts';

/** At the customer's. */
export type ViewerState =
  /** The technician shows nothing. */
  | { readonly phase: 'off' }
  | { readonly phase: 'open' }
  /** The technician shows their screen, and the customer has closed it. */
  | { readonly phase: 'closed' };

/** At the technician's. */
export type OwnScreenState =
  /** `problem` is why the last try came to nothing. */
  | { readonly phase: 'off'; readonly problem: ErrorCode | null }
  /** The browser's picker is open. */
  | { readonly phase: 'choosing' }
  | {
      readonly phase: 'sharing';
      readonly surface: Surface;
      /** Whether the customer has the viewer open. */
      readonly isViewerOpen: boolean;
    };

/** Whether the customer sees the technician's screen while there is a connection. */
export function isOwnScreenSeen(state: OwnScreenState): boolean {
  return state.phase === 'sharing' && state.isViewerOpen;
}

export const VIEWER_OFF: ViewerState = { phase: 'off' };
export const OWN_SCREEN_OFF: OwnScreenState = { phase: 'off', problem: null };

export type ViewerEvent =
  /** The technician shows their screen. */
  | { readonly type: 'started' }
  | { readonly type: 'stopped' }
  /** By the customer. */
  | { readonly type: 'closed' }
  | { readonly type: 'opened' };

/** The customer's state after `event`. An event that means nothing in `state` changes nothing. */
export function nextViewerState(state: ViewerState, event: ViewerEvent): ViewerState {
  switch (event.type) {
    case 'started':
      // It opens by itself, and what was closed stays closed until it is shown anew.
      return state.phase === 'off' ? { phase: 'open' } : state;
    case 'stopped':
      return state.phase === 'off' ? state : VIEWER_OFF;
    case 'closed':
      return state.phase === 'open' ? { phase: 'closed' } : state;
    case 'opened':
      return state.phase === 'closed' ? { phase: 'open' } : state;
    default:
      return assertNever(event);
  }
}

export type OwnScreenEvent =
  | { readonly type: 'choose' }
  | { readonly type: 'captured'; readonly surface: Surface }
  | { readonly type: 'capture-failed'; readonly code: ErrorCode }
  /** Another surface of the same capture. */
  | { readonly type: 'changed'; readonly surface: Surface }
  | { readonly type: 'not-sent' }
  | { readonly type: 'stopped' }
  /** The page was loaded again, which ends every capture and closes every picker. */
  | { readonly type: 'cut' }
  /** The customer's word about their viewer. */
  | { readonly type: 'viewer'; readonly isOpen: boolean };

/** The technician's state after `event`. An event that means nothing in `state` changes nothing. */
export function nextOwnScreenState(state: OwnScreenState, event: OwnScreenEvent): OwnScreenState {
  switch (event.type) {
    case 'choose':
      return state.phase === 'off' ? { phase: 'choosing' } : state;
    case 'captured':
      return state.phase === 'choosing'
        ? { phase: 'sharing', surface: event.surface, isViewerOpen: false }
        : state;
    case 'capture-failed':
      return state.phase === 'choosing' ? { phase: 'off', problem: event.code } : state;
    case 'changed':
      return state.phase === 'sharing' ? { ...state, surface: event.surface } : state;
    case 'not-sent':
      return state.phase === 'sharing' ? { phase: 'off', problem: 'screen-not-sent' } : state;
    case 'stopped':
      return state.phase === 'off' ? state : OWN_SCREEN_OFF;
    case 'cut':
      if (state.phase === 'sharing') return { phase: 'off', problem: 'screen-cut' };
      return state.phase === 'choosing' ? OWN_SCREEN_OFF : state;
    case 'viewer':
      return state.phase === 'sharing' && state.isViewerOpen !== event.isOpen
        ? { ...state, isViewerOpen: event.isOpen }
        : state;
    default:
      return assertNever(event);
  }
}
