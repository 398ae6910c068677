// The journal of the technician's side: what each change of its state means. Pure.

import { connectionEvent, fileEvents, type JournalEvent, type JournalledState } from './journal.ts';
import type { TechnicianScreenState } from './technician-screen-state.ts';
import type { OwnScreenState } from './viewer-state.ts';

export interface JournalledTechnicianState extends JournalledState {
  readonly screen: TechnicianScreenState;
  readonly ownScreen: OwnScreenState;
}

/** What happened between two states that follow each other. */
export function technicianEvents(
  previous: JournalledTechnicianState,
  next: JournalledTechnicianState,
): readonly JournalEvent[] {
  const connection = connectionEvent(previous.connection, next.connection);
  const rest = [
    ...screenEvents(previous.screen, next.screen),
    ...ownScreenEvents(previous.ownScreen, next.ownScreen),
    ...fileEvents(previous.files, next.files, 'technician'),
  ];
  if (connection === null) return rest;
  // The end comes last, everything else of the connection first.
  return connection.kind === 'ended' ? [...rest, connection] : [connection, ...rest];
}

function screenEvents(previous: TechnicianScreenState, next: TechnicianScreenState): JournalEvent[] {
  if (previous === next) return [];
  switch (next.phase) {
    case 'requesting':
      return previous.phase === 'requesting' && previous.requestId === next.requestId
        ? []
        : [{ kind: 'screen-asked' }];
    case 'off':
      if (previous.phase === 'requesting') {
        switch (next.reason) {
          case 'declined':
          case 'failed':
          case 'unsupported':
            return [{ kind: 'screen-answered', answer: next.reason }];
          default:
            return [{ kind: 'screen-answered', answer: 'withdrawn' }];
        }
      }
      return previous.phase === 'shared' ? [{ kind: 'screen-stopped', durationMs: null }] : [];
    case 'shared': {
      if (previous.phase !== 'shared') {
        const isAsked = previous.phase === 'requesting';
        const answer: JournalEvent[] = isAsked ? [{ kind: 'screen-answered', answer: 'agreed' }] : [];
        const events: JournalEvent[] = [
          ...answer,
          { kind: 'screen-started', surface: next.surface, isAsked },
        ];
        return next.isPaused ? [...events, { kind: 'screen-paused' }] : events;
      }
      const events: JournalEvent[] = [];
      if (previous.surface !== next.surface) events.push({ kind: 'screen-changed', surface: next.surface });
      if (previous.isPaused !== next.isPaused) {
        events.push({ kind: next.isPaused ? 'screen-paused' : 'screen-resumed' });
      }
      if (previous.isWatching !== next.isWatching) {
        events.push({ kind: next.isWatching ? 'viewing-resumed' : 'viewing-stopped' });
      }
      return events;
    }
  }
}

function ownScreenEvents(previous: OwnScreenState, next: OwnScreenState): JournalEvent[] {
  if (previous === next) return [];
  if (previous.phase !== 'sharing') {
    return next.phase === 'sharing' ? [{ kind: 'own-screen-started', surface: next.surface }] : [];
  }
  if (next.phase !== 'sharing') return [{ kind: 'own-screen-stopped', durationMs: null }];
  if (previous.isViewerOpen === next.isViewerOpen) return [];
  return [{ kind: next.isViewerOpen ? 'viewer-opened' : 'viewer-closed' }];
}
