// What the sending and the receiving half of a session's files have in common: the way to the other side, to the
// state, and how a transfer that was given up is told.

import type { FileMessage } from '../protocol/control-message.ts';
import { DesksideError, type ErrorCode } from '../protocol/deskside-error.ts';
import { MAX_FILES_IN_SESSION } from '../protocol/limits.ts';
import { isFilePermitted, type Permissions } from '../protocol/permissions.ts';
import { otherRole, type Role } from '../protocol/role.ts';
import type { FilePorts } from './file-ports.ts';
import type { Clock, NewId, Timer } from './ports.ts';
import type { Transfer, TransfersEvent } from './transfer-state.ts';

export interface TransferDesk {
  readonly role: Role;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly newId: NewId;
  readonly files: FilePorts;
  readonly permissions: Permissions;
  /** Throws a `DesksideError` when it can't be taken. */
  send(message: FileMessage): void;
  dispatch(event: TransfersEvent): void;
  /** The files of the session, as they stand. */
  transfers(): readonly Transfer[];
}

/** What both sides call a file: the id of its first offer, and its place in that offer. */
export function tokenOf(offerId: string, index: number): string {
  return `${offerId}.${index}`;
}

/** Whether so many files more are not too many for a session. Numbers begin anew with each page, and what is shown does not. */
export function fitsIntoSession(
  desk: TransferDesk,
  direction: Transfer['direction'],
  moreCount: number,
): boolean {
  const known = desk.transfers().filter((transfer) => transfer.direction === direction);
  return known.length + moreCount <= MAX_FILES_IN_SESSION;
}

/** Whether nothing that is said about a file by the number `no` matters any more. */
export function isPast(
  { phase, fileNo }: { readonly phase: string; readonly fileNo: number },
  no: number,
): boolean {
  return phase === 'over' || phase === 'held' || fileNo !== no;
}

/** Why a side gave a file up. */
type GivenUp = Extract<FileMessage, { type: 'file-withdrawn' | 'file-refused' | 'file-drop' }>['reason'];

/** Folders, where there are any: most files have none, and do not say so. */
export function inFolders<Name>(folders: readonly Name[]): { folders?: Name[] } {
  return folders.length === 0 ? {} : { folders: [...folders] };
}

/** What the other side's reason means here. */
const CODES = {
  cut: 'transfer-cut',
  unreadable: 'file-unreadable',
  unsaved: 'save-failed',
  damaged: 'file-damaged',
} as const satisfies Record<Exclude<GivenUp, 'cancelled'>, ErrorCode>;

/** What becomes of a transfer that the other side gave up. */
export function outcomeOf(reason: GivenUp, ids: readonly string[], role: Role): TransfersEvent {
  return reason === 'cancelled'
    ? { type: 'cancelled', ids, by: otherRole(role) }
    : { type: 'failed', ids, code: CODES[reason] };
}

/** Says something about a file, where it can be said: where not, the session is over or soon will be. */
export function tell(desk: TransferDesk, message: FileMessage): void {
  try {
    desk.send(message);
  } catch (error) {
    if (!(error instanceof DesksideError)) throw error;
  }
}

/** What is sent, as far as it matters for whether it is allowed. */
type Described = { readonly name: string; readonly sizeBytes: number };

/**
 * Throws a `DesksideError` unless the side in that role may send these: `not-permitted` when it may send none,
 * `file-not-permitted` when one of them is of a kind or size that is not allowed.
 */
export function checkPermitted(permissions: Permissions, sender: Role, files: readonly Described[]): void {
  const { filesToCustomer, filesToTechnician } = permissions;
  if (!(sender === 'technician' ? filesToCustomer : filesToTechnician))
    throw new DesksideError('not-permitted');
  if (!files.every((file) => isFilePermitted(permissions, file)))
    throw new DesksideError('file-not-permitted');
}

/** The other side did what it must not do; whoever catches it ends the session. */
export function violation(what: string): DesksideError {
  return new DesksideError('protocol-violation', what);
}
