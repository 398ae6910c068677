// What sending and receiving files needs from the world: channels, a place to save, a hash. `rtc/` has the
// channels, `storage/` the rest.

import type { Digest } from '../protocol/blocks.ts';
import type { FileFrame } from '../protocol/file-frame.ts';

/** The bytes of files, between two pages. Reliable and in order until it closes; what was on its way then is lost. */
export interface FileChannel {
  /** Whether so little waits to be sent that more should follow. */
  readonly hasRoom: boolean;
  /** Resolves once there is room. Rejects with a `DesksideError` `connection-lost` when the channel closes before. */
  whenRoom(): Promise<void>;
  /** Sends a frame, or queues it, whether or not there is room. Throws `connection-lost` on a closed channel. */
  send(frame: FileFrame): void;
  /** Sets the one receiver; frames that came before it was set are delivered to it first. */
  onFrame(listener: (frame: FileFrame) => void): void;
}

/** A file that is to be saved. The name is a safe one. */
export interface FileToSave {
  /** Of this side's own making: under it saving goes on later. */
  readonly key: string;
  readonly name: string;
  /** Below the folder that the person says, outermost first; safe names too. */
  readonly folders: readonly string[];
  readonly sizeBytes: number;
}

/** A block whose bytes are known to be what its leaf says. */
export interface BlockToSave {
  readonly blockNo: number;
  readonly leaf: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One file being saved. Nothing stands under its name that looks complete before `finish()`. */
export interface FileSink {
  /**
   * Writes a block; resolves once it is safely taken. One at a time, in any order.
   * Rejects with a `DesksideError` `save-failed` or `storage-full`.
   */
  write(block: BlockToSave): Promise<void>;
  /** Makes the file whole. Rejects as `write` does. */
  finish(): Promise<void>;
  /** Stops saving for now: `FileSaver.resume()` goes on with what was kept of it. Never rejects. */
  suspend(): Promise<void>;
  /** Takes everything away again, finished or not. Never rejects. */
  discard(): Promise<void>;
  /** Whether `saveAgain()` can do something after `finish()`. */
  readonly canSaveAgain: boolean;
  /** Hands a finished file out once more, as a download. */
  saveAgain(): void;
}

/** Where the person wants one file to be saved. */
export interface SavePlace {
  /** Begins to save. Rejects with a `DesksideError` `save-failed` or `storage-full`. */
  open(): Promise<FileSink>;
  /** Instead of `open()`: the file will not come, and nothing of it stays behind. Never rejects. */
  abandon(): Promise<void>;
}

/** A file whose saving goes on. */
export interface ResumedFile {
  readonly sink: FileSink;
  /** Blocks that the sink has already, each of them verified once more. */
  readonly blocks: readonly Omit<BlockToSave, 'bytes'>[];
}

export interface FileSaver {
  /**
   * Asks where to save; the answer is a place for each file, in their order.
   * Must be called in the very click, before any await.
   *
   * Rejects with a `DesksideError`: `save-dismissed` when the person chose nothing, which is no answer yet;
   * `save-failed`, `save-unsupported` or `storage-full`.
   */
  choose(files: readonly FileToSave[]): Promise<readonly SavePlace[]>;
  /**
   * Goes on saving a file that was suspended, or that a page of this browser was saving when it went away. `null` where
   * nothing is known of it any more. Rejects with a `DesksideError` `save-failed` or `storage-full`.
   */
  resume(file: FileToSave): Promise<ResumedFile | null>;
  /** These are not wanted any more: takes away what was kept of them. Never rejects. */
  forget(keys: readonly string[]): Promise<void>;
}

export interface FilePorts {
  readonly saver: FileSaver;
  readonly digest: Digest;
}
