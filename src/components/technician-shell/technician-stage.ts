// Where the console stands, and the list of its sessions. The entry owns it; the shell shows it. Pure.

import type { ErrorCode } from '../../protocol/deskside-error.ts';
import type { SignInWays, TechnicianProfile } from '../../protocol/session-api.ts';
import type { SessionNotes } from '../../session/session-report.ts';
import type { Readable, Store } from '../../session/store.ts';
import type { TechnicianSession } from '../../session/technician-session.ts';

/** A session together with what its connection shows and what is noted about it. */
export interface SessionHandle {
  /** The session's id at the server. */
  readonly id: string;
  /** Counts the sessions of this page from 1: what one is called that has no name. */
  readonly number: number;
  /** When it was made, in ms since the epoch. */
  readonly startedAtMs: number;
  readonly session: TechnicianSession;
  /** The customer's screen while one comes in. */
  readonly picture: Readable<MediaStream | null>;
  readonly notes: Store<SessionNotes>;
  /** When the unused link stops working, in ms since the epoch; without it the page names no time. */
  readonly linkExpiresAtMs?: number;
}

export type TechnicianStage =
  /** Asking the server who this is. `problem` when it could not be asked. */
  { readonly phase: 'loading'; readonly problem: ErrorCode | null } | SignedOutStage | ReadyStage;

/** Not signed in. */
export interface SignedOutStage {
  readonly phase: 'signed-out';
  readonly ways: SignInWays;
  /** Whether somebody is being signed in at this moment. */
  readonly isBusy: boolean;
  /** Why the last try failed, if there was one. */
  readonly problem: ErrorCode | null;
}

export interface ReadyStage {
  readonly phase: 'ready';
  readonly technician: TechnicianProfile;
  /** In the order in which they were made. */
  readonly sessions: readonly SessionHandle[];
  /** The one in view; `null` while there is none. */
  readonly shownId: string | null;
  /** Sessions that are open in another tab of this browser. */
  readonly elsewhereCount: number;
  readonly isCreating: boolean;
  /** Why the last session could not be made. */
  readonly problem: ErrorCode | null;
}

/** A console without sessions. */
export function emptyStage(technician: TechnicianProfile): ReadyStage {
  return {
    phase: 'ready',
    technician,
    sessions: [],
    shownId: null,
    elsewhereCount: 0,
    isCreating: false,
    problem: null,
  };
}

/** The session in view. */
export function shownHandle(stage: TechnicianStage | null): SessionHandle | null {
  if (stage?.phase !== 'ready') return null;
  return stage.sessions.find(({ id }) => id === stage.shownId) ?? null;
}

/** With a session that was just made; it comes into view. */
export function withSession(stage: ReadyStage, handle: SessionHandle): ReadyStage {
  const sessions = [...stage.sessions, handle];
  return { ...stage, sessions, shownId: handle.id, isCreating: false, problem: null };
}

/** With another session in view; one that is not there changes nothing. */
export function withShown(stage: ReadyStage, shownId: string): ReadyStage {
  return stage.sessions.some(({ id }) => id === shownId) ? { ...stage, shownId } : stage;
}

/** Without a session; where it was in view, the one after it comes, or else the one before. */
export function withoutSession(stage: ReadyStage, removedId: string): ReadyStage {
  const index = stage.sessions.findIndex(({ id }) => id === removedId);
  const sessions = stage.sessions.filter(({ id }) => id !== removedId);
  if (stage.shownId !== removedId) return { ...stage, sessions };
  return { ...stage, sessions, shownId: (sessions[index] ?? sessions.at(-1))?.id ?? null };
}

/** The session `steps` after the one in view, or before it; the ends of the list meet. */
export function neighbourOf({ sessions, shownId }: ReadyStage, steps: number): SessionHandle | null {
  const index = sessions.findIndex(({ id }) => id === shownId);
  if (sessions.length === 0) return null;
  return sessions[(index + steps + sessions.length) % sessions.length] ?? null;
}
