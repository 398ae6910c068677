// Hands incoming frames on a few at a time, and lets the page come to everything else in between: drawing, timers, what a
// person presses. Browsers hand them on one after the other, and some make the page do much, so whoever sends many at
// once could keep it busy for as long as they like.

import { DesksideError } from '../protocol/deskside-error.ts';

/** Frames that are handed on at once. */
const SLICE = 8;

export class PacedFrames {
  readonly #max: number;
  readonly #take: (frame: unknown) => void;
  readonly #waiting: unknown[] = [];
  #isPausing = false;

  /** `max`: frames that may wait. `take` must not throw. */
  constructor(max: number, take: (frame: unknown) => void) {
    this.#max = max;
    this.#take = take;
  }

  /** Hands a frame on, now or soon. Throws a `DesksideError` `protocol-violation` when too many wait. */
  push(frame: unknown): void {
    if (this.#waiting.length >= this.#max) throw new DesksideError('protocol-violation', 'too many frames');
    this.#waiting.push(frame);
    if (!this.#isPausing) this.#takeSlice();
  }

  /** Hands everything on now: nothing comes after it. */
  flush(): void {
    for (const frame of this.#waiting.splice(0)) this.#take(frame);
  }

  #takeSlice(): void {
    this.#isPausing = true;
    for (const frame of this.#waiting.splice(0, SLICE)) this.#take(frame);
    // Unlike a timer's, its turn comes at once in a page that nobody looks at.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      this.#isPausing = false;
      if (this.#waiting.length > 0) this.#takeSlice();
    };
    port2.postMessage(null);
  }
}
