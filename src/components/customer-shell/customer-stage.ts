// Where the customer's page stands before and around a session. The entry owns it; the shell shows it.

import type { AbuseReport } from '../../protocol/abuse-report.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import type { TechnicianProfile } from '../../protocol/session-api.ts';
import type { CustomerSession } from '../../session/customer-session.ts';
import type { Readable } from '../../session/store.ts';

export type CustomerStage =
  /**
   * The page asks for a key or a link: it was opened with neither, or with one that did not do. `problem` is what was
   * wrong with the last one, and `text` what was typed.
   */
  | { readonly phase: 'no-link'; readonly problem: ErrorCode | null; readonly text?: string }
  /** Asking the server who invites. */
  | { readonly phase: 'loading' }
  /** The session is open in another tab of this browser. `isMoving` while it is being brought here. */
  | {
      readonly phase: 'elsewhere';
      readonly technician: TechnicianProfile;
      readonly isMoving: boolean;
    }
  /** The link leads nowhere. `canRetry` when trying the same link again may help. */
  | { readonly phase: 'invite-failed'; readonly code: ErrorCode; readonly canRetry: boolean }
  /**
   * There is an invite; everything further is in the session's state. `picture` is the technician's screen while
   * one comes in; `report` tells the server of abuse and resolves with a reference.
   */
  | {
      readonly phase: 'invited';
      readonly session: CustomerSession;
      readonly picture: Readable<MediaStream | null>;
      readonly report: (report: AbuseReport) => Promise<string>;
    };
