// Who is signed in to the technician's console: the console token gets a technician in, a random console
// session keeps them there. Knows no HTTP; how a console session travels as a cookie is in api-routes.ts.

import type { BucketLimits } from '../src/protocol/token-bucket.ts';
import { ApiFailure } from './api-failure.ts';
import type { Clock } from './clock.ts';
import { KeyedBuckets } from './keyed-buckets.ts';
import { digestOf, matchesDigest, newSecretText, type Random } from './secret-text.ts';

/** Wrong tokens that one address may try: ten at once, then one every six seconds. */
const GUESSES: BucketLimits = { burst: 10, perSecond: 1 / 6 };
const MAX_CONSOLE_SESSIONS = 1_000;
const IDLE_TTL_MS = 12 * 60 * 60 * 1000;

export class TechnicianSignIn {
  readonly #tokenDigest: Buffer;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #guesses: KeyedBuckets;
  /** When each console session was last used, by its digest in hexadecimal; the map's order is that of last use. */
  readonly #usedAtMs = new Map<string, number>();

  constructor(consoleToken: string, clock: Clock, random: Random) {
    this.#tokenDigest = digestOf(consoleToken);
    this.#clock = clock;
    this.#random = random;
    this.#guesses = new KeyedBuckets(GUESSES, clock);
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
    this.#usedAtMs.set(keyOf(secret), this.#clock.now());
    if (this.#usedAtMs.size > MAX_CONSOLE_SESSIONS) {
      const [oldest] = this.#usedAtMs.keys();
      if (oldest !== undefined) this.#usedAtMs.delete(oldest);
    }
    return secret;
  }

  /** Throws `sign-in-required` unless `secret` is that of a console session in use. */
  check(secret: string | undefined): void {
    if (secret === undefined) throw new ApiFailure('sign-in-required');
    const key = keyOf(secret);
    const usedAtMs = this.#usedAtMs.get(key);
    this.#usedAtMs.delete(key);
    const nowMs = this.#clock.now();
    if (usedAtMs === undefined || nowMs - usedAtMs >= IDLE_TTL_MS) throw new ApiFailure('sign-in-required');
    this.#usedAtMs.set(key, nowMs);
  }

  /** Closes a console session; one that is not there is closed already. */
  signOut(secret: string | undefined): void {
    if (secret !== undefined) this.#usedAtMs.delete(keyOf(secret));
  }
}

/** Looked up by digest, a secret's bytes have no influence on how long the lookup takes. */
function keyOf(secret: string): string {
  return digestOf(secret).toString('hex');
}
