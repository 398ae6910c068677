// What the server writes down of itself, one line a change: digests, numbers and times, never a secret. Pure; where the
// lines are kept is in journal.ts.

import * as v from 'valibot';
import { abuseReportSchema, referenceSchema } from '../src/protocol/abuse-report.ts';
import { isSessionId } from '../src/protocol/session-id.ts';
import { isRouting } from '../src/protocol/support-key.ts';
import { digestSchema, technicianIdSchema, technicianSchema } from './technician.ts';

const sessionId = v.pipe(v.string(), v.check(isSessionId));
const timeMs = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Which of the customers that were given a ticket to a session, from 1. */
const generation = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A session that is not over, as it is now. */
const sessionEntries = {
  kind: v.literal('session'),
  sessionId,
  expiresAtMs: timeMs,
  routing: v.nullable(v.pipe(v.string(), v.check(isRouting))),
  technician: technicianSchema,
  stage: v.picklist(['invited', 'joining', 'joined']),
  generation,
};

/** The customer of a session that is over, who may still report it. */
const reporterSchema = v.object({
  technician: technicianSchema,
  generation,
  hasJoined: v.boolean(),
  untilMs: timeMs,
});
export type Reporter = v.InferOutput<typeof reporterSchema>;

const recordSchema = v.union([
  v.object(sessionEntries),
  v.object({
    kind: v.literal('over'),
    sessionId,
    code: v.picklist(['session-ended', 'session-revoked', 'link-expired']),
    forgottenAtMs: timeMs,
    reporter: v.exactOptional(reporterSchema),
  }),
  v.object({
    kind: v.literal('console'),
    digest: digestSchema,
    usedAtMs: timeMs,
    /** Whose it is. Earlier versions did not write it down. */
    technician: v.exactOptional(technicianSchema),
    signedInAtMs: v.exactOptional(timeMs),
  }),
  v.object({ kind: v.literal('signed-out'), digest: digestSchema }),
  /** What a customer has reported. Beside it nothing that anybody said is written down. */
  v.object({
    kind: v.literal('abuse'),
    reference: referenceSchema,
    sessionId,
    technician: technicianSchema,
    hasJoined: v.boolean(),
    ...abuseReportSchema.entries,
    atMs: timeMs,
  }),
  v.object({ kind: v.picklist(['blocked', 'unblocked']), technicianId: technicianIdSchema }),
]);

export type StateRecord = v.InferOutput<typeof recordSchema>;
export type SessionRecord = Extract<StateRecord, { kind: 'session' }>;
export type AbuseRecord = Extract<StateRecord, { kind: 'abuse' }>;

/** Writes a change down before it returns. Never throws. */
export type KeepRecord = (record: StateRecord) => void;

/** One line, with its end. */
export function encodeRecord(record: StateRecord): string {
  return `${JSON.stringify(record)}\n`;
}

/** Reads lines; one that is damaged, or of a kind that is not known here, hides no other. */
export function decodeRecords(text: string): { records: StateRecord[]; damagedCount: number } {
  const records: StateRecord[] = [];
  let damagedCount = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const record = decodeLine(line);
    if (record === null) damagedCount += 1;
    else records.push(record);
  }
  return { records, damagedCount };
}

/** What the changes come to, in the order of the last ones. What is over stays over, whatever comes later. */
export function latestOf(records: readonly StateRecord[]): StateRecord[] {
  const latest = new Map<string, StateRecord>();
  for (const record of records) {
    const key = keyOf(record);
    if (record.kind === 'session' && latest.get(key)?.kind === 'over') continue;
    // So that the order is that of the last change.
    latest.delete(key);
    if (record.kind !== 'signed-out' && record.kind !== 'unblocked') latest.set(key, record);
  }
  return [...latest.values()];
}

/** What a record is about; later ones about the same take its place. None of these can be another. */
function keyOf(record: StateRecord): string {
  switch (record.kind) {
    case 'session':
    case 'over':
      return record.sessionId;
    case 'console':
    case 'signed-out':
      return record.digest;
    case 'abuse':
      return `report ${record.reference}`;
    case 'blocked':
    case 'unblocked':
      return `technician ${record.technicianId}`;
  }
}

function decodeLine(line: string): StateRecord | null {
  try {
    const result = v.safeParse(recordSchema, JSON.parse(line));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
