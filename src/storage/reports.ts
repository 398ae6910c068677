// Reports of sessions, kept in this browser and nowhere else.

import type { KeptReports, ReportStore } from '../session/report-ports.ts';
import { isExpired, type Retention } from '../session/report-retention.ts';
import { decodeReport, type SessionReport } from '../session/session-report.ts';
import { type KeyedStore, keyedStore } from './keyed-store.ts';

/** The key says when the session was made, so that a damaged report gets old like any other. */
const KEY = /^(\d{15})\.[0-9a-f]{32}$/;

function keyOf({ startedAtMs, sessionId }: SessionReport): string {
  return `${String(startedAtMs).padStart(15, '0')}.${sessionId}`;
}

function startOf(key: string): number | null {
  const digits = KEY.exec(key)?.[1];
  return digits === undefined ? null : Number(digits);
}

export class BrowserReportStore implements ReportStore {
  readonly #store: KeyedStore;

  constructor(store: KeyedStore = keyedStore('deskside-reports', 'reports')) {
    this.#store = store;
  }

  async read(retention: Retention, nowMs: number): Promise<KeptReports> {
    const expired: string[] = [];
    const reports: SessionReport[] = [];
    let damagedCount = 0;
    for (const [key, value] of await this.#store.entries()) {
      const startedAtMs = startOf(key);
      if (startedAtMs === null || isExpired(startedAtMs, retention, nowMs)) {
        expired.push(key);
        continue;
      }
      const report = decodeReport(value);
      if (report === null || keyOf(report) !== key) damagedCount += 1;
      else reports.push(report);
    }
    if (expired.length > 0) await this.#store.remove(expired);
    return { reports, damagedCount };
  }

  save(report: SessionReport): Promise<void> {
    return this.#store.set(keyOf(report), report);
  }

  remove(report: SessionReport): Promise<void> {
    return this.#store.remove([keyOf(report)]);
  }

  clear(): Promise<void> {
    return this.#store.clear();
  }
}
