// Reports of sessions, kept in this browser and nowhere else.

import type { KeptReports, ReportStore } from '../session/report-ports.ts';
import { isExpired, type Retention } from '../session/report-retention.ts';
import { decodeReport, type SessionReport } from '../session/session-report.ts';
import { AtOnceStore } from './at-once.ts';
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

/** Reports that a page wrote while it went away stand under this and their key, until the next visit. */
const PENDING_PREFIX = 'deskside-report.';

export class BrowserReportStore implements ReportStore {
  readonly #store: KeyedStore;
  readonly #pending = new AtOnceStore(PENDING_PREFIX);

  constructor(store: KeyedStore = keyedStore('deskside-reports', 'reports')) {
    this.#store = store;
  }

  async read(retention: Retention, nowMs: number): Promise<KeptReports> {
    await this.#takePending();
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

  saveAtOnce(report: SessionReport): void {
    this.#pending.write(keyOf(report), report);
  }

  remove(report: SessionReport): Promise<void> {
    this.#pending.remove(keyOf(report));
    return this.#store.remove([keyOf(report)]);
  }

  clear(): Promise<void> {
    for (const key of this.#pending.keys()) this.#pending.remove(key);
    return this.#store.clear();
  }

  /** Brings what pages left behind to the other reports, unless it has got newer there. */
  async #takePending(): Promise<void> {
    for (const key of this.#pending.keys()) {
      const report = decodeReport(this.#pending.read(key));
      if (report !== null && keyOf(report) === key) {
        const kept = decodeReport(await this.#store.get(keyOf(report)));
        if (kept === null || kept.savedAtMs <= report.savedAtMs) await this.save(report);
      }
      this.#pending.remove(key);
    }
  }
}
