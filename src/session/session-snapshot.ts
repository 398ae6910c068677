// What is kept of a session so that its page can be loaded again: plain data, one version. Pure.

import * as v from 'valibot';
import { type SessionMessage, sessionMessageSchema, surfaceSchema } from '../protocol/control-message.ts';
import {
  MAX_FILES_IN_SESSION,
  MAX_FOLDER_DEPTH,
  MAX_ID_LENGTH,
  MAX_UNCONFIRMED_MESSAGES,
} from '../protocol/limits.ts';
import { type TechnicianProfile, technicianProfileSchema } from '../protocol/session-api.ts';
import type { ChatEntry } from './chat-state.ts';
import type { CustomerScreenState } from './customer-screen-state.ts';
import type { JournalEntry } from './journal.ts';
import {
  chatEntriesSchema,
  checksumSchema,
  epochMsSchema,
  errorCodeSchema,
  journalSchema,
  recordIdSchema,
  roleSchema,
} from './record-schema.ts';
import type { TechnicianScreenState } from './technician-screen-state.ts';
import type { Transfer } from './transfer-state.ts';
import type { OwnScreenState, ViewerState } from './viewer-state.ts';

/** Raised whenever the shape changes: what another version wrote is not read. */
export const SNAPSHOT_VERSION = 2;

/** Which numbered messages went out and came in. */
export interface LedgerSnapshot {
  /** Number of the last message that was sent; 0 before the first. */
  readonly sentNo: number;
  /** Sent, and not confirmed by the other side; ascending. */
  readonly unconfirmed: readonly { readonly no: number; readonly message: SessionMessage }[];
  /** Number of the last message that came in; 0 before the first. */
  readonly receivedNo: number;
}

/** What both sides keep. */
export interface CommonSnapshot {
  readonly version: typeof SNAPSHOT_VERSION;
  /** When this was true, in ms since the epoch. */
  readonly atMs: number;
  readonly connectedAtMs: number;
  readonly ledger: LedgerSnapshot;
  readonly chat: {
    readonly entries: readonly ChatEntry[];
    readonly isOpen: boolean;
    readonly unreadCount: number;
    readonly undelivered: readonly string[];
  };
  readonly transfers: readonly Transfer[];
  readonly journal: readonly JournalEntry[];
}

export interface CustomerSnapshot extends CommonSnapshot {
  readonly role: 'customer';
  readonly technician: TechnicianProfile;
  readonly screen: CustomerScreenState;
  readonly viewer: ViewerState;
  readonly isToolbarCollapsed: boolean;
}

export interface TechnicianSnapshot extends CommonSnapshot {
  readonly role: 'technician';
  readonly customerLanguage: string | null;
  readonly screen: TechnicianScreenState;
  readonly ownScreen: OwnScreenState;
}

export type SessionSnapshot = CustomerSnapshot | TechnicianSnapshot;

/** What was kept, from a storage that anything may have written to; `null` where it is damaged or of another version. */
export function decodeSnapshot(value: unknown): SessionSnapshot | null {
  const result = v.safeParse(snapshotSchema, value);
  return result.success ? result.output : null;
}

const no = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const requestId = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID_LENGTH));
const problem = v.nullable(errorCodeSchema);

const ledgerSchema = v.pipe(
  v.object({
    sentNo: no,
    receivedNo: no,
    unconfirmed: v.pipe(
      v.array(v.object({ no, message: sessionMessageSchema })),
      v.maxLength(MAX_UNCONFIRMED_MESSAGES),
    ),
  }),
  v.check(({ sentNo, unconfirmed }) =>
    unconfirmed.every((each, index) => each.no > (unconfirmed[index - 1]?.no ?? 0) && each.no <= sentNo),
  ),
);

const progressSchema = v.variant('phase', [
  v.object({ phase: v.picklist(['offered', 'choosing', 'declined']) }),
  v.object({ phase: v.literal('checking'), movedBytes: no, startedAtMs: epochMsSchema }),
  v.object({
    phase: v.literal('held'),
    reason: v.picklist(['reloaded', 'file-needed', 'paused', 'full']),
    by: v.nullable(roleSchema),
    problem: v.nullable(errorCodeSchema),
    movedBytes: no,
    startedAtMs: v.nullable(epochMsSchema),
  }),
  v.object({
    phase: v.literal('running'),
    movedBytes: no,
    startedAtMs: epochMsSchema,
    bytesPerSecond: v.nullable(v.number()),
  }),
  v.object({
    phase: v.literal('done'),
    checksum: checksumSchema,
    startedAtMs: epochMsSchema,
    finishedAtMs: epochMsSchema,
    canSaveAgain: v.boolean(),
  }),
  v.object({ phase: v.literal('cancelled'), by: roleSchema }),
  v.object({ phase: v.literal('failed'), code: errorCodeSchema }),
]);

const transferSchema = v.object({
  id: recordIdSchema,
  token: v.pipe(v.string(), v.maxLength(MAX_ID_LENGTH + 4)),
  offerId: recordIdSchema,
  direction: v.picklist(['outgoing', 'incoming']),
  name: v.pipe(v.string(), v.maxLength(1_024)),
  folders: v.exactOptional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(MAX_FOLDER_DEPTH)),
  ),
  sizeBytes: no,
  modifiedAtMs: v.nullable(epochMsSchema),
  isProgram: v.boolean(),
  progress: progressSchema,
}) satisfies v.GenericSchema<unknown, Transfer>;

const commonEntries = {
  version: v.literal(SNAPSHOT_VERSION),
  atMs: epochMsSchema,
  connectedAtMs: epochMsSchema,
  ledger: ledgerSchema,
  chat: v.object({
    entries: chatEntriesSchema,
    isOpen: v.boolean(),
    unreadCount: no,
    undelivered: v.pipe(v.array(recordIdSchema), v.maxLength(MAX_UNCONFIRMED_MESSAGES)),
  }),
  // Both directions.
  transfers: v.pipe(v.array(transferSchema), v.maxLength(2 * MAX_FILES_IN_SESSION)),
  journal: journalSchema,
};

const customerScreenSchema = v.variant('phase', [
  v.object({
    phase: v.literal('off'),
    problem,
    answer: v.exactOptional(v.picklist(['declined', 'withdrawn'])),
  }),
  v.object({ phase: v.literal('requested'), requestId }),
  v.object({ phase: v.literal('choosing'), requestId: v.nullable(requestId) }),
  v.object({
    phase: v.literal('sharing'),
    surface: surfaceSchema,
    showsThisPage: v.boolean(),
    isWatched: v.boolean(),
    isPaused: v.boolean(),
    isChanging: v.boolean(),
    problem,
  }),
]) satisfies v.GenericSchema<unknown, CustomerScreenState>;

const technicianScreenSchema = v.variant('phase', [
  v.object({
    phase: v.literal('off'),
    reason: v.picklist([
      'not-shared',
      'declined',
      'failed',
      'unsupported',
      'stopped-by-customer',
      'page-reloaded',
    ]),
  }),
  v.object({ phase: v.literal('requesting'), requestId }),
  v.object({
    phase: v.literal('shared'),
    surface: surfaceSchema,
    isWatching: v.boolean(),
    isPaused: v.boolean(),
    isSending: v.boolean(),
  }),
]) satisfies v.GenericSchema<unknown, TechnicianScreenState>;

const ownScreenSchema = v.variant('phase', [
  v.object({ phase: v.literal('off'), problem }),
  v.object({ phase: v.literal('choosing') }),
  v.object({ phase: v.literal('sharing'), surface: surfaceSchema, isViewerOpen: v.boolean() }),
]) satisfies v.GenericSchema<unknown, OwnScreenState>;

const snapshotSchema = v.variant('role', [
  v.object({
    ...commonEntries,
    role: v.literal('customer'),
    technician: technicianProfileSchema,
    screen: customerScreenSchema,
    viewer: v.object({ phase: v.picklist(['off', 'open', 'closed']) }),
    isToolbarCollapsed: v.boolean(),
  }),
  v.object({
    ...commonEntries,
    role: v.literal('technician'),
    customerLanguage: v.nullable(v.pipe(v.string(), v.maxLength(35))),
    screen: technicianScreenSchema,
    ownScreen: ownScreenSchema,
  }),
]) satisfies v.GenericSchema<unknown, SessionSnapshot>;
