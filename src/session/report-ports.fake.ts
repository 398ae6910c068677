// Fakes of what keeping reports needs: storage that can refuse, a timer that the test moves.

import type { KeptReports, ReportStore } from './report-ports.ts';
import { isExpired, type Retention } from './report-retention.ts';
import type { SessionReport } from './session-report.ts';

export class FakeReportStore implements ReportStore {
  readonly saved = new Map<string | null, SessionReport>();
  damagedCount = 0;
  writes = 0;
  /** Makes every method reject. */
  refusal: unknown = null;

  async read(retention: Retention, nowMs: number): Promise<KeptReports> {
    this.#mayRefuse();
    for (const report of this.saved.values()) {
      if (isExpired(report.startedAtMs, retention, nowMs)) this.saved.delete(report.sessionId);
    }
    return { reports: [...this.saved.values()], damagedCount: this.damagedCount };
  }

  async save(report: SessionReport): Promise<void> {
    this.#mayRefuse();
    this.writes += 1;
    this.saved.set(report.sessionId, report);
  }

  saveAtOnce(report: SessionReport): void {
    if (this.refusal === null) this.saved.set(report.sessionId, report);
  }

  async remove(report: SessionReport): Promise<void> {
    this.#mayRefuse();
    this.saved.delete(report.sessionId);
  }

  async clear(): Promise<void> {
    this.#mayRefuse();
    this.saved.clear();
    this.damagedCount = 0;
  }

  #mayRefuse(): void {
    if (this.refusal !== null) throw this.refusal;
  }
}
