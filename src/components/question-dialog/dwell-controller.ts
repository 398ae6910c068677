// Tells when something has been in front of a person for a while, without a break: drawn, in a document that is visible
// and focused. A click that was meant for something else, or that nobody made, cannot answer what asks for consent.

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface DwellTimer {
  /** Calls back after `delayMs`, unless the returned function was called before. */
  after(delayMs: number, callback: () => void): () => void;
}

/** The timers of the window that `element` is in at that moment: those of a page that is out of sight run late. */
export function windowTimer(element: Element): DwellTimer {
  return {
    after(delayMs, callback) {
      const view = element.ownerDocument.defaultView ?? window;
      const id = view.setTimeout(callback, delayMs);
      return () => view.clearTimeout(id);
    },
  };
}

/** How often it is looked at whether it is drawn, which no event tells. */
const TICK_MS = 100;

export interface DwellOptions {
  /** What must be seen; the host itself unless it is said. */
  target?(): Element | null;
  readonly timer?: DwellTimer;
}

export class DwellController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #target: () => Element | null;
  readonly #timer: DwellTimer;
  #dwellMs: number | null = null;
  #seenMs = 0;
  #wasSeen = false;
  #cancel: (() => void) | null = null;
  #listening: AbortController | null = null;
  #isDone = false;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    { target = () => host, timer = windowTimer(host) }: DwellOptions = {},
  ) {
    this.#host = host;
    this.#target = target;
    this.#timer = timer;
    host.addController(this);
  }

  /** Whether the person had the time. Looking away starts it anew. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /** Whether this press is a person's, who had the time and sees what they press. */
  admits(press: Event): boolean {
    if (this.#dwellMs === null || this.#dwellMs <= 0) return this.#isDone;
    this.#look();
    return this.#isDone && press.isTrusted;
  }

  /** Begins to count `dwellMs` milliseconds. Zero is done at once. */
  start(dwellMs: number): void {
    this.stop();
    this.#dwellMs = dwellMs;
    this.#begin();
  }

  /** Ends counting. */
  stop(): void {
    this.#dwellMs = null;
    this.#halt();
  }

  /** In another document, such as a window of its own, everything is counted from zero there. */
  hostConnected(): void {
    if (this.#dwellMs !== null) this.#begin();
  }

  hostDisconnected(): void {
    this.#halt();
  }

  #begin(): void {
    this.#halt();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const { ownerDocument } = this.#host;
    ownerDocument.addEventListener('visibilitychange', this.#look, { signal });
    ownerDocument.defaultView?.addEventListener('focus', this.#look, { signal });
    ownerDocument.defaultView?.addEventListener('blur', this.#look, { signal });
    this.#look();
  }

  #halt(): void {
    this.#listening?.abort();
    this.#cancel?.();
    this.#cancel = null;
    this.#seenMs = 0;
    this.#wasSeen = false;
    this.#set(false);
  }

  /** A moment in which it is not seen undoes everything before it. */
  readonly #look = (): void => {
    if (this.#dwellMs === null) return;
    const isAttended = this.#isAttended;
    this.#wasSeen = isAttended && this.#isDrawn;
    if (!this.#wasSeen) {
      this.#seenMs = 0;
      this.#cancel?.();
      this.#cancel = null;
    }
    const isDone = this.#seenMs >= this.#dwellMs;
    this.#set(isDone);
    // An event tells when somebody comes back.
    if (!isDone && isAttended) this.#cancel ??= this.#tick(Math.min(TICK_MS, this.#dwellMs - this.#seenMs));
  };

  #tick(tickMs: number): () => void {
    return this.#timer.after(tickMs, () => {
      this.#cancel = null;
      if (this.#wasSeen) this.#seenMs += tickMs;
      this.#look();
    });
  }

  get #isAttended(): boolean {
    const { ownerDocument } = this.#host;
    return ownerDocument.visibilityState === 'visible' && ownerDocument.hasFocus();
  }

  /** Browsers that cannot say so are believed. */
  get #isDrawn(): boolean {
    const target = this.#target();
    if (target === null) return false;
    const { width, height } = target.getBoundingClientRect();
    const options = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
    return width > 0 && height > 0 && (target.checkVisibility?.(options) ?? true);
  }

  #set(isDone: boolean): void {
    if (this.#isDone === isDone) return;
    this.#isDone = isDone;
    this.#host.requestUpdate();
  }
}
