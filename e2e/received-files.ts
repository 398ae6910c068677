// Choosing and saving files as a person does, with the browser's own dialogs replaced at their boundary: headless
// they cannot be answered. What they would return are handles, and those of the private file system are as real.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect } from './story.ts';

/** A file on this machine's disk, and what is in it. */
export interface DiskFile {
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  /** What both pages show of it (docs/protocol.md). */
  readonly checksum: string;
}

/** Files of seeded random bytes in a folder of their own, until `remove()`. */
export class DiskFiles {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async create(): Promise<DiskFiles> {
    return new DiskFiles(await mkdtemp(join(tmpdir(), 'deskside-files-')));
  }

  async write(name: string, sizeBytes: number): Promise<DiskFile> {
    const path = join(this.#folder, name);
    await mkdir(dirname(path), { recursive: true });
    const bytes = seededBytes(sizeBytes);
    await writeFile(path, bytes);
    return { name, path, sha256: sha256Of(bytes).toString('hex'), checksum: checksumOf(bytes) };
  }

  /** The folder in which all of them are. */
  get path(): string {
    return this.#folder;
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** The same bytes for the same size, on every machine (xorshift32). */
function seededBytes(sizeBytes: number): Uint8Array {
  const words = new Uint32Array(Math.ceil(sizeBytes / 4));
  let state = sizeBytes ^ 0x9e3779b9 || 1;
  for (let index = 0; index < words.length; index++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[index] = state;
  }
  return new Uint8Array(words.buffer, 0, sizeBytes);
}

function sha256Of(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** SHA-256 over the SHA-256 of each MiB; of a file that has no more than one, its own. */
function checksumOf(bytes: Uint8Array): string {
  const blocks = Array.from({ length: Math.ceil(bytes.length / BLOCK_BYTES) }, (_, blockNo) =>
    bytes.subarray(blockNo * BLOCK_BYTES, (blockNo + 1) * BLOCK_BYTES),
  );
  const whole = blocks.length === 1 ? sha256Of(bytes) : sha256Of(Buffer.concat(blocks.map(sha256Of)));
  return whole.toString('hex');
}

/** SHA-256 of a file on disk, in hexadecimal digits. */
export async function hashOnDisk(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part);
  return hash.digest('hex');
}

const PICKED = 'picked';
const BLOCK_BYTES = 1024 * 1024;
const HASHED_BYTES = 24 * BLOCK_BYTES;

/**
 * Makes a page's save dialogs answer at once with handles of the private file system. With `isDiskStuck` what is
 * saved stands still after some megabytes, so that a transfer can be met on its way; until `freeDisk`, or in the next page.
 */
export async function answerSaveDialogs(page: Page, options = { isDiskStuck: false }): Promise<void> {
  await page.evaluate(
    async ({ folderName, isDiskStuck }) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle(folderName, { create: true });
      if (isDiskStuck) {
        const { write } = FileSystemWritableFileStream.prototype;
        let writtenBytes = 0;
        let free = () => {};
        const isFree = new Promise<void>((resolve) => {
          free = resolve;
        });
        Object.assign(window, { freeDisk: free });
        FileSystemWritableFileStream.prototype.write = async function (data) {
          if (writtenBytes >= 4_000_000) await isFree;
          const isCommand = typeof data === 'object' && data !== null && 'data' in data;
          const bytes = isCommand ? data.data : data;
          writtenBytes += ArrayBuffer.isView(bytes) ? bytes.byteLength : 0;
          return write.call(this, data);
        };
      }
      Object.assign(window, {
        showSaveFilePicker: ({ suggestedName }: { suggestedName: string }) =>
          folder.getFileHandle(suggestedName, { create: true }),
        showDirectoryPicker: async () => folder,
      });
    },
    { folderName: PICKED, isDiskStuck: options.isDiskStuck },
  );
}

/** What stood still goes on. */
export async function freeDisk(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as { freeDisk(): void }).freeDisk());
}

/** Makes a page one of those that have no save dialogs. */
export async function removeSaveDialogs(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { showSaveFilePicker: undefined, showDirectoryPicker: undefined });
  });
}

/** What was saved through the dialogs: SHA-256 by name, below folders by path, empty ones too. */
export function savedFiles(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async (folderName) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(folderName, { create: true });
    const saved: Record<string, string> = {};
    const look = async (within: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const handle of within.values()) {
        if (handle instanceof FileSystemDirectoryHandle) {
          await look(handle, `${path}${handle.name}/`);
        } else if (handle instanceof FileSystemFileHandle) {
          const bytes = await (await handle.getFile()).arrayBuffer();
          const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
          const digits = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0'));
          saved[path + handle.name] = digits.join('');
        }
      }
    };
    await look(folder, '');
    return saved;
  }, PICKED);
}

/** SHA-256 of one of those, read in parts: `savedFiles` holds each file in memory. */
export async function savedHash(page: Page, name: string): Promise<string> {
  const hash = createHash('sha256');
  for (let start = 0; ; start += HASHED_BYTES) {
    const part = await page.evaluate(
      async ([folderName, fileName, from, length]) => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle(folderName);
        const file = await (await folder.getFileHandle(fileName)).getFile();
        const bytes = new Uint8Array(await file.slice(from, from + length).arrayBuffer());
        let text = '';
        for (let at = 0; at < bytes.length; at += 32_768)
          text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
        return btoa(text);
      },
      [PICKED, name, start, HASHED_BYTES] as const,
    );
    if (part === '') return hash.digest('hex');
    hash.update(Buffer.from(part, 'base64'));
  }
}

export type Chosen = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** The console's *Send files*. */
export async function sendFromTechnician(page: Page, files: readonly Chosen[]): Promise<void> {
  await page.getByRole('button', { name: 'Send files', exact: true }).click();
  await sendChosen(page.getByRole('dialog', { name: /^Send files to/ }), files);
}

/** The customer's *File transfer → Send files to …*. */
export async function sendFromCustomer(page: Page, files: readonly Chosen[]): Promise<void> {
  await page.getByRole('button', { name: 'File transfer', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Send files to Ana Souza/ }).click();
  await sendChosen(page.getByRole('dialog', { name: 'Send files to Ana Souza' }), files);
}

async function sendChosen(dialog: Locator, files: readonly Chosen[]): Promise<void> {
  await dialog
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files] as string[]);
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** The question that the receiving side gets. */
export function offerDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Incoming file transfer' });
}

export async function saveOffer(page: Page): Promise<void> {
  await offerDialog(page).getByRole('button', { name: 'Save' }).click();
}

/** Opens the list of transfers. */
export async function openTransfers(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: 'File transfers' });
  if (!(await dialog.isVisible())) {
    const button = page.getByRole('button', { name: 'File transfers', exact: true });
    const menu = page.getByRole('button', { name: 'File transfer', exact: true });
    // A page that was loaded again shows one of them in a moment.
    await expect(button.or(menu)).toBeVisible();
    if (await button.isVisible()) {
      await button.click();
    } else {
      await menu.click();
      await page.getByRole('menuitem', { name: 'View status' }).click();
    }
  }
  await expect(dialog).toBeVisible();
  return dialog;
}

/** One line of the list, by its file's name. */
export async function transferItem(page: Page, name: string): Promise<Locator> {
  const dialog = await openTransfers(page);
  return dialog.getByRole('listitem').filter({ hasText: name });
}
