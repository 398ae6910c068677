// How many lanes files should take. On a line with a round trip, where one association waits for its answers, as many as there may
// be as soon as files move well; elsewhere twice as many as long as that moves clearly more, and no more than that. Pure.

/** Time for new lanes to come up to speed, before they are judged, in ms. */
const RAMP_MS = 700;
/** For so long it is measured what moves, in ms. */
const SPAN_MS = 800;
/** Less than this moves while nobody sends much, in bytes a span: there is nothing to learn then. */
const IDLE_BYTES = 64 * 1024;
/** From this round trip on one lane is not enough for what a line can carry, in ms. */
const FAR_MS = 15;
/** There files are watched for so long, in ms. */
const FAR_SPAN_MS = 400;
/** More than this and a line has room for some lanes, or for all of them, in bytes a second: each begins with 12 kB at once. */
const SOME_LANES = { count: 4, rate: 120_000 };
const ALL_LANES_RATE = 250_000;
/** More lanes are worth it from this gain on. */
const GAIN = 1.15;
/** Before more lanes are tried once more, in ms: the first time, and at most. */
const FIRST_PAUSE_MS = 10_000;
const MAX_PAUSE_MS = 120_000;

export interface LaneNews {
  readonly nowMs: number;
  /** What has moved so far, on all lanes and both ways. */
  readonly movedBytes: number;
  /** Lanes that are open. */
  readonly openCount: number;
  /** Of late, at best, in ms; `null` while that is not known. */
  readonly roundTripMs: number | null;
}

export class LaneCount {
  readonly #max: number;
  #wanted = 1;
  /** What fewer lanes moved, in bytes a second, while more are being tried. */
  #before: { readonly rate: number; readonly count: number } | null = null;
  /** Where measuring began; `null` while lanes come up to speed. */
  #start: { readonly atMs: number; readonly movedBytes: number } | null = null;
  #readyAtMs = 0;
  #pauseMs = FIRST_PAUSE_MS;

  constructor(max: number) {
    this.#max = max;
  }

  /** One lane again, as at the beginning. */
  restart(): void {
    this.#wanted = 1;
    this.#before = null;
    this.#start = null;
    this.#readyAtMs = 0;
    this.#pauseMs = FIRST_PAUSE_MS;
  }

  /** The line is late: fewer, and for a while no more. */
  retreat(nowMs: number): void {
    this.#settle(Math.max(1, Math.floor(this.#wanted / 2)), nowMs);
  }

  /** The line is poor: one, and for a while no more. */
  settleForOne(nowMs: number): void {
    if (this.#wanted > 1) this.#settle(1, nowMs);
    else this.#readyAtMs = Math.max(this.#readyAtMs, nowMs + this.#pauseMs);
  }

  /** How many there should be now. */
  next({ nowMs, movedBytes, openCount, roundTripMs }: LaneNews): number {
    if (openCount < this.#wanted || nowMs < this.#readyAtMs) {
      // They are still coming, or have just come.
      this.#start = null;
      if (openCount < this.#wanted) this.#readyAtMs = Math.max(this.#readyAtMs, nowMs + RAMP_MS);
      return this.#wanted;
    }
    if (this.#start === null) {
      this.#start = { atMs: nowMs, movedBytes };
      return this.#wanted;
    }
    const spanMs = nowMs - this.#start.atMs;
    const moved = movedBytes - this.#start.movedBytes;
    if (this.#wanted === 1 && this.#before === null && (roundTripMs ?? 0) >= FAR_MS) {
      this.#begin(moved, spanMs, nowMs);
      if (this.#wanted > 1) return this.#wanted;
    }
    if (spanMs < SPAN_MS) {
      // A file that begins to move is watched from there.
      if (moved === 0) this.#start = null;
      return this.#wanted;
    }
    this.#start = null;
    if (moved >= IDLE_BYTES) this.#judge((moved * 1000) / spanMs, nowMs);
    else if (this.#before !== null) this.#settle(this.#before.count, nowMs);
    return this.#wanted;
  }

  /** On a line with a round trip. */
  #begin(moved: number, spanMs: number, nowMs: number): void {
    const rate = (moved * 1000) / spanMs;
    if (spanMs < FAR_SPAN_MS || rate < SOME_LANES.rate) return;
    this.#wanted = rate < ALL_LANES_RATE ? Math.min(SOME_LANES.count, this.#max) : this.#max;
    this.#start = null;
    this.#readyAtMs = nowMs + RAMP_MS;
  }

  #judge(rate: number, nowMs: number): void {
    if (this.#before !== null && rate < this.#before.rate * GAIN) {
      this.#settle(this.#before.count, nowMs);
      return;
    }
    if (this.#wanted >= this.#max) {
      this.#before = null;
      return;
    }
    this.#before = { rate, count: this.#wanted };
    this.#wanted = Math.min(this.#max, this.#wanted * 2);
    this.#readyAtMs = nowMs + RAMP_MS;
  }

  #settle(count: number, nowMs: number): void {
    this.#wanted = count;
    this.#before = null;
    this.#start = null;
    this.#readyAtMs = nowMs + this.#pauseMs;
    this.#pauseMs = Math.min(MAX_PAUSE_MS, this.#pauseMs * 2);
  }
}
