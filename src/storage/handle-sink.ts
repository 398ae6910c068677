// A file being written through a handle of the browser's file system. Until it is closed, what is written stands
// in a file of the browser's own, so nothing under the file's name ever looks complete before it is.

import { BLOCK_BYTES } from '../protocol/blocks.ts';
import type { BlockToSave, FileSink } from '../session/file-ports.ts';
import { saving } from './save-error.ts';

export interface SinkHooks {
  /** Takes away what stands under the file's name. May reject. */
  remove(): Promise<void>;
  /** Called when the file is whole. */
  onFinished?(): Promise<void>;
  /** Hands it out once more, where that can be done. */
  saveAgain?(): void;
}

export class HandleSink implements FileSink {
  readonly #writable: FileSystemWritableFileStream;
  readonly #hooks: SinkHooks;
  #isClosed = false;

  constructor(writable: FileSystemWritableFileStream, hooks: SinkHooks) {
    this.#writable = writable;
    this.#hooks = hooks;
  }

  get canSaveAgain(): boolean {
    return this.#hooks.saveAgain !== undefined;
  }

  write({ blockNo, bytes }: BlockToSave): Promise<void> {
    const position = blockNo * BLOCK_BYTES;
    return saving(() => this.#writable.write({ type: 'write', position, data: bytes }));
  }

  async finish(): Promise<void> {
    await saving(async () => {
      await this.#writable.close();
      this.#isClosed = true;
      await this.#hooks.onFinished?.();
    });
  }

  /** Nothing is kept. */
  suspend(): Promise<void> {
    return this.discard();
  }

  async discard(): Promise<void> {
    try {
      if (!this.#isClosed) await this.#writable.abort();
    } catch {
      // It has failed already, and there is nothing to abort.
    }
    try {
      await this.#hooks.remove();
    } catch {
      // What is left is empty, and carries the name that the person gave it.
    }
  }

  saveAgain(): void {
    this.#hooks.saveAgain?.();
  }
}
