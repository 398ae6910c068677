// What is written down of a session, in reports and for the way back into it: the schemas of its parts. Pure.

import * as v from 'valibot';
import { surfaceSchema } from '../protocol/control-message.ts';
import { ERROR_CODES } from '../protocol/deskside-error.ts';
import { MAX_CHAT_ENTRIES, MAX_CHAT_TEXT_LENGTH, MAX_ID_LENGTH } from '../protocol/limits.ts';
import type { Role } from '../protocol/role.ts';
import { type JournalEntry, MAX_JOURNAL_ENTRIES } from './journal.ts';

export const roleSchema = v.picklist(['technician', 'customer'] satisfies Role[]);
/** Milliseconds since the epoch, or between two moments. */
export const epochMsSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const durationSchema = v.nullable(epochMsSchema);
export const errorCodeSchema = v.picklist(ERROR_CODES);
export const recordIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID_LENGTH));
export const checksumSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const file = v.object({
  id: recordIdSchema,
  from: roleSchema,
  name: v.pipe(v.string(), v.maxLength(1_024)),
  sizeBytes: epochMsSchema,
});

/** An entry of some kind, with its time. */
function entry<const Kind extends JournalEntry['kind'], const More extends v.ObjectEntries>(
  kind: Kind,
  more: More,
) {
  return v.object({ kind: v.literal(kind), atMs: epochMsSchema, ...more });
}

const journalEntrySchema = v.variant('kind', [
  entry('omitted', { count: epochMsSchema }),
  entry('join-refused', { code: errorCodeSchema }),
  entry('joined', {}),
  entry('interrupted', {}),
  entry('restored', {}),
  entry('ended', { by: v.nullable(roleSchema), code: v.nullable(errorCodeSchema) }),
  entry('screen-asked', {}),
  entry('screen-answered', {
    answer: v.picklist(['agreed', 'declined', 'withdrawn', 'failed', 'unsupported']),
  }),
  entry('screen-started', { surface: surfaceSchema, isAsked: v.boolean() }),
  entry('screen-changed', { surface: surfaceSchema }),
  entry('screen-paused', {}),
  entry('screen-resumed', {}),
  entry('screen-stopped', { durationMs: durationSchema }),
  entry('viewing-stopped', {}),
  entry('viewing-resumed', {}),
  entry('own-screen-started', { surface: v.nullable(surfaceSchema) }),
  entry('own-screen-stopped', { durationMs: durationSchema }),
  entry('viewer-closed', {}),
  entry('viewer-opened', {}),
  entry('file-offered', { file }),
  entry('file-accepted', { file }),
  entry('file-declined', { file }),
  entry('file-cancelled', { file, by: roleSchema }),
  entry('file-failed', { file, code: errorCodeSchema }),
  entry('file-done', { file, checksum: checksumSchema }),
]) satisfies v.GenericSchema<unknown, JournalEntry>;

export const journalSchema = v.pipe(v.array(journalEntrySchema), v.maxLength(MAX_JOURNAL_ENTRIES));

export const chatEntriesSchema = v.pipe(
  v.array(
    v.object({
      id: recordIdSchema,
      from: roleSchema,
      text: v.pipe(v.string(), v.maxLength(MAX_CHAT_TEXT_LENGTH)),
      atMs: epochMsSchema,
    }),
  ),
  v.maxLength(MAX_CHAT_ENTRIES),
);
