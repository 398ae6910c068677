// Saving for real: into handles of the private file system, which is what the browser's dialogs would give, and
// through the private files themselves.

import { sha256 } from '@noble/hashes/sha2.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BLOCK_BYTES, blockCount } from '../protocol/blocks.ts';
import { rejectionCodeOf } from '../protocol/testing/code-of.ts';
import { seededBytes, sha256Of } from '../session/file-ports.fake.ts';
import type { BlockToSave, FileSink, FileToSave, SavePlace } from '../session/file-ports.ts';
import { BrowserFileSaver } from './browser-file-saver.ts';
import { Staging } from './staging.ts';

const digest = async (bytes: Uint8Array<ArrayBuffer>) => Uint8Array.from(sha256(bytes));
const FOLDER = 'picked-by-a-test';
let root: FileSystemDirectoryHandle;
let folder: FileSystemDirectoryHandle;

beforeEach(async () => {
  root = await navigator.storage.getDirectory();
  folder = await root.getDirectoryHandle(FOLDER, { create: true });
});

afterEach(async () => {
  const staging = new Staging();
  for (const key of await staging.keys()) await staging.remove(key);
  await root.removeEntry(FOLDER, { recursive: true });
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

function fail(): never {
  throw new RangeError('no such block');
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
  return new BrowserFileSaver(digest, {
    pickers: {
      showSaveFilePicker: ({ suggestedName }) => folder.getFileHandle(suggestedName, { create: true }),
      showDirectoryPicker: () => Promise.resolve(folder),
    },
  });
}

const one = [{ key: crypto.randomUUID(), folders: [], name: 'a.txt', sizeBytes: 3 }];
const two = [
  { key: crypto.randomUUID(), folders: [], name: 'a.txt', sizeBytes: 3 },
  { key: crypto.randomUUID(), folders: [], name: 'b.txt', sizeBytes: 3 },
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

  it('files of a whole folder go into folders of those names, beside what is there, and go on there', async () => {
    const inPhotos = await folder.getDirectoryHandle('Photos', { create: true });
    await inPhotos.getFileHandle('a.jpg', { create: true });
    await folder.getFileHandle('2024', { create: true });
    const file = (name: string, folders: string[], sizeBytes = 3) => {
      return { key: crypto.randomUUID(), name, folders, sizeBytes };
    };
    const big = file('b.jpg', ['Photos', '2024'], 5 * BLOCK_BYTES);
    const files = [file('a.jpg', ['Photos']), big, file('c.jpg', ['2024']), file('d.jpg', [])];
    const places = await withPickers().choose(files);
    const [first, second, ...others] = places;
    await Promise.all([first, ...others].map(async (place) => place && save(place, seededBytes(1, 3))));
    const sink = await second?.open();
    await sink?.write(blocksOf(seededBytes(2, 5 * BLOCK_BYTES))[4] ?? fail());
    await sink?.suspend();
    const resumed = await withPickers().resume(big);
    expect(resumed?.blocks.map(({ blockNo }) => blockNo)).toEqual([4]);
    for (const block of blocksOf(seededBytes(2, 5 * BLOCK_BYTES)).slice(0, 4))
      await resumed?.sink.write(block);
    await resumed?.sink.finish();
    expect(await namesIn(folder)).toEqual(['2024', '2024 (2)', 'Photos', 'd.jpg']);
    expect(await namesIn(inPhotos)).toEqual(['2024', 'a (2).jpg', 'a.jpg']);
    expect(await namesIn(await inPhotos.getDirectoryHandle('2024'))).toEqual(['b.jpg']);
    expect(await namesIn(await folder.getDirectoryHandle('2024 (2)'))).toEqual(['c.jpg']);
  });

  it('two files of one name that are opened at the same time get two names', async () => {
    const saver = withPickers();
    const places = await saver.choose([
      { key: crypto.randomUUID(), folders: [], name: 'a.txt', sizeBytes: 1 },
      { key: crypto.randomUUID(), folders: [], name: 'a.txt', sizeBytes: 1 },
    ]);
    await Promise.all(places.map((place, index) => save(place, seededBytes(index, 10))));
    expect(await namesIn(folder)).toEqual(['a (2).txt', 'a.txt']);
  });

  it.each([
    ['AbortError', 'save-dismissed'],
    ['InvalidStateError', 'save-failed'],
  ])('takes %s for %s', async (name, code) => {
    const saver = new BrowserFileSaver(digest, {
      pickers: {
        showSaveFilePicker: () => Promise.reject(new DOMException('', name)),
      },
    });
    expect(await rejectionCodeOf(saver.choose(one))).toBe(code);
  });

  it('where they may not be shown, saves in the browser instead', async () => {
    const saver = new BrowserFileSaver(digest, {
      pickers: {
        showSaveFilePicker: () => Promise.reject(new DOMException('', 'SecurityError')),
      },
    });
    const sink = await only(await saver.choose(one)).open();
    expect(sink.canSaveAgain).toBe(true);
    await sink.discard();
  });

  it('opens them before anything is awaited', () => {
    let opened = 0;
    const saver = new BrowserFileSaver(digest, {
      pickers: {
        showSaveFilePicker: () => {
          opened += 1;
          return new Promise(() => {});
        },
        showDirectoryPicker: () => {
          opened += 1;
          return new Promise(() => {});
        },
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
      const saver = new BrowserFileSaver(digest, { pickers: {} });
      const place = only(
        await saver.choose([{ key: crypto.randomUUID(), folders: [], name: '_CON.exe', sizeBytes: 250_000 }]),
      );
      const sink = await place.open();
      await writeTo(sink, seededBytes(1, 250_000));
      expect(downloads.names).toEqual([]);
      await sink.finish();
      expect(downloads.names).toEqual(['_CON.exe']);
      expect(sink.canSaveAgain).toBe(true);
      sink.saveAgain();
      await expect.poll(() => downloads.names).toEqual(['_CON.exe', '_CON.exe']);
      expect(await new Staging().keys()).toHaveLength(1);
    } finally {
      downloads.restore();
    }
  });

  it('a file that is given up leaves nothing behind', async () => {
    const saver = new BrowserFileSaver(digest, { pickers: {} });
    const sink = await only(await saver.choose(one)).open();
    await writeTo(sink, seededBytes(1, 10));
    await sink.discard();
    expect(await new Staging().keys()).toEqual([]);
  });

  it('says beforehand when there is no room', async () => {
    const saver = new BrowserFileSaver(digest, { pickers: {} });
    const sizeBytes = Number.MAX_SAFE_INTEGER;
    expect(
      await rejectionCodeOf(
        saver.choose([{ key: crypto.randomUUID(), folders: [], name: 'huge.bin', sizeBytes }]),
      ),
    ).toBe('storage-full');
  });

  it('says when room runs out while writing', async () => {
    const full = new DOMException('', 'QuotaExceededError');
    const writable = { write: () => Promise.reject(full), abort: async () => {} };
    const handle = { createWritable: async () => writable, remove: async () => {} };
    const saver = new BrowserFileSaver(digest, {
      pickers: {
        showSaveFilePicker: async () => handle as unknown as FileSystemFileHandle,
      },
    });
    const sink = await only(await saver.choose(one)).open();
    expect(await rejectionCodeOf(writeTo(sink, seededBytes(1, 10)))).toBe('storage-full');
  });

  it('says when the browser has no private files either', async () => {
    const storage = { getDirectory: () => Promise.reject(new DOMException('', 'SecurityError')) };
    const saver = new BrowserFileSaver(digest, {
      pickers: {},
      storage: storage as unknown as StorageManager,
    });
    expect(await rejectionCodeOf(saver.choose(one))).toBe('save-unsupported');
  });

  it('removing what is stale does no harm where there is nothing', async () => {
    await expect(new BrowserFileSaver(digest).removeStale()).resolves.toBeUndefined();
  });
});

describe('saving goes on', () => {
  const BYTES = seededBytes(5, 5 * BLOCK_BYTES + 17);
  const BLOCKS = blocksOf(BYTES);
  const privately = () => new BrowserFileSaver(digest, { pickers: {} });
  const big = () => ({ key: crypto.randomUUID(), folders: [], name: 'big.bin', sizeBytes: BYTES.length });
  const other = () => ({ key: crypto.randomUUID(), folders: [], name: 'other.bin', sizeBytes: BYTES.length });

  /** Saves some blocks, and stops. */
  async function begin(saver: BrowserFileSaver, files: readonly FileToSave[], blockNos: readonly number[]) {
    const [place] = await saver.choose(files);
    const sink = await place?.open();
    for (const blockNo of blockNos) await sink?.write(BLOCKS[blockNo] ?? fail());
    await sink?.suspend();
  }

  async function goOn(saver: BrowserFileSaver, file: FileToSave): Promise<number[]> {
    const resumed = (await saver.resume(file)) ?? fail();
    const had = resumed.blocks.map(({ blockNo }) => blockNo);
    for (const block of BLOCKS) if (!had.includes(block.blockNo)) await resumed.sink.write(block);
    await resumed.sink.finish();
    return had;
  }

  async function expectNothingKept(): Promise<void> {
    expect(await new Staging().keys()).toEqual([]);
  }

  it('with the blocks that were written, in another saver, as after a reload', async () => {
    const file = big();
    await begin(withPickers(), [file], [0, 3, 5]);
    expect(await goOn(withPickers(), file)).toEqual([0, 3, 5]);
    expect(sha256Of(await bytesOf('big.bin'))).toBe(sha256Of(BYTES));
    expect(await namesIn(folder)).toEqual(['big.bin']);
    await expectNothingKept();
  });

  it('under the name that the file had in its folder', async () => {
    await save(only(await withPickers().choose([{ ...other(), name: 'big.bin' }])), seededBytes(1, 9));
    const file = big();
    await begin(withPickers(), [file, other()], [1]);
    expect(await namesIn(folder)).toEqual(['big (2).bin', 'big.bin']);
    expect(await goOn(withPickers(), file)).toEqual([1]);
    expect(sha256Of(await bytesOf('big (2).bin'))).toBe(sha256Of(BYTES));
    expect(await namesIn(folder)).toEqual(['big (2).bin', 'big.bin']);
  });

  it('after it has gone on before', async () => {
    const file = big();
    await begin(withPickers(), [file], [0]);
    const resumed = await withPickers().resume(file);
    await resumed?.sink.write(BLOCKS[1] ?? fail());
    await resumed?.sink.suspend();
    expect(await goOn(withPickers(), file)).toEqual([0, 1]);
    expect(sha256Of(await bytesOf('big.bin'))).toBe(sha256Of(BYTES));
  });

  it('of a small file from the beginning, where the person said', async () => {
    const file = { key: crypto.randomUUID(), folders: [], name: 'small.txt', sizeBytes: 3 };
    const [place] = await withPickers().choose([file, other()]);
    await (await place?.open())?.suspend();
    const resumed = await withPickers().resume(file);
    expect(resumed?.blocks).toEqual([]);
    await resumed?.sink.write(blocksOf(seededBytes(1, 3))[0] ?? fail());
    await resumed?.sink.finish();
    expect(await namesIn(folder)).toEqual(['small.txt']);
  });

  it('without dialogs too', async () => {
    const file = big();
    await begin(privately(), [file], [2]);
    const click = HTMLAnchorElement.prototype.click;
    let downloads = 0;
    HTMLAnchorElement.prototype.click = () => void downloads++;
    try {
      expect(await goOn(privately(), file)).toEqual([2]);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(downloads).toBe(1);
    const received = await (await root.getDirectoryHandle('received-files')).getDirectoryHandle(file.key);
    const whole = await (await received.getFileHandle('data')).getFile();
    expect(sha256Of(new Uint8Array(await whole.arrayBuffer()))).toBe(sha256Of(BYTES));
  });

  it('without a block that was changed meanwhile, or that the ledger only half tells of', async () => {
    const file = big();
    await begin(withPickers(), [file], [0, 1, 2]);
    const received = await (await root.getDirectoryHandle('received-files')).getDirectoryHandle(file.key);
    const data = await (await received.getFileHandle('data')).createWritable({ keepExistingData: true });
    await data.write({ type: 'write', position: BLOCK_BYTES + 5, data: new Uint8Array([1, 2, 3, 4]) });
    await data.close();
    const ledger = await (await received.getFileHandle('ledger')).createWritable({ keepExistingData: true });
    await ledger.truncate(3 * 36 - 1);
    await ledger.close();
    expect(await goOn(withPickers(), file)).toEqual([0]);
    expect(sha256Of(await bytesOf('big.bin'))).toBe(sha256Of(BYTES));
  });

  it('not at all where nothing is known of it, or it is another file', async () => {
    const file = big();
    expect(await withPickers().resume(file)).toBeNull();
    await begin(withPickers(), [file], [0]);
    expect(await withPickers().resume({ ...file, sizeBytes: BYTES.length + 1 })).toBeNull();
    expect(await withPickers().resume({ ...file, name: 'another.bin' })).toBeNull();
  });

  it('not once it was given up', async () => {
    const [one, two] = [big(), other()];
    const saver = withPickers();
    await begin(saver, [one], [0]);
    await saver.forget([one.key]);
    expect(await withPickers().resume(one)).toBeNull();
    const sink = await only(await withPickers().choose([two])).open();
    await sink.write(BLOCKS[0] ?? fail());
    await sink.discard();
    expect(await withPickers().resume(two)).toBeNull();
    // Nor does an empty file stay under their names.
    expect(await namesIn(folder)).toEqual([]);
    await expectNothingKept();
  });

  it('and what pages that are gone have left stays for twenty minutes, or as long as they live', async () => {
    const [old, young] = [big(), other()];
    const now = Date.now();
    const living = withPickers();
    vi.spyOn(Date, 'now').mockReturnValue(now - 21 * 60_000);
    await begin(living, [old], [0]);
    vi.mocked(Date.now).mockReturnValue(now);
    await begin(living, [young], [0]);
    await root
      .getDirectoryHandle('received-files')
      .then((all) => all.getDirectoryHandle('unknown', { create: true }));
    await new BrowserFileSaver(digest).removeStale();
    expect((await new Staging().keys()).toSorted()).toEqual([old.key, young.key].toSorted());
    // Of a page that is gone no lock is held.
    const locks = { query: async () => ({ held: [] }) } as unknown as LockManager;
    await new BrowserFileSaver(digest, { locks }).removeStale();
    vi.restoreAllMocks();
    expect(await new Staging().keys()).toEqual([young.key]);
    expect(await withPickers().resume(old)).toBeNull();
  });
});
