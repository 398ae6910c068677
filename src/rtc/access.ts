// A side's access to the server while its session lives: a ticket is good for an hour, and the next one is asked for long
// before that. Relays' credentials come with it.

import { errorCodeOf } from '../protocol/deskside-error.ts';
import type { Joined } from '../protocol/session-api.ts';
import { retryDelay } from './retry-delay.ts';

/**
 * The part of its life after which a ticket is renewed. A page that is away keeps its ticket, and is waited for for
 * twenty minutes: what it comes back with must still be good.
 */
const RENEWED_AFTER = 0.5;
/** Before the server is asked again that did not answer, in ms. */
const RETRY = { firstMs: 5_000, maxMs: 300_000 };
/** Failures to get another ticket that another try may not meet. */
export const PASSING_FAILURES = new Set<string>([
  'server-unreachable',
  'server-busy',
  'server-response-invalid',
  'too-many-tries',
]);

export interface AccessOptions {
  readonly first: Joined;
  /** Whether `first` has just been given; one that was kept is renewed at once. */
  readonly isFresh: boolean;
  /** Asks the server for the next one. Rejects with a `DesksideError`. */
  renew(ticket: string): Promise<Joined>;
  /** There is another one. */
  onRenewed(access: Joined): void;
}

export class Access {
  readonly #options: AccessOptions;
  readonly #signal: AbortSignal;
  #current: Joined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #renewing: Promise<void> | null = null;

  /** Renews by itself, until the signal aborts. */
  constructor(options: AccessOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
    this.#current = options.first;
    this.#schedule(options.isFresh ? this.#lifetimeMs : 0);
    signal.addEventListener('abort', () => clearTimeout(this.#timer), { once: true });
  }

  /** The newest. */
  get current(): Joined {
    return this.#current;
  }

  /** Renews now, as when the server says that the present one has run out. Rejects with a `DesksideError`. */
  renew(): Promise<void> {
    this.#renewing ??= this.#ask().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  get #lifetimeMs(): number {
    return this.#current.ticketLifetimeS * 1000 * RENEWED_AFTER;
  }

  async #ask(): Promise<void> {
    this.#current = await this.#options.renew(this.#current.ticket);
    this.#options.onRenewed(this.#current);
    this.#schedule(this.#lifetimeMs);
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    if (!this.#signal.aborted) this.#timer = setTimeout(() => void this.#insist(), delayMs);
  }

  /** Whoever is refused finds out at signalling what became of the session. */
  async #insist(): Promise<void> {
    for (let tries = 0; !this.#signal.aborted; tries++) {
      try {
        await this.renew();
        return;
      } catch (error) {
        if (!PASSING_FAILURES.has(errorCodeOf(error, 'server-unreachable'))) return;
        await retryDelay(tries, RETRY);
      }
    }
  }
}
