// The files that come in: what was offered, what the person answered, and where the bytes go.

import { encodeBlockSet } from '../protocol/block-set.ts';
import { BLOCK_BYTES, blockCount, blockLength } from '../protocol/blocks.ts';
import type { FileMessage } from '../protocol/control-message.ts';
import { DesksideError, type ErrorCode, errorCodeOf } from '../protocol/deskside-error.ts';
import type { ReceiverFrame, SenderFrame } from '../protocol/file-frame.ts';
import { isProgramName, safeFilePaths } from '../protocol/file-name.ts';
import {
  ALL_FILES_WINDOW_BYTES,
  MAX_FILE_LANES,
  MAX_FILES_IN_SESSION,
  MAX_HAVE_LENGTH,
} from '../protocol/limits.ts';
import { otherRole } from '../protocol/role.ts';
import { BlockIntake, type IncomingBlock } from './block-intake.ts';
import type { FileChannel, FileSink, FileToSave, ResumedFile, SavePlace } from './file-ports.ts';
import { ProgressMeter } from './progress-meter.ts';
import { ReceivedFile } from './received-file.ts';
import {
  checkPermitted,
  fitsIntoSession,
  inFolders,
  isPast,
  outcomeOf,
  type TransferDesk,
  tell,
  tokenOf,
  violation,
} from './transfer-desk.ts';
import type { Transfer } from './transfer-state.ts';

interface Receiving {
  readonly id: string;
  readonly token: string;
  readonly name: string;
  readonly folders: readonly string[];
  readonly sizeBytes: number;
  /** Another one each time that it goes on. */
  fileNo: number;
  phase: 'offered' | 'choosing' | 'accepted' | 'resuming' | 'held' | 'over';
  received: ReceivedFile | null;
  meter: ProgressMeter;
}

interface Offer {
  /** What the sender calls it: another id than the first time, where it was offered once more. */
  readonly offerId: string;
  readonly files: readonly Receiving[];
}

type OfferMessage = Extract<FileMessage, { type: 'file-offer' }>;
type BlockFrame = Extract<SenderFrame, { kind: 'block' }>;
type Refusal = Extract<FileMessage, { type: 'file-refused' }>['reason'];

/**
 * While others are still coming, files that have arrived are told together, in ms: for each message both pages keep how things stand,
 * and hundreds of small files would wait for that.
 */
const TELLING_MS = 200;

/** An honest sender has no more on its way; near the end each lane may bring a block that another one brings too. */
const MAX_HELD_BYTES = ALL_FILES_WINDOW_BYTES + MAX_FILE_LANES * BLOCK_BYTES;

export class FileReceiver {
  readonly #desk: TransferDesk;
  readonly #files = new Map<string, Receiving>();
  /** Under all numbers that a file has had since the sender's page was loaded. */
  readonly #byNo = new Map<number, Receiving>();
  #nextNo = 0;
  /** By the id under which they are shown. */
  readonly #offers = new Map<string, Offer>();
  /** What the sender has called its offers. */
  readonly #offerIds = new Set<string>();
  /** Those whose bytes may come now, by number. */
  readonly #running = new Map<number, ReceivedFile>();
  readonly #lanes = new Map<FileChannel, BlockIntake>();
  #doneNos: number[] = [];
  #isTelling = false;
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
  handleOffer(message: OfferMessage): void {
    const { offerId, files, continues } = message;
    const firstNo = this.#nextNo;
    if (this.#offerIds.has(offerId)) throw violation('the same offer again');
    if (firstNo + files.length > MAX_FILES_IN_SESSION) throw violation('too many files');
    if (files.some(({ fileNo }, index) => fileNo !== firstNo + index))
      throw violation('numbers out of order');
    this.#checkPermitted(files);
    this.#nextNo += files.length;
    this.#offerIds.add(offerId);
    if (continues === undefined) this.#takeOffer(message);
    else this.#continueOffer(message, continues);
  }

  #takeOffer({ offerId, files }: OfferMessage): void {
    if (!fitsIntoSession(this.#desk, 'incoming', files.length)) throw violation('too many files');
    const paths = safeFilePaths(files);
    const offered = files.map(({ fileNo, sizeBytes }, index): Receiving => {
      const { name, folders } = paths[index] ?? { name: 'file', folders: [] };
      const id = this.#desk.newId();
      return this.#newReceiving({ id, token: tokenOf(offerId, index), name, folders, sizeBytes }, fileNo);
    });
    this.#offers.set(offerId, { offerId, files: offered });
    this.#desk.dispatch({
      type: 'offered',
      transfers: offered.map(({ id, token, name, folders, sizeBytes }) => {
        const isProgram = isProgramName(name);
        const progress = { phase: 'offered' } as const;
        const file = { name, ...inFolders(folders), sizeBytes, modifiedAtMs: null, isProgram };
        return { id, token, offerId, direction: 'incoming', ...file, progress };
      }),
    });
  }

  /** These were offered before, and have stopped. Those that are not known here do not go on. */
  #continueOffer({ offerId, files }: OfferMessage, tokens: readonly string[]): void {
    if (tokens.length !== files.length) throw violation('not a token for each file');
    const transfers = this.#desk.transfers();
    const known = files.flatMap(({ fileNo, sizeBytes }, index) => {
      const transfer = transfers.find(
        ({ direction, token }) => direction === 'incoming' && token === tokens[index],
      );
      if (transfer?.progress.phase !== 'held' || transfer.sizeBytes !== sizeBytes) return [];
      const receiving = this.#files.get(transfer.id);
      // This page may have been loaded again since.
      if (receiving === undefined) return [{ transfer, receiving: this.#newReceiving(transfer, fileNo) }];
      receiving.fileNo = fileNo;
      this.#byNo.set(fileNo, receiving);
      return [{ transfer, receiving }];
    });
    const [first] = known;
    const wasAccepted = known.some(({ transfer: { progress } }) => {
      return progress.phase === 'held' && progress.startedAtMs !== null;
    });
    if (wasAccepted && files.length > 1) throw violation('an answer for several files that go on');
    if (first === undefined || known.length < files.length) {
      // Whoever cancelled one in between meant it, and a page that does not know one can't save it.
      for (const { receiving } of known) receiving.phase = 'over';
      for (const { fileNo } of files) this.#rememberPast(fileNo);
      this.#tellAnswer(offerId, false);
      const ids = known.map(({ transfer: { id } }) => id);
      if (ids.length > 0) this.#desk.dispatch({ type: 'failed', ids, code: 'transfer-cut' });
    } else if (wasAccepted) {
      void this.#resume(offerId, first.receiving);
    } else {
      for (const { receiving } of known) receiving.phase = 'offered';
      this.#offers.set(first.transfer.offerId, { offerId, files: known.map(({ receiving }) => receiving) });
      const ids = known.map(({ transfer: { id } }) => id);
      this.#desk.dispatch({ type: 'continued', ids, movedBytes: 0 });
    }
  }

  /** Goes on with what was kept of it, and tells the sender what that is. */
  async #resume(offerId: string, receiving: Receiving): Promise<void> {
    const { id: key, name, folders, sizeBytes, fileNo } = receiving;
    receiving.phase = 'resuming';
    const isWanted = () => receiving.phase === 'resuming' && receiving.fileNo === fileNo;
    try {
      await receiving.received?.suspended;
      const resumed = await this.#desk.files.saver.resume({ key, name, folders, sizeBytes });
      if (!isWanted()) {
        // Given up while it was looked for, or stopped once more.
        await (this.#isHeld(receiving) ? resumed?.sink.suspend() : resumed?.sink.discard());
        return;
      }
      if (resumed === null) throw new DesksideError('transfer-cut');
      const received = this.#newReceived(receiving, resumed);
      receiving.phase = 'accepted';
      receiving.received = received;
      receiving.meter = new ProgressMeter(this.#desk.clock);
      this.#running.set(fileNo, received);
      const have = encodeBlockSet(received.writtenBlocks, blockCount(sizeBytes));
      const isTooLong = have.length > MAX_HAVE_LENGTH;
      tell(this.#desk, { type: 'file-answer', offerId, isAccepted: true, ...(isTooLong ? {} : { have }) });
      this.#desk.dispatch({ type: 'continued', ids: [key], movedBytes: received.writtenBytes });
      received.begin();
    } catch (error) {
      if (!isWanted()) return;
      const code = errorCodeOf(error, 'save-failed');
      if (code === 'storage-full') {
        this.#holdFull(receiving);
        return;
      }
      receiving.phase = 'over';
      this.#tellAnswer(offerId, false);
      this.#desk.dispatch({ type: 'failed', ids: [key], code });
    }
  }

  #isHeld({ phase }: Receiving): boolean {
    return phase === 'held' || phase === 'resuming';
  }

  /** There is no room. With some it can go on. */
  #holdFull(receiving: Receiving): void {
    receiving.phase = 'held';
    this.#running.delete(receiving.fileNo);
    tell(this.#desk, { type: 'file-hold', tokens: [receiving.token], reason: 'full' });
    this.#desk.dispatch({ type: 'held', ids: [receiving.id], reason: 'full', by: null });
  }

  /** Stops a file for now. False when it does not move. */
  hold(id: string): boolean {
    const receiving = this.#files.get(id);
    if (receiving === undefined || (receiving.phase !== 'accepted' && receiving.phase !== 'resuming')) {
      return false;
    }
    receiving.phase = 'held';
    this.#running.delete(receiving.fileNo);
    receiving.received?.suspend();
    return true;
  }

  /** Forgets a file, whatever has become of it, and what was kept of it. */
  forget(id: string): void {
    const receiving = this.#files.get(id);
    // What is still being put away would come to stand there again.
    const isPutAway = receiving?.phase === 'held' ? receiving.received?.suspended : undefined;
    if (receiving !== undefined) this.#drop(receiving);
    void Promise.resolve(isPutAway).then(() => this.#desk.files.saver.forget([id]));
  }

  /**
   * The sender's page was loaded again: its numbers begin anew, and it has lost its files. What had begun can go on when the person
   * there chooses them once more.
   */
  restart(): void {
    this.#byNo.clear();
    this.#offers.clear();
    this.#offerIds.clear();
    this.#nextNo = 0;
    this.#doneNos = [];
    const cut: string[] = [];
    for (const receiving of this.#files.values()) {
      const { id, phase } = receiving;
      if (phase === 'offered' || phase === 'choosing') {
        receiving.phase = 'over';
        cut.push(id);
      } else if (this.hold(id) || phase === 'held') {
        this.#desk.dispatch({ type: 'held', ids: [id], reason: 'file-needed', by: null });
      }
    }
    if (cut.length > 0) this.#desk.dispatch({ type: 'failed', ids: cut, code: 'transfer-cut' });
  }

  /** The sender does not send these, or not to their end. Throws `protocol-violation` when they were never offered. */
  handleWithdrawn({ fileNos, reason }: Extract<FileMessage, { type: 'file-withdrawn' }>): void {
    const ids: string[] = [];
    for (const fileNo of fileNos) {
      const receiving = this.#byNo.get(fileNo);
      if (receiving === undefined) throw violation('withdrawn before it was offered');
      if (receiving.phase === 'over' || receiving.fileNo !== fileNo) continue;
      this.#drop(receiving);
      ids.push(receiving.id);
    }
    if (ids.length > 0) this.#desk.dispatch(outcomeOf(reason, ids, this.#desk.role));
  }

  /** Answers an offer. Must be called in the very click: a yes opens the browser's picker before anything else. */
  answer(offerId: string, isAccepted: boolean): void {
    const offer = this.#offers.get(offerId);
    if (offer === undefined) return;
    if (!isAccepted) {
      this.#decline(offer);
      return;
    }
    const open = offer.files.filter(({ phase }) => phase === 'offered');
    if (open.length === 0) return;
    for (const receiving of open) receiving.phase = 'choosing';
    const asked = open.map(({ id: key, name, folders, sizeBytes }) => ({ key, name, folders, sizeBytes }));
    const choosing = this.#desk.files.saver.choose(asked);
    this.#desk.dispatch({ type: 'choose', offerId });
    choosing.then(
      (places) => this.#handleChosen(offer, open, places),
      (error: unknown) => this.#handleNotChosen(offerId, open, errorCodeOf(error, 'save-failed')),
    );
  }

  /** A no holds even while the browser still asks where to save. */
  #decline({ offerId, files }: Offer): void {
    const open = files.filter(({ phase }) => phase === 'offered' || phase === 'choosing');
    if (open.length === 0) return;
    for (const receiving of open) receiving.phase = 'over';
    this.#tellAnswer(offerId, false);
    this.#dispatchAnswered(open, false);
  }

  #dispatchAnswered(files: readonly Receiving[], isAccepted: boolean): void {
    const ids = files.map(({ id }) => id);
    this.#desk.dispatch({ type: 'answered', ids, isAccepted, nowMs: this.#desk.clock.now() });
  }

  /** The sender says what the checksum of a file is. Throws `protocol-violation` where there is nothing to say. */
  handleChecksum({ fileNo, checksum }: Extract<FileMessage, { type: 'file-checksum' }>): void {
    const receiving = this.#byNo.get(fileNo);
    if (receiving === undefined) throw violation('the checksum of a file that was never offered');
    // It was given up here, or has stopped, while the message was on its way.
    if (isPast(receiving, fileNo)) return;
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
    const fileNo = intake.fileNo ?? -1;
    const receiving = this.#byNo.get(fileNo);
    const block = intake.take(frame.bytes);
    if (receiving === undefined || receiving.received === null || isPast(receiving, fileNo)) return;
    if (block !== null) receiving.received.take(block);
    this.#noteMoved(receiving);
  }

  #handleBlock(channel: FileChannel, intake: BlockIntake, frame: BlockFrame): void {
    const { fileNo, blockNo } = frame;
    const receiving = this.#byNo.get(fileNo);
    if (receiving === undefined) throw violation('a block of a file that was never offered');
    if (blockNo >= blockCount(receiving.sizeBytes)) throw violation('a block beyond the end');
    const { received } = receiving;
    const isGone = isPast(receiving, fileNo);
    if (!isGone && receiving.phase !== 'accepted') throw violation('a file that was not accepted');
    // It may have been given up here while the block was on its way, or have come by another lane.
    const isWanted = !isGone && received?.wants(blockNo) === true;
    intake.begin(frame, blockLength(receiving.sizeBytes, blockNo), isWanted);
    if (this.#heldBytes() > MAX_HELD_BYTES) throw violation('more than the window');
    if (!isGone && received?.hasWritten(blockNo) === true) {
      this.#send({ kind: 'written', fileNo, blockNo }, channel);
    }
  }

  /** Gives up a transfer that this person no longer wants, and that has not stopped. False when it is none of these. */
  cancel(id: string): boolean {
    const receiving = this.#files.get(id);
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
    this.#tellAllDone();
    for (const { id, phase } of this.#files.values()) if (phase !== 'over') this.forget(id);
    // What had stopped before this page was loaded.
    const held = this.#desk.transfers().filter(({ id, direction, progress }) => {
      return direction === 'incoming' && progress.phase === 'held' && !this.#files.has(id);
    });
    if (held.length > 0) void this.#desk.files.saver.forget(held.map(({ id }) => id));
  }

  /** Stops everything for now: the session goes on in another page of this browser. Settles once it can. */
  async suspend(): Promise<void> {
    this.#tellAllDone();
    for (const id of this.#files.keys()) this.hold(id);
    const held = [...this.#files.values()].filter(({ phase }) => phase === 'held');
    await Promise.all(held.map(({ received }) => received?.suspended));
  }

  /** Whoever offers what is withheld has a page that has been tampered with. */
  #checkPermitted(files: readonly Pick<FileToSave, 'name' | 'sizeBytes'>[]): void {
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
    if (received === null || phase !== 'accepted') return;
    let movedBytes = received.writtenBytes + received.heldBytes;
    for (const intake of this.#lanes.values()) movedBytes += intake.receivedBytes(fileNo);
    const movement = meter.note(movedBytes);
    if (movement !== null) this.#desk.dispatch({ type: 'moved', id, ...movement });
  }

  #handleChosen({ offerId }: Offer, chosen: readonly Receiving[], places: readonly SavePlace[]): void {
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
      receiving.received = this.#newReceived(receiving, place);
    }
    if (accepted.length === 0) return;
    this.#tellAnswer(offerId, true);
    for (const { fileNo, received } of accepted) {
      if (received !== null) this.#running.set(fileNo, received);
    }
    this.#dispatchAnswered(accepted, true);
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

  #newReceiving(
    file: Pick<Transfer, 'id' | 'token' | 'name' | 'folders' | 'sizeBytes'>,
    fileNo: number,
  ): Receiving {
    const { id, token, name, folders = [], sizeBytes } = file;
    const meter = new ProgressMeter(this.#desk.clock);
    const receiving: Receiving = {
      id,
      token,
      name,
      folders,
      sizeBytes,
      fileNo,
      phase: 'offered',
      received: null,
      meter,
    };
    this.#files.set(id, receiving);
    this.#byNo.set(fileNo, receiving);
    return receiving;
  }

  /** A number of a file that does not come, so that what is still said about it is no violation. */
  #rememberPast(fileNo: number): void {
    const meter = new ProgressMeter(this.#desk.clock);
    const past = { id: '', token: '', name: '', folders: [], sizeBytes: 0, fileNo, received: null, meter };
    this.#byNo.set(fileNo, { ...past, phase: 'over' });
  }

  #newReceived(receiving: Receiving, saving: SavePlace | ResumedFile): ReceivedFile {
    const { id, fileNo, sizeBytes } = receiving;
    const { clock, files } = this.#desk;
    return new ReceivedFile(
      { sizeBytes, digest: files.digest, saving },
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
          this.#desk.dispatch({ type: 'finished', id, checksum, finishedAtMs: clock.now(), canSaveAgain });
        },
        onFailed: (error) => {
          const code = errorCodeOf(error, 'save-failed');
          if (code === 'storage-full') {
            this.#holdFull(receiving);
            return;
          }
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

  /** Many are one message; the last one waits for nothing. */
  #tellDone(fileNo: number): void {
    this.#doneNos.push(fileNo);
    if (this.#running.size === 0) {
      void Promise.resolve().then(() => this.#tellAllDone());
    } else if (!this.#isTelling) {
      this.#isTelling = true;
      this.#desk.timer.after(TELLING_MS, () => {
        this.#isTelling = false;
        this.#tellAllDone();
      });
    }
  }

  #tellAllDone(): void {
    const fileNos = this.#doneNos;
    this.#doneNos = [];
    if (fileNos.length > 0) tell(this.#desk, { type: 'file-done', fileNos });
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
