// Who is signed in to the technician's console: the console token gets a technician in, a random console
// session keeps them there. Knows no HTTP; how a console session travels as a cookie is in api-routes.ts.

import type { BucketLimits } from '../src/protocol/token-bucket.ts';
import { ApiFailure } from './api-failure.ts';
import type { Clock } from './clock.ts';
import { KeyedBuckets } from './keyed-buckets.ts';
import { digestOf, keyedDigestOf, matchesDigest, newSecretText, type Random } from './secret-text.ts';
import type { KeepRecord, StateRecord } from './state-record.ts';

/** Wrong tokens that one address may try: ten at once, then one every six seconds. */
const GUESSES: BucketLimits = { burst: 10, perSecond: 1 / 6 };
const MAX_CONSOLE_SESSIONS = 1_000;
const IDLE_TTL_MS = 12 * 60 * 60 * 1000;
/** How far behind the last use that is written down may be: a console asks often. */
const WRITE_INTERVAL_MS = 10 * 60 * 1000;

interface ConsoleSession {
  /** In ms since the epoch, both. */
  readonly usedAtMs: number;
  readonly writtenAtMs: number;
}

export class TechnicianSignIn {
  readonly #token: string;
  readonly #tokenDigest: Buffer;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #guesses: KeyedBuckets;
  readonly #keepRecord: KeepRecord;
  /** By their digests; the map's order is that of last use. */
  readonly #consoles = new Map<string, ConsoleSession>();

  /** @param keepRecord writes a change down, before it is answered. */
  constructor(consoleToken: string, clock: Clock, random: Random, keepRecord: KeepRecord) {
    this.#token = consoleToken;
    this.#tokenDigest = digestOf(consoleToken);
    this.#clock = clock;
    this.#random = random;
    this.#guesses = new KeyedBuckets(GUESSES, clock);
    this.#keepRecord = keepRecord;
  }

  /** Takes up what was kept of an earlier run. */
  restore(records: readonly StateRecord[]): void {
    for (const record of records) {
      if (record.kind !== 'console') continue;
      this.#put(record.digest, { usedAtMs: record.usedAtMs, writtenAtMs: record.usedAtMs });
    }
  }

  /** Everything that a restart must not lose. */
  records(): StateRecord[] {
    return Array.from(this.#consoles, ([digest, { usedAtMs }]) => ({ kind: 'console', digest, usedAtMs }));
  }

  /**
   * Opens a console session and returns its secret.
   *
   * @param limiterKey whom wrong tokens are counted against.
   * @throws ApiFailure `sign-in-refused` for a wrong token, `server-busy` after too many of them.
   */
  signIn(token: string, limiterKey: string): string {
    if (!this.#guesses.hasToken(limiterKey)) throw new ApiFailure('server-busy');
    if (!matchesDigest(token, this.#tokenDigest)) {
      this.#guesses.take(limiterKey);
      throw new ApiFailure('sign-in-refused');
    }
    const secret = newSecretText(this.#random);
    this.#use(this.#digestOf(secret), null);
    return secret;
  }

  /** Throws `sign-in-required` unless `secret` is that of a console session in use. */
  check(secret: string | undefined): void {
    if (secret === undefined) throw new ApiFailure('sign-in-required');
    const digest = this.#digestOf(secret);
    const session = this.#consoles.get(digest);
    this.#consoles.delete(digest);
    if (session === undefined || this.#clock.now() - session.usedAtMs >= IDLE_TTL_MS) {
      throw new ApiFailure('sign-in-required');
    }
    this.#use(digest, session);
  }

  /** Closes a console session; one that is not there is closed already. */
  signOut(secret: string | undefined): void {
    if (secret === undefined) return;
    const digest = this.#digestOf(secret);
    if (this.#consoles.delete(digest)) this.#keepRecord({ kind: 'signed-out', digest });
  }

  #use(digest: string, before: ConsoleSession | null): void {
    const usedAtMs = this.#clock.now();
    const isWritten = before !== null && usedAtMs - before.writtenAtMs < WRITE_INTERVAL_MS;
    this.#put(digest, { usedAtMs, writtenAtMs: isWritten ? before.writtenAtMs : usedAtMs });
    if (!isWritten) this.#keepRecord({ kind: 'console', digest, usedAtMs });
  }

  #put(digest: string, session: ConsoleSession): void {
    this.#consoles.set(digest, session);
    if (this.#consoles.size <= MAX_CONSOLE_SESSIONS) return;
    const [oldest] = this.#consoles.keys();
    if (oldest !== undefined) this.#consoles.delete(oldest);
  }

  /**
   * Looked up by digest, a secret's bytes have no influence on how long the lookup takes. The token is part of it, so
   * that with another token everybody has to sign in again.
   */
  #digestOf(secret: string): string {
    return keyedDigestOf(secret, this.#token);
  }
}
