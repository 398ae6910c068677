// Where the browser has no dialogs for saving: files go into the origin's private file system, under names of our
// own, and from there to the person as downloads. They stay until the page goes, so that they can be saved again;
// what a page that died has left is taken away by the next one.

import { DesksideError } from '../protocol/deskside-error.ts';
import type { FileSink, FileToSave, SavePlace } from '../session/file-ports.ts';
import { download } from './download.ts';
import { HandleSink } from './handle-sink.ts';
import { saving } from './save-error.ts';

const ROOT = 'received-files';
/** A browser still reads a file when it has just begun to download it, in ms. */
const DOWNLOAD_GRACE_MS = 60_000;

export class PrivateFiles {
  readonly #storage: StorageManager;
  readonly #locks: LockManager;
  readonly #pageId = crypto.randomUUID();
  #folder: Promise<FileSystemDirectoryHandle> | null = null;
  #nextNumber = 0;
  #downloadedAtMs = Number.NEGATIVE_INFINITY;

  constructor(storage: StorageManager = navigator.storage, locks: LockManager = navigator.locks) {
    this.#storage = storage;
    this.#locks = locks;
    addEventListener('pagehide', (event) => {
      const isBusy = performance.now() - this.#downloadedAtMs < DOWNLOAD_GRACE_MS;
      if (!event.persisted && !isBusy && this.#folder !== null) void this.#remove(this.#pageId);
    });
  }

  /** Makes sure that there is a place and room. Rejects with `save-unsupported` or `storage-full`. */
  async choose(files: readonly FileToSave[]): Promise<readonly SavePlace[]> {
    try {
      this.#folder ??= this.#openFolder();
      await this.#folder;
    } catch (cause) {
      this.#folder = null;
      throw new DesksideError('save-unsupported', 'no private files', { cause });
    }
    const { quota, usage } = await this.#storage.estimate();
    const needed = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    if (quota !== undefined && usage !== undefined && quota - usage < needed) {
      throw new DesksideError('storage-full', `${needed} bytes, ${quota - usage} are free`);
    }
    return files.map(({ name }) => ({ open: () => this.#open(name), abandon: async () => {} }));
  }

  /** Takes away what pages that are gone have left behind. Never rejects. */
  async removeStale(): Promise<void> {
    try {
      const root = await (await this.#storage.getDirectory()).getDirectoryHandle(ROOT);
      const names: string[] = [];
      for await (const name of root.keys()) names.push(name);
      const { held = [] } = await this.#locks.query();
      const alive = new Set(held.map(({ name }) => name));
      await Promise.all(names.filter((name) => !alive.has(lockOf(name))).map((name) => this.#remove(name)));
    } catch {
      // There is nothing, or nothing that can be reached.
    }
  }

  async #openFolder(): Promise<FileSystemDirectoryHandle> {
    const root = await this.#storage.getDirectory();
    const isWritable = 'createWritable' in FileSystemFileHandle.prototype;
    if (!isWritable) throw new DesksideError('save-unsupported', 'private files cannot be written');
    // Held for as long as the page lives, before there is anything that it protects.
    await new Promise<void>((resolve, reject) => {
      const held = this.#locks.request(lockOf(this.#pageId), () => {
        resolve();
        return new Promise<void>(() => {});
      });
      held.catch(reject);
    });
    const received = await root.getDirectoryHandle(ROOT, { create: true });
    return received.getDirectoryHandle(this.#pageId, { create: true });
  }

  #open(name: string): Promise<FileSink> {
    return saving(async () => {
      const folder = await (this.#folder ?? this.#openFolder());
      const ownName = String(this.#nextNumber++);
      const handle = await folder.getFileHandle(ownName, { create: true });
      const handOut = async () => {
        this.#downloadedAtMs = performance.now();
        download(await handle.getFile(), name);
      };
      return new HandleSink(await handle.createWritable(), {
        remove: () => folder.removeEntry(ownName),
        onFinished: handOut,
        // It was there a moment ago; somebody who cleared the browser's data meant it.
        saveAgain: () => void handOut().catch(() => {}),
      });
    });
  }

  async #remove(pageId: string): Promise<void> {
    try {
      const root = await (await this.#storage.getDirectory()).getDirectoryHandle(ROOT);
      await root.removeEntry(pageId, { recursive: true });
    } catch {
      // Another page was quicker, or the next one tries again.
    }
  }
}

function lockOf(pageId: string): string {
  return `${ROOT}-${pageId}`;
}
