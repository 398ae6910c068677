// The files that may be sent now, block by block, over as many lanes as there are. Each lane takes the next block when it
// has sent its last one, so a slow one delays nothing; when none is left, an idle one takes over what another has
// still to send. What was on a lane that broke goes another way. Never more is on its way than the receiver may have to
// hold. Knows nothing of offers or of what is shown.

import { BLOCK_BYTES, blockLength, type Digest } from '../protocol/blocks.ts';
import { ALL_FILES_WINDOW_BYTES } from '../protocol/limits.ts';
import type { FileChannel } from './file-ports.ts';
import type { Content, QueuedFile } from './queued-file.ts';

/**
 * What is sent at a time. On a poor line it is also what others wait for, 0.7 s at 200 kbit/s; larger ones are no faster
 * on a good line.
 */
const FRAME_BYTES = 16 * 1024;
/** Files that are under way at the same time. Others wait, so that hundreds of them are not all half done. */
const MAX_ACTIVE_FILES = 16;
/** Less of a block than this is not worth sending a second time. */
const WORTH_TAKING_BYTES = BLOCK_BYTES / 4;

export interface QueueHandlers {
  /** More of it was sent, or written. */
  onMoved(file: QueuedFile): void;
  /** Every block was read, so the checksum can be known. */
  onLeavesComplete(file: QueuedFile): void;
  /** It could not be read to its end. The file is not in the queue any more. */
  onUnreadable(file: QueuedFile): void;
}

/** A block that a lane sends, or will send next. */
interface Claim {
  readonly file: QueuedFile;
  readonly blockNo: number;
  readonly lengthBytes: number;
  /** Another lane sends the same block. */
  readonly isCopy: boolean;
  /** `null` once it was sent, or cannot be read. */
  content: Promise<Content | null> | null;
  isBegun: boolean;
  sentBytes: number;
  /** Nobody needs it any more. */
  isGone: boolean;
}

interface Lane {
  readonly channel: FileChannel;
  /** Those that are not known to be written. */
  readonly claims: Set<Claim>;
  sending: Claim | null;
}

export class SendQueue {
  readonly #digest: Digest;
  readonly #handlers: QueueHandlers;
  readonly #lanes = new Map<FileChannel, Lane>();
  #waiting: QueuedFile[] = [];
  /** In the order of whose turn it is. */
  #active: QueuedFile[] = [];
  #idle: (() => void)[] = [];

  constructor(digest: Digest, handlers: QueueHandlers) {
    this.#digest = digest;
    this.#handlers = handlers;
  }

  /** Sends on this channel too. */
  addLane(channel: FileChannel): void {
    const lane: Lane = { channel, claims: new Set(), sending: null };
    this.#lanes.set(channel, lane);
    this.#serve(lane).catch(() => {
      // The channel is gone, and whoever has brought it says so.
    });
  }

  /** The channel is gone: what was on it goes another way. */
  removeLane(channel: FileChannel): void {
    const lane = this.#lanes.get(channel);
    this.#lanes.delete(channel);
    for (const claim of lane?.claims ?? []) {
      this.#withdraw(claim);
      if (!this.#isClaimed(claim.file, claim.blockNo)) claim.file.giveBack(claim.blockNo);
    }
    this.#wake();
  }

  add(file: QueuedFile): void {
    this.#waiting.push(file);
    this.#wake();
  }

  /** Reads what the receiver has already, since the checksum needs the hashes of it. Call it once for each file. */
  async hashRest(file: QueuedFile): Promise<void> {
    for (const blockNo of file.blocksToHash) {
      if (file.isGone) return;
      await this.#read(file, blockNo);
    }
  }

  /** Takes a file out, whatever has become of it. Nothing more of it is sent. */
  remove(file: QueuedFile): void {
    if (file.isGone) return;
    file.isGone = true;
    this.#active = this.#active.filter((each) => each !== file);
    this.#waiting = this.#waiting.filter((each) => each !== file);
    this.#withdrawAll((claim) => claim.file === file);
    this.#wake();
  }

  /** The other side has written a block. False when that cannot be. */
  noteWritten(file: QueuedFile, blockNo: number): boolean {
    if (!file.noteWritten(blockNo)) return false;
    this.#withdrawAll((claim) => claim.file === file && claim.blockNo === blockNo);
    if (file.isWritten) this.#active = this.#active.filter((each) => each !== file);
    this.#handlers.onMoved(file);
    this.#wake();
    return true;
  }

  /** The other side wants a block again, since it was not right. False when that cannot be. */
  noteAgain(file: QueuedFile, blockNo: number): boolean {
    if (!file.noteAgain(blockNo)) return false;
    this.#withdrawAll((claim) => claim.file === file && claim.blockNo === blockNo);
    file.giveBack(blockNo);
    this.#wake();
    return true;
  }

  stop(): void {
    for (const file of [...this.#active, ...this.#waiting]) this.remove(file);
    this.#lanes.clear();
    this.#wake();
  }

  /** Sends as long as the lane lives. One block is read ahead while another is sent. */
  async #serve(lane: Lane): Promise<void> {
    let ahead: Claim | null = null;
    while (this.#isServed(lane)) {
      const claim: Claim | null = ahead ?? this.#claim(lane);
      ahead = null;
      if (claim === null) {
        await new Promise<void>((resolve) => this.#idle.push(resolve));
        continue;
      }
      const content: Content | null = await claim.content;
      if (content === null || claim.isGone) continue;
      lane.sending = claim;
      ahead = this.#claim(lane);
      await this.#send(claim, content, lane);
      lane.sending = null;
    }
  }

  #isServed({ channel }: Lane): boolean {
    return this.#lanes.has(channel);
  }

  async #send(claim: Claim, { bytes, leaf }: Content, lane: Lane): Promise<void> {
    const { file, blockNo } = claim;
    const { channel } = lane;
    claim.isBegun = true;
    for (let start = 0; start < bytes.length; start += FRAME_BYTES) {
      if (!channel.hasRoom) await channel.whenRoom();
      // It may be there by another lane meanwhile, or not be wanted.
      if (claim.isGone || !this.#isServed(lane)) return;
      if (start === 0) {
        file.noteAnnounced(blockNo);
        channel.send({ kind: 'block', fileNo: file.fileNo, blockNo, leaf });
      }
      const part = bytes.subarray(start, start + FRAME_BYTES);
      channel.send({ kind: 'data', bytes: part });
      claim.sentBytes += part.length;
      if (claim.isCopy) continue;
      file.underwayBytes += part.length;
      this.#handlers.onMoved(file);
    }
    claim.content = null;
  }

  /** What this lane sends next; `null` when there is nothing, or nothing more may be on its way. */
  #claim(lane: Lane): Claim | null {
    while (this.#active.length < MAX_ACTIVE_FILES) {
      const file = this.#waiting.shift();
      if (file === undefined) break;
      this.#active.push(file);
    }
    const next = this.#active.find((file) => file.hasBlocks);
    if (next === undefined) return this.#takeOver(lane);
    if (this.#unwrittenBytes() + next.nextLength > ALL_FILES_WINDOW_BYTES) return null;
    // Whoever had a turn goes to the end.
    this.#active = [...this.#active.filter((file) => file !== next), next];
    const blockNo = next.takeBlock();
    return this.#newClaim(lane, next, blockNo, false, this.#read(next, blockNo));
  }

  /** Nothing waits: what another lane has not begun, or has most of still before it. */
  #takeOver(lane: Lane): Claim | null {
    let best: { readonly claim: Claim; readonly restBytes: number } | null = null;
    for (const other of this.#lanes.values()) {
      if (other === lane) continue;
      for (const claim of other.claims) {
        const { file, blockNo, isCopy, isBegun, content, lengthBytes } = claim;
        if (content === null) continue;
        if (!isBegun && (other.sending === null || other.sending === claim)) continue;
        if (!isBegun) {
          this.#withdraw(claim);
          other.claims.delete(claim);
          return this.#newClaim(lane, file, blockNo, isCopy, content);
        }
        const restBytes = lengthBytes - claim.sentBytes;
        if (isCopy || restBytes < Math.max(WORTH_TAKING_BYTES, best?.restBytes ?? 0)) continue;
        if (this.#hasCopy(claim)) continue;
        best = { claim, restBytes };
      }
    }
    if (best === null) return null;
    const { file, blockNo, content } = best.claim;
    return this.#newClaim(lane, file, blockNo, true, content);
  }

  #newClaim(
    { claims }: Lane,
    file: QueuedFile,
    blockNo: number,
    isCopy: boolean,
    content: Claim['content'],
  ): Claim {
    const lengthBytes = blockLength(file.source.sizeBytes, blockNo);
    const claim: Claim = {
      file,
      blockNo,
      lengthBytes,
      isCopy,
      content,
      isBegun: false,
      sentBytes: 0,
      isGone: false,
    };
    claims.add(claim);
    return claim;
  }

  async #read(file: QueuedFile, blockNo: number): Promise<Content | null> {
    try {
      const content = await file.read(blockNo, this.#digest);
      if (!file.isGone && !file.leaves.areComplete) {
        file.leaves.set(blockNo, content.leaf);
        if (file.leaves.areComplete) this.#handlers.onLeavesComplete(file);
      }
      return content;
    } catch {
      if (!file.isGone) {
        this.remove(file);
        this.#handlers.onUnreadable(file);
      }
      return null;
    }
  }

  #claims(): Claim[] {
    return Array.from(this.#lanes.values()).flatMap(({ claims }) => [...claims]);
  }

  #hasCopy({ file, blockNo }: Claim): boolean {
    return this.#claims().some((claim) => claim.isCopy && claim.file === file && claim.blockNo === blockNo);
  }

  #isClaimed(file: QueuedFile, blockNo: number): boolean {
    return this.#claims().some((claim) => claim.file === file && claim.blockNo === blockNo);
  }

  #unwrittenBytes(): number {
    return this.#claims().reduce((sum, { isCopy, lengthBytes }) => sum + (isCopy ? 0 : lengthBytes), 0);
  }

  #withdrawAll(isMeant: (claim: Claim) => boolean): void {
    for (const { claims } of this.#lanes.values()) {
      for (const claim of claims) {
        if (!isMeant(claim)) continue;
        this.#withdraw(claim);
        claims.delete(claim);
      }
    }
  }

  #withdraw(claim: Claim): void {
    claim.isGone = true;
    if (!claim.isCopy) claim.file.underwayBytes -= claim.sentBytes;
  }

  #wake(): void {
    for (const wake of this.#idle.splice(0)) wake();
  }
}
