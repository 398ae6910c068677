// Tells when something has been in front of a person for a while, without a break: the document visible and
// focused. A click that was meant for something else cannot answer what has only just appeared.

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface DwellTimer {
  /** Calls back after `delayMs`, unless the returned function was called before. */
  after(delayMs: number, callback: () => void): () => void;
}

export const browserTimer: DwellTimer = {
  after(delayMs, callback) {
    const id = setTimeout(callback, delayMs);
    return () => clearTimeout(id);
  },
};

export class DwellController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #timer: DwellTimer;
  #dwellMs: number | null = null;
  #cancel: (() => void) | null = null;
  #listening: AbortController | null = null;
  #isDone = false;

  constructor(host: ReactiveControllerHost & HTMLElement, timer: DwellTimer = browserTimer) {
    this.#host = host;
    this.#timer = timer;
    host.addController(this);
  }

  /** Whether the person had the time. Looking away starts it anew. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /** Begins to count `dwellMs` milliseconds. Zero is done at once. */
  start(dwellMs: number): void {
    this.stop();
    this.#dwellMs = dwellMs;
    if (dwellMs <= 0) {
      this.#set(true);
      return;
    }
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const { ownerDocument } = this.#host;
    ownerDocument.addEventListener('visibilitychange', this.#check, { signal });
    ownerDocument.defaultView?.addEventListener('focus', this.#check, { signal });
    ownerDocument.defaultView?.addEventListener('blur', this.#check, { signal });
    this.#check();
  }

  /** Ends counting. */
  stop(): void {
    this.#listening?.abort();
    this.#listening = null;
    this.#cancel?.();
    this.#cancel = null;
    this.#dwellMs = null;
    this.#set(false);
  }

  hostDisconnected(): void {
    this.stop();
  }

  readonly #check = (): void => {
    const { visibilityState } = this.#host.ownerDocument;
    const isSeen = visibilityState === 'visible' && this.#host.ownerDocument.hasFocus();
    if (!isSeen) {
      this.#cancel?.();
      this.#cancel = null;
      this.#set(false);
    } else if (this.#cancel === null && !this.#isDone && this.#dwellMs !== null) {
      this.#cancel = this.#timer.after(this.#dwellMs, () => {
        this.#cancel = null;
        this.#set(true);
      });
    }
  };

  #set(isDone: boolean): void {
    if (this.#isDone === isDone) return;
    this.#isDone = isDone;
    this.#host.requestUpdate();
  }
}
