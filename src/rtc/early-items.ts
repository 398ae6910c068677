// What comes in before there is somebody to take it. An honest side says little to somebody who has not answered yet, so
// what is kept is bounded.

import { DesksideError } from '../protocol/deskside-error.ts';

export class EarlyItems<T> {
  readonly #max: number;
  readonly #waiting: T[] = [];
  #listener: ((item: T) => void) | null = null;

  /** `max`: items that may wait. */
  constructor(max: number) {
    this.#max = max;
  }

  /** Hands an item to the listener, or keeps it. Throws a `DesksideError` `protocol-violation` when too many wait. */
  push(item: T): void {
    if (this.#listener !== null) this.#listener(item);
    else if (this.#waiting.length < this.#max) this.#waiting.push(item);
    else throw new DesksideError('protocol-violation', 'too much before anybody listens');
  }

  /** Hands everything to `listener` from now on, what waits first. */
  listen(listener: (item: T) => void): void {
    this.#listener = listener;
    for (const item of this.#waiting.splice(0)) listener(item);
  }
}
