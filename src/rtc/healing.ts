// How a connection whose line broke finds another path: by ICE restarts (RFC 8445 section 9), offered again and again
// until somebody answers over them. Knows nothing of how a line is found to be broken.

import type { Negotiation } from './negotiation.ts';
import type { SealedNote } from './seal.ts';

/** How often something is tried again, in ms. */
const TRY_INTERVAL_MS = 1_500;
/** What was agreed on has so long to work, in ms. */
const SETTLING_MS = 6_000;
/** After so many restarts that were answered and led nowhere, a new connection does better. */
const MAX_RESTARTS = 4;

export interface HealingOptions {
  readonly negotiation: Pick<Negotiation, 'isWaiting' | 'restart' | 'repeat' | 'renew'>;
  /** Whether this side makes the offers; the other one asks for them. */
  readonly isRestarting: boolean;
  sendNote(note: SealedNote['note']): void;
  /** Both sides agree on paths again and again, and nothing comes over them. */
  onHopeless(): void;
}

export class Healing {
  readonly #options: HealingOptions;
  #isHealing = false;
  #triedAtMs = 0;
  /** Of any break: a line that loses much is often late, and a restart each time would make it worse. */
  #restartedAtMs = Number.NEGATIVE_INFINITY;
  #restarts = 0;

  constructor(options: HealingOptions) {
    this.#options = options;
  }

  get isHealing(): boolean {
    return this.#isHealing;
  }

  /** The line is broken. */
  begin(nowMs: number): void {
    if (this.#isHealing) return;
    this.#isHealing = true;
    this.#restarts = 0;
    // What was sent over the line last may never arrive.
    this.#options.negotiation.repeat();
    this.#try(nowMs);
  }

  /** There is a network again, or another one. */
  renew(nowMs: number): void {
    if (!this.#isHealing) return;
    this.#triedAtMs = nowMs;
    if (!this.#options.isRestarting) {
      this.#options.sendNote({ type: 'restart' });
      return;
    }
    this.#restartedAtMs = nowMs;
    this.#options.negotiation.renew();
  }

  /** The line is whole again. */
  end(): void {
    this.#isHealing = false;
  }

  /** To be called now and then while the line is broken. */
  tick(nowMs: number): void {
    if (this.#isHealing && nowMs - this.#triedAtMs >= TRY_INTERVAL_MS) this.#try(nowMs);
  }

  #try(nowMs: number): void {
    const { negotiation, isRestarting, sendNote, onHopeless } = this.#options;
    this.#triedAtMs = nowMs;
    if (negotiation.isWaiting) {
      negotiation.repeat();
      // What was restarted begins to count when the answer is there.
      if (this.#restarts > 0) this.#restartedAtMs = nowMs;
    } else if (!isRestarting) {
      sendNote({ type: 'restart' });
    } else if (nowMs - this.#restartedAtMs >= SETTLING_MS) {
      if (this.#restarts >= MAX_RESTARTS) {
        onHopeless();
        return;
      }
      this.#restarts += 1;
      this.#restartedAtMs = nowMs;
      negotiation.restart();
    }
  }
}
