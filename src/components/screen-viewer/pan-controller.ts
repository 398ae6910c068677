// Dragging moves what is larger than its room, as a hand moves a sheet of paper. Touch does so by itself.

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class PanController implements ReactiveController {
  #panning: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#panning?.abort();
  }

  /** Starts with the pointer that went down in a room that scrolls. */
  readonly start = (event: PointerEvent): void => {
    const room = event.currentTarget;
    if (!(room instanceof HTMLElement) || event.pointerType === 'touch' || event.button !== 0) return;
    this.#panning?.abort();
    this.#panning = new AbortController();
    const { signal } = this.#panning;
    const from = { x: event.clientX + room.scrollLeft, y: event.clientY + room.scrollTop };
    room.setPointerCapture(event.pointerId);
    const stop = () => this.#panning?.abort();
    const move = ({ clientX, clientY }: PointerEvent) => room.scrollTo(from.x - clientX, from.y - clientY);
    room.addEventListener('pointermove', move, { signal });
    room.addEventListener('pointerup', stop, { signal });
    room.addEventListener('pointercancel', stop, { signal });
  };
}
