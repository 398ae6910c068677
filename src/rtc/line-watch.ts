// Whether the other end still answers: by heartbeats, whatever the browser believes of its connection, and by what the
// browser says of it. Chromium may leave one of its two states at `disconnected` while the other says `failed`, and
// PeerJS's `open` stays true on a dead connection, so neither is believed alone.

import type { InterruptionCause } from '../session/ports.ts';

/** How often the other end is asked, in ms; it is not asked again before it has answered. */
const PING_INTERVAL_MS = 1_000;
/** After so long an answer is late, in ms; on a line that is slow as a rule, later. */
const LATE_MS = 1_200;
/** After so long without any word the line is doubtful, in ms; on a line that is slow as a rule, later. */
const DOUBT_MS = 2_000;
/** After so long without a word the line counts as interrupted, in ms. */
const MAX_SILENCE_MS = 5_000;
/** Where there is a reason to doubt it, it has this long to answer, in ms. */
const PROBE_MS = 2_000;
/** Round trips above the first make a line poor, below the second good again, in ms. The first is also the guess before any. */
const POOR_MS = 1_000;
const GOOD_MS = 800;
/** Round trips that are judged together. */
const SAMPLES = 3;
/** An answer that takes longer stands for those as well that were not asked for meanwhile, one for each of these, in ms. */
const LONG_MS = 2_000;
/** How often `tick` wants to be called, in ms. */
export const LINE_TICK_MS = 250;
/** Ticks that come so late were not held up by work: the page slept. In ms. */
const SLEPT_MS = 3_000;

export interface LineWatchOptions {
  /** Milliseconds that only go forward. */
  now(): number;
  ping(no: number): void;
  /** Whether the browser's own states speak against the connection. */
  isBroken(): boolean;
  /** An answer is late, whatever else comes in; or it is there. */
  onLate(isLate: boolean): void;
  /** Nothing comes in: nobody need be told yet. Called once until something does. */
  onDoubt(): void;
  /** Nobody answers any more. Called again when more is known about why. */
  onSilent(cause: InterruptionCause): void;
  /** Somebody answers again, after a doubt or an interruption; `wasSilent` says which. */
  onAnswering(wasSilent: boolean): void;
  onQuality(isPoor: boolean): void;
}

export class LineWatch {
  readonly #options: LineWatchOptions;
  #heardAtMs: number;
  #tickedAtMs: number;
  #pingNo = 0;
  /** The ping that was not answered yet. */
  #open: { readonly no: number; readonly atMs: number; isThroughSilence: boolean } | null = null;
  #pingedAtMs = Number.NEGATIVE_INFINITY;
  #isLate = false;
  #isDoubted = false;
  #isSilent = false;
  #isPoor = false;
  #isThroughputPoor = false;
  #roundTripsMs: readonly number[] = [];

  constructor(options: LineWatchOptions) {
    this.#options = options;
    this.#heardAtMs = options.now();
    this.#tickedAtMs = this.#heardAtMs;
  }

  get isDoubted(): boolean {
    return this.#isDoubted;
  }

  get isSilent(): boolean {
    return this.#isSilent;
  }

  /** The shortest of the last round trips, in ms; `null` before the first. */
  get roundTripMs(): number | null {
    return this.#roundTripsMs.length === 0 ? null : Math.min(...this.#roundTripsMs);
  }

  /** Whether it is too slow for pictures and files, as was told last. */
  get isPoor(): boolean {
    return this.#isPoor;
  }

  /** Something came in. */
  noteHeard(): void {
    this.#heardAtMs = this.#options.now();
    if (!this.#isDoubted || this.#options.isBroken()) return;
    const wasSilent = this.#isSilent;
    this.#isDoubted = false;
    this.#isSilent = false;
    this.#options.onAnswering(wasSilent);
  }

  /** The answer to a ping came in. Others than the last one are nobody's. */
  notePong(no: number): void {
    if (this.#open?.no !== no) return;
    this.#roundTripsMs = this.#samples();
    this.#open = null;
    this.#judgeLateness(false);
    this.#judge();
  }

  /** Says whether too little comes through for pictures and files. */
  noteThroughput(isPoor: boolean): void {
    this.#isThroughputPoor = isPoor;
  }

  /** There is a reason to doubt the line: it has a moment to prove itself. */
  probe(): void {
    this.#heardAtMs = Math.min(this.#heardAtMs, this.#options.now() - MAX_SILENCE_MS + PROBE_MS);
    this.#ping();
  }

  /** The line is interrupted, as somebody knows for certain. */
  noteBroken(cause: InterruptionCause): void {
    this.#doubt();
    this.#isSilent = true;
    this.#options.onSilent(cause);
    this.#ping();
  }

  /** To be called every half second or so. */
  tick(cause: () => InterruptionCause): void {
    const nowMs = this.#options.now();
    const hasSlept = nowMs - this.#tickedAtMs >= SLEPT_MS;
    this.#tickedAtMs = nowMs;
    // Whoever slept has heard nothing, and knows nothing either.
    if (hasSlept) this.#heardAtMs = nowMs - MAX_SILENCE_MS + PROBE_MS;
    if (nowMs - this.#pingedAtMs >= PING_INTERVAL_MS || hasSlept) this.#ping();
    this.#judge();
    const usualMs = this.#roundTripsMs.length === 0 ? POOR_MS : Math.max(...this.#roundTripsMs);
    const silentMs = nowMs - this.#heardAtMs;
    const usualSilenceMs = 2 * usualMs + PING_INTERVAL_MS;
    const waitedMs = this.#open === null ? 0 : nowMs - this.#open.atMs;
    if (waitedMs >= Math.max(LATE_MS, 2 * usualMs) || silentMs >= Math.max(LATE_MS, usualSilenceMs)) {
      this.#judgeLateness(true);
    }
    if (silentMs >= Math.max(DOUBT_MS, usualSilenceMs)) this.#doubt();
    if (silentMs >= MAX_SILENCE_MS || this.#isSilent) this.noteBroken(cause());
  }

  #judgeLateness(isLate: boolean): void {
    if (isLate === this.#isLate) return;
    this.#isLate = isLate;
    this.#options.onLate(isLate);
  }

  #doubt(): void {
    if (this.#open !== null) this.#open.isThroughSilence = true;
    if (this.#isDoubted) return;
    this.#isDoubted = true;
    this.#options.onDoubt();
  }

  #ping(): void {
    if (this.#open !== null) return;
    const nowMs = this.#options.now();
    this.#pingNo += 1;
    this.#pingedAtMs = nowMs;
    this.#open = { no: this.#pingNo, atMs: nowMs, isThroughSilence: false };
    this.#options.ping(this.#pingNo);
  }

  /** The last round trips and the one that is under way. */
  #samples(): readonly number[] {
    if (this.#open === null) return this.#roundTripsMs;
    const tookMs = this.#options.now() - this.#open.atMs;
    // A line over which nothing came at all was not slow but gone.
    const count = this.#open.isThroughSilence ? 1 : Math.max(1, Math.floor(tookMs / LONG_MS));
    return [...this.#roundTripsMs, ...Array<number>(Math.min(SAMPLES, count)).fill(tookMs)].slice(-SAMPLES);
  }

  /** What people feel is how long an answer takes, whatever the reason: distance, loss or a full line. */
  #judge(): void {
    const waitedMs = this.#open === null ? 0 : this.#options.now() - this.#open.atMs;
    const samples = waitedMs > POOR_MS ? this.#samples() : this.#roundTripsMs;
    const middle = [...samples].sort((a, b) => a - b)[Math.floor(SAMPLES / 2)] ?? 0;
    const isSlow = samples.length >= SAMPLES && middle > (this.#isPoor ? GOOD_MS : POOR_MS);
    const isPoor = isSlow || this.#isThroughputPoor;
    if (isPoor === this.#isPoor) return;
    this.#isPoor = isPoor;
    this.#options.onQuality(isPoor);
  }
}
