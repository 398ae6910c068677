// Places that the person picked in the browser's own dialogs: one file, or a folder for several
// (File System Access).

import { DesksideError } from '../protocol/deskside-error.ts';
import { numberedFileName } from '../protocol/file-name.ts';
import type { FileSink, FileToSave, SavePlace } from '../session/file-ports.ts';
import { HandleSink } from './handle-sink.ts';
import { saveError, saving } from './save-error.ts';

/** How often another number is tried where a folder has a file of that name already. */
const MAX_NUMBER = 1_000;

/** Not in every browser, and not in TypeScript's library. */
type RemovableHandle = FileSystemFileHandle & { remove?(): Promise<void> };

/** The very file that the person named. Picking it has made it, or emptied it. */
export class PickedFile implements SavePlace {
  readonly #handle: RemovableHandle;

  constructor(handle: FileSystemFileHandle) {
    this.#handle = handle;
  }

  open(): Promise<FileSink> {
    return saving(async () => {
      const writable = await this.#handle.createWritable();
      return new HandleSink(writable, { remove: async () => this.#handle.remove?.() });
    });
  }

  async abandon(): Promise<void> {
    try {
      // A browser that does not empty it when it is picked must not lose what was in it.
      if ((await this.#handle.getFile()).size === 0) await this.#handle.remove?.();
    } catch {
      // Then an empty file stays.
    }
  }
}

/** A folder that the person picked. What is in it already is never touched. */
export class PickedFolder {
  readonly #folder: FileSystemDirectoryHandle;
  /** Names are taken one after the other, so that no two files find the same one free. */
  #naming: Promise<unknown> = Promise.resolve();

  constructor(folder: FileSystemDirectoryHandle) {
    this.#folder = folder;
  }

  place({ name }: FileToSave): SavePlace {
    return {
      open: async () => {
        const naming = this.#naming.then(() => this.#create(name));
        this.#naming = naming.catch(() => {});
        try {
          const handle = await naming;
          const writable = await handle.createWritable();
          return new HandleSink(writable, { remove: () => this.#folder.removeEntry(handle.name) });
        } catch (error) {
          throw saveError(error);
        }
      },
      // Nothing is made before it is opened.
      abandon: async () => {},
    };
  }

  async #create(name: string): Promise<FileSystemFileHandle> {
    for (let number = 1; number <= MAX_NUMBER; number++) {
      const candidate = number === 1 ? name : numberedFileName(name, number);
      if (!(await this.#has(candidate))) return this.#folder.getFileHandle(candidate, { create: true });
    }
    throw new DesksideError('save-failed', 'every name is taken');
  }

  async #has(name: string): Promise<boolean> {
    try {
      await this.#folder.getFileHandle(name);
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return false;
      // A folder of that name.
      if (error instanceof DOMException && error.name === 'TypeMismatchError') return true;
      throw error;
    }
  }
}
