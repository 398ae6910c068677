// Which support key leads to which session: the routing digits that are in use, and which are given out next.
// It knows nothing of the digits behind them, and nothing of sessions but their ids.

import { ROUTING_LENGTHS } from '../src/protocol/support-key.ts';
import { ApiFailure } from './api-failure.ts';
import type { Random } from './secret-text.ts';

/** Beyond this part of all numbers in use, the next longer ones are given out. */
const CROWDED = 0.8;

export class RoutingNumbers {
  readonly #random: Random;
  readonly #sessionIds = new Map<string, string>();
  readonly #inUse = new Map<number, number>();

  constructor(random: Random) {
    this.#random = random;
  }

  /**
   * Gives out a number that nobody has, any of the free ones: four digits, or five while more than 80 % of those
   * with four are in use.
   *
   * @throws ApiFailure `server-busy` when more than 80 % of the long ones are in use too.
   */
  allocate(sessionId: string): string {
    const length = ROUTING_LENGTHS.find((digits) => this.#countOf(digits) < CROWDED * 10 ** digits);
    if (length === undefined) throw new ApiFailure('server-busy');
    // A fifth is free at least, so this takes five draws on average at worst.
    let routing: string;
    do routing = this.#draw(length);
    while (this.#sessionIds.has(routing));
    this.claim(routing, sessionId);
    return routing;
  }

  /** Gives out this very number, as before a restart. `false` when somebody has it. */
  claim(routing: string, sessionId: string): boolean {
    if (this.#sessionIds.has(routing)) return false;
    this.#sessionIds.set(routing, sessionId);
    this.#inUse.set(routing.length, this.#countOf(routing.length) + 1);
    return true;
  }

  /** The session that a number leads to. */
  find(routing: string): string | null {
    return this.#sessionIds.get(routing) ?? null;
  }

  /** Takes a number back; one that nobody has is free already. */
  free(routing: string): void {
    if (this.#sessionIds.delete(routing)) this.#inUse.set(routing.length, this.#countOf(routing.length) - 1);
  }

  #countOf(length: number): number {
    return this.#inUse.get(length) ?? 0;
  }

  #draw(length: number): string {
    // Of 2^32 values for at most 10^5 numbers, none is likelier than another by more than 1 in 40,000.
    const value = Buffer.from(this.#random(4)).readUInt32BE() % 10 ** length;
    return String(value).padStart(length, '0');
  }
}
