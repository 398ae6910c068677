// Time that passes when a test says so.

import type { Timer } from './ports.ts';

export class FakeTimer implements Timer {
  #nowMs = 0;
  readonly #waiting = new Set<{ readonly atMs: number; readonly run: () => void }>();

  after(delayMs: number, run: () => void): () => void {
    const call = { atMs: this.#nowMs + delayMs, run };
    this.#waiting.add(call);
    return () => this.#waiting.delete(call);
  }

  /** Lets `ms` pass, and calls what is due. */
  elapse(ms: number): void {
    this.#nowMs += ms;
    for (const call of [...this.#waiting]) {
      if (call.atMs > this.#nowMs || !this.#waiting.delete(call)) continue;
      call.run();
    }
  }
}
