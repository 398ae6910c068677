// One file that comes in: its blocks, in whatever order, each one verified and written, and the file made whole only when
// its checksum is the sender's. Knows nothing of offers or of what is shown.

import { blockCount, blockLength, type Digest, isSameLeaf, Leaves } from '../protocol/blocks.ts';
import { DesksideError, errorCodeOf } from '../protocol/deskside-error.ts';
import { toHex } from '../protocol/hex.ts';
import type { IncomingBlock } from './block-intake.ts';
import type { FileSink, ResumedFile, SavePlace } from './file-ports.ts';

/** So many blocks of one file may be wrong; whoever sends more does so on purpose. */
const MAX_WRONG_BLOCKS = 16;

export interface ReceivedFileHandlers {
  /** A block is right, and safely written. */
  onWritten(block: IncomingBlock): void;
  /** A block is not what its hash says. */
  onWrong(block: IncomingBlock): void;
  /** All bytes are written; what remains is to compare the checksum and to make the file whole. */
  onChecking(): void;
  onDone(sink: FileSink, checksum: string): void;
  /** It cannot be saved, or is not what was sent: `file-damaged`. Nothing of it stays. */
  onFailed(error: unknown): void;
}

interface WaitingBlock extends IncomingBlock {
  readonly digest: Promise<Uint8Array>;
}

export class ReceivedFile {
  readonly #blockCount: number;
  readonly #digest: Digest;
  readonly #handlers: ReceivedFileHandlers;
  /** `null` where saving goes on that was begun earlier. */
  readonly #place: SavePlace | null;
  readonly #leaves: Leaves;
  readonly #written = new Set<number>();
  /** Being verified, or waiting to be written. */
  readonly #pending = new Set<number>();
  #queue: WaitingBlock[] = [];
  #sink: FileSink | null = null;
  #writtenBytes = 0;
  #heldBytes = 0;
  #wrongCount = 0;
  #checksum: string | null = null;
  #isChecking = false;
  #isWorking = false;
  #isOver = false;
  /** What becomes of what is there, once it is over. */
  #ending: 'discard' | 'suspend' = 'discard';
  #settleSuspended = () => {};
  /** Settles once a file that was suspended, or for which there was no room, can go on. */
  readonly suspended = new Promise<void>((resolve) => {
    this.#settleSuspended = resolve;
  });

  /** Nothing is opened before the first block is there, or `begin()` was called. */
  constructor(
    options: {
      readonly sizeBytes: number;
      readonly digest: Digest;
      readonly saving: SavePlace | ResumedFile;
    },
    handlers: ReceivedFileHandlers,
  ) {
    const { sizeBytes, digest, saving } = options;
    this.#blockCount = blockCount(sizeBytes);
    this.#digest = digest;
    this.#leaves = new Leaves(sizeBytes);
    this.#handlers = handlers;
    this.#place = 'sink' in saving ? null : saving;
    if (!('sink' in saving)) return;
    this.#sink = saving.sink;
    for (const { blockNo, leaf } of saving.blocks) {
      if (blockNo >= this.#blockCount || this.#written.has(blockNo)) continue;
      this.#leaves.set(blockNo, leaf);
      this.#written.add(blockNo);
      this.#writtenBytes += blockLength(sizeBytes, blockNo);
    }
  }

  /** The blocks that are written, in no order. */
  get writtenBlocks(): Iterable<number> {
    return this.#written.keys();
  }

  get writtenBytes(): number {
    return this.#writtenBytes;
  }

  /** Bytes of blocks that are not written yet: what this file holds in memory. */
  get heldBytes(): number {
    return this.#heldBytes;
  }

  hasWritten(blockNo: number): boolean {
    return this.#written.has(blockNo);
  }

  wants(blockNo: number): boolean {
    return !this.#isOver && !this.#written.has(blockNo) && !this.#pending.has(blockNo);
  }

  /** An empty file is whole from the start, and one that goes on may be. */
  begin(): void {
    if (this.#isWritten) this.#proceed();
  }

  take(block: IncomingBlock): void {
    if (!this.wants(block.blockNo)) return;
    this.#pending.add(block.blockNo);
    this.#heldBytes += block.bytes.length;
    const digest = this.#digest(block.bytes);
    // Whoever works on it finds out.
    digest.catch(() => {});
    this.#queue.push({ ...block, digest });
    this.#proceed();
  }

  /** Takes the sender's checksum of the whole file. False for a second one, or where there is none to say. */
  setChecksum(checksum: string): boolean {
    if (this.#checksum !== null || this.#blockCount < 2) return false;
    this.#checksum = checksum;
    this.#proceed();
    return true;
  }

  /** Gives it up; nothing of it stays, and no handler is called any more. */
  abandon(): void {
    if (this.#isOver) return;
    this.#close();
    // Otherwise whoever works on it finds out next.
    if (!this.#isWorking) void (this.#sink === null ? this.#place?.abandon() : this.#sink.discard());
  }

  /** Stops for now: what is written stays, and no handler is called any more. */
  suspend(): void {
    if (this.#isOver) return;
    this.#close();
    this.#ending = 'suspend';
    // Otherwise whoever works on it finds out next.
    if (!this.#isWorking) void this.#suspendSink();
  }

  async #suspendSink(): Promise<void> {
    try {
      // So that there is something to go on with.
      this.#sink ??= (await this.#place?.open()) ?? null;
      await this.#sink?.suspend();
    } catch {
      // Whoever wants to go on finds nothing.
    }
    this.#settleSuspended();
  }

  #proceed(): void {
    if (!this.#isWorking && !this.#isOver) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    try {
      this.#sink ??= await this.#open();
      for (let block = this.#next(); block !== undefined; block = this.#next()) {
        await this.#save(block, this.#sink);
      }
      if (!this.#isOver && this.#isWritten) await this.#finish(this.#sink);
    } catch (error) {
      const isNews = !this.#isOver;
      // Without room it can go on once there is some.
      if (isNews && errorCodeOf(error, 'save-failed') === 'storage-full') this.#ending = 'suspend';
      this.#close();
      if (isNews) this.#handlers.onFailed(error);
    }
    this.#isWorking = false;
    if (this.#isOver) {
      await (this.#ending === 'suspend' ? this.#suspendSink() : this.#sink?.discard());
    } else if (this.#hasWork) this.#proceed();
  }

  #open(): Promise<FileSink> {
    if (this.#place === null) throw new DesksideError('save-failed', 'nowhere to save');
    return this.#place.open();
  }

  /** What came while the last of it was being done. */
  get #hasWork(): boolean {
    return this.#queue.length > 0 || (this.#isWritten && this.#knowsChecksum);
  }

  get #isWritten(): boolean {
    return this.#written.size === this.#blockCount;
  }

  /** The checksum of many blocks is the sender's to say, and comes another way. That of one is its own. */
  get #knowsChecksum(): boolean {
    return this.#blockCount < 2 || this.#checksum !== null;
  }

  #next(): WaitingBlock | undefined {
    return this.#isOver ? undefined : this.#queue.shift();
  }

  async #save(block: WaitingBlock, sink: FileSink): Promise<void> {
    const { blockNo, leaf, bytes, digest } = block;
    const isRight = isSameLeaf(await digest, leaf);
    if (this.#isOver) return;
    if (isRight) {
      await sink.write({ blockNo, leaf, bytes });
      if (this.#isOver) return;
      this.#leaves.set(blockNo, leaf);
      this.#written.add(blockNo);
      this.#writtenBytes += bytes.length;
    }
    this.#pending.delete(blockNo);
    this.#heldBytes -= bytes.length;
    if (isRight) {
      this.#handlers.onWritten(block);
      return;
    }
    this.#wrongCount += 1;
    if (this.#wrongCount > MAX_WRONG_BLOCKS) throw new DesksideError('file-damaged');
    this.#handlers.onWrong(block);
  }

  async #finish(sink: FileSink): Promise<void> {
    if (!this.#isChecking) this.#handlers.onChecking();
    this.#isChecking = true;
    if (!this.#knowsChecksum) return;
    const checksum = toHex(await this.#leaves.root(this.#digest));
    if (this.#checksum !== null && this.#checksum !== checksum) throw new DesksideError('file-damaged');
    await sink.finish();
    if (this.#isOver) return;
    // From here on it is the person's file, and nobody takes it away.
    this.#sink = null;
    this.#close();
    this.#handlers.onDone(sink, checksum);
  }

  #close(): void {
    this.#isOver = true;
    this.#queue = [];
    this.#heldBytes = 0;
  }
}
