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

/** Reports that a page wrote while it went away stand under this and their key, until the next visit. */
const PENDING = 'deskside-report.';

export class BrowserReportStore implements ReportStore {
  readonly #store: KeyedStore;
  readonly #pending: Storage | null;

  constructor(store: KeyedStore = keyedStore('deskside-reports', 'reports')) {
    this.#store = store;
    this.#pending = openLocalStorage();
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

  /** The database finishes nothing for a page that is gone; this storage does, and is small. */
  saveAtOnce(report: SessionReport): void {
    try {
      this.#pending?.setItem(PENDING + keyOf(report), JSON.stringify(report));
    } catch {
      // Full or refused: what was written a second ago must do.
    }
  }

  remove(report: SessionReport): Promise<void> {
    this.#pending?.removeItem(PENDING + keyOf(report));
    return this.#store.remove([keyOf(report)]);
  }

  clear(): Promise<void> {
    for (const key of this.#pendingKeys()) this.#pending?.removeItem(key);
    return this.#store.clear();
  }

  #pendingKeys(): readonly string[] {
    return Object.keys(this.#pending ?? {}).filter((key) => key.startsWith(PENDING));
  }

  /** Brings what pages left behind to the other reports, unless it has got newer there. */
  async #takePending(): Promise<void> {
    for (const key of this.#pendingKeys()) {
      const report = decodeReport(parseJson(this.#pending?.getItem(key) ?? ''));
      if (report !== null && PENDING + keyOf(report) === key) {
        const kept = decodeReport(await this.#store.get(keyOf(report)));
        if (kept === null || kept.savedAtMs <= report.savedAtMs) await this.save(report);
      }
      this.#pending?.removeItem(key);
    }
  }
}

function openLocalStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    // Refused by policy: even asking for it throws.
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
