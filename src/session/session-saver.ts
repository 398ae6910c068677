// Keeps a session as it goes on: at once before something is told to the other side, soon after any other change,
// and now and then, so that it is known until when the page was there. Never holds the session up.

import { type ErrorCode, errorCodeOf } from '../protocol/deskside-error.ts';
import type { SessionKeeping } from './keeping-ports.ts';
import type { Timer } from './ports.ts';
import type { SessionSnapshot } from './session-snapshot.ts';

/** Changes that concern only this page are kept together, in ms. */
const SOON_MS = 500;
/** How often it is kept without any change, in ms. */
const ALIVE_MS = 60_000;
/** Storage that has not answered by then is not waited for, in ms. */
const PATIENCE_MS = 1_000;

export interface SaverOptions {
  /** `null`: nothing is kept. */
  readonly keeping: SessionKeeping | null;
  readonly timer: Timer;
  /** How things stand; `null` while there is nothing to keep. */
  snapshot(): SessionSnapshot | null;
  /** Whether it could be kept: `null`, or why not. */
  onOutcome(code: ErrorCode | null): void;
}

export class SessionSaver {
  readonly #options: SaverOptions;
  #isRefused = false;
  #isOver = false;
  #cancelNext: (() => void) | null = null;
  #isSoon = false;

  constructor(options: SaverOptions) {
    this.#options = options;
  }

  /** Keeps how things stand now. Settles when it is safe; `null` where it makes no sense to wait. */
  save(): Promise<void> | null {
    const { keeping } = this.#options;
    const snapshot = this.#isOver ? null : this.#options.snapshot();
    if (snapshot === null || keeping === null) return null;
    this.#scheduleNext(ALIVE_MS);
    const saving = keeping.save(snapshot).then(
      () => this.#note(null),
      (error: unknown) => this.#note(errorCodeOf(error, 'session-not-kept')),
    );
    return this.#isRefused ? null : this.#patiently(saving);
  }

  /** Keeps how things stand, before long. */
  saveSoon(): void {
    if (this.#isOver || this.#isSoon || this.#options.snapshot() === null) return;
    this.#scheduleNext(SOON_MS);
    this.#isSoon = true;
  }

  /** The page goes away. */
  leave(): void {
    const snapshot = this.#isOver ? null : this.#options.snapshot();
    if (snapshot !== null) this.#options.keeping?.saveAtOnce(snapshot);
  }

  /** The session goes on elsewhere: nothing more is kept from here. */
  stop(): void {
    this.#isOver = true;
    this.#cancelNext?.();
  }

  /** The session is over for good. */
  forget(): void {
    this.stop();
    void this.#options.keeping?.forget();
  }

  #scheduleNext(delayMs: number): void {
    this.#cancelNext?.();
    this.#isSoon = false;
    this.#cancelNext = this.#options.timer.after(delayMs, () => void this.save());
  }

  #note(code: ErrorCode | null): void {
    this.#isRefused = code !== null;
    if (!this.#isOver) this.#options.onOutcome(code);
  }

  #patiently(saving: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const giveUp = this.#options.timer.after(PATIENCE_MS, resolve);
      void saving.then(() => {
        giveUp();
        resolve();
      });
    });
  }
}
