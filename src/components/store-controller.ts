// Renders its element again whenever a store changes, while the element is connected.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Readable } from '../session/store.ts';

export class StoreController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #store: Readable<T> | null = null;
  #unsubscribe: (() => void) | null = null;
  #isConnected = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Follows `store` from now on, instead of what it followed before; returns its present value. */
  follow(store: Readable<T>): T {
    if (store !== this.#store) {
      this.#stop();
      this.#store = store;
      this.#start();
    }
    return store.value;
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#start();
    // Changes were missed while the element was out of the document.
    if (this.#store !== null) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop();
  }

  #start(): void {
    if (!this.#isConnected || this.#unsubscribe !== null) return;
    this.#unsubscribe = this.#store?.subscribe(() => this.#host.requestUpdate()) ?? null;
  }

  #stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }
}
