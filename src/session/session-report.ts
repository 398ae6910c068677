// The report of a session: who, when, what happened, what was said. One versioned schema, for what is kept in the
// browser and for what is downloaded as JSON; the customer's receipt is the same, written from their side. Pure.

import * as v from 'valibot';
import type { Role } from '../protocol/role.ts';
import { type TechnicianProfile, technicianProfileSchema } from '../protocol/session-api.ts';
import { isSessionId } from '../protocol/session-id.ts';
import {
  chatEntriesSchema,
  durationSchema,
  epochMsSchema,
  journalSchema,
  roleSchema,
} from './record-schema.ts';
import type { SupportState } from './support-session.ts';

/** Raised when the shape of a report changes. */
export const REPORT_VERSION = 1;

/** Longest name that a technician gives a session, in UTF-16 code units. */
export const MAX_LABEL_LENGTH = 80;
/** Longest notes on a session, in UTF-16 code units. */
export const MAX_NOTES_LENGTH = 20_000;

/** What a technician writes down about a session; the customer never sees it. */
export interface SessionNotes {
  /** Such as a ticket's number; empty where there is none. */
  readonly label: string;
  readonly notes: string;
}

export const notesSchema = v.object({
  label: v.pipe(v.string(), v.maxLength(MAX_LABEL_LENGTH)),
  notes: v.pipe(v.string(), v.maxLength(MAX_NOTES_LENGTH)),
});

export const NO_NOTES: SessionNotes = { label: '', notes: '' };

/** The same notes, cut to what is kept. */
export function boundNotes({ label, notes }: SessionNotes): SessionNotes {
  return { label: label.slice(0, MAX_LABEL_LENGTH), notes: notes.slice(0, MAX_NOTES_LENGTH) };
}

const sessionReportSchema = v.object({
  format: v.literal('deskside-report'),
  version: v.literal(REPORT_VERSION),
  /** Whose report it is: the technician's, or the customer's receipt. */
  side: roleSchema,
  /** 32 hexadecimal digits; `null` in a receipt. */
  sessionId: v.nullable(v.pipe(v.string(), v.check(isSessionId))),
  technician: technicianProfileSchema,
  ...notesSchema.entries,
  /** When the session was made; in a receipt, when it was joined. */
  startedAtMs: epochMsSchema,
  joinedAtMs: v.nullable(epochMsSchema),
  /** `null` while it runs, and for good where the page was closed before the end. */
  endedAtMs: v.nullable(epochMsSchema),
  /** `null` where nobody ended it. */
  endedBy: v.nullable(roleSchema),
  /** Milliseconds from joining to the end. */
  durationMs: durationSchema,
  /** When this was written down. */
  savedAtMs: epochMsSchema,
  journal: journalSchema,
  chat: chatEntriesSchema,
});

/** Plain data: what JSON and a browser's storage keep as it is. */
export type SessionReport = Readonly<v.InferOutput<typeof sessionReportSchema>>;

/** A report from storage; `null` where it is damaged or of another version. */
export function decodeReport(value: unknown): SessionReport | null {
  const result = v.safeParse(sessionReportSchema, value);
  return result.success ? result.output : null;
}

export interface ReportSource {
  readonly side: Role;
  readonly sessionId: string | null;
  readonly technician: TechnicianProfile;
  readonly startedAtMs: number;
  readonly notes: SessionNotes;
}

/** The report of a session in that state, written at `nowMs`. It holds neither link nor key. */
export function reportOf(source: ReportSource, state: SupportState, nowMs: number): SessionReport {
  const { journal, connection, chat } = state;
  const joined = journal.find(({ kind }) => kind === 'joined');
  const end = journal.findLast(({ kind }) => kind === 'ended');
  return {
    format: 'deskside-report',
    version: REPORT_VERSION,
    side: source.side,
    sessionId: source.sessionId,
    technician: source.technician,
    ...boundNotes(source.notes),
    startedAtMs: source.startedAtMs,
    joinedAtMs: joined?.atMs ?? null,
    endedAtMs: end?.atMs ?? null,
    endedBy: connection.phase === 'ended' ? connection.by : null,
    durationMs: joined === undefined || end === undefined ? null : Math.max(0, end.atMs - joined.atMs),
    savedAtMs: nowMs,
    journal: [...journal],
    chat: chat.entries.map(({ id, from, text, atMs }) => ({ id, from, text, atMs })),
  };
}

/** Whether there is anything in it to keep: a link that nobody used and nobody noted anything about is not. */
export function isWorthKeeping({ joinedAtMs, journal, label, notes }: SessionReport): boolean {
  return joinedAtMs !== null || label !== '' || notes !== '' || journal.some(({ kind }) => kind !== 'ended');
}
