// The files that may be sent now: read block by block and sent in turn, never more than there is room for in the
// channel, and never more than the receiver may have to hold. The channel may be gone and another one come: each file
// then goes on where its receiver asks for it. Knows nothing of offers or of what is shown.

import { ALL_FILES_WINDOW_BYTES, FILE_WINDOW_BYTES } from '../protocol/limits.ts';
import type { FileChannel, FileHash } from './file-ports.ts';
import type { OutgoingFile } from './ports.ts';

/**
 * What is sent at a time. On a poor line it is also what others wait for, 0.7 s at 200 kbit/s; larger ones are no faster
 * on a good line.
 */
const FRAME_BYTES = 16 * 1024;
/** What is read at a time: whole frames, 1 MiB. One more block is read ahead while one is sent. */
const BLOCK_BYTES = 64 * FRAME_BYTES;
/** Files that are read at the same time. Others wait, so that hundreds of them do not fill the memory. */
const MAX_ACTIVE_FILES = 6;

export interface QueueHandlers {
  /** Everything was sent, the end too. */
  onEndSent(file: QueuedFile, sha256: Uint8Array): void;
  /** It could not be read to its end. The file is not in the queue any more. */
  onUnreadable(file: QueuedFile): void;
}

/** One file on its way. Only the queue changes it. */
export class QueuedFile {
  readonly fileNo: number;
  readonly source: OutgoingFile;
  readonly #hash: FileHash;
  #hashedBytes = 0;
  #sha256: Uint8Array<ArrayBuffer> | null = null;
  isGone = false;
  /** Whether the receiver has asked for it on the present channel. */
  isRequested = false;
  isEndSent = false;
  /** Counts the channels, so that what was read for an earlier one is not sent on another. */
  round = 0;
  /** Bytes that were asked for, bytes that were sent on the present channel or are there, bytes that the other side has written. */
  readBytes = 0;
  sentBytes = 0;
  writtenBytes = 0;
  /** What was ever sent. */
  furthestBytes = 0;
  /** Read, and not sent yet. */
  block: Uint8Array<ArrayBuffer> | null = null;

  constructor(fileNo: number, source: OutgoingFile, hash: FileHash) {
    this.fileNo = fileNo;
    this.source = source;
    this.#hash = hash;
  }

  get unwrittenBytes(): number {
    return this.isRequested ? this.sentBytes - this.writtenBytes : 0;
  }

  /** Goes on from that byte. */
  resumeFrom(position: number): void {
    this.isRequested = true;
    this.isEndSent = false;
    this.sentBytes = position;
    this.readBytes = position;
  }

  /** The channel is gone. */
  rest(): void {
    this.isRequested = false;
    this.block = null;
    this.round += 1;
  }

  /** Takes a block into the hash; what is sent a second time is in it already. */
  hash(block: Uint8Array, start: number): void {
    const end = start + block.length;
    if (end <= this.#hashedBytes) return;
    this.#hash.update(block.subarray(this.#hashedBytes - start));
    this.#hashedBytes = end;
  }

  digest(): Uint8Array<ArrayBuffer> {
    this.#sha256 ??= this.#hash.digest();
    return this.#sha256;
  }
}

export class SendQueue {
  readonly #handlers: QueueHandlers;
  #channel: FileChannel | null = null;
  /** The channel that is being filled at this moment. */
  #filling: FileChannel | null = null;
  #waiting: QueuedFile[] = [];
  /** In the order of whose turn it is. */
  #active: QueuedFile[] = [];

  constructor(handlers: QueueHandlers) {
    this.#handlers = handlers;
  }

  /** Sends on this channel from now on, or on none. No file goes on before it was asked for there. */
  useChannel(channel: FileChannel | null): void {
    for (const file of [...this.#active, ...this.#waiting]) file.rest();
    this.#active = [];
    this.#waiting = [];
    this.#channel = channel;
    this.#filling = null;
  }

  /** The receiver wants a file from that byte on, and has written so much. False when that cannot be. */
  request(file: QueuedFile, position: number, writtenBytes: number): boolean {
    if (file.isRequested || writtenBytes < file.writtenBytes || position < writtenBytes) return false;
    if (position > file.furthestBytes) return false;
    file.writtenBytes = writtenBytes;
    file.resumeFrom(position);
    this.#waiting.push(file);
    this.#proceed();
    return true;
  }

  /** Takes a file out, whatever has become of it. Nothing more of it is sent. */
  remove(file: QueuedFile): void {
    if (file.isGone) return;
    file.isGone = true;
    file.rest();
    this.#active = this.#active.filter((each) => each !== file);
    this.#proceed();
  }

  /** The other side has written so much of a file. False when that cannot be. */
  noteWritten(file: QueuedFile, writtenBytes: number): boolean {
    if (!file.isRequested || writtenBytes <= file.writtenBytes || writtenBytes > file.sentBytes) return false;
    file.writtenBytes = writtenBytes;
    this.#proceed();
    return true;
  }

  stop(): void {
    for (const file of [...this.#active, ...this.#waiting]) file.isGone = true;
    this.useChannel(null);
  }

  /** Sends as long as something can be sent; called whenever something may have become so. */
  #proceed(): void {
    const channel = this.#channel;
    if (channel === null || this.#filling === channel) return;
    this.#filling = channel;
    this.#fill(channel).catch(() => {
      // The channel is gone, and says so itself; until there is another one nothing can be sent.
    });
  }

  async #fill(channel: FileChannel): Promise<void> {
    while (this.#channel === channel) {
      const next = this.#takeTurn();
      if (next === null) {
        this.#filling = null;
        return;
      }
      await this.#sendBlock(next, channel);
    }
  }

  /** The next file that has something to send and may. Whoever had a turn goes to the end. */
  #takeTurn(): QueuedFile | null {
    while (this.#active.length < MAX_ACTIVE_FILES) {
      const file = this.#waiting.shift();
      if (file === undefined) break;
      if (file.isGone) continue;
      this.#active.push(file);
      this.#read(file);
    }
    const next = this.#active.find((file) => this.#canSend(file));
    if (next === undefined) return null;
    this.#active = [...this.#active.filter((file) => file !== next), next];
    return next;
  }

  #canSend({ block, source, sentBytes, unwrittenBytes, isEndSent }: QueuedFile): boolean {
    if (block === null) return !isEndSent && sentBytes === source.sizeBytes;
    const ofAllBytes = this.#active.reduce((sum, file) => sum + file.unwrittenBytes, 0);
    return (
      unwrittenBytes + block.length <= FILE_WINDOW_BYTES &&
      ofAllBytes + block.length <= ALL_FILES_WINDOW_BYTES
    );
  }

  #read(file: QueuedFile): void {
    const start = file.readBytes;
    const end = Math.min(start + BLOCK_BYTES, file.source.sizeBytes);
    if (start === end) return;
    const { round } = file;
    file.readBytes = end;
    file.source.read(start, end).then(
      (bytes) => {
        if (file.isGone || file.round !== round) return;
        if (bytes.length === end - start) {
          file.block = bytes;
          this.#proceed();
        } else {
          this.#giveUp(file);
        }
      },
      () => this.#giveUp(file),
    );
  }

  #giveUp(file: QueuedFile): void {
    if (file.isGone) return;
    this.remove(file);
    this.#handlers.onUnreadable(file);
  }

  async #sendBlock(file: QueuedFile, channel: FileChannel): Promise<void> {
    const { block, fileNo } = file;
    if (block === null) {
      this.#sendEnd(file, channel);
      return;
    }
    file.block = null;
    this.#read(file);
    file.hash(block, file.sentBytes);
    for (let start = 0; start < block.length; start += FRAME_BYTES) {
      if (!channel.hasRoom) await channel.whenRoom();
      // It may have been taken out meanwhile, or the channel's turn may be over.
      if (file.isGone || this.#channel !== channel) return;
      const bytes = block.subarray(start, start + FRAME_BYTES);
      channel.send({ kind: 'data', fileNo, bytes });
      file.sentBytes += bytes.length;
      file.furthestBytes = Math.max(file.furthestBytes, file.sentBytes);
    }
  }

  #sendEnd(file: QueuedFile, channel: FileChannel): void {
    const sha256 = file.digest();
    file.isEndSent = true;
    channel.send({ kind: 'end', fileNo: file.fileNo, sha256 });
    this.#handlers.onEndSent(file, sha256);
  }
}
