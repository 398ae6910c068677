// Whom whoever runs the server has blocked. Written down, so that it lasts.

import { ApiFailure } from './api-failure.ts';
import type { KeepRecord, StateRecord } from './state-record.ts';
import { type Technician, technicianIdOf } from './technician.ts';

const MAX_BLOCKED = 10_000;

export class BlockedTechnicians {
  readonly #ids = new Set<string>();
  readonly #keepRecord: KeepRecord;

  /** @param keepRecord writes a change down, before it is answered. */
  constructor(keepRecord: KeepRecord) {
    this.#keepRecord = keepRecord;
  }

  /** Takes up what was kept of an earlier run. */
  restore(records: readonly StateRecord[]): void {
    for (const record of records) {
      if (record.kind === 'blocked') this.#ids.add(record.technicianId);
    }
  }

  /** Everything that a restart must not lose. */
  records(): StateRecord[] {
    return this.list().map((technicianId) => ({ kind: 'blocked', technicianId }));
  }

  list(): string[] {
    return [...this.#ids];
  }

  has(technician: Technician): boolean {
    return this.#ids.has(technicianIdOf(technician));
  }

  /** Throws `server-busy` when there are too many. */
  block(technicianId: string): void {
    if (this.#ids.has(technicianId)) return;
    if (this.#ids.size >= MAX_BLOCKED) throw new ApiFailure('server-busy');
    this.#ids.add(technicianId);
    this.#keepRecord({ kind: 'blocked', technicianId });
  }

  unblock(technicianId: string): void {
    if (this.#ids.delete(technicianId)) this.#keepRecord({ kind: 'unblocked', technicianId });
  }
}
