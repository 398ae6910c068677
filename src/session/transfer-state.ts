// The files of one session, from either side: what was offered, what is on its way, what became of it. Pure.

import type { ErrorCode } from '../protocol/deskside-error.ts';
import type { Role } from '../protocol/role.ts';

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
  | { readonly phase: 'checking' }
  | {
      readonly phase: 'done';
      /** SHA-256 of the whole file, 64 hexadecimal digits; equal on both sides. */
      readonly sha256: string;
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
  /** Files that were chosen together are offered and answered together. */
  readonly offerId: string;
  readonly direction: 'outgoing' | 'incoming';
  /** Safe to show and to save under, whatever the other side called it. */
  readonly name: string;
  readonly sizeBytes: number;
  /** Whether opening it runs something. */
  readonly isProgram: boolean;
  readonly progress: TransferProgress;
}

export interface TransfersState {
  /** Oldest first. */
  readonly transfers: readonly Transfer[];
}

export const NO_TRANSFERS: TransfersState = { transfers: [] };
