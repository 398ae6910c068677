// Asks where to save: in the browser's own dialogs where there are some, else in its private files, from where they go to
// the person as downloads. What is being saved is kept so that another page of this browser can go on with it.

import { BLOCK_BYTES, blockCount, blockLength, type Digest, isSameLeaf } from '../protocol/blocks.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import type {
  BlockToSave,
  FileSaver,
  FileSink,
  FileToSave,
  ResumedFile,
  SavePlace,
} from '../session/file-ports.ts';
import { download } from './download.ts';
import { type KeptHooks, PickedSink, PrivateSink } from './kept-sinks.ts';
import { PickedFile, PickedFolder, type PickedPlace } from './picked-places.ts';
import { saving } from './save-error.ts';
import { KEPT_MS, type KeptPlace, SavingIndex, type SavingRecord } from './saving-index.ts';
import { type StagedFile, Staging } from './staging.ts';
import type { LedgerEntry } from './staging-message.ts';

/** File System Access, which not every browser has, nor TypeScript's library. */
interface Pickers {
  showSaveFilePicker?(options: {
    readonly id: string;
    readonly startIn: 'downloads';
    readonly suggestedName: string;
  }): Promise<FileSystemFileHandle>;
  showDirectoryPicker?(options: {
    readonly id: string;
    readonly startIn: 'downloads';
    readonly mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}
type AskableHandle = FileSystemHandle & {
  queryPermission?(descriptor: { readonly mode: 'readwrite' }): Promise<PermissionState>;
};

/** The browser remembers the last folder under this. */
const PICKER = { id: 'deskside-files', startIn: 'downloads' } as const;
/** Smaller files begin again: that is sooner done than keeping them. In bytes. */
const STAGED_FROM = 4 * BLOCK_BYTES;
/** How often it is noted that files are still wanted, moving or not, in ms. */
const NOTE_MS = 60_000;
/** A browser still reads a file when it has just begun to download it, in ms. */
const DOWNLOAD_GRACE_MS = 60_000;

export class BrowserFileSaver implements FileSaver {
  readonly #digest: Digest;
  readonly #pickers: Pickers;
  readonly #storage: StorageManager;
  readonly #locks: LockManager;
  readonly #staging = new Staging();
  readonly #index = new SavingIndex();
  readonly #pageId: string = crypto.randomUUID();
  /** Files that this page saves, or has stopped saving for now. */
  readonly #wanted = new Map<string, SavingRecord>();
  /** Files that are whole, and are there only to be handed out once more. */
  readonly #finished = new Set<string>();
  #isAlive: Promise<void> | null = null;
  #downloadedAtMs = Number.NEGATIVE_INFINITY;

  /** Call it once a page. */
  constructor(
    digest: Digest,
    {
      pickers = window as Pickers,
      storage = navigator.storage,
      locks = navigator.locks,
    }: { pickers?: Pickers; storage?: StorageManager; locks?: LockManager } = {},
  ) {
    this.#digest = digest;
    this.#pickers = pickers;
    this.#storage = storage;
    this.#locks = locks;
    setInterval(() => void this.#note([...this.#wanted]), NOTE_MS);
    addEventListener('pagehide', ({ persisted }) => {
      const isBusy = performance.now() - this.#downloadedAtMs < DOWNLOAD_GRACE_MS;
      if (!persisted && !isBusy) void this.forget([...this.#finished]);
    });
  }

  choose(files: readonly FileToSave[]): Promise<readonly SavePlace[]> {
    const picking = this.#pick(files);
    if (picking === null) return this.#choosePrivate(files);
    return picking.catch((cause: unknown) => {
      if (!(cause instanceof DOMException)) throw new DesksideError('save-failed', String(cause), { cause });
      if (cause.name === 'AbortError') throw new DesksideError('save-dismissed', cause.message, { cause });
      // The browser has dialogs, and does not show them here: a frame, a policy.
      if (cause.name === 'SecurityError' || cause.name === 'NotAllowedError') {
        return this.#choosePrivate(files);
      }
      throw new DesksideError('save-failed', cause.message, { cause });
    });
  }

  async resume(file: FileToSave): Promise<ResumedFile | null> {
    const { key, name, sizeBytes } = file;
    const record = await this.#index.get(key);
    if (record === null || record.isFinished || record.sizeBytes !== sizeBytes || record.name !== name) {
      return null;
    }
    await this.#live();
    const { place } = record;
    const isPrivate = place.kind === 'private' || !(await isGranted(place.handle));
    const isStaged = isPrivate || sizeBytes > STAGED_FROM;
    const staged = isStaged ? await this.#stage(key) : null;
    await this.#note([[key, { ...record, place: isPrivate ? { kind: 'private' } : place }]]);
    if (isPrivate) {
      if (staged === null) throw new DesksideError('save-failed', 'no private files');
      const blocks = await this.#verify(staged, sizeBytes, async () => {});
      return { sink: this.#privateSink(file, staged), blocks };
    }
    const picked = pickedAgain(place, file, record);
    const sink = await picked.open();
    await this.#noteName(key, { ...record, place }, picked);
    const blocks = staged === null ? [] : await this.#verify(staged, sizeBytes, (block) => sink.write(block));
    return { sink: new PickedSink(sink, staged, this.#hooks(file)), blocks };
  }

  async forget(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#finished.delete(key);
      this.#wanted.delete(key);
    }
    const records = await Promise.all(keys.map((key) => this.#index.get(key)));
    await Promise.all(keys.map((key) => this.#staging.remove(key).catch(() => {})));
    await Promise.all(records.map((record) => record !== null && removeEmpty(record.place)));
    await this.#index.remove(keys);
  }

  /** Takes away what pages that are gone have left behind, unless it may go on. Never rejects. */
  async removeStale(): Promise<void> {
    try {
      const staged = await this.#staging.keys();
      const records = await this.#index.entries();
      const { held = [] } = await this.#locks.query();
      const alive = new Set(held.map(({ name }) => name));
      const isStale = (record: SavingRecord | null | undefined): boolean => {
        if (record == null) return true;
        if (alive.has(lockOf(record.pageId))) return false;
        return record.isFinished || Date.now() - record.atMs > KEPT_MS;
      };
      const keys = [...new Set([...staged, ...records.keys()])];
      await this.forget(keys.filter((key) => isStale(records.get(key))));
    } catch {
      // There is nothing, or nothing that can be reached.
    }
  }

  /** Opens a dialog in this very task; `null` where the browser has none. */
  #pick(files: readonly FileToSave[]): Promise<readonly SavePlace[]> | null {
    const [first] = files;
    const pickers = this.#pickers;
    if (files.length === 1 && first !== undefined && pickers.showSaveFilePicker !== undefined) {
      return pickers
        .showSaveFilePicker({ ...PICKER, suggestedName: first.name })
        .then((handle) => this.#places(files, { kind: 'file', handle }, () => new PickedFile(handle)));
    }
    if (files.length > 1 && pickers.showDirectoryPicker !== undefined) {
      return pickers.showDirectoryPicker({ ...PICKER, mode: 'readwrite' }).then((handle) => {
        const folder = new PickedFolder(handle);
        return this.#places(files, { kind: 'folder', handle, name: null }, ({ name, folders }) =>
          folder.place(name, folders),
        );
      });
    }
    return null;
  }

  async #places(
    files: readonly FileToSave[],
    kept: KeptPlace,
    pickedFor: (file: FileToSave) => PickedPlace,
  ): Promise<readonly SavePlace[]> {
    await this.#live();
    // Nobody who saves a file waits for the index.
    void this.#note(files.map((file) => [file.key, this.#newRecord(file, kept)]));
    return files.map((file) => {
      const picked = pickedFor(file);
      return {
        open: () => this.#open(file, kept, picked),
        abandon: async () => {
          this.#removeSoon(file.key);
          await picked.abandon();
        },
      };
    });
  }

  async #open(file: FileToSave, kept: KeptPlace, picked: PickedPlace): Promise<FileSink> {
    const { key, sizeBytes } = file;
    const sink = await picked.open();
    const staged = sizeBytes > STAGED_FROM ? await this.#stage(key) : null;
    if (staged !== null) void this.#noteName(key, this.#newRecord(file, kept), picked);
    return new PickedSink(sink, staged, this.#hooks(file));
  }

  /** Makes sure that there is a place and room. Rejects with `save-unsupported` or `storage-full`. */
  async #choosePrivate(files: readonly FileToSave[]): Promise<readonly SavePlace[]> {
    try {
      await this.#storage.getDirectory();
      await this.#live();
    } catch (cause) {
      throw new DesksideError('save-unsupported', 'no private files', { cause });
    }
    const { quota, usage } = await this.#storage.estimate();
    const needed = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    if (quota !== undefined && usage !== undefined && quota - usage < needed) {
      throw new DesksideError('storage-full', `${needed} bytes, ${quota - usage} are free`);
    }
    void this.#note(files.map((file) => [file.key, this.#newRecord(file, { kind: 'private' })]));
    return files.map((file) => ({
      open: () => saving(async () => this.#privateSink(file, await this.#staging.open(file.key))),
      abandon: async () => this.#removeSoon(file.key),
    }));
  }

  #privateSink(file: FileToSave, staged: StagedFile): PrivateSink {
    const { key, name, sizeBytes } = file;
    const handOut = (whole: File) => {
      this.#downloadedAtMs = performance.now();
      download(whole, name);
    };
    const hooks = this.#hooks(file);
    const onFinished = () => {
      this.#finished.add(key);
      this.#wanted.delete(key);
      const record = this.#newRecord(file, { kind: 'private' });
      void this.#index.set([[key, { ...record, isFinished: true }]]);
    };
    return new PrivateSink(staged, sizeBytes, handOut, { ...hooks, onFinished });
  }

  #hooks({ key }: FileToSave): KeptHooks {
    return { onFinished: () => this.#removeSoon(key), forget: () => this.forget([key]) };
  }

  #removeSoon(key: string): void {
    this.#wanted.delete(key);
    this.#index.removeSoon(key);
  }

  #newRecord({ name, sizeBytes }: FileToSave, place: KeptPlace): SavingRecord {
    return { name, sizeBytes, pageId: this.#pageId, atMs: Date.now(), isFinished: false, place };
  }

  /** These are wanted, and were a moment ago. */
  async #note(entries: readonly (readonly [key: string, record: SavingRecord])[]): Promise<void> {
    if (entries.length === 0) return;
    const noted = entries.map(([key, record]) => {
      return [key, { ...record, pageId: this.#pageId, atMs: Date.now() }] as const;
    });
    for (const [key, record] of noted) this.#wanted.set(key, record);
    await this.#index.set(noted);
  }

  /** In a folder, where and under which name the file stands is known once it was opened. */
  async #noteName(key: string, record: SavingRecord, { taken }: PickedPlace): Promise<void> {
    if (taken === null) return;
    const place = { kind: 'folder', handle: taken.folder, name: taken.name } as const;
    await this.#note([[key, { ...record, place }]]);
  }

  /** `null` where the browser keeps nothing: then a file that stops begins again. */
  async #stage(key: string): Promise<StagedFile | null> {
    try {
      return await this.#staging.open(key);
    } catch {
      return null;
    }
  }

  /** What the ledger tells of, as far as it is true; `take` is given each block that is. */
  async #verify(
    staged: StagedFile,
    sizeBytes: number,
    take: (block: BlockToSave) => Promise<void>,
  ): Promise<ResumedFile['blocks']> {
    const count = blockCount(sizeBytes);
    const blocks: LedgerEntry[] = [];
    for (const { blockNo, leaf } of staged.entries) {
      if (blockNo >= count) continue;
      const length = blockLength(sizeBytes, blockNo);
      const bytes = await staged.read(blockNo, length).catch(() => null);
      if (bytes?.length !== length || !isSameLeaf(await this.#digest(bytes), leaf)) continue;
      await take({ blockNo, leaf, bytes });
      blocks.push({ blockNo, leaf });
    }
    return blocks;
  }

  /** Holds a lock for as long as the page lives, before there is anything that it protects. */
  #live(): Promise<void> {
    this.#isAlive ??= new Promise<void>((resolve, reject) => {
      const held = this.#locks.request(lockOf(this.#pageId), () => {
        resolve();
        return new Promise<void>(() => {});
      });
      held.catch(reject);
    });
    return this.#isAlive;
  }
}

function lockOf(pageId: string): string {
  return `received-files-${pageId}`;
}

async function isGranted(handle: FileSystemHandle): Promise<boolean> {
  try {
    const asked = (handle as AskableHandle).queryPermission?.({ mode: 'readwrite' });
    return (await asked) === 'granted';
  } catch {
    return false;
  }
}

/** What stands under the file's name, where nothing was ever put into it. Never rejects. */
async function removeEmpty(place: KeptPlace): Promise<void> {
  try {
    if (place.kind === 'file') await new PickedFile(place.handle).abandon();
    if (place.kind === 'folder' && place.name !== null) {
      const file = await (await place.handle.getFileHandle(place.name)).getFile();
      if (file.size === 0) await place.handle.removeEntry(place.name);
    }
  } catch {
    // It is gone, or may not be touched any more.
  }
}

function pickedAgain(
  place: Exclude<KeptPlace, { kind: 'private' }>,
  { name, folders }: FileToSave,
  { atMs }: SavingRecord,
): PickedPlace {
  if (place.kind === 'file') return new PickedFile(place.handle);
  const earlier = { takenName: place.name, sinceMs: atMs - 1_000 };
  // Once it has a name, its folder is the one that was written down.
  return new PickedFolder(place.handle).place(name, place.name === null ? folders : [], earlier);
}
