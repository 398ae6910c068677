// The journal of the customer's side: what each change of its state means. Pure.

import { isInSession } from './connection-state.ts';
import type { CustomerScreenState } from './customer-screen-state.ts';
import { connectionEvent, fileEvents, type JournalEvent, type JournalledState } from './journal.ts';
import type { ViewerState } from './viewer-state.ts';

export interface JournalledCustomerState extends JournalledState {
  readonly screen: CustomerScreenState;
  readonly viewer: ViewerState;
}

type Sharing = Extract<CustomerScreenState, { phase: 'sharing' }>;

/** What happened between two states that follow each other. */
export function customerEvents(
  previous: JournalledCustomerState,
  next: JournalledCustomerState,
): readonly JournalEvent[] {
  const connection = connectionEvent(previous.connection, next.connection);
  const rest = [
    ...answerEvents(previous.screen, next.screen),
    ...shareEvents(previous, next),
    ...viewerEvents(previous.viewer, next.viewer),
    ...fileEvents(previous.files, next.files, 'customer'),
  ];
  if (connection === null) return rest;
  // The end comes last, everything else of the connection first.
  return connection.kind === 'ended' ? [...rest, connection] : [connection, ...rest];
}

/** The technician's request, and what came of it. */
function answerEvents(previous: CustomerScreenState, next: CustomerScreenState): JournalEvent[] {
  if (previous === next) return [];
  const open = requestOf(previous);
  const now = requestOf(next);
  if (now !== null && now !== open) return [{ kind: 'screen-asked' }];
  if (open === null || now !== null) return [];
  switch (next.phase) {
    case 'sharing':
      return [{ kind: 'screen-answered', answer: 'agreed' }];
    case 'choosing':
      return [{ kind: 'screen-answered', answer: 'withdrawn' }];
    case 'off':
      // The technician is told the same: a picker that was closed is a No.
      if (next.problem === 'screen-picker-dismissed')
        return [{ kind: 'screen-answered', answer: 'declined' }];
      if (next.problem !== null) return [{ kind: 'screen-answered', answer: 'failed' }];
      // An end that leaves a request open is no answer to it.
      return next.answer === undefined ? [] : [{ kind: 'screen-answered', answer: next.answer }];
    default:
      return [];
  }
}

function requestOf(screen: CustomerScreenState): string | null {
  return screen.phase === 'requested' || screen.phase === 'choosing' ? screen.requestId : null;
}

/** What is shared with somebody: a screen that was chosen while still connecting is not shared yet. */
function sharedOf({ connection, screen }: JournalledCustomerState): Sharing | null {
  return isInSession(connection) && screen.phase === 'sharing' ? screen : null;
}

function shareEvents(previous: JournalledCustomerState, next: JournalledCustomerState): JournalEvent[] {
  const before = sharedOf(previous);
  const after = sharedOf(next);
  if (before === after) return [];
  if (before === null) {
    if (after === null) return [];
    const isAsked = requestOf(previous.screen) !== null;
    const events: JournalEvent[] = [{ kind: 'screen-started', surface: after.surface, isAsked }];
    return after.isPaused ? [...events, { kind: 'screen-paused' }] : events;
  }
  if (after === null) return [{ kind: 'screen-stopped', durationMs: null }];
  const events: JournalEvent[] = [];
  const isReplaced = before.isChanging && !after.isChanging && after.problem === null;
  if (isReplaced || before.surface !== after.surface) {
    events.push({ kind: 'screen-changed', surface: after.surface });
  }
  if (before.isPaused !== after.isPaused) {
    events.push({ kind: after.isPaused ? 'screen-paused' : 'screen-resumed' });
  }
  if (before.isWatched !== after.isWatched) {
    events.push({ kind: after.isWatched ? 'viewing-resumed' : 'viewing-stopped' });
  }
  return events;
}

function viewerEvents(previous: ViewerState, next: ViewerState): JournalEvent[] {
  if (previous.phase === next.phase) return [];
  if (previous.phase === 'off') {
    const started: JournalEvent = { kind: 'own-screen-started', surface: null };
    return next.phase === 'closed' ? [started, { kind: 'viewer-closed' }] : [started];
  }
  switch (next.phase) {
    case 'off':
      return [{ kind: 'own-screen-stopped', durationMs: null }];
    case 'open':
      return [{ kind: 'viewer-opened' }];
    case 'closed':
      return [{ kind: 'viewer-closed' }];
  }
}
