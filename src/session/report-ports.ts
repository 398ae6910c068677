// What keeping reports needs from the world: a place.

import type { Retention } from './report-retention.ts';
import type { SessionReport } from './session-report.ts';

/** What was read: one damaged report never hides the others. */
export interface KeptReports {
  readonly reports: readonly SessionReport[];
  /** Reports that are there and cannot be read: damaged, or of another version. */
  readonly damagedCount: number;
}

/** The browser's storage. Every method rejects where it is refused. */
export interface ReportStore {
  /** Deletes what is older than `retention` at `nowMs`, damaged or not; then reads the rest. */
  read(retention: Retention, nowMs: number): Promise<KeptReports>;
  /** Writes a report, over an earlier one of the same session. */
  save(report: SessionReport): Promise<void>;
  /** Writes a report before it returns, as a page that goes away must; never throws, and may be refused. */
  saveAtOnce(report: SessionReport): void;
  remove(report: SessionReport): Promise<void>;
  /** Deletes everything, damaged reports too. */
  clear(): Promise<void>;
}
