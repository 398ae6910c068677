// How far one file has come and how fast, told seldom enough that nobody is kept busy with it. Pure.

import type { Clock } from './ports.ts';

/** Least time between two tellings, in ms. */
const INTERVAL_MS = 200;
/** The speed is that of so long a time before now, in ms: long enough to be calm, short enough to be true. */
const SPAN_MS = 4_000;
/** In less time than this there is no telling how fast it is, in ms. */
const SHORTEST_SPAN_MS = 400;

export interface Movement {
  readonly movedBytes: number;
  /** `null` while there is too little to tell. */
  readonly bytesPerSecond: number | null;
}

export class ProgressMeter {
  readonly #clock: Clock;
  /** Oldest first; the last one is what was told last. */
  readonly #samples: { readonly atMs: number; readonly movedBytes: number }[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What to tell now that `movedBytes` have moved altogether; `null` when something was told a moment ago. */
  note(movedBytes: number): Movement | null {
    const atMs = this.#clock.now();
    const last = this.#samples.at(-1);
    // The system's clock may be set back: then what was measured by it means nothing.
    if (last !== undefined && atMs < last.atMs) this.#samples.length = 0;
    else if (last !== undefined && atMs - last.atMs < INTERVAL_MS) return null;
    this.#samples.push({ atMs, movedBytes });
    while (atMs - (this.#samples[1]?.atMs ?? atMs) >= SPAN_MS) this.#samples.shift();
    const first = this.#samples[0];
    const spanMs = first === undefined ? 0 : atMs - first.atMs;
    const moved = first === undefined ? 0 : movedBytes - first.movedBytes;
    return {
      movedBytes,
      bytesPerSecond: spanMs < SHORTEST_SPAN_MS ? null : Math.round((moved * 1000) / spanMs),
    };
  }
}
