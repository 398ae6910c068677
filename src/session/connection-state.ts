// The life of a session's connection, from either side: one state machine, pure.

import type { ErrorCode } from '../protocol/deskside-error.ts';
import type { Role } from '../protocol/role.ts';
import { assertNever } from './assert-never.ts';
import type { ConnectStep, InterruptionCause, LinePath } from './ports.ts';

export type ConnectionState =
  /** Nothing was tried yet. */
  | { readonly phase: 'idle' }
  /** The technician's browser can be reached, and nobody came yet. `refused` is why the last attempt failed. */
  | { readonly phase: 'waiting'; readonly refused: ErrorCode | null }
  | { readonly phase: 'connecting'; readonly step: ConnectStep }
  /** `isPoor`: what is sent takes so long to be answered that people notice. */
  | {
      readonly phase: 'connected';
      readonly connectedAtMs: number;
      readonly isPoor: boolean;
      /** Once it is known. */
      readonly path?: LinePath;
    }
  /** The other side can't be reached at the moment; the session goes on. `sinceMs` is when that began. */
  | {
      readonly phase: 'interrupted';
      readonly connectedAtMs: number;
      readonly sinceMs: number;
      readonly cause: InterruptionCause;
    }
  /** Never became a session. `step` is the one that failed. */
  | { readonly phase: 'failed'; readonly code: ErrorCode; readonly step: ConnectStep }
  /** Final. `by` is who ended it; `null` when the connection could not be kept, and `code` says why. */
  | {
      readonly phase: 'ended';
      readonly by: Role | null;
      readonly code: ErrorCode | null;
      /** Milliseconds from the first connection to the end; `null` when there was none. */
      readonly durationMs: number | null;
    };

export type ConnectionEvent =
  | { readonly type: 'listen' }
  | { readonly type: 'step'; readonly step: ConnectStep }
  | { readonly type: 'attempt-refused'; readonly code: ErrorCode }
  | { readonly type: 'connected'; readonly nowMs: number }
  | { readonly type: 'interrupted'; readonly cause: InterruptionCause; readonly nowMs: number }
  | { readonly type: 'restored' }
  | { readonly type: 'line'; readonly isPoor: boolean }
  | { readonly type: 'path'; readonly path: LinePath }
  | { readonly type: 'failed'; readonly code: ErrorCode }
  | { readonly type: 'lost'; readonly code: ErrorCode; readonly nowMs: number }
  | { readonly type: 'ended'; readonly by: Role; readonly nowMs: number };

export const IDLE: ConnectionState = { phase: 'idle' };

/** Whether the two sides have a session that is not over, whether or not they reach each other now. */
export function isInSession(
  state: ConnectionState,
): state is Extract<ConnectionState, { phase: 'connected' | 'interrupted' }> {
  return state.phase === 'connected' || state.phase === 'interrupted';
}

/** Whether the state is one that nothing leaves, other than a new attempt after `failed`. */
export function isOver(state: ConnectionState): boolean {
  return state.phase === 'failed' || state.phase === 'ended';
}

/** The state after `event`. An event that means nothing in `state` changes nothing. */
export function nextConnectionState(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  // Ended stays ended, whatever comes after.
  if (state.phase === 'ended') return state;
  switch (event.type) {
    case 'listen':
      return isInSession(state) ? state : { phase: 'waiting', refused: null };
    case 'step':
      return isInSession(state) ? state : { phase: 'connecting', step: event.step };
    case 'attempt-refused':
      return state.phase === 'connecting' || state.phase === 'waiting'
        ? { phase: 'waiting', refused: event.code }
        : state;
    case 'connected':
      return state.phase === 'connecting'
        ? { phase: 'connected', connectedAtMs: event.nowMs, isPoor: false }
        : state;
    case 'interrupted': {
      const { cause, nowMs } = event;
      if (!isInSession(state) || (state.phase === 'interrupted' && state.cause === cause)) return state;
      // What was found out later about the same interruption does not make it a new one.
      const sinceMs = state.phase === 'interrupted' ? state.sinceMs : nowMs;
      return { phase: 'interrupted', connectedAtMs: state.connectedAtMs, sinceMs, cause };
    }
    case 'restored':
      return state.phase === 'interrupted'
        ? { phase: 'connected', connectedAtMs: state.connectedAtMs, isPoor: false }
        : state;
    case 'line':
      return state.phase === 'connected' && state.isPoor !== event.isPoor
        ? { ...state, isPoor: event.isPoor }
        : state;
    case 'path':
      return state.phase === 'connected' ? { ...state, path: event.path } : state;
    case 'failed':
      if (isInSession(state)) return state;
      return {
        phase: 'failed',
        code: event.code,
        step: state.phase === 'connecting' ? state.step : 'server',
      };
    case 'lost':
      if (!isInSession(state)) return state;
      return {
        phase: 'ended',
        by: null,
        code: event.code,
        durationMs: event.nowMs - state.connectedAtMs,
      };
    case 'ended':
      return {
        phase: 'ended',
        by: event.by,
        code: null,
        durationMs: isInSession(state) ? event.nowMs - state.connectedAtMs : null,
      };
    default:
      return assertNever(event);
  }
}

/** The way between the two browsers, where there is one that is known. */
export function pathOf(state: ConnectionState): LinePath | null {
  return state.phase === 'connected' ? (state.path ?? null) : null;
}
