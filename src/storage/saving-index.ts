// Where each file that is being saved shall go, kept as long as saving can go on in another page of this browser.

import * as v from 'valibot';
import { keyedStore } from './keyed-store.ts';

/** For so long a file that has stopped can go on, in ms: as long as its session can. */
export const KEPT_MS = 20 * 60_000;
/** Files that are whole are forgotten together, in ms: many small ones would wait for the index otherwise. */
const FORGETTING_MS = 1_000;

export type KeptPlace =
  /** Its bytes stay where they are staged, and are handed out as a download. */
  | { readonly kind: 'private' }
  /** The very file that the person named. */
  | { readonly kind: 'file'; readonly handle: FileSystemFileHandle }
  /** The folder that the person named; with `name`, once that is known, the one in it where the file has that name. */
  | { readonly kind: 'folder'; readonly handle: FileSystemDirectoryHandle; readonly name: string | null };

export interface SavingRecord {
  readonly name: string;
  readonly sizeBytes: number;
  /** The page that saves it, or did so last. */
  readonly pageId: string;
  /** When something was last written, about, in ms since the epoch. */
  readonly atMs: number;
  /** Whether it is whole, and is only kept for that page. */
  readonly isFinished: boolean;
  readonly place: KeptPlace;
}

/** Only a secure context has them; elsewhere the module must load all the same. */
function isHandle<Kind extends FileSystemHandle['kind']>(kind: Kind) {
  return (value: unknown): boolean =>
    typeof FileSystemHandle !== 'undefined' && value instanceof FileSystemHandle && value.kind === kind;
}

const recordSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(1_024)),
  sizeBytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  pageId: v.string(),
  atMs: v.number(),
  isFinished: v.boolean(),
  place: v.variant('kind', [
    v.object({ kind: v.literal('private') }),
    v.object({ kind: v.literal('file'), handle: v.custom<FileSystemFileHandle>(isHandle('file')) }),
    v.object({
      kind: v.literal('folder'),
      handle: v.custom<FileSystemDirectoryHandle>(isHandle('directory')),
      name: v.nullable(v.string()),
    }),
  ]),
}) satisfies v.GenericSchema<unknown, SavingRecord>;

function decode(value: unknown): SavingRecord | null {
  const result = v.safeParse(recordSchema, value);
  return result.success ? result.output : null;
}

/** Nothing here rejects: without the index files are saved all the same, and can't go on in another page. */
export class SavingIndex {
  readonly #store = keyedStore('deskside-saving', 'files');
  readonly #forgetting = new Set<string>();

  async get(key: string): Promise<SavingRecord | null> {
    try {
      return this.#forgetting.has(key) ? null : decode(await this.#store.get(key));
    } catch {
      return null;
    }
  }

  async set(entries: readonly (readonly [key: string, record: SavingRecord])[]): Promise<void> {
    try {
      await this.#store.setAll(entries);
    } catch {
      // Private windows, or a browser without room.
    }
  }

  /** All that can be read. */
  async entries(): Promise<ReadonlyMap<string, SavingRecord | null>> {
    try {
      return new Map((await this.#store.entries()).map(([key, value]) => [key, decode(value)]));
    } catch {
      return new Map();
    }
  }

  async remove(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    try {
      await this.#store.remove(keys);
    } catch {
      // What is left is swept later.
    }
  }

  /** Counts as removed at once. */
  removeSoon(key: string): void {
    this.#forgetting.add(key);
    if (this.#forgetting.size > 1) return;
    setTimeout(() => {
      const keys = [...this.#forgetting];
      this.#forgetting.clear();
      void this.remove(keys);
    }, FORGETTING_MS);
  }
}
