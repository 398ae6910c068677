// Fakes of the ports that files need: a channel in two ends, files made of seeded random bytes, a saver that
// keeps everything in memory. The hash is the real one.

import { sha256 } from '@noble/hashes/sha2.js';
import { BLOCK_BYTES } from '../protocol/blocks.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import type { FileFrame } from '../protocol/file-frame.ts';
import { toHex } from '../protocol/hex.ts';
import type {
  BlockToSave,
  FileChannel,
  FilePorts,
  FileSaver,
  FileSink,
  FileToSave,
  ResumedFile,
  SavePlace,
} from './file-ports.ts';
import type { OutgoingFile } from './ports.ts';

/** One end of the files channel. What it is given to send waits until the test takes it, or goes to `other`. */
export class FakeFileChannel implements FileChannel {
  readonly sent: FileFrame[] = [];
  /** Where frames go by themselves, in a later turn. */
  other: FakeFileChannel | null = null;
  hasRoom = true;
  isClosed = false;
  #onFrame: ((frame: FileFrame) => void) | null = null;
  #waiting: { resolve: () => void; reject: (error: unknown) => void } | null = null;
  readonly #early: FileFrame[] = [];

  send(frame: FileFrame): void {
    if (this.isClosed) throw new DesksideError('connection-lost');
    this.sent.push(frame);
    const { other } = this;
    if (other !== null) void Promise.resolve().then(() => this.isClosed || other.deliver(frame));
  }

  whenRoom(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  onFrame(listener: (frame: FileFrame) => void): void {
    this.#onFrame = listener;
    for (const frame of this.#early.splice(0)) listener(frame);
  }

  /** A frame of the other side comes in. */
  deliver(frame: FileFrame): void {
    if (this.#onFrame === null) this.#early.push(frame);
    else this.#onFrame(frame);
  }

  makeRoom(): void {
    this.hasRoom = true;
    this.#waiting?.resolve();
  }

  close(): void {
    this.isClosed = true;
    this.#waiting?.reject(new DesksideError('connection-lost'));
  }

  sentOf<Kind extends FileFrame['kind']>(kind: Kind): Extract<FileFrame, { kind: Kind }>[] {
    return this.sent.filter((frame): frame is Extract<FileFrame, { kind: Kind }> => frame.kind === kind);
  }
}

/** The same bytes for the same seed, on every machine (mulberry32). */
export function seededBytes(seed: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let state = seed >>> 0;
  for (let index = 0; index < length; index++) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    bytes[index] = mixed ^ (mixed >>> 14);
  }
  return bytes;
}

export function sha256Of(bytes: Uint8Array): string {
  return toHex(sha256(bytes));
}

/** The checksum of a file, worked out another way than the product does. */
export function checksumOf(bytes: Uint8Array): string {
  if (bytes.length <= BLOCK_BYTES) return sha256Of(bytes);
  const hash = sha256.create();
  for (let start = 0; start < bytes.length; start += BLOCK_BYTES) {
    hash.update(sha256(bytes.subarray(start, start + BLOCK_BYTES)));
  }
  return toHex(hash.digest());
}

/** A file to send that holds `bytes`. */
export class FakeFile implements OutgoingFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Set when it can no longer be read. */
  isUnreadable = false;
  reads = 0;
  modifiedAtMs = 1_000;
  folders: readonly string[] = [];

  constructor(name: string, bytes: Uint8Array<ArrayBuffer>) {
    this.name = name;
    this.bytes = bytes;
  }

  get sizeBytes(): number {
    return this.bytes.length;
  }

  async read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    this.reads += 1;
    if (this.isUnreadable) throw new DesksideError('file-unreadable');
    return this.bytes.slice(start, end);
  }
}

/** A place in memory, and the sink that saves there. */
export class FakePlace implements SavePlace, FileSink {
  readonly file: FileToSave;
  readonly blocks: BlockToSave[] = [];
  state: 'chosen' | 'abandoned' | 'open' | 'finished' | 'suspended' | 'discarded' = 'chosen';
  canSaveAgain = false;
  timesSavedAgain = 0;
  /** What opening, writing or finishing fails with. */
  failsOpening: DesksideError | null = null;
  failsWriting: DesksideError | null = null;
  failsFinishing: DesksideError | null = null;
  /** While set, writing waits for it: a slow disk. */
  disk: Promise<void> | null = null;

  constructor(file: FileToSave) {
    this.file = file;
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    const ends = this.blocks.map(({ blockNo, bytes }) => blockNo * BLOCK_BYTES + bytes.length);
    const whole = new Uint8Array(Math.max(0, ...ends));
    for (const { blockNo, bytes } of this.blocks) whole.set(bytes, blockNo * BLOCK_BYTES);
    return whole;
  }

  async open(): Promise<FileSink> {
    if (this.failsOpening !== null) throw this.failsOpening;
    this.state = 'open';
    return this;
  }

  async abandon(): Promise<void> {
    this.state = 'abandoned';
  }

  async write({ blockNo, leaf, bytes }: BlockToSave): Promise<void> {
    await this.disk;
    if (this.failsWriting !== null) throw this.failsWriting;
    this.blocks.push({ blockNo, leaf, bytes: bytes.slice() });
  }

  async suspend(): Promise<void> {
    this.state = 'suspended';
  }

  async finish(): Promise<void> {
    await this.disk;
    if (this.failsFinishing !== null) throw this.failsFinishing;
    this.state = 'finished';
  }

  async discard(): Promise<void> {
    this.state = 'discarded';
  }

  saveAgain(): void {
    this.timesSavedAgain += 1;
  }
}

/** Asks nobody: the test settles each question. What was suspended is there as long as the saver is. */
export class FakeSaver implements FileSaver {
  /** Every place that was ever given, oldest first. */
  readonly places: FakePlace[] = [];
  /** Questions that were asked: files in, answer out. */
  readonly asked: { readonly files: readonly FileToSave[]; settle(answer: 'yes' | DesksideError): void }[] =
    [];
  /** Answers by itself. */
  answersYes = false;
  failsResuming: DesksideError | null = null;
  readonly forgotten: string[] = [];

  choose(files: readonly FileToSave[]): Promise<readonly SavePlace[]> {
    return new Promise((resolve, reject) => {
      const settle = (answer: 'yes' | DesksideError) => {
        if (answer !== 'yes') return reject(answer);
        const places = files.map((file) => new FakePlace(file));
        this.places.push(...places);
        resolve(places);
      };
      this.asked.push({ files, settle });
      if (this.answersYes) settle('yes');
    });
  }

  async resume({ key }: FileToSave): Promise<ResumedFile | null> {
    if (this.failsResuming !== null) throw this.failsResuming;
    const sink = this.places.findLast(({ file }) => file.key === key);
    if (sink?.state !== 'suspended') return null;
    sink.state = 'open';
    return { sink, blocks: sink.blocks };
  }

  async forget(keys: readonly string[]): Promise<void> {
    this.forgotten.push(...keys);
  }
}

export function fakeFilePorts() {
  const saver = new FakeSaver();
  return { saver, digest: async (bytes) => Uint8Array.from(sha256(bytes)) } satisfies FilePorts;
}
