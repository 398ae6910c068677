// The files that come in: what was offered, what the person answered, and where the bytes go.

import { BLOCK_BYTES, blockCount, blockLength } from '../protocol/blocks.ts';
import type { FileMessage } from '../protocol/control-message.ts';
import { DesksideError, type ErrorCode, errorCodeOf } from '../protocol/deskside-error.ts';
import type { ReceiverFrame, SenderFrame } from '../protocol/file-frame.ts';
import { isProgramName, safeFileNames } from '../protocol/file-name.ts';
import { ALL_FILES_WINDOW_BYTES, MAX_FILE_LANES, MAX_FILES_IN_SESSION } from '../protocol/limits.ts';
import { otherRole } from '../protocol/role.ts';
import { BlockIntake, type IncomingBlock } from './block-intake.ts';
import type { FileChannel, FileSink, FileToSave, SavePlace } from './file-ports.ts';
import { ProgressMeter } from './progress-meter.ts';
import { ReceivedFile } from './received-file.ts';
import { checkPermitted, outcomeOf, type TransferDesk, tell, violation } from './transfer-desk.ts';

interface Receiving {
  readonly id: string;
  readonly fileNo: number;
  readonly name: string;
  readonly sizeBytes: number;
  phase: 'offered' | 'choosing' | 'accepted' | 'over';
  received: ReceivedFile | null;
  readonly meter: ProgressMeter;
}

type BlockFrame = Extract<SenderFrame, { kind: 'block' }>;
type Refusal = Extract<FileMessage, { type: 'file-refused' }>['reason'];

/** An honest sender has no more on its way; near the end each lane may bring a block that another one brings too. */
const MAX_HELD_BYTES = ALL_FILES_WINDOW_BYTES + MAX_FILE_LANES * BLOCK_BYTES;

export class FileReceiver {
  readonly #desk: TransferDesk;
  /** By number. */
  readonly #files: Receiving[] = [];
  readonly #offers = new Map<string, readonly Receiving[]>();
  /** Those whose bytes may come now, by number. */
  readonly #running = new Map<number, ReceivedFile>();
  readonly #lanes = new Map<FileChannel, BlockIntake>();
  #doneNos: number[] = [];
  /** Finished ones that can be handed out once more, by transfer. */
  readonly #kept = new Map<string, FileSink>();

  constructor(desk: TransferDesk) {
    this.#desk = desk;
  }

  /** Receives on this channel too. */
  addLane(channel: FileChannel): void {
    this.#lanes.set(channel, new BlockIntake(channel));
  }

  /** The channel is gone, and what was half there with it. */
  removeLane(channel: FileChannel): void {
    this.#lanes.delete(channel);
  }

  /** Takes an offer. Throws `protocol-violation` or `not-permitted` on one that no honest sender makes. */
  handleOffer({ offerId, files }: Extract<FileMessage, { type: 'file-offer' }>): void {
    const firstNo = this.#files.length;
    if (this.#offers.has(offerId)) throw violation('the same offer again');
    if (firstNo + files.length > MAX_FILES_IN_SESSION) throw violation('too many files');
    if (files.some(({ fileNo }, index) => fileNo !== firstNo + index))
      throw violation('numbers out of order');
    this.#checkPermitted(files);
    const names = safeFileNames(files.map(({ name }) => name));
    const offered = files.map(({ fileNo, sizeBytes }, index): Receiving => {
      const [id, name] = [this.#desk.newId(), names[index] ?? 'file'];
      const meter = new ProgressMeter(this.#desk.clock);
      return { id, fileNo, name, sizeBytes, phase: 'offered', received: null, meter };
    });
    this.#files.push(...offered);
    this.#offers.set(offerId, offered);
    this.#desk.dispatch({
      type: 'offered',
      transfers: offered.map(({ id, name, sizeBytes }) => {
        const isProgram = isProgramName(name);
        const progress = { phase: 'offered' } as const;
        return { id, offerId, direction: 'incoming', name, sizeBytes, isProgram, progress };
      }),
    });
  }

  /** The sender does not send these, or not to their end. Throws `protocol-violation` when they were never offered. */
  handleWithdrawn({ fileNos, reason }: Extract<FileMessage, { type: 'file-withdrawn' }>): void {
    const ids: string[] = [];
    for (const fileNo of fileNos) {
      const receiving = this.#files[fileNo];
      if (receiving === undefined) throw violation('withdrawn before it was offered');
      if (receiving.phase === 'over') continue;
      this.#drop(receiving);
      ids.push(receiving.id);
    }
    if (ids.length > 0) this.#desk.dispatch(outcomeOf(reason, ids, this.#desk.role));
  }

  /** Answers an offer. Must be called in the very click: a yes opens the browser's picker before anything else. */
  answer(offerId: string, isAccepted: boolean): void {
    const offered = this.#offers.get(offerId) ?? [];
    if (!isAccepted) {
      this.#decline(offerId, offered);
      return;
    }
    const open = offered.filter(({ phase }) => phase === 'offered');
    if (open.length === 0) return;
    for (const receiving of open) receiving.phase = 'choosing';
    const choosing = this.#desk.files.saver.choose(
      open.map(({ id: key, name, sizeBytes }) => ({ key, name, sizeBytes })),
    );
    this.#desk.dispatch({ type: 'choose', offerId });
    choosing.then(
      (destination) => this.#handleChosen(offerId, open, destination),
      (error: unknown) => this.#handleNotChosen(offerId, open, errorCodeOf(error, 'save-failed')),
    );
  }

  /** A no holds even while the browser still asks where to save. */
  #decline(offerId: string, offered: readonly Receiving[]): void {
    const open = offered.filter(({ phase }) => phase === 'offered' || phase === 'choosing');
    if (open.length === 0) return;
    for (const receiving of open) receiving.phase = 'over';
    this.#tellAnswer(offerId, false);
    this.#desk.dispatch({ type: 'answered', offerId, isAccepted: false, nowMs: this.#desk.clock.now() });
  }

  /** The sender says what the checksum of a file is. Throws `protocol-violation` where there is nothing to say. */
  handleChecksum({ fileNo, checksum }: Extract<FileMessage, { type: 'file-checksum' }>): void {
    const receiving = this.#files[fileNo];
    if (receiving === undefined) throw violation('the checksum of a file that was never offered');
    // It was given up here while the message was on its way.
    if (receiving.phase === 'over') return;
    if (receiving.received?.setChecksum(checksum) !== true)
      throw violation('a checksum that nobody waits for');
  }

  /** Takes a frame of one of these files. Throws `protocol-violation` on one that no honest sender sends. */
  handleFrame(channel: FileChannel, frame: SenderFrame): void {
    const intake = this.#lanes.get(channel);
    if (intake === undefined) return;
    if (frame.kind === 'block') {
      this.#handleBlock(channel, intake, frame);
      return;
    }
    const receiving = this.#files[intake.fileNo ?? -1];
    const block = intake.take(frame.bytes);
    if (receiving === undefined || receiving.received === null) return;
    if (block !== null) receiving.received.take(block);
    this.#noteMoved(receiving);
  }

  #handleBlock(channel: FileChannel, intake: BlockIntake, frame: BlockFrame): void {
    const { fileNo, blockNo } = frame;
    const receiving = this.#files[fileNo];
    if (receiving === undefined) throw violation('a block of a file that was never offered');
    if (blockNo >= blockCount(receiving.sizeBytes)) throw violation('a block beyond the end');
    const { received, phase } = receiving;
    if (received === null && phase !== 'over') throw violation('a file that was not accepted');
    // It may have been given up here while the block was on its way, or have come by another lane.
    const isWanted = phase !== 'over' && received?.wants(blockNo) === true;
    intake.begin(frame, blockLength(receiving.sizeBytes, blockNo), isWanted);
    if (this.#heldBytes() > MAX_HELD_BYTES) throw violation('more than the window');
    if (phase !== 'over' && received?.hasWritten(blockNo) === true) {
      this.#send({ kind: 'written', fileNo, blockNo }, channel);
    }
  }

  /** Gives up a transfer that this person no longer wants. False when it is none of these. */
  cancel(id: string): boolean {
    const receiving = this.#files.find((each) => each.id === id);
    if (receiving === undefined) return false;
    if (receiving.phase === 'over') return true;
    this.#refuse(receiving.fileNo, 'cancelled');
    this.#drop(receiving);
    this.#desk.dispatch({ type: 'cancelled', ids: [id], by: this.#desk.role });
    return true;
  }

  /** Hands a finished file out once more, if it was kept. */
  saveAgain(id: string): void {
    this.#kept.get(id)?.saveAgain();
  }

  /** Ends everything, without a word to anybody. What is finished stays. */
  stop(): void {
    for (const receiving of this.#files) this.#drop(receiving);
  }

  /** Whoever offers what is withheld has a page that has been tampered with. */
  #checkPermitted(files: readonly Omit<FileToSave, 'key'>[]): void {
    const { permissions, role } = this.#desk;
    try {
      checkPermitted(permissions, otherRole(role), files);
    } catch (cause) {
      throw new DesksideError('not-permitted', 'an offer of what is withheld', { cause });
    }
  }

  #heldBytes(): number {
    let sum = 0;
    for (const { heldBytes } of [...this.#running.values(), ...this.#lanes.values()]) sum += heldBytes;
    return sum;
  }

  #noteMoved({ id, fileNo, received, meter, phase }: Receiving): void {
    if (received === null || phase === 'over') return;
    let movedBytes = received.writtenBytes + received.heldBytes;
    for (const intake of this.#lanes.values()) movedBytes += intake.receivedBytes(fileNo);
    const movement = meter.note(movedBytes);
    if (movement !== null) this.#desk.dispatch({ type: 'moved', id, ...movement });
  }

  #handleChosen(offerId: string, chosen: readonly Receiving[], places: readonly SavePlace[]): void {
    const nowMs = this.#desk.clock.now();
    const accepted: Receiving[] = [];
    for (const [index, place] of places.entries()) {
      const receiving = chosen[index];
      if (receiving?.phase !== 'choosing') {
        // Given up by either side while the person was choosing.
        void place.abandon();
        continue;
      }
      accepted.push(receiving);
      receiving.phase = 'accepted';
      receiving.received = this.#newReceived(receiving, place, nowMs);
    }
    if (accepted.length === 0) return;
    this.#tellAnswer(offerId, true);
    for (const { fileNo, received } of accepted) {
      if (received !== null) this.#running.set(fileNo, received);
    }
    this.#desk.dispatch({ type: 'answered', offerId, isAccepted: true, nowMs });
    for (const { received } of accepted) received?.begin();
  }

  #handleNotChosen(offerId: string, asked: readonly Receiving[], code: ErrorCode): void {
    const open = asked.filter(({ phase }) => phase === 'choosing');
    if (code === 'save-dismissed') {
      for (const receiving of open) receiving.phase = 'offered';
      this.#desk.dispatch({ type: 'dismissed', offerId });
      return;
    }
    for (const receiving of open) {
      receiving.phase = 'over';
      this.#refuse(receiving.fileNo, 'unsaved');
    }
    this.#desk.dispatch({ type: 'failed', ids: open.map(({ id }) => id), code });
  }

  #newReceived(receiving: Receiving, place: SavePlace, startedAtMs: number): ReceivedFile {
    const { id, fileNo, sizeBytes } = receiving;
    const { clock, files } = this.#desk;
    return new ReceivedFile(
      { sizeBytes, digest: files.digest, place },
      {
        onWritten: (block) => {
          this.#answer('written', block);
          this.#noteMoved(receiving);
        },
        onWrong: (block) => this.#answer('again', block),
        onChecking: () => this.#desk.dispatch({ type: 'check', id }),
        onDone: (sink, checksum) => {
          this.#drop(receiving);
          this.#tellDone(fileNo);
          const { canSaveAgain } = sink;
          if (canSaveAgain) this.#kept.set(id, sink);
          const finishedAtMs = clock.now();
          this.#desk.dispatch({ type: 'finished', id, checksum, startedAtMs, finishedAtMs, canSaveAgain });
        },
        onFailed: (error) => {
          const code = errorCodeOf(error, 'save-failed');
          this.#drop(receiving);
          this.#refuse(fileNo, code === 'file-damaged' ? 'damaged' : 'unsaved');
          this.#desk.dispatch({ type: 'failed', ids: [id], code });
        },
      },
    );
  }

  #tellAnswer(offerId: string, isAccepted: boolean): void {
    tell(this.#desk, { type: 'file-answer', offerId, isAccepted });
  }

  #refuse(fileNo: number, reason: Refusal): void {
    tell(this.#desk, { type: 'file-refused', fileNo, reason });
  }

  /** Many at once are one message. */
  #tellDone(fileNo: number): void {
    this.#doneNos.push(fileNo);
    if (this.#doneNos.length > 1) return;
    void Promise.resolve().then(() => {
      const fileNos = this.#doneNos;
      this.#doneNos = [];
      tell(this.#desk, { type: 'file-done', fileNos });
    });
  }

  /** By the lane that brought the block, or by another one; where there is none it is asked about later. */
  #answer(kind: ReceiverFrame['kind'], { channel, fileNo, blockNo }: IncomingBlock): void {
    const [any] = this.#lanes.keys();
    this.#send({ kind, fileNo, blockNo }, this.#lanes.has(channel) ? channel : any);
  }

  #send(frame: ReceiverFrame, channel: FileChannel | undefined): void {
    try {
      channel?.send(frame);
    } catch {
      // The channel is gone, and whoever has brought it says so; the sender then sends the block by another one.
    }
  }

  #drop(receiving: Receiving): void {
    receiving.phase = 'over';
    if (receiving.received === null) return;
    this.#running.delete(receiving.fileNo);
    receiving.received.abandon();
  }
}
