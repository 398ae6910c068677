// What customers have reported: kept in memory and written down, so many and for so long. Hands each new one on.

import type { AbuseReport } from '../src/protocol/abuse-report.ts';
import { ApiFailure } from './api-failure.ts';
import type { Clock } from './clock.ts';
import type { Random } from './secret-text.ts';
import type { AbuseRecord, KeepRecord, StateRecord } from './state-record.ts';
import type { Technician } from './technician.ts';

/** Of more than so many the oldest is forgotten. */
const MAX_REPORTS = 1_000;
const MAX_PER_SESSION = 3;
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;
/** No vowels, so that no words come about, and nothing that looks like a digit. */
const LETTERS = 'BCDFGHJKMNPQRTVWXYZ';

/** The session that a report is about. */
export interface ReportedSession {
  readonly sessionId: string;
  readonly technician: Technician;
  /** Whether the technician's side has said that the customer is in; one who means harm need not. */
  readonly hasJoined: boolean;
}

export interface AbuseReportsOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Writes a change down, before it is answered. */
  readonly keep: KeepRecord;
  onReport(report: AbuseRecord): void;
}

export class AbuseReports {
  readonly #options: AbuseReportsOptions;
  /** By their references; the oldest first. */
  readonly #reports = new Map<string, AbuseRecord>();

  constructor(options: AbuseReportsOptions) {
    this.#options = options;
  }

  /** Takes up what was kept of an earlier run. */
  restore(records: readonly StateRecord[]): void {
    for (const record of records) {
      if (record.kind === 'abuse') this.#put(record);
    }
    this.sweep();
  }

  /** All that there are, the oldest first; everything that a restart must not lose. */
  records(): AbuseRecord[] {
    return [...this.#reports.values()];
  }

  /** Takes a report and returns its reference. Throws `too-many-tries` after three of one session. */
  add(session: ReportedSession, report: AbuseReport): string {
    const { clock, keep, onReport } = this.#options;
    const ofSession = this.records().filter(({ sessionId }) => sessionId === session.sessionId);
    if (ofSession.length >= MAX_PER_SESSION) throw new ApiFailure('too-many-tries');
    const reference = this.#newReference();
    const record: AbuseRecord = { kind: 'abuse', reference, ...session, ...report, atMs: clock.now() };
    this.#put(record);
    keep(record);
    onReport(record);
    return reference;
  }

  /** Forgets those whose time has come. */
  sweep(): void {
    const fromMs = this.#options.clock.now() - KEPT_MS;
    for (const [reference, { atMs }] of this.#reports) {
      if (atMs <= fromMs) this.#reports.delete(reference);
    }
  }

  #put(record: AbuseRecord): void {
    this.#reports.set(record.reference, record);
    if (this.#reports.size <= MAX_REPORTS) return;
    const [oldest] = this.#reports.keys();
    if (oldest !== undefined) this.#reports.delete(oldest);
  }

  #newReference(): string {
    for (;;) {
      const bytes = [...this.#options.random(8)];
      const letters = bytes.slice(0, 4).map((byte) => LETTERS[byte % LETTERS.length]);
      const reference = `${letters.join('')}-${bytes
        .slice(4)
        .map((byte) => byte % 10)
        .join('')}`;
      if (!this.#reports.has(reference)) return reference;
    }
  }
}
