// Fills the screen with a part of an element, and gives it back.

import type { ReactiveController, ReactiveElement } from 'lit';

export class FullScreenController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #part: string;
  #isOn = false;

  /** `part` is the selector of what is to fill the screen, within the host's shadow root. */
  constructor(host: ReactiveElement, part: string) {
    this.#host = host;
    this.#part = part;
    host.addController(this);
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('fullscreenchange', this.#handleChange);
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener('fullscreenchange', this.#handleChange);
  }

  readonly toggle = (): void => {
    const change = this.#isOn
      ? this.#host.ownerDocument.exitFullscreen()
      : this.#host.renderRoot.querySelector(this.#part)?.requestFullscreen();
    // A browser that refuses leaves everything as it was.
    change?.catch(() => {});
  };

  readonly #handleChange = (): void => {
    this.#isOn = this.#host.shadowRoot?.fullscreenElement !== null;
    this.#host.requestUpdate();
  };
}
