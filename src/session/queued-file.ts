// One file on its way: which of its blocks wait, were announced, are written at the other side. Only the queue changes it.

import { BLOCK_BYTES, blockCount, blockLength, type Digest, Leaves } from '../protocol/blocks.ts';
import type { OutgoingFile } from './ports.ts';

/** A receiver that finds so many blocks of one file wrong has something else in mind. */
const MAX_AGAIN = 100;

/** A block as it was read, and its hash. */
export interface Content {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly leaf: Uint8Array<ArrayBuffer>;
}

export class QueuedFile {
  readonly fileNo: number;
  readonly source: OutgoingFile;
  readonly leaves: Leaves;
  readonly #blockCount: number;
  readonly #announced = new Set<number>();
  readonly #written = new Set<number>();
  readonly #again: number[] = [];
  #nextBlockNo = 0;
  #againCount = 0;
  isGone = false;
  writtenBytes = 0;
  /** Of blocks that are not written: what was sent. */
  underwayBytes = 0;

  /** `have` are the blocks that the receiver has already; `leaves` what was known of an earlier try. */
  constructor(
    fileNo: number,
    source: OutgoingFile,
    { have = [], leaves = null }: { have?: readonly number[]; leaves?: Leaves | null } = {},
  ) {
    this.fileNo = fileNo;
    this.source = source;
    this.leaves = leaves ?? new Leaves(source.sizeBytes);
    this.#blockCount = blockCount(source.sizeBytes);
    for (const blockNo of have) {
      this.noteAnnounced(blockNo);
      this.noteWritten(blockNo);
    }
    this.#skipWritten();
  }

  get movedBytes(): number {
    return this.writtenBytes + this.underwayBytes;
  }

  get isWritten(): boolean {
    return this.#written.size === this.#blockCount;
  }

  /** Whether each block was announced at least once. */
  get isAnnounced(): boolean {
    return this.#announced.size === this.#blockCount;
  }

  /** Whether a block waits for a lane. */
  get hasBlocks(): boolean {
    return !this.isGone && (this.#again.length > 0 || this.#nextBlockNo < this.#blockCount);
  }

  /** The length of what `takeBlock` gives next. */
  get nextLength(): number {
    return blockLength(this.source.sizeBytes, this.#again[0] ?? this.#nextBlockNo);
  }

  takeBlock(): number {
    const again = this.#again.shift();
    if (again !== undefined) return again;
    const blockNo = this.#nextBlockNo++;
    this.#skipWritten();
    return blockNo;
  }

  /** Blocks that the receiver has, and whose leaves the checksum still needs. */
  get blocksToHash(): number[] {
    return [...this.#written].filter((blockNo) => !this.leaves.has(blockNo));
  }

  noteAnnounced(blockNo: number): void {
    this.#announced.add(blockNo);
  }

  hasWritten(blockNo: number): boolean {
    return this.#written.has(blockNo);
  }

  /** False when that cannot be. A second word about the same block changes nothing. */
  noteWritten(blockNo: number): boolean {
    if (!this.#announced.has(blockNo)) return false;
    if (this.#written.has(blockNo)) return true;
    this.#written.add(blockNo);
    this.writtenBytes += blockLength(this.source.sizeBytes, blockNo);
    return true;
  }

  /** The receiver wants a block again. False when that cannot be. */
  noteAgain(blockNo: number): boolean {
    this.#againCount += 1;
    return this.#announced.has(blockNo) && !this.#written.has(blockNo) && this.#againCount <= MAX_AGAIN;
  }

  /** A block that was taken did not arrive. */
  giveBack(blockNo: number): void {
    if (!this.#written.has(blockNo) && !this.#again.includes(blockNo)) this.#again.push(blockNo);
  }

  #skipWritten(): void {
    while (this.#written.has(this.#nextBlockNo)) this.#nextBlockNo += 1;
  }

  async read(blockNo: number, digest: Digest): Promise<Content> {
    const start = blockNo * BLOCK_BYTES;
    const length = blockLength(this.source.sizeBytes, blockNo);
    const bytes = await this.source.read(start, start + length);
    if (bytes.length !== length) throw new RangeError('the file is shorter than it was');
    return { bytes, leaf: await digest(bytes) };
  }
}
