// What has been received of files, kept where it survives the page: the page's side of staging-worker.ts.

import { ownWorker } from './own-worker.ts';
import {
  DATA_NAME,
  type Gives,
  type LedgerEntry,
  type Operation,
  type StagingAnswer,
  stagingRoot,
  type Takes,
} from './staging-message.ts';
import workerUrl from './staging-worker.ts?worker&url';

const KEY = /^[\w-]{1,64}$/;

interface Waiting {
  resolve(value: Gives<Operation>): void;
  reject(error: unknown): void;
}

/** Every method rejects with what the browser says, a `DOMException` as a rule. */
export class Staging {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #lastId = 0;

  /** Opens the file under that key, or begins one. */
  async open(key: string): Promise<StagedFile> {
    const entries = await this.ask('open', key, {});
    return new StagedFile(this, key, entries);
  }

  /** Takes it away, whether or not it is there. */
  async remove(key: string): Promise<void> {
    await this.ask('remove', key, {});
  }

  /** The keys of all that is there. */
  async keys(): Promise<string[]> {
    const keys: string[] = [];
    try {
      const root = await stagingRoot({ create: false });
      for await (const name of root.keys()) keys.push(name);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
    }
    return keys;
  }

  /** For `StagedFile`. */
  ask<Name extends Operation>(operation: Name, key: string, request: Takes<Name>): Promise<Gives<Name>> {
    if (!KEY.test(key)) return Promise.reject(new TypeError('not a key'));
    this.#worker ??= this.#start();
    const worker = this.#worker;
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (value) => resolve(value as Gives<Name>), reject });
      worker.postMessage({ ...request, id, key, operation });
    });
  }

  #start(): Worker {
    const worker = ownWorker(workerUrl);
    worker.addEventListener('message', ({ data }: MessageEvent<StagingAnswer>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('value' in data) waiting?.resolve(data.value);
      else waiting?.reject(new DOMException(data.error.message, data.error.name));
    });
    // It could not be loaded.
    worker.addEventListener('error', () => {
      this.#worker = null;
      for (const { reject } of this.#waiting.values())
        reject(new DOMException('no worker', 'NotSupportedError'));
      this.#waiting.clear();
    });
    return worker;
  }
}

/** One file that is open. */
export class StagedFile {
  readonly #staging: Staging;
  readonly #key: string;
  readonly #entries: readonly LedgerEntry[];

  constructor(staging: Staging, key: string, entries: readonly LedgerEntry[]) {
    this.#staging = staging;
    this.#key = key;
    this.#entries = entries;
  }

  /** What was there when it was opened, as far as the ledger says: each block once, by number. */
  get entries(): readonly LedgerEntry[] {
    const byNo = new Map(this.#entries.map((entry) => [entry.blockNo, entry]));
    return [...byNo.values()].sort((a, b) => a.blockNo - b.blockNo);
  }

  async write(block: Takes<'write'>): Promise<void> {
    const { blockNo, leaf, bytes } = block;
    await this.#staging.ask('write', this.#key, { blockNo, leaf, bytes });
  }

  /** Gives fewer bytes than `length` where there are no more. */
  read(blockNo: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.#staging.ask('read', this.#key, { blockNo, length });
  }

  /** Lets go of it; it is that long, and whole. */
  async finish(sizeBytes: number): Promise<File> {
    await this.#staging.ask('finish', this.#key, { sizeBytes });
    return this.file();
  }

  /** As it was finished. */
  async file(): Promise<File> {
    const folder = await (await stagingRoot({ create: false })).getDirectoryHandle(this.#key);
    return (await folder.getFileHandle(DATA_NAME)).getFile();
  }

  /** Lets go of it, as it is. */
  async close(): Promise<void> {
    await this.#staging.ask('close', this.#key, {});
  }

  async remove(): Promise<void> {
    await this.#staging.remove(this.#key);
  }
}
