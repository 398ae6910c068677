// The worker that keeps what has been received of a file, so that it survives its page: sync access handles (File System
// Standard section 3.4) write in place and at once, and exist in workers only. A block is written before the ledger tells of
// it; whoever reads it later trusts its hash, and not the ledger.

import { BLOCK_BYTES, LEAF_BYTES } from '../protocol/blocks.ts';
import {
  DATA_NAME,
  type Gives,
  type LedgerEntry,
  type Operation,
  type StagingAnswer,
  type StagingRequest,
  stagingRoot,
} from './staging-message.ts';

/** Not in TypeScript's library for pages. */
interface SyncAccessHandle {
  read(buffer: Uint8Array, options: { readonly at: number }): number;
  write(buffer: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  getSize(): number;
  close(): void;
}
type SyncFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccessHandle> };

interface OpenFile {
  readonly data: SyncAccessHandle;
  readonly ledger: SyncAccessHandle;
}

const LEDGER_NAME = 'ledger';
/** Of the ledger: the block's number, big-endian, and its leaf. */
const NUMBER_BYTES = 4;
const ENTRY_BYTES = NUMBER_BYTES + LEAF_BYTES;
/** The page that had a file open a moment ago may not have let go of it yet, in ms. */
const RETRY_MS = 100;
const MAX_TRIES = 30;

const open = new Map<string, OpenFile>();
/** One request after the other for each file. */
const queues = new Map<string, Promise<void>>();

async function access(folder: FileSystemDirectoryHandle, name: string): Promise<SyncAccessHandle> {
  const handle = (await folder.getFileHandle(name, { create: true })) as SyncFileHandle;
  for (let tries = 1; ; tries++) {
    try {
      return await handle.createSyncAccessHandle();
    } catch (error) {
      const isTaken = error instanceof DOMException && error.name === 'NoModificationAllowedError';
      if (!isTaken || tries === MAX_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

async function begin(key: string): Promise<readonly LedgerEntry[]> {
  close(key);
  const folder = await (await stagingRoot({ create: true })).getDirectoryHandle(key, { create: true });
  const data = await access(folder, DATA_NAME);
  const ledger = await access(folder, LEDGER_NAME);
  open.set(key, { data, ledger });
  const bytes = new Uint8Array(ledger.getSize());
  ledger.read(bytes, { at: 0 });
  const entries: LedgerEntry[] = [];
  const view = new DataView(bytes.buffer);
  // The last one may have been cut off.
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    entries.push({ blockNo: view.getUint32(at), leaf: bytes.slice(at + NUMBER_BYTES, at + ENTRY_BYTES) });
  }
  ledger.truncate(entries.length * ENTRY_BYTES);
  return entries;
}

function find(key: string): OpenFile {
  const file = open.get(key);
  if (file === undefined) throw new DOMException('not open', 'InvalidStateError');
  return file;
}

function writeAll(handle: SyncAccessHandle, bytes: Uint8Array, at: number): void {
  if (handle.write(bytes, { at }) < bytes.length) throw new DOMException('no room', 'QuotaExceededError');
}

function close(key: string): void {
  const file = open.get(key);
  open.delete(key);
  file?.data.close();
  file?.ledger.close();
}

async function remove(key: string): Promise<void> {
  close(key);
  try {
    await (await stagingRoot({ create: true })).removeEntry(key, { recursive: true });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  }
}

async function perform(request: StagingRequest): Promise<Gives<Operation>> {
  const { key } = request;
  switch (request.operation) {
    case 'open':
      return begin(key);
    case 'write': {
      const { data, ledger } = find(key);
      const { blockNo, leaf, bytes } = request;
      writeAll(data, bytes, blockNo * BLOCK_BYTES);
      const entry = new Uint8Array(ENTRY_BYTES);
      new DataView(entry.buffer).setUint32(0, blockNo);
      entry.set(leaf, NUMBER_BYTES);
      writeAll(ledger, entry, ledger.getSize());
      return null;
    }
    case 'read': {
      const bytes = new Uint8Array(request.length);
      return bytes.slice(0, find(key).data.read(bytes, { at: request.blockNo * BLOCK_BYTES }));
    }
    case 'finish':
      find(key).data.truncate(request.sizeBytes);
      close(key);
      return null;
    case 'close':
      close(key);
      return null;
    case 'remove':
      await remove(key);
      return null;
  }
}

async function answer(request: StagingRequest): Promise<void> {
  const { id } = request;
  let message: StagingAnswer;
  try {
    message = { id, value: await perform(request) };
  } catch (error) {
    const { name, message: text } = error instanceof Error ? error : new Error(String(error));
    message = { id, error: { name, message: text } };
  }
  postMessage(message);
}

addEventListener('message', ({ data }: MessageEvent<StagingRequest>) => {
  const before = queues.get(data.key) ?? Promise.resolve();
  queues.set(
    data.key,
    before.then(() => answer(data)),
  );
});
