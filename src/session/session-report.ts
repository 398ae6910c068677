// The report of a session: who, when, what happened, what was said. One versioned schema, for what is kept in the
// browser and for what is downloaded as JSON; the customer's receipt is the same, written from their side. Pure.

import * as v from 'valibot';
import { surfaceSchema } from '../protocol/control-message.ts';
import { ERROR_CODES } from '../protocol/deskside-error.ts';
import { MAX_CHAT_ENTRIES, MAX_CHAT_TEXT_LENGTH, MAX_ID_LENGTH } from '../protocol/limits.ts';
import type { Role } from '../protocol/role.ts';
import { type TechnicianProfile, technicianProfileSchema } from '../protocol/session-api.ts';
import { isSessionId } from '../protocol/session-id.ts';
import { type JournalEntry, MAX_JOURNAL_ENTRIES } from './journal.ts';
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

export const NO_NOTES: SessionNotes = { label: '', notes: '' };

/** The same notes, cut to what is kept. */
export function boundNotes({ label, notes }: SessionNotes): SessionNotes {
  return { label: label.slice(0, MAX_LABEL_LENGTH), notes: notes.slice(0, MAX_NOTES_LENGTH) };
}

const role = v.picklist(['technician', 'customer'] satisfies Role[]);
const epochMs = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const durationMs = v.nullable(epochMs);
const code = v.picklist(ERROR_CODES);
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID_LENGTH));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const file = v.object({
  id,
  from: role,
  name: v.pipe(v.string(), v.maxLength(1_024)),
  sizeBytes: epochMs,
});

/** An entry of some kind, with its time. */
function entry<const Kind extends JournalEntry['kind'], const More extends v.ObjectEntries>(
  kind: Kind,
  more: More,
) {
  return v.object({ kind: v.literal(kind), atMs: epochMs, ...more });
}

const journalEntrySchema = v.variant('kind', [
  entry('omitted', { count: epochMs }),
  entry('join-refused', { code }),
  entry('joined', {}),
  entry('interrupted', {}),
  entry('restored', {}),
  entry('ended', { by: v.nullable(role), code: v.nullable(code) }),
  entry('screen-asked', {}),
  entry('screen-answered', {
    answer: v.picklist(['agreed', 'declined', 'withdrawn', 'failed', 'unsupported']),
  }),
  entry('screen-started', { surface: surfaceSchema, isAsked: v.boolean() }),
  entry('screen-changed', { surface: surfaceSchema }),
  entry('screen-paused', {}),
  entry('screen-resumed', {}),
  entry('screen-stopped', { durationMs }),
  entry('viewing-stopped', {}),
  entry('viewing-resumed', {}),
  entry('own-screen-started', { surface: v.nullable(surfaceSchema) }),
  entry('own-screen-stopped', { durationMs }),
  entry('viewer-closed', {}),
  entry('viewer-opened', {}),
  entry('file-offered', { file }),
  entry('file-accepted', { file }),
  entry('file-declined', { file }),
  entry('file-cancelled', { file, by: role }),
  entry('file-failed', { file, code }),
  entry('file-done', { file, sha256 }),
]) satisfies v.GenericSchema<unknown, JournalEntry>;

const sessionReportSchema = v.object({
  format: v.literal('deskside-report'),
  version: v.literal(REPORT_VERSION),
  /** Whose report it is: the technician's, or the customer's receipt. */
  side: role,
  /** 32 hexadecimal digits; `null` in a receipt. */
  sessionId: v.nullable(v.pipe(v.string(), v.check(isSessionId))),
  technician: technicianProfileSchema,
  label: v.pipe(v.string(), v.maxLength(MAX_LABEL_LENGTH)),
  notes: v.pipe(v.string(), v.maxLength(MAX_NOTES_LENGTH)),
  /** When the session was made; in a receipt, when it was joined. */
  startedAtMs: epochMs,
  joinedAtMs: v.nullable(epochMs),
  /** `null` while it runs, and for good where the page was closed before the end. */
  endedAtMs: v.nullable(epochMs),
  /** `null` where nobody ended it. */
  endedBy: v.nullable(role),
  /** Milliseconds from joining to the end. */
  durationMs,
  /** When this was written down. */
  savedAtMs: epochMs,
  journal: v.pipe(v.array(journalEntrySchema), v.maxLength(MAX_JOURNAL_ENTRIES)),
  chat: v.pipe(
    v.array(
      v.object({
        id,
        from: role,
        text: v.pipe(v.string(), v.maxLength(MAX_CHAT_TEXT_LENGTH)),
        atMs: epochMs,
      }),
    ),
    v.maxLength(MAX_CHAT_ENTRIES),
  ),
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
