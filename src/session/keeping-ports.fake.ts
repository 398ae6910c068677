// A keeping of sessions in memory, for tests: at once unless told to wait or to refuse.

import { DesksideError, type ErrorCode } from '../protocol/deskside-error.ts';
import type { SessionKeeping } from './keeping-ports.ts';
import type { SessionSnapshot } from './session-snapshot.ts';

export class FakeKeeping implements SessionKeeping {
  kept: SessionSnapshot | null = null;
  isForgotten = false;
  /** Why nothing can be kept. */
  refusal: ErrorCode | null = null;

  async save(snapshot: SessionSnapshot): Promise<void> {
    if (this.refusal !== null) throw new DesksideError(this.refusal);
    if (!this.isForgotten) this.kept = snapshot;
  }

  saveAtOnce(snapshot: SessionSnapshot): void {
    if (this.refusal === null && !this.isForgotten) this.kept = snapshot;
  }

  async forget(): Promise<void> {
    this.isForgotten = true;
    this.kept = null;
  }
}
