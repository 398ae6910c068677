// Saving for real: into handles of the private file system, which is what the browser's dialogs would give, and
// through the private files themselves.

import { sha256 } from '@noble/hashes/sha2.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BLOCK_BYTES, blockCount } from '../protocol/blocks.ts';
import { rejectionCodeOf } from '../protocol/testing/code-of.ts';
import { seededBytes, sha256Of } from '../session/file-ports.fake.ts';
import type { BlockToSave, FileSink, SavePlace } from '../session/file-ports.ts';
import { BrowserFileSaver } from './browser-file-saver.ts';
import { PrivateFiles } from './private-files.ts';

const FOLDER = 'picked-by-a-test';
const RECEIVED = 'received-files';
let root: FileSystemDirectoryHandle;
let folder: FileSystemDirectoryHandle;

beforeEach(async () => {
  root = await navigator.storage.getDirectory();
  folder = await root.getDirectoryHandle(FOLDER, { create: true });
});

afterEach(async () => {
  for (const name of [FOLDER, RECEIVED]) await root.removeEntry(name, { recursive: true }).catch(() => {});
});

function only<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined || items.length > 1) throw new RangeError('not one');
  return item;
}

async function namesIn(directory: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of directory.keys()) names.push(name);
  return names.toSorted();
}

async function bytesOf(name: string): Promise<Uint8Array> {
  const handle = await folder.getFileHandle(name);
  return new Uint8Array(await (await handle.getFile()).arrayBuffer());
}

function blocksOf(bytes: Uint8Array<ArrayBuffer>): BlockToSave[] {
  return Array.from({ length: blockCount(bytes.length) }, (_, blockNo) => {
    const part = bytes.slice(blockNo * BLOCK_BYTES, (blockNo + 1) * BLOCK_BYTES);
    return { blockNo, leaf: Uint8Array.from(sha256(part)), bytes: part };
  });
}

async function writeTo(sink: FileSink | undefined, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  for (const block of blocksOf(bytes)) await sink?.write(block);
}

async function save(place: SavePlace, bytes: Uint8Array<ArrayBuffer>): Promise<FileSink> {
  const sink = await place.open();
  await writeTo(sink, bytes);
  await sink.finish();
  return sink;
}

/** A saver whose dialogs answer with handles of the private file system. */
function withPickers(): BrowserFileSaver {
  return new BrowserFileSaver(new PrivateFiles(), {
    showSaveFilePicker: ({ suggestedName }) => folder.getFileHandle(suggestedName, { create: true }),
    showDirectoryPicker: () => Promise.resolve(folder),
  });
}

const one = [{ key: crypto.randomUUID(), name: 'a.txt', sizeBytes: 3 }];
const two = [
  { key: crypto.randomUUID(), name: 'a.txt', sizeBytes: 3 },
  { key: crypto.randomUUID(), name: 'b.txt', sizeBytes: 3 },
];

describe('with the browser’s dialogs', () => {
  it('one file goes where the person said, and is there only when it is whole', async () => {
    const bytes = seededBytes(1, 2_500_000);
    const place = only(await withPickers().choose(one));
    const sink = await place.open();
    await writeTo(sink, bytes);
    expect(await bytesOf('a.txt')).toHaveLength(0);
    await sink.finish();
    expect(sha256Of(await bytesOf('a.txt'))).toBe(sha256Of(bytes));
    expect(sink.canSaveAgain).toBe(false);
  });

  it('a file that is given up leaves nothing behind', async () => {
    const place = only(await withPickers().choose(one));
    const sink = await place.open();
    await writeTo(sink, seededBytes(1, 10));
    await sink.discard();
    expect(await namesIn(folder)).toEqual([]);
    expect(await rejectionCodeOf(writeTo(sink, seededBytes(1, 10)))).toBe('save-failed');
  });

  it('a file that never came leaves nothing behind', async () => {
    const place = only(await withPickers().choose(one));
    expect(await namesIn(folder)).toEqual(['a.txt']);
    await place.abandon();
    expect(await namesIn(folder)).toEqual([]);
  });

  it('several files go into one folder, and what is in it already is left alone', async () => {
    await save(only(await withPickers().choose(one)), seededBytes(9, 9));
    await folder.getDirectoryHandle('b.txt', { create: true });
    const places = await withPickers().choose(two);
    await Promise.all(places.map((place, index) => save(place, seededBytes(index, 200_000))));
    expect(await namesIn(folder)).toEqual(['a (2).txt', 'a.txt', 'b (2).txt', 'b.txt']);
    expect(sha256Of(await bytesOf('a.txt'))).toBe(sha256Of(seededBytes(9, 9)));
    expect(sha256Of(await bytesOf('b (2).txt'))).toBe(sha256Of(seededBytes(1, 200_000)));
  });

  it('of several files, those that are given up leave nothing behind', async () => {
    const [first, second] = await withPickers().choose(two);
    await first?.abandon();
    const sink = await second?.open();
    await writeTo(sink, seededBytes(1, 10));
    await sink?.discard();
    expect(await namesIn(folder)).toEqual([]);
  });

  it('two files of one name that are opened at the same time get two names', async () => {
    const saver = withPickers();
    const places = await saver.choose([
      { key: crypto.randomUUID(), name: 'a.txt', sizeBytes: 1 },
      { key: crypto.randomUUID(), name: 'a.txt', sizeBytes: 1 },
    ]);
    await Promise.all(places.map((place, index) => save(place, seededBytes(index, 10))));
    expect(await namesIn(folder)).toEqual(['a (2).txt', 'a.txt']);
  });

  it.each([
    ['AbortError', 'save-dismissed'],
    ['InvalidStateError', 'save-failed'],
  ])('takes %s for %s', async (name, code) => {
    const saver = new BrowserFileSaver(new PrivateFiles(), {
      showSaveFilePicker: () => Promise.reject(new DOMException('', name)),
    });
    expect(await rejectionCodeOf(saver.choose(one))).toBe(code);
  });

  it('where they may not be shown, saves in the browser instead', async () => {
    const saver = new BrowserFileSaver(new PrivateFiles(), {
      showSaveFilePicker: () => Promise.reject(new DOMException('', 'SecurityError')),
    });
    const sink = await only(await saver.choose(one)).open();
    expect(sink.canSaveAgain).toBe(true);
    await sink.discard();
  });

  it('opens them before anything is awaited', () => {
    let opened = 0;
    const saver = new BrowserFileSaver(new PrivateFiles(), {
      showSaveFilePicker: () => {
        opened += 1;
        return new Promise(() => {});
      },
      showDirectoryPicker: () => {
        opened += 1;
        return new Promise(() => {});
      },
    });
    void saver.choose(one);
    void saver.choose(two);
    expect(opened).toBe(2);
  });
});

describe('without dialogs', () => {
  /** What was handed out as a download since. */
  function watchDownloads() {
    const names: string[] = [];
    const watch = (event: MouseEvent) => {
      if (event.target instanceof HTMLAnchorElement) names.push(event.target.download);
      event.preventDefault();
    };
    // A link that is in no document tells its click to nobody else.
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      this.addEventListener('click', watch);
      click.call(this);
    };
    return {
      names,
      restore: () => {
        HTMLAnchorElement.prototype.click = click;
      },
    };
  }

  it('a file is kept under a name of our own, handed out when it is whole, and once more when asked', async () => {
    const downloads = watchDownloads();
    try {
      const saver = new BrowserFileSaver(new PrivateFiles(), {});
      const place = only(
        await saver.choose([{ key: crypto.randomUUID(), name: '_CON.exe', sizeBytes: 250_000 }]),
      );
      const sink = await place.open();
      await writeTo(sink, seededBytes(1, 250_000));
      expect(downloads.names).toEqual([]);
      await sink.finish();
      expect(downloads.names).toEqual(['_CON.exe']);
      expect(sink.canSaveAgain).toBe(true);
      sink.saveAgain();
      await expect.poll(() => downloads.names).toEqual(['_CON.exe', '_CON.exe']);
      const received = await root.getDirectoryHandle(RECEIVED);
      const [page] = await namesIn(received);
      expect(await namesIn(await received.getDirectoryHandle(page ?? ''))).toEqual(['0']);
    } finally {
      downloads.restore();
    }
  });

  it('a file that is given up leaves nothing behind', async () => {
    const saver = new BrowserFileSaver(new PrivateFiles(), {});
    const sink = await only(await saver.choose(one)).open();
    await writeTo(sink, seededBytes(1, 10));
    await sink.discard();
    const received = await root.getDirectoryHandle(RECEIVED);
    const [page] = await namesIn(received);
    expect(await namesIn(await received.getDirectoryHandle(page ?? ''))).toEqual([]);
  });

  it('says beforehand when there is no room', async () => {
    const saver = new BrowserFileSaver(new PrivateFiles(), {});
    const sizeBytes = Number.MAX_SAFE_INTEGER;
    expect(
      await rejectionCodeOf(saver.choose([{ key: crypto.randomUUID(), name: 'huge.bin', sizeBytes }])),
    ).toBe('storage-full');
  });

  it('says when room runs out while writing', async () => {
    const full = new DOMException('', 'QuotaExceededError');
    const writable = { write: () => Promise.reject(full), abort: async () => {} };
    const handle = { createWritable: async () => writable, remove: async () => {} };
    const saver = new BrowserFileSaver(new PrivateFiles(), {
      showSaveFilePicker: async () => handle as unknown as FileSystemFileHandle,
    });
    const sink = await only(await saver.choose(one)).open();
    expect(await rejectionCodeOf(writeTo(sink, seededBytes(1, 10)))).toBe('storage-full');
  });

  it('says when the browser has no private files either', async () => {
    const storage = { getDirectory: () => Promise.reject(new DOMException('', 'SecurityError')) };
    const saver = new BrowserFileSaver(new PrivateFiles(storage as unknown as StorageManager), {});
    expect(await rejectionCodeOf(saver.choose(one))).toBe('save-unsupported');
  });

  it('what a page left behind that is gone is removed, what living pages keep is not', async () => {
    const received = await root.getDirectoryHandle(RECEIVED, { create: true });
    await received.getDirectoryHandle('a-page-that-died', { create: true });
    const living = new PrivateFiles();
    await living.choose(one);
    await new PrivateFiles().removeStale();
    const names = await namesIn(received);
    expect(names).toHaveLength(1);
    expect(names).not.toContain('a-page-that-died');
  });

  it('removing what is stale does no harm where there is nothing', async () => {
    await expect(new PrivateFiles().removeStale()).resolves.toBeUndefined();
  });
});
