// What comes in on one channel of files: the bytes of the block that was announced last, until it is whole.

import { DesksideError } from '../protocol/deskside-error.ts';
import type { SenderFrame } from '../protocol/file-frame.ts';
import type { FileChannel } from './file-ports.ts';

type Announcement = Extract<SenderFrame, { kind: 'block' }>;

/** A block that has come in whole. Whether it is right is not known yet. */
export interface IncomingBlock {
  /** Where it came from, and where its sender hears of it first. */
  readonly channel: FileChannel;
  readonly fileNo: number;
  readonly blockNo: number;
  readonly leaf: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export class BlockIntake {
  readonly #channel: FileChannel;
  #announced: Announcement | null = null;
  /** `null`: the block is not wanted, and passes by. */
  #bytes: Uint8Array<ArrayBuffer> | null = null;
  #restBytes = 0;

  constructor(channel: FileChannel) {
    this.#channel = channel;
  }

  /** The file of the block that is coming; `null` when none is. */
  get fileNo(): number | null {
    return this.#announced?.fileNo ?? null;
  }

  /** Bytes that it holds, or will. */
  get heldBytes(): number {
    return this.#bytes?.length ?? 0;
  }

  /** What has come of the block of that file. */
  receivedBytes(fileNo: number): number {
    if (this.#bytes === null || this.#announced?.fileNo !== fileNo) return 0;
    return this.#bytes.length - this.#restBytes;
  }

  /** Begins a block; what is missing of the one before does not come. */
  begin(announcement: Announcement, lengthBytes: number, isWanted: boolean): void {
    this.#announced = announcement;
    this.#restBytes = lengthBytes;
    this.#bytes = isWanted ? new Uint8Array(lengthBytes) : null;
  }

  /**
   * Takes the next bytes: the block, when it is whole and was wanted, or `null`.
   *
   * @throws DesksideError `protocol-violation` when they are more than were announced.
   */
  take(part: Uint8Array<ArrayBuffer>): IncomingBlock | null {
    const { announced, bytes } = { announced: this.#announced, bytes: this.#bytes };
    if (announced === null || part.length > this.#restBytes) {
      throw new DesksideError('protocol-violation', 'bytes that belong to no block');
    }
    bytes?.set(part, bytes.length - this.#restBytes);
    this.#restBytes -= part.length;
    if (this.#restBytes > 0) return null;
    this.#announced = null;
    this.#bytes = null;
    if (bytes === null) return null;
    const { fileNo, blockNo, leaf } = announced;
    return { channel: this.#channel, fileNo, blockNo, leaf, bytes };
  }
}
