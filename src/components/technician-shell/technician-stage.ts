// Where the console stands around a session. The entry owns it; the shell shows it.

import type { ErrorCode } from '../../protocol/deskside-error.ts';
import type { TechnicianProfile } from '../../protocol/session-api.ts';
import type { Readable } from '../../session/store.ts';
import type { TechnicianSession } from '../../session/technician-session.ts';

/** A session together with what its connection shows. */
export interface SessionHandle {
  readonly session: TechnicianSession;
  /** The customer's screen while one comes in. */
  readonly picture: Readable<MediaStream | null>;
  /** When the unused link stops working, in ms since the epoch; without it the page names no time. */
  readonly linkExpiresAtMs?: number;
}

export type TechnicianStage =
  /** Asking the server who this is. `problem` when it could not be asked. */
  | { readonly phase: 'loading'; readonly problem: ErrorCode | null }
  /** Not signed in. `problem` is why the last try failed, if there was one. */
  | { readonly phase: 'signed-out'; readonly problem: ErrorCode | null }
  /** `problem` is why the last session could not be made. */
  | {
      readonly phase: 'ready';
      readonly technician: TechnicianProfile;
      readonly isCreating: boolean;
      readonly problem: ErrorCode | null;
    }
  | {
      readonly phase: 'session';
      readonly technician: TechnicianProfile;
      readonly handle: SessionHandle;
    };
