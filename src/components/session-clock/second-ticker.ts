// Renders its element once a second, on the second of a span that began at a given time.

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class SecondTicker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #elapsedMs: () => number | null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** `elapsedMs` says how long the span is by now; `null` when there is nothing to count. */
  constructor(host: ReactiveControllerHost, elapsedMs: () => number | null) {
    this.#host = host;
    this.#elapsedMs = elapsedMs;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#stop();
    const elapsedMs = this.#elapsedMs();
    if (elapsedMs === null) return;
    const untilNextSecondMs = 1000 - (Math.max(0, elapsedMs) % 1000);
    this.#timer = setTimeout(() => this.#host.requestUpdate(), untilNextSecondMs);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
