// The files of one session, from either side: what was offered, what is on its way, what became of it. Pure.

import type { ErrorCode } from '../protocol/deskside-error.ts';
import type { Role } from '../protocol/role.ts';
import { assertNever } from './assert-never.ts';

/**
 * Why a file has stopped. `reloaded`: a page was loaded again, and it goes on by itself once that is back. `file-needed`: the
 * sender's page was, and the person there has to choose the file once more. `paused` by a person. `full`: the receiver has no room.
 */
export type HeldReason = 'reloaded' | 'file-needed' | 'paused' | 'full';

/** How far one file has come. The last four are final. */
export type TransferProgress =
  /** Offered; the receiver has not answered. */
  | { readonly phase: 'offered' }
  /** Incoming only: the receiver is being asked where to save. */
  | { readonly phase: 'choosing' }
  | {
      readonly phase: 'running';
      /** Bytes that the receiver has safely taken. */
      readonly movedBytes: number;
      /** When the first byte could go, by this browser's clock, in ms since the epoch. */
      readonly startedAtMs: number;
      /** Recent speed; `null` while there is too little to tell. */
      readonly bytesPerSecond: number | null;
    }
  /** All bytes have moved; the hashes are being compared. */
  | { readonly phase: 'checking'; readonly movedBytes: number; readonly startedAtMs: number }
  /** It has stopped, and can go on where it was. */
  | {
      readonly phase: 'held';
      readonly reason: HeldReason;
      /** Of a pause: whose. */
      readonly by: Role | null;
      /** Why it could not go on when somebody wanted it to. */
      readonly problem: ErrorCode | null;
      readonly movedBytes: number;
      /** `null`: nobody has said yes yet. */
      readonly startedAtMs: number | null;
    }
  | {
      readonly phase: 'done';
      /** Of the whole file (`blocks.ts`), 64 hexadecimal digits; equal on both sides. */
      readonly checksum: string;
      readonly startedAtMs: number;
      readonly finishedAtMs: number;
      /** Incoming only: kept by the browser, so that it can be saved again as a download. */
      readonly canSaveAgain: boolean;
    }
  | { readonly phase: 'declined' }
  | { readonly phase: 'cancelled'; readonly by: Role }
  | { readonly phase: 'failed'; readonly code: ErrorCode };

export interface Transfer {
  /** Unique in the session. */
  readonly id: string;
  /** What both sides call it, whatever happens to their pages. */
  readonly token: string;
  /** Files that were chosen together are offered and answered together. */
  readonly offerId: string;
  readonly direction: 'outgoing' | 'incoming';
  /** Safe to show and to save under, whatever the other side called it. */
  readonly name: string;
  /** Where it is, or will be, in a folder that was chosen as a whole, outermost first; as safe as the name. */
  readonly folders?: readonly string[];
  readonly sizeBytes: number;
  /** Outgoing only: when the file was changed last, in ms since the epoch; by this it is known again. */
  readonly modifiedAtMs: number | null;
  /** Whether opening it runs something. */
  readonly isProgram: boolean;
  readonly progress: TransferProgress;
}

export interface TransfersState {
  /** Oldest first. */
  readonly transfers: readonly Transfer[];
}

export const NO_TRANSFERS: TransfersState = { transfers: [] };

export type TransfersEvent =
  | { readonly type: 'offered'; readonly transfers: readonly Transfer[] }
  /** Incoming: the person said yes, and is being asked where to save. */
  | { readonly type: 'choose'; readonly offerId: string }
  /** Incoming: no place was chosen, which is no answer yet. */
  | { readonly type: 'dismissed'; readonly offerId: string }
  | {
      readonly type: 'answered';
      readonly ids: readonly string[];
      readonly isAccepted: boolean;
      readonly nowMs: number;
    }
  | {
      readonly type: 'moved';
      readonly id: string;
      readonly movedBytes: number;
      readonly bytesPerSecond: number | null;
    }
  | { readonly type: 'check'; readonly id: string }
  /** `by` of a pause. */
  | {
      readonly type: 'held';
      readonly ids: readonly string[];
      readonly reason: HeldReason;
      readonly by: Role | null;
      readonly problem?: ErrorCode;
    }
  /** What has stopped goes on: with so many bytes, or as an offer that waits for its answer. */
  | { readonly type: 'continued'; readonly ids: readonly string[]; readonly movedBytes: number }
  | {
      readonly type: 'finished';
      readonly id: string;
      readonly checksum: string;
      readonly finishedAtMs: number;
      readonly canSaveAgain: boolean;
    }
  | { readonly type: 'cancelled'; readonly ids: readonly string[]; readonly by: Role }
  | { readonly type: 'failed'; readonly ids: readonly string[]; readonly code: ErrorCode }
  /** This page was loaded again: what it sent it has lost, what it received can go on. */
  | { readonly type: 'reloaded' }
  /** The session is over: `by` whom, or for what `code`. */
  | { readonly type: 'closed'; readonly outcome: { readonly by: Role } | { readonly code: ErrorCode } };

/** Whether nothing more will become of a transfer. */
export function isTransferOver({ phase }: TransferProgress): boolean {
  return phase === 'done' || phase === 'declined' || phase === 'cancelled' || phase === 'failed';
}

/** The state after `event`. An event that means nothing to a transfer leaves it as it is. */
export function nextTransfersState(state: TransfersState, event: TransfersEvent): TransfersState {
  if (event.type === 'offered') return { transfers: [...state.transfers, ...event.transfers] };
  let isChange = false;
  const transfers = state.transfers.map((transfer) => {
    if (isTransferOver(transfer.progress) || !concerns(event, transfer)) return transfer;
    const progress = event.type === 'reloaded' ? reloaded(transfer) : nextProgress(transfer.progress, event);
    if (progress === transfer.progress) return transfer;
    isChange = true;
    return { ...transfer, progress };
  });
  return isChange ? { transfers } : state;
}

type ProgressEvent = Exclude<TransfersEvent, { type: 'offered' | 'reloaded' }>;

function concerns(event: ProgressEvent | { readonly type: 'reloaded' }, { id, offerId }: Transfer): boolean {
  if ('offerId' in event) return event.offerId === offerId;
  if ('ids' in event) return event.ids.includes(id);
  return 'id' in event ? event.id === id : true;
}

function reloaded({ direction, progress }: Transfer): TransferProgress {
  if (direction === 'incoming')
    return progress.phase === 'held' ? progress : held(progress, 'reloaded', null);
  return progress.phase === 'offered'
    ? { phase: 'failed', code: 'transfer-cut' }
    : held(progress, 'file-needed', null);
}

/** What has not begun has no beginning that it could keep. */
function held(
  progress: TransferProgress,
  reason: HeldReason,
  by: Role | null,
  problem: ErrorCode | null = null,
): TransferProgress {
  const movedBytes = 'movedBytes' in progress ? progress.movedBytes : 0;
  const startedAtMs = 'startedAtMs' in progress ? progress.startedAtMs : null;
  return { phase: 'held', reason, by, problem, movedBytes, startedAtMs };
}

/** Whether it has begun to move, and may go on. */
function isStarted(
  progress: TransferProgress,
): progress is Extract<TransferProgress, { phase: 'running' | 'held' }> & { readonly startedAtMs: number } {
  return progress.phase === 'running' || (progress.phase === 'held' && progress.startedAtMs !== null);
}

/** What becomes of a transfer that is not over. */
function nextProgress(progress: TransferProgress, event: ProgressEvent): TransferProgress {
  switch (event.type) {
    case 'choose':
      return progress.phase === 'offered' ? { phase: 'choosing' } : progress;
    case 'dismissed':
      return progress.phase === 'choosing' ? { phase: 'offered' } : progress;
    case 'answered':
      if (progress.phase !== 'offered' && progress.phase !== 'choosing') return progress;
      return event.isAccepted
        ? { phase: 'running', movedBytes: 0, startedAtMs: event.nowMs, bytesPerSecond: null }
        : { phase: 'declined' };
    case 'moved': {
      if (progress.phase !== 'running') return progress;
      const { movedBytes, bytesPerSecond } = event;
      return { ...progress, movedBytes, bytesPerSecond };
    }
    case 'check':
      return isStarted(progress)
        ? { phase: 'checking', movedBytes: progress.movedBytes, startedAtMs: progress.startedAtMs }
        : progress;
    case 'held':
      return held(progress, event.reason, event.by, event.problem);
    case 'continued': {
      if (progress.phase !== 'held') return progress;
      const { startedAtMs } = progress;
      const { movedBytes } = event;
      return startedAtMs === null
        ? { phase: 'offered' }
        : { phase: 'running', movedBytes, startedAtMs, bytesPerSecond: null };
    }
    case 'finished': {
      if (progress.phase !== 'checking') return progress;
      const { startedAtMs } = progress;
      const { checksum, finishedAtMs, canSaveAgain } = event;
      return { phase: 'done', checksum, startedAtMs, finishedAtMs, canSaveAgain };
    }
    case 'cancelled':
      return { phase: 'cancelled', by: event.by };
    case 'failed':
      return { phase: 'failed', code: event.code };
    case 'closed':
      return 'by' in event.outcome
        ? { phase: 'cancelled', by: event.outcome.by }
        : { phase: 'failed', code: event.outcome.code };
    default:
      return assertNever(event);
  }
}
