// Renders its element again whenever one of several stores changes, while the element is connected.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Readable } from '../session/store.ts';

export class StoresController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #unsubscribe = new Map<Readable<unknown>, () => void>();
  #stores: readonly Readable<unknown>[] = [];
  #isConnected = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Follows these stores from now on, and no other. */
  follow(stores: readonly Readable<unknown>[]): void {
    this.#stores = stores;
    if (!this.#isConnected) return;
    for (const [store, unsubscribe] of this.#unsubscribe) {
      if (stores.includes(store)) continue;
      unsubscribe();
      this.#unsubscribe.delete(store);
    }
    for (const store of stores) {
      if (this.#unsubscribe.has(store)) continue;
      this.#unsubscribe.set(
        store,
        store.subscribe(() => this.#host.requestUpdate()),
      );
    }
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.follow(this.#stores);
    // Changes were missed while the element was out of the document.
    if (this.#stores.length > 0) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    for (const unsubscribe of this.#unsubscribe.values()) unsubscribe();
    this.#unsubscribe.clear();
  }
}
