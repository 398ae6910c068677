// The customer's screen as the technician's side knows it: a mirror of what the customer's side says. Pure.

import type { Surface } from '../protocol/control-message.ts';
import { assertNever } from './assert-never.ts';

/** Why nothing is shared. */
export type ScreenOffReason =
  | 'not-shared'
  | 'declined'
  | 'failed'
  | 'unsupported'
  | 'stopped-by-customer'
  | 'page-reloaded';

export type TechnicianScreenState =
  | { readonly phase: 'off'; readonly reason: ScreenOffReason }
  /** Asked; the customer has not answered. */
  | { readonly phase: 'requesting'; readonly requestId: string }
  | {
      readonly phase: 'shared';
      readonly surface: Surface;
      /** What the technician wants. */
      readonly isWatching: boolean;
      /** Whether the customer holds the picture back. */
      readonly isPaused: boolean;
      /** Whether the customer's side sends the picture. */
      readonly isSending: boolean;
    };

export type TechnicianScreenEvent =
  | { readonly type: 'introduced'; readonly canShareScreen: boolean }
  | { readonly type: 'request'; readonly requestId: string }
  | { readonly type: 'withdraw' }
  | { readonly type: 'refused'; readonly requestId: string; readonly reason: ScreenOffReason }
  | {
      readonly type: 'state';
      readonly sharing: {
        readonly surface: Surface;
        readonly isPaused: boolean;
        readonly isSending: boolean;
      } | null;
    }
  | { readonly type: 'watch'; readonly isWatching: boolean }
  /** The customer's page was loaded again, which ends every capture. */
  | { readonly type: 'reloaded' };

export const TECHNICIAN_SCREEN_OFF: TechnicianScreenState = { phase: 'off', reason: 'not-shared' };

/** Whether the technician may ask for the screen now. */
export function mayRequestScreen(state: TechnicianScreenState): boolean {
  return state.phase === 'off' && state.reason !== 'unsupported';
}

/** The state after `event`. An event that means nothing in `state` changes nothing. */
export function nextTechnicianScreenState(
  state: TechnicianScreenState,
  event: TechnicianScreenEvent,
): TechnicianScreenState {
  switch (event.type) {
    case 'introduced':
      return event.canShareScreen ? state : { phase: 'off', reason: 'unsupported' };
    case 'request':
      return mayRequestScreen(state) ? { phase: 'requesting', requestId: event.requestId } : state;
    case 'withdraw':
      return state.phase === 'requesting' ? TECHNICIAN_SCREEN_OFF : state;
    case 'refused':
      return state.phase === 'requesting' && state.requestId === event.requestId
        ? { phase: 'off', reason: event.reason }
        : state;
    case 'state':
      if (event.sharing === null) {
        return state.phase === 'shared' ? { phase: 'off', reason: 'stopped-by-customer' } : state;
      }
      return {
        phase: 'shared',
        ...event.sharing,
        isWatching: state.phase === 'shared' ? state.isWatching : true,
      };
    case 'reloaded':
      return state.phase === 'shared' ? { phase: 'off', reason: 'page-reloaded' } : state;
    case 'watch':
      return state.phase === 'shared' && state.isWatching !== event.isWatching
        ? { ...state, isWatching: event.isWatching }
        : state;
    default:
      return assertNever(event);
  }
}
