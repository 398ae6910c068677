// Who is signed in to the console: a random secret for each browser, and whose it is. Knows neither HTTP nor how
// anybody proves who they are; how a secret travels as a cookie is in api-routes.ts.

import { ApiFailure } from './api-failure.ts';
import type { Clock } from './clock.ts';
import type { Roster } from './roster.ts';
import { keyedDigestOf, newSecretText, type Random } from './secret-text.ts';
import type { KeepRecord, StateRecord } from './state-record.ts';
import type { Technician } from './technician.ts';

const MAX_CONSOLE_SESSIONS = 1_000;
const IDLE_TTL_MS = 12 * 60 * 60 * 1000;
/** After this long the organisation's own sign-in is asked again: nobody tells us whom it lets in no more. */
const OIDC_TTL_MS = 12 * 60 * 60 * 1000;
/** How far behind the last use that is written down may be: a console asks often. */
const WRITE_INTERVAL_MS = 10 * 60 * 1000;

interface ConsoleSession {
  readonly technician: Technician;
  /** In ms since the epoch, all three. */
  readonly signedInAtMs: number;
  readonly usedAtMs: number;
  readonly writtenAtMs: number;
}

export class ConsoleSessions {
  readonly #key: string;
  readonly #roster: Roster;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #keepRecord: KeepRecord;
  /** By their digests; the map's order is that of last use. */
  readonly #consoles = new Map<string, ConsoleSession>();

  /**
   * @param key is part of every digest: with another one everybody has to sign in again.
   * @param keepRecord writes a change down, before it is answered.
   */
  constructor(key: string, roster: Roster, clock: Clock, random: Random, keepRecord: KeepRecord) {
    this.#key = key;
    this.#roster = roster;
    this.#clock = clock;
    this.#random = random;
    this.#keepRecord = keepRecord;
  }

  /** Takes up what was kept of an earlier run. */
  restore(records: readonly StateRecord[]): void {
    for (const record of records) {
      if (record.kind !== 'console') continue;
      // Before there were other ways, everybody came by the link.
      const { digest, usedAtMs, technician = this.#roster.configured, signedInAtMs = usedAtMs } = record;
      this.#put(digest, { technician, signedInAtMs, usedAtMs, writtenAtMs: usedAtMs });
    }
  }

  /** Everything that a restart must not lose. */
  records(): StateRecord[] {
    return Array.from(this.#consoles, ([digest, session]) => recordOf(digest, session));
  }

  /** Opens a console session for somebody who has proven who they are, and returns its secret. */
  open(technician: Technician): string {
    const secret = newSecretText(this.#random);
    this.#use(this.#digestOf(secret), { technician, signedInAtMs: this.#clock.now() }, null);
    return secret;
  }

  /** Who is signed in. Throws `sign-in-required` unless `secret` is that of a console session in use. */
  check(secret: string | undefined): Technician {
    if (secret === undefined) throw new ApiFailure('sign-in-required');
    const digest = this.#digestOf(secret);
    const session = this.#consoles.get(digest);
    this.#consoles.delete(digest);
    if (session === undefined || this.#isOver(session)) throw new ApiFailure('sign-in-required');
    this.#use(digest, session, session.writtenAtMs);
    const technician = this.#roster.now(session.technician);
    if (technician === null) throw new ApiFailure('sign-in-required');
    return technician;
  }

  /** Closes a console session; one that is not there is closed already. */
  close(secret: string | undefined): void {
    if (secret !== undefined) this.#forget(this.#digestOf(secret));
  }

  /** Closes those of everybody who may not be signed in any more. */
  closeRevoked(): void {
    for (const [digest, { technician }] of this.#consoles) {
      if (this.#roster.isRevoked(technician)) this.#forget(digest);
    }
  }

  #isOver({ technician, signedInAtMs, usedAtMs }: ConsoleSession): boolean {
    const nowMs = this.#clock.now();
    if (technician.grounds.way === 'oidc' && nowMs - signedInAtMs >= OIDC_TTL_MS) return true;
    return nowMs - usedAtMs >= IDLE_TTL_MS;
  }

  #use(
    digest: string,
    { technician, signedInAtMs }: Pick<ConsoleSession, 'technician' | 'signedInAtMs'>,
    lastWrittenAtMs: number | null,
  ): void {
    const usedAtMs = this.#clock.now();
    const isWritten = lastWrittenAtMs !== null && usedAtMs - lastWrittenAtMs < WRITE_INTERVAL_MS;
    const writtenAtMs = isWritten ? lastWrittenAtMs : usedAtMs;
    const session = { technician, signedInAtMs, usedAtMs, writtenAtMs };
    this.#put(digest, session);
    if (!isWritten) this.#keepRecord(recordOf(digest, session));
  }

  #put(digest: string, session: ConsoleSession): void {
    this.#consoles.set(digest, session);
    if (this.#consoles.size <= MAX_CONSOLE_SESSIONS) return;
    const [oldest] = this.#consoles.keys();
    if (oldest !== undefined) this.#consoles.delete(oldest);
  }

  #forget(digest: string): void {
    if (this.#consoles.delete(digest)) this.#keepRecord({ kind: 'signed-out', digest });
  }

  /** Looked up by digest, a secret's bytes have no influence on how long the lookup takes. */
  #digestOf(secret: string): string {
    return keyedDigestOf(secret, this.#key);
  }
}

function recordOf(digest: string, { technician, signedInAtMs, usedAtMs }: ConsoleSession): StateRecord {
  return { kind: 'console', digest, usedAtMs, technician, signedInAtMs };
}
