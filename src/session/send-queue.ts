// The files that may be sent now: read block by block and sent in turn, never more than there is room for in the
// channel, and never more than the receiver may have to hold. Knows nothing of offers or of what is shown.

import { ALL_FILES_WINDOW_BYTES, FILE_WINDOW_BYTES } from '../protocol/limits.ts';
import type { FileChannel, FileHash } from './file-ports.ts';
import type { OutgoingFile } from './ports.ts';

/**
 * What is sent at a time: a chat message waits for the end of one such frame, which is 0.7 s on a line of 200 kbit/s.
 * Larger ones are no faster on a good line.
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
  readonly hash: FileHash;
  isGone = false;
  isEndSent = false;
  /** Bytes that were asked for, bytes that were sent, bytes that the other side has written. */
  readBytes = 0;
  sentBytes = 0;
  writtenBytes = 0;
  /** Read, and not sent yet. */
  block: Uint8Array<ArrayBuffer> | null = null;

  constructor(fileNo: number, source: OutgoingFile, hash: FileHash) {
    this.fileNo = fileNo;
    this.source = source;
    this.hash = hash;
  }
}

export class SendQueue {
  readonly #channel: FileChannel;
  readonly #handlers: QueueHandlers;
  readonly #waiting: QueuedFile[] = [];
  /** In the order of whose turn it is. */
  #active: QueuedFile[] = [];
  #unwrittenBytes = 0;
  #isSending = false;
  #isStopped = false;

  constructor(channel: FileChannel, handlers: QueueHandlers) {
    this.#channel = channel;
    this.#handlers = handlers;
  }

  add(file: QueuedFile): void {
    this.#waiting.push(file);
    this.#proceed();
  }

  /** Takes a file out, whatever has become of it. Nothing more of it is sent. */
  remove(file: QueuedFile): void {
    if (file.isGone) return;
    file.isGone = true;
    file.block = null;
    this.#unwrittenBytes -= file.sentBytes - file.writtenBytes;
    this.#active = this.#active.filter((each) => each !== file);
    this.#proceed();
  }

  /** The other side has written so much of a file. False when that cannot be. */
  noteWritten(file: QueuedFile, writtenBytes: number): boolean {
    if (writtenBytes <= file.writtenBytes || writtenBytes > file.sentBytes) return false;
    this.#unwrittenBytes -= writtenBytes - file.writtenBytes;
    file.writtenBytes = writtenBytes;
    this.#proceed();
    return true;
  }

  stop(): void {
    this.#isStopped = true;
    for (const file of [...this.#active, ...this.#waiting]) file.isGone = true;
    this.#active = [];
    this.#waiting.length = 0;
  }

  /** Sends as long as something can be sent; called whenever something may have become so. */
  #proceed(): void {
    if (this.#isSending || this.#isStopped) return;
    this.#isSending = true;
    this.#sendAll().catch(() => {
      // The channel is gone: the connection says so itself.
      this.stop();
    });
  }

  async #sendAll(): Promise<void> {
    for (let next = this.#takeTurn(); next !== null; next = this.#takeTurn()) await this.#sendBlock(next);
    this.#isSending = false;
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

  #canSend({ block, source, sentBytes, writtenBytes, isEndSent }: QueuedFile): boolean {
    if (block === null) return !isEndSent && sentBytes === source.sizeBytes;
    return (
      sentBytes - writtenBytes + block.length <= FILE_WINDOW_BYTES &&
      this.#unwrittenBytes + block.length <= ALL_FILES_WINDOW_BYTES
    );
  }

  #read(file: QueuedFile): void {
    const start = file.readBytes;
    const end = Math.min(start + BLOCK_BYTES, file.source.sizeBytes);
    if (start === end) return;
    file.readBytes = end;
    file.source.read(start, end).then(
      (bytes) => {
        if (file.isGone) return;
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

  async #sendBlock(file: QueuedFile): Promise<void> {
    const { block, fileNo } = file;
    if (block === null) {
      this.#sendEnd(file);
      return;
    }
    file.block = null;
    this.#read(file);
    file.hash.update(block);
    for (let start = 0; start < block.length; start += FRAME_BYTES) {
      if (!this.#channel.hasRoom) await this.#channel.whenRoom();
      // It may have been taken out meanwhile.
      if (file.isGone) return;
      const bytes = block.subarray(start, start + FRAME_BYTES);
      this.#channel.send({ kind: 'data', fileNo, bytes });
      file.sentBytes += bytes.length;
      this.#unwrittenBytes += bytes.length;
    }
  }

  #sendEnd(file: QueuedFile): void {
    const sha256 = file.hash.digest();
    file.isEndSent = true;
    this.#channel.send({ kind: 'end', fileNo: file.fileNo, sha256 });
    this.#handlers.onEndSent(file, sha256);
  }
}
