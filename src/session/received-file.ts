// One file that comes in: its bytes gathered into blocks, written one after the other, hashed as they come, and
// made whole only when the hash is the sender's. Knows nothing of offers or of what is shown.

import { DesksideError } from '../protocol/deskside-error.ts';
import { MAX_FILE_DATA_BYTES } from '../protocol/file-frame.ts';
import type { FileHash, FileSink, SavePlace } from './file-ports.ts';
import type { Clock } from './ports.ts';

/** So much is worth writing, about 1 MiB: writing has a price for each time. */
const BLOCK_BYTES = 16 * MAX_FILE_DATA_BYTES;
/** Where the disk is behind, so many frames are written together: 4 MiB of ours. */
const MAX_FRAMES_AT_ONCE = 256;
/** On a slow line less is written at a time, so that progress shows, in ms. */
const LONGEST_WAIT_MS = 250;

export interface ReceivedFileHandlers {
  /** So many bytes are safely written. */
  onWritten(writtenBytes: number): void;
  /** All bytes are written; what remains is to compare hashes and to make the file whole. */
  onChecking(): void;
  onDone(sink: FileSink, sha256: Uint8Array): void;
  /** It cannot be saved, or is not what was sent: `file-damaged`. Nothing of it stays. */
  onFailed(error: unknown): void;
}

export class ReceivedFile {
  readonly #sizeBytes: number;
  readonly #clock: Clock;
  readonly #hash: FileHash;
  readonly #handlers: ReceivedFileHandlers;
  readonly #place: SavePlace;
  #sink: FileSink | null = null;
  #frames: Uint8Array<ArrayBuffer>[] = [];
  #receivedBytes = 0;
  #writtenBytes = 0;
  #writtenAtMs: number;
  #expectedHash: Uint8Array | null = null;
  #isWorking = false;
  #isOver = false;

  /** Nothing is opened before the first bytes are there. */
  constructor(
    options: {
      readonly sizeBytes: number;
      readonly clock: Clock;
      readonly hash: FileHash;
      readonly place: SavePlace;
    },
    handlers: ReceivedFileHandlers,
  ) {
    this.#sizeBytes = options.sizeBytes;
    this.#clock = options.clock;
    this.#hash = options.hash;
    this.#place = options.place;
    this.#handlers = handlers;
    this.#writtenAtMs = options.clock.now();
  }

  get receivedBytes(): number {
    return this.#receivedBytes;
  }

  get writtenBytes(): number {
    return this.#writtenBytes;
  }

  /** Whether the sender has said that this was all. */
  get hasEnd(): boolean {
    return this.#expectedHash !== null;
  }

  /** Bytes that were received and are not written yet: what this file holds in memory. */
  get heldBytes(): number {
    return this.#isOver ? 0 : this.#receivedBytes - this.#writtenBytes;
  }

  /** Takes the next bytes. False when they are more than there should be. */
  take(bytes: Uint8Array<ArrayBuffer>): boolean {
    if (this.#expectedHash !== null || this.#receivedBytes + bytes.length > this.#sizeBytes) return false;
    this.#receivedBytes += bytes.length;
    this.#frames.push(bytes);
    this.#proceed();
    return true;
  }

  /** Takes the sender's hash of the whole file. False when the file is not whole, or it is the second one. */
  end(sha256: Uint8Array): boolean {
    if (this.#expectedHash !== null || this.#receivedBytes !== this.#sizeBytes) return false;
    this.#expectedHash = sha256;
    this.#proceed();
    return true;
  }

  /** Gives it up; nothing of it stays, and no handler is called any more. */
  abandon(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#frames = [];
    // Otherwise whoever works on it finds out next.
    if (!this.#isWorking) void (this.#sink === null ? this.#place.abandon() : this.#sink.discard());
  }

  #proceed(): void {
    if (!this.#isWorking && !this.#isOver) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    try {
      this.#sink ??= await this.#place.open();
      while (!this.#isOver && this.#shouldWrite()) await this.#write(this.#sink);
      if (!this.#isOver && this.#expectedHash !== null && this.#writtenBytes === this.#sizeBytes) {
        await this.#finish(this.#sink, this.#expectedHash);
      }
    } catch (error) {
      const isNews = !this.#isOver;
      this.#isOver = true;
      this.#frames = [];
      if (isNews) this.#handlers.onFailed(error);
    }
    this.#isWorking = false;
    if (this.#isOver) await this.#sink?.discard();
  }

  #shouldWrite(): boolean {
    if (this.#frames.length === 0) return false;
    return (
      this.#receivedBytes === this.#sizeBytes ||
      this.#receivedBytes - this.#writtenBytes >= BLOCK_BYTES ||
      Math.abs(this.#clock.now() - this.#writtenAtMs) >= LONGEST_WAIT_MS
    );
  }

  async #write(sink: FileSink): Promise<void> {
    const block = joined(this.#frames.splice(0, MAX_FRAMES_AT_ONCE));
    const writing = sink.write(block);
    // While the disk is at it.
    this.#hash.update(block);
    await writing;
    this.#writtenAtMs = this.#clock.now();
    if (this.#isOver) return;
    this.#writtenBytes += block.length;
    this.#handlers.onWritten(this.#writtenBytes);
  }

  async #finish(sink: FileSink, expectedHash: Uint8Array): Promise<void> {
    this.#handlers.onChecking();
    const sha256 = this.#hash.digest();
    if (!sha256.every((byte, index) => byte === expectedHash[index])) throw new DesksideError('file-damaged');
    await sink.finish();
    if (this.#isOver) return;
    // From here on it is the person's file, and nobody takes it away.
    this.#sink = null;
    this.#isOver = true;
    this.#handlers.onDone(sink, sha256);
  }
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
