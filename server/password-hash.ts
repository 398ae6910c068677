// Passwords and what is kept of them. The one file that knows argon2id; it is computed in threads of its own, so
// nobody else's request waits for it.

import { hash, verify } from '@node-rs/argon2';
import * as v from 'valibot';
import { newSecretText, systemRandom } from './secret-text.ts';
import { Turnstile } from './turnstile.ts';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. `algorithm` 2 is argon2id. */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const MIN_PASSWORD_LENGTH = 12;

/** Each takes 19 MiB and a thread of Node's four, which files and host names need too. */
const MAX_RUNNING = 2;
/** A second's worth, and more. */
const MAX_WAITING = 32;

/**
 * A hash as it stands in a file: PHC string format, as every argon2 tool writes it. Other parameters will do, as long
 * as they are neither weak nor a burden.
 */
export const passwordHashSchema = v.pipe(
  v.string(),
  v.maxLength(256),
  v.check((text) => {
    const [, memory, passes, lanes] =
      /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$[A-Za-z0-9+/]{11,88}\$[A-Za-z0-9+/]{22,88}$/.exec(
        text,
      ) ?? [];
    return isBetween(memory, 7_168, 262_144) && isBetween(passes, 1, 16) && isBetween(lanes, 1, 8);
  }),
);

function isBetween(digits: string | undefined, min: number, max: number): boolean {
  return digits !== undefined && Number(digits) >= min && Number(digits) <= max;
}

/** Hashes a password to keep. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), PARAMETERS);
}

/** Whether a password is long enough to keep, in characters as people count them. */
export function isLongEnough(password: string): boolean {
  return [...normalise(password)].length >= MIN_PASSWORD_LENGTH;
}

/** Checks passwords, a few at a time. */
export class PasswordCheck {
  readonly #turnstile = new Turnstile(MAX_RUNNING, MAX_WAITING);
  /** Of a password that nobody has. */
  readonly #decoy = hashPassword(newSecretText(systemRandom));

  constructor() {
    // Whoever needs it hears of it; until then a failure is nobody's.
    this.#decoy.catch(() => {});
  }

  /**
   * Whether the password is the one behind the hash. `null` stands for nobody's hash: that takes as long, and is wrong.
   * Rejects with `server-busy` when too many wait.
   */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const decoy = await this.#decoy;
    const isRight = await this.#turnstile.run(() => verify(passwordHash ?? decoy, normalise(password)));
    return isRight && passwordHash !== null;
  }
}

/** The same characters can be typed as different code points: RFC 8265 section 4.2. */
function normalise(password: string): string {
  return password.normalize('NFC');
}
