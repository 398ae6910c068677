// What is kept of a session so that its page can be loaded again: plain data, one version. Pure.

import type { SessionMessage } from '../protocol/control-message.ts';
import type { TechnicianProfile } from '../protocol/session-api.ts';
import type { ChatEntry } from './chat-state.ts';
import type { CustomerScreenState } from './customer-screen-state.ts';
import type { JournalEntry } from './journal.ts';
import type { TechnicianScreenState } from './technician-screen-state.ts';
import type { Transfer } from './transfer-state.ts';
import type { OwnScreenState, ViewerState } from './viewer-state.ts';

/** Raised whenever the shape changes: what another version wrote is not read. */
export const SNAPSHOT_VERSION = 1;

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
