// Places that the person picked in the browser's own dialogs: one file, or a folder for several
// (File System Access).

import { DesksideError } from '../protocol/deskside-error.ts';
import { numberedFileName } from '../protocol/file-name.ts';
import { HandleSink } from './handle-sink.ts';
import { saving } from './save-error.ts';

/** How often another number is tried where a folder has a file of that name already. */
const MAX_NUMBER = 1_000;

/** Not in every browser, and not in TypeScript's library. */
type RemovableHandle = FileSystemFileHandle & { remove?(): Promise<void> };

/** A name in a folder. */
export interface TakenName {
  readonly folder: FileSystemDirectoryHandle;
  readonly name: string;
}

/** Where one file goes. */
export interface PickedPlace {
  /** In a folder that was picked: where the file stands, once it was opened; else `null`. */
  readonly taken: TakenName | null;
  /** Begins to save. Rejects with a `DesksideError` `save-failed` or `storage-full`. */
  open(): Promise<HandleSink>;
  /** Instead of `open()`: the file will not come, and nothing of it stays behind. Never rejects. */
  abandon(): Promise<void>;
}

/** The very file that the person named. Picking it has made it, or emptied it. */
export class PickedFile implements PickedPlace {
  readonly taken = null;
  readonly #handle: RemovableHandle;

  constructor(handle: FileSystemFileHandle) {
    this.#handle = handle;
  }

  open(): Promise<HandleSink> {
    return saving(async () => {
      const writable = await this.#handle.createWritable();
      return new HandleSink(writable, async () => this.#handle.remove?.());
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

/** What is known of a place that a file had before. */
export interface EarlierPlace {
  /** Its name, where that was written down in time. */
  readonly takenName: string | null;
  /** It was not made before this, in ms since the epoch. */
  readonly sinceMs: number;
}

/** A folder that the person picked. What is in it already is never touched. */
export class PickedFolder {
  readonly #folder: FileSystemDirectoryHandle;
  /** Paths that were looked at already, so that no two files find the same one free. */
  readonly #seen = new Set<string>();
  /** Folders below it, by path. */
  readonly #folders = new Map<string, Promise<FileSystemDirectoryHandle>>();

  constructor(folder: FileSystemDirectoryHandle) {
    this.#folder = folder;
  }

  /**
   * Where a file of that name goes, in these folders below, which are made. `earlier` is a place that was taken for it before, by a page
   * that is gone: there it goes on where nothing else has come to stand.
   */
  place(name: string, folders: readonly string[], earlier: EarlierPlace | null = null): PickedPlace {
    let taken: TakenName | null = null;
    return {
      get taken() {
        return taken;
      },
      open: () =>
        saving(async () => {
          const folder = await this.#open(folders);
          const handle =
            (await findEarlier(folder, name, earlier)) ??
            (await this.#create(folder, folders.join('/'), name));
          taken = { folder, name: handle.name };
          return new HandleSink(await handle.createWritable(), () => folder.removeEntry(handle.name));
        }),
      // Nothing is made before it is opened.
      abandon: async () => {},
    };
  }

  #open(folders: readonly string[]): Promise<FileSystemDirectoryHandle> {
    const last = folders.at(-1);
    if (last === undefined) return Promise.resolve(this.#folder);
    const path = folders.join('/');
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    const opening = this.#open(folders.slice(0, -1)).then((parent) => makeFolder(parent, last));
    this.#folders.set(path, opening);
    return opening;
  }

  async #create(
    folder: FileSystemDirectoryHandle,
    path: string,
    name: string,
  ): Promise<FileSystemFileHandle> {
    for (let number = 1; number <= MAX_NUMBER; number++) {
      const candidate = number === 1 ? name : numberedFileName(name, number);
      const candidatePath = `${path}/${candidate}`;
      if (this.#seen.has(candidatePath)) continue;
      this.#seen.add(candidatePath);
      if (!(await has(folder, candidate))) return folder.getFileHandle(candidate, { create: true });
    }
    throw new DesksideError('save-failed', 'every name is taken');
  }
}

/** A folder that is there already is gone into: its files keep their names. */
async function makeFolder(
  parent: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemDirectoryHandle> {
  for (let number = 1; number <= MAX_NUMBER; number++) {
    try {
      const candidate = number === 1 ? name : numberedFileName(name, number);
      return await parent.getDirectoryHandle(candidate, { create: true });
    } catch (error) {
      // A file of that name.
      if (!(error instanceof DOMException && error.name === 'TypeMismatchError')) throw error;
    }
  }
  throw new DesksideError('save-failed', 'every name is taken');
}

/** What a page that is gone has made for this file, and left empty. */
async function findEarlier(
  folder: FileSystemDirectoryHandle,
  name: string,
  earlier: EarlierPlace | null,
): Promise<FileSystemFileHandle | null> {
  if (earlier === null) return null;
  try {
    const handle = await folder.getFileHandle(earlier.takenName ?? name);
    const { size, lastModified } = await handle.getFile();
    // Without a name it may be somebody else's empty file.
    const isOurs = earlier.takenName !== null || lastModified >= earlier.sinceMs;
    return size === 0 && isOurs ? handle : null;
  } catch {
    return null;
  }
}

async function has(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return false;
    // A folder of that name.
    if (error instanceof DOMException && error.name === 'TypeMismatchError') return true;
    throw error;
  }
}
