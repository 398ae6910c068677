// How a technician proves who they are: by the console's token, or by the name and password of an account. Guessing is
// limited for each address and each name. What being signed in is, is in console-sessions.ts.

import * as v from 'valibot';
import type { BucketLimits } from '../src/protocol/token-bucket.ts';
import { ApiFailure } from './api-failure.ts';
import type { Clock } from './clock.ts';
import { KeyedBuckets } from './keyed-buckets.ts';
import { KnownDevices } from './known-devices.ts';
import { PasswordCheck } from './password-hash.ts';
import type { Roster } from './roster.ts';
import { digestOf, matchesDigest, type Random } from './secret-text.ts';
import { type Technician, usernameSchema } from './technician.ts';
import type { TechnicianAccounts } from './technician-accounts.ts';

/** Wrong tries that one address has: ten at once, then one every six seconds. */
const GUESSES: BucketLimits = { burst: 10, perSecond: 1 / 6 };
/** Wrong passwords that one name has, from all browsers together in which nobody has signed in by that name yet. */
const GUESSES_AT_NAME: BucketLimits = { burst: 20, perSecond: 1 / 30 };

export interface SignInParts {
  readonly consoleToken: string;
  readonly roster: Roster;
  readonly accounts: TechnicianAccounts;
  readonly clock: Clock;
  readonly random: Random;
}

/** Where a try comes from. */
export interface TryOrigin {
  /** What wrong tries are counted against: the address. */
  readonly limiterKey: string;
  /** The note of a browser that somebody has signed in from. */
  readonly deviceNote: string | undefined;
}

export class TechnicianSignIn {
  readonly #roster: Roster;
  readonly #accounts: TechnicianAccounts;
  readonly #tokenDigest: Buffer;
  readonly #guesses: KeyedBuckets;
  readonly #guessesAtName: KeyedBuckets;
  readonly #guessesOfDevice: KeyedBuckets;
  readonly #devices: KnownDevices;
  readonly #passwords: PasswordCheck | null;

  constructor({ consoleToken, roster, accounts, clock, random }: SignInParts) {
    this.#roster = roster;
    this.#accounts = accounts;
    this.#tokenDigest = digestOf(consoleToken);
    this.#guesses = new KeyedBuckets(GUESSES, clock);
    this.#guessesAtName = new KeyedBuckets(GUESSES_AT_NAME, clock);
    this.#guessesOfDevice = new KeyedBuckets(GUESSES, clock);
    this.#devices = new KnownDevices(consoleToken, random);
    this.#passwords = accounts.isOn ? new PasswordCheck() : null;
  }

  /** Throws `sign-in-refused` for a wrong token, and `sign-in-limited` after too many of them. */
  withToken(token: string, limiterKey: string): Technician {
    if (!this.#guesses.hasToken(limiterKey)) throw new ApiFailure('sign-in-limited');
    if (matchesDigest(token, this.#tokenDigest)) return this.#roster.configured;
    this.#guesses.take(limiterKey);
    throw new ApiFailure('sign-in-refused');
  }

  /**
   * Also returns the note for the browser. Rejects with `password-refused`, `sign-in-limited`, or `server-busy`.
   *
   * Nothing tells whether there is such an account: neither the code, nor the time, nor the limits.
   */
  async withPassword(
    username: string,
    password: string,
    { limiterKey, deviceNote }: TryOrigin,
  ): Promise<{ technician: Technician; deviceNote: string }> {
    const passwords = this.#passwords;
    if (passwords === null) throw new ApiFailure('password-refused');
    const typed = username.trim();
    const known = v.safeParse(usernameSchema, typed);
    const name = known.success ? known.output : typed;
    const device = this.#devices.read(deviceNote, name);
    const buckets: [KeyedBuckets, string][] = [
      [this.#guesses, limiterKey],
      device === null ? [this.#guessesAtName, name] : [this.#guessesOfDevice, device],
    ];
    const giveBack = () => {
      for (const [bucket, key] of buckets) bucket.giveBack(key);
    };
    // Taken before it is known whether the password is right: many tries can be under way at once.
    if (!buckets.every(([bucket, key]) => bucket.hasToken(key))) throw new ApiFailure('sign-in-limited');
    for (const [bucket, key] of buckets) bucket.take(key);

    const account = this.#accounts.find(name);
    let isRight: boolean;
    try {
      isRight = await passwords.matches(account?.passwordHash ?? null, password);
    } catch (error) {
      giveBack();
      throw error;
    }
    // It may have been taken away while the password was looked at.
    if (!isRight || account === null || this.#accounts.find(name)?.passwordHash !== account.passwordHash) {
      throw new ApiFailure('password-refused');
    }
    giveBack();
    return { technician: this.#accounts.technicianOf(account), deviceNote: this.#devices.noteFor(name) };
  }
}
