// Which sessions are over, and why: remembered for a time, and only so many.

import type { Clock } from './clock.ts';
import type { Reporter } from './state-record.ts';

/** Why a session is over. */
export type EndCode = 'session-ended' | 'session-revoked' | 'link-expired';

/** What is left of a session that is over. */
export interface Tombstone {
  readonly code: EndCode;
  /** In ms since the epoch. */
  readonly forgottenAtMs: number;
  /** Who may still report it, for a while. */
  readonly reporter?: Reporter;
}

export class Tombstones {
  readonly #maxCount: number;
  readonly #clock: Clock;
  readonly #bySession = new Map<string, Tombstone>();

  constructor(maxCount: number, clock: Clock) {
    this.#maxCount = maxCount;
    this.#clock = clock;
  }

  /** Why the session is over; `null` for one that is not, or of which nothing is remembered. */
  codeOf(sessionId: string): EndCode | null {
    return this.#bySession.get(sessionId)?.code ?? null;
  }

  /** Who may still report the session; `null` when nobody may. */
  reporterOf(sessionId: string): Reporter | null {
    const { reporter } = this.#bySession.get(sessionId) ?? {};
    return reporter !== undefined && reporter.untilMs > this.#clock.now() ? reporter : null;
  }

  /** Remembers one; the oldest of too many is forgotten. */
  put(sessionId: string, tombstone: Tombstone): void {
    this.#bySession.set(sessionId, tombstone);
    if (this.#bySession.size <= this.#maxCount) return;
    const [oldest] = this.#bySession.keys();
    if (oldest !== undefined) this.#bySession.delete(oldest);
  }

  /** Forgets those whose time has come. */
  sweep(): void {
    const nowMs = this.#clock.now();
    for (const [sessionId, { code, forgottenAtMs, reporter }] of this.#bySession) {
      if (forgottenAtMs <= nowMs) this.#bySession.delete(sessionId);
      else if (reporter !== undefined && reporter.untilMs <= nowMs) {
        this.#bySession.set(sessionId, { code, forgottenAtMs });
      }
    }
  }

  entries(): Iterable<[string, Tombstone]> {
    return this.#bySession;
  }
}
