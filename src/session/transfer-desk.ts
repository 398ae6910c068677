// What the sending and the receiving half of a session's files have in common: the way to the other side, to the
// state, and how a transfer that was given up is told.

import type { FileMessage } from '../protocol/control-message.ts';
import { DesksideError, type ErrorCode } from '../protocol/deskside-error.ts';
import type { FileCancelReason } from '../protocol/file-frame.ts';
import { otherRole, type Role } from '../protocol/role.ts';
import type { FileChannel, FilePorts } from './file-ports.ts';
import type { Clock, NewId } from './ports.ts';
import type { TransfersEvent } from './transfer-state.ts';

export interface TransferDesk {
  readonly role: Role;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly files: FilePorts;
  readonly channel: FileChannel;
  send(message: FileMessage): void;
  dispatch(event: TransfersEvent): void;
}

/** What the other side's reason means here. */
const CODES = {
  unreadable: 'file-unreadable',
  unsaved: 'save-failed',
  damaged: 'file-damaged',
} as const satisfies Record<Exclude<FileCancelReason, 'cancelled'>, ErrorCode>;

/** What becomes of a transfer that the other side gave up. */
export function outcomeOfCancel(reason: FileCancelReason, id: string, role: Role): TransfersEvent {
  return reason === 'cancelled'
    ? { type: 'cancelled', ids: [id], by: otherRole(role) }
    : { type: 'failed', ids: [id], code: CODES[reason] };
}

/** The other side did what it must not do; whoever catches it ends the session. */
export function violation(what: string): DesksideError {
  return new DesksideError('protocol-violation', what);
}
