// The keeping of a session before it is known how it can be kept: that comes of the first proof.

import type { SessionKeeping } from './session/keeping-ports.ts';

export class LateKeeping implements SessionKeeping {
  #keeping: SessionKeeping | null = null;

  /** Keeps with `keeping` from now on. */
  use(keeping: SessionKeeping): void {
    this.#keeping = keeping;
  }

  async save(snapshot: Parameters<SessionKeeping['save']>[0]): Promise<void> {
    await this.#keeping?.save(snapshot);
  }

  saveAtOnce(snapshot: Parameters<SessionKeeping['saveAtOnce']>[0]): void {
    this.#keeping?.saveAtOnce(snapshot);
  }

  async forget(): Promise<void> {
    await this.#keeping?.forget();
  }
}
