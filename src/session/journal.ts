// What happened in a session, in order: the entries, and those that follow from the connection and the files.
// Entries are derived from changes of the state, so no feature has to know that there is a report. Pure.

import type { Surface } from '../protocol/control-message.ts';
import type { ErrorCode } from '../protocol/deskside-error.ts';
import type { Role } from '../protocol/role.ts';
import { assertNever } from './assert-never.ts';
import { type ConnectionState, isInSession } from './connection-state.ts';
import type { Transfer, TransfersState } from './transfer-state.ts';

/** Entries that a journal keeps; the oldest go first, and the first entry then says how many. */
export const MAX_JOURNAL_ENTRIES = 2_000;

/** What became of a request for the screen. */
export type ScreenAnswer = 'agreed' | 'declined' | 'withdrawn' | 'failed' | 'unsupported';

/** A file as the journal names it: the same on both sides. */
export interface JournalFile {
  /** Unique in the session. */
  readonly id: string;
  /** Who sent it. */
  readonly from: Role;
  readonly name: string;
  readonly sizeBytes: number;
}

export type JournalEvent =
  /** So many earlier entries were not kept. */
  | { readonly kind: 'omitted'; readonly count: number }
  /** Somebody tried to join and was turned away. */
  | { readonly kind: 'join-refused'; readonly code: ErrorCode }
  | { readonly kind: 'joined' }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'restored' }
  /** `by` is `null` when the connection could not be kept; `code` says why. */
  | { readonly kind: 'ended'; readonly by: Role | null; readonly code: ErrorCode | null }
  /** The customer's screen. */
  | { readonly kind: 'screen-asked' }
  | { readonly kind: 'screen-answered'; readonly answer: ScreenAnswer }
  /** `isAsked`: in answer to a request, not of the customer's own will. */
  | { readonly kind: 'screen-started'; readonly surface: Surface; readonly isAsked: boolean }
  | { readonly kind: 'screen-changed'; readonly surface: Surface }
  | { readonly kind: 'screen-paused' }
  | { readonly kind: 'screen-resumed' }
  /** Milliseconds since it was started, pauses included; `null` where the start is not in the journal any more. */
  | { readonly kind: 'screen-stopped'; readonly durationMs: number | null }
  /** The technician looked away from what is shared, or looks again. */
  | { readonly kind: 'viewing-stopped' }
  | { readonly kind: 'viewing-resumed' }
  /** The technician's own screen. The customer's side does not know the surface. */
  | { readonly kind: 'own-screen-started'; readonly surface: Surface | null }
  | { readonly kind: 'own-screen-stopped'; readonly durationMs: number | null }
  /** The customer's view of it. */
  | { readonly kind: 'viewer-closed' }
  | { readonly kind: 'viewer-opened' }
  | { readonly kind: 'file-offered'; readonly file: JournalFile }
  | { readonly kind: 'file-accepted'; readonly file: JournalFile }
  | { readonly kind: 'file-declined'; readonly file: JournalFile }
  | { readonly kind: 'file-cancelled'; readonly file: JournalFile; readonly by: Role }
  | { readonly kind: 'file-failed'; readonly file: JournalFile; readonly code: ErrorCode }
  /** `checksum` is that of the whole file, as 64 hexadecimal digits. */
  | { readonly kind: 'file-done'; readonly file: JournalFile; readonly checksum: string };

export type JournalEntry = JournalEvent & {
  /** By this browser's clock, in ms since the epoch. */
  readonly atMs: number;
};

/** What the journal reads of every session's state. */
export interface JournalledState {
  readonly connection: ConnectionState;
  readonly files: TransfersState;
}

/** `journal` with `events` at `nowMs` behind it. Without events it is the very same journal. */
export function appendToJournal(
  journal: readonly JournalEntry[],
  events: readonly JournalEvent[],
  nowMs: number,
): readonly JournalEntry[] {
  if (events.length === 0) return journal;
  const entries = [...journal, ...events.map((event) => timed(event, nowMs, journal))];
  if (entries.length <= MAX_JOURNAL_ENTRIES) return entries;
  const dropped = entries.slice(0, entries.length - MAX_JOURNAL_ENTRIES + 1);
  const count = dropped.reduce((sum, entry) => sum + (entry.kind === 'omitted' ? entry.count : 1), 0);
  const atMs = dropped.at(-1)?.atMs ?? nowMs;
  return [{ kind: 'omitted', count, atMs }, ...entries.slice(dropped.length)];
}

/** What the change of the connection means, if it means anything. `null`: it goes on as it was. */
export function connectionEvent(previous: ConnectionState, next: ConnectionState): JournalEvent | null {
  if (previous === next) return null;
  switch (next.phase) {
    case 'connected':
      if (previous.phase === 'connected') return null;
      return previous.phase === 'interrupted' ? { kind: 'restored' } : { kind: 'joined' };
    case 'interrupted':
      return previous.phase === 'interrupted' ? null : { kind: 'interrupted' };
    case 'waiting':
      return next.refused === null || isInSession(previous)
        ? null
        : { kind: 'join-refused', code: next.refused };
    case 'ended':
      return previous.phase === 'ended' ? null : { kind: 'ended', by: next.by, code: next.code };
    case 'idle':
    case 'connecting':
    case 'failed':
      return null;
    default:
      return assertNever(next);
  }
}

/** What the changes of the files mean, as the side `self` tells it. */
export function fileEvents(previous: TransfersState, next: TransfersState, self: Role): JournalEvent[] {
  if (previous === next || previous.transfers === next.transfers) return [];
  const before = new Map(previous.transfers.map((transfer) => [transfer.id, transfer]));
  return next.transfers.flatMap((transfer) => {
    const known = before.get(transfer.id);
    return known === transfer ? [] : transferEvents(known, transfer, self);
  });
}

function transferEvents(previous: Transfer | undefined, next: Transfer, self: Role): JournalEvent[] {
  const { id, name, sizeBytes, progress } = next;
  const other: Role = self === 'technician' ? 'customer' : 'technician';
  const file: JournalFile = { id, from: next.direction === 'outgoing' ? self : other, name, sizeBytes };
  const events: JournalEvent[] = previous === undefined ? [{ kind: 'file-offered', file }] : [];
  if (previous?.progress.phase === progress.phase) return events;
  if (hasMoved(progress) && (previous === undefined || !hasMoved(previous.progress))) {
    events.push({ kind: 'file-accepted', file });
  }
  switch (progress.phase) {
    case 'offered':
    case 'choosing':
    case 'running':
    case 'checking':
    case 'held':
      break;
    case 'done':
      events.push({ kind: 'file-done', file, checksum: progress.checksum });
      break;
    case 'declined':
      events.push({ kind: 'file-declined', file });
      break;
    case 'cancelled':
      events.push({ kind: 'file-cancelled', file, by: progress.by });
      break;
    case 'failed':
      events.push({ kind: 'file-failed', file, code: progress.code });
      break;
    default:
      return assertNever(progress);
  }
  return events;
}

/** Whether the receiver has agreed, for certain. */
function hasMoved(progress: Transfer['progress']): boolean {
  const { phase } = progress;
  if (phase === 'held') return progress.startedAtMs !== null;
  return phase === 'running' || phase === 'checking' || phase === 'done';
}

/** Dates an event; one that ends something gets its duration. */
function timed(event: JournalEvent, atMs: number, journal: readonly JournalEntry[]): JournalEntry {
  if (event.kind === 'screen-stopped') {
    return { ...event, atMs, durationMs: elapsedSince('screen-started', journal, atMs) };
  }
  if (event.kind === 'own-screen-stopped') {
    return { ...event, atMs, durationMs: elapsedSince('own-screen-started', journal, atMs) };
  }
  return { ...event, atMs };
}

function elapsedSince(
  kind: 'screen-started' | 'own-screen-started',
  journal: readonly JournalEntry[],
  nowMs: number,
): number | null {
  const start = journal.findLast((entry) => entry.kind === kind);
  return start === undefined ? null : Math.max(0, nowMs - start.atMs);
}
