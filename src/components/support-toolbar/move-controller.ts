// Moves its element over the page, by pointer or in steps, and keeps it inside the window. Where the element
// is docked is its style's business; this only adds an offset.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keepInside, type Offset } from './keep-inside.ts';

const HOME: Offset = { x: 0, y: 0 };

export class MoveController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #resizes = new ResizeObserver(() => this.#place());
  #connection: AbortController | null = null;
  #drag: AbortController | null = null;
  /** Where the person put it; the window may be too small for it at the moment. */
  #wanted = HOME;
  #placed = HOME;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    this.#view?.addEventListener('resize', this.#place, { signal: this.#connection.signal });
    this.#resizes.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#drag?.abort();
    this.#resizes.disconnect();
  }

  /** Moves by so many CSS pixels from where it is. */
  moveBy(x: number, y: number): void {
    this.#wanted = { x: this.#placed.x + x, y: this.#placed.y + y };
    this.#place();
    this.#wanted = this.#placed;
  }

  /** Puts it back to where it is docked. */
  reset(): void {
    this.#wanted = HOME;
    this.#place();
  }

  /** Follows the pointer that was pressed, until it is released. */
  startDrag(event: PointerEvent): void {
    const isOnControl = event.composedPath().some((target) => target instanceof HTMLButtonElement);
    if (event.button !== 0 || !event.isPrimary || isOnControl || this.#view === null) return;
    event.preventDefault();
    this.#drag?.abort();
    this.#drag = new AbortController();
    const { signal } = this.#drag;
    const from = { x: event.clientX - this.#placed.x, y: event.clientY - this.#placed.y };
    const end = (): void => {
      this.#wanted = this.#placed;
      this.#drag?.abort();
    };
    this.#view.addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        this.#wanted = { x: clientX - from.x, y: clientY - from.y };
        this.#place();
      },
      { signal },
    );
    this.#view.addEventListener('pointerup', end, { signal });
    this.#view.addEventListener('pointercancel', end, { signal });
  }

  get #view(): Window | null {
    return this.#host.ownerDocument.defaultView;
  }

  readonly #place = (): void => {
    const host = this.#host;
    const { clientWidth, clientHeight } = host.ownerDocument.documentElement;
    // The offsets of a fixed box do not contain its translation.
    const box = {
      left: host.offsetLeft,
      top: host.offsetTop,
      width: host.offsetWidth,
      height: host.offsetHeight,
    };
    this.#placed = this.#wanted === HOME ? HOME : keepInside(this.#wanted, box, clientWidth, clientHeight);
    host.style.setProperty('--move-x', `${this.#placed.x}px`);
    host.style.setProperty('--move-y', `${this.#placed.y}px`);
  };
}
