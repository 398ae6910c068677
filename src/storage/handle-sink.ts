// A file being written through a handle of the browser's file system. Until it is closed, what is written stands
// in a file of the browser's own, so nothing under the file's name ever looks complete before it is.

import { BLOCK_BYTES } from '../protocol/blocks.ts';
import type { BlockToSave } from '../session/file-ports.ts';
import { saving } from './save-error.ts';

export class HandleSink {
  readonly #writable: FileSystemWritableFileStream;
  readonly #remove: () => Promise<void>;
  #isClosed = false;

  /** `remove` takes away what stands under the file's name; it may reject. */
  constructor(writable: FileSystemWritableFileStream, remove: () => Promise<void>) {
    this.#writable = writable;
    this.#remove = remove;
  }

  /** One at a time, in any order. Rejects with a `DesksideError` `save-failed` or `storage-full`. */
  write({ blockNo, bytes }: Pick<BlockToSave, 'blockNo' | 'bytes'>): Promise<void> {
    const position = blockNo * BLOCK_BYTES;
    return saving(() => this.#writable.write({ type: 'write', position, data: bytes }));
  }

  /** Makes the file whole. Rejects as `write` does. */
  async finish(): Promise<void> {
    await saving(() => this.#writable.close());
    this.#isClosed = true;
  }

  /** Takes away what was written, but not the empty file under its name. Never rejects. */
  async abort(): Promise<void> {
    try {
      if (!this.#isClosed) await this.#writable.abort();
    } catch {
      // It has failed already, and there is nothing to abort.
    }
  }

  /** Takes everything away again, finished or not. Never rejects. */
  async discard(): Promise<void> {
    await this.abort();
    try {
      await this.#remove();
    } catch {
      // What is left is empty, and carries the name that the person gave it.
    }
  }
}
