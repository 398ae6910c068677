// The files that this side sends: what was offered, what became of it, and what the other side says about it.

import { blockCount } from '../protocol/blocks.ts';
import type { FileMessage } from '../protocol/control-message.ts';
import { DesksideError, errorCodeOf } from '../protocol/deskside-error.ts';
import type { ReceiverFrame } from '../protocol/file-frame.ts';
import { isProgramName, safeFileName } from '../protocol/file-name.ts';
import { toHex } from '../protocol/hex.ts';
import { MAX_FILES_IN_OFFER, MAX_FILES_IN_SESSION } from '../protocol/limits.ts';
import type { FileChannel } from './file-ports.ts';
import type { OutgoingFile } from './ports.ts';
import { ProgressMeter } from './progress-meter.ts';
import { QueuedFile, SendQueue } from './send-queue.ts';
import { checkPermitted, outcomeOf, type TransferDesk, tell, violation } from './transfer-desk.ts';

interface Sending {
  readonly id: string;
  readonly fileNo: number;
  readonly source: OutgoingFile;
  readonly meter: ProgressMeter;
  phase: 'offered' | 'accepted' | 'over';
  startedAtMs: number;
  queued: QueuedFile | null;
  /** Once every block was read. */
  checksum: Promise<string> | null;
}

type ReceiverMessage = Extract<FileMessage, { type: 'file-refused' | 'file-done' }>;

export class FileSender {
  readonly #desk: TransferDesk;
  readonly #queue: SendQueue;
  /** By number. */
  readonly #files: Sending[] = [];
  /** Offers that were not answered. */
  readonly #offers = new Map<string, readonly Sending[]>();
  #withdrawn: number[] = [];

  constructor(desk: TransferDesk) {
    this.#desk = desk;
    this.#queue = new SendQueue(desk.files.digest, {
      onMoved: ({ fileNo }) => this.#handleMoved(fileNo),
      onLeavesComplete: ({ fileNo }) => this.#handleLeavesComplete(fileNo),
      onUnreadable: ({ fileNo }) => this.#handleUnreadable(fileNo),
    });
  }

  /** Sends on this channel too. */
  addLane(channel: FileChannel): void {
    this.#queue.addLane(channel);
  }

  /** The channel is gone. */
  removeLane(channel: FileChannel): void {
    this.#queue.removeLane(channel);
  }

  /**
   * Offers files to the other side.
   *
   * @throws DesksideError `not-permitted`, `file-not-permitted`, `files-too-many` when they are more than one offer or one session can hold,
   *   `connection-lost` when too much waits to be sent already.
   */
  offer(files: readonly OutgoingFile[]): void {
    if (files.length === 0) return;
    const { permissions, role } = this.#desk;
    checkPermitted(permissions, role, files);
    const firstNo = this.#files.length;
    if (files.length > MAX_FILES_IN_OFFER || firstNo + files.length > MAX_FILES_IN_SESSION) {
      throw new DesksideError('files-too-many');
    }
    const offerId = this.#desk.newId();
    const listed = files.map(({ name, sizeBytes }, index) => {
      return { fileNo: firstNo + index, name: safeFileName(name), sizeBytes };
    });
    this.#sendOffer({ type: 'file-offer', offerId, files: listed });
    const offered = files.map((source, index): Sending => {
      const meter = new ProgressMeter(this.#desk.clock);
      const fileNo = firstNo + index;
      const id = this.#desk.newId();
      const rest = { startedAtMs: 0, queued: null, checksum: null };
      return { id, fileNo, source, meter, phase: 'offered', ...rest };
    });
    this.#files.push(...offered);
    this.#offers.set(offerId, offered);
    this.#desk.dispatch({
      type: 'offered',
      transfers: listed.map(({ fileNo, name, sizeBytes }) => ({
        id: this.#files[fileNo]?.id ?? '',
        offerId,
        direction: 'outgoing',
        name,
        sizeBytes,
        isProgram: isProgramName(name),
        progress: { phase: 'offered' },
      })),
    });
  }

  /** Takes the other side's answer. Throws `protocol-violation` when nothing was asked. */
  handleAnswer({ offerId, isAccepted }: Extract<FileMessage, { type: 'file-answer' }>): void {
    const offered = this.#offers.get(offerId);
    if (offered === undefined) throw violation('an answer to no offer');
    this.#offers.delete(offerId);
    const nowMs = this.#desk.clock.now();
    this.#desk.dispatch({ type: 'answered', offerId, isAccepted, nowMs });
    for (const sending of offered) {
      if (sending.phase !== 'offered') continue;
      sending.phase = isAccepted ? 'accepted' : 'over';
      if (!isAccepted) continue;
      sending.startedAtMs = nowMs;
      sending.queued = new QueuedFile(sending.fileNo, sending.source);
      if (sending.queued.leaves.areComplete) this.#handleLeavesComplete(sending.fileNo);
      this.#queue.add(sending.queued);
    }
  }

  /** Takes a frame about one of these files. Throws `protocol-violation` on one that no honest receiver sends. */
  handleFrame(frame: ReceiverFrame): void {
    const sending = this.#files[frame.fileNo];
    if (sending === undefined) throw violation('a frame about a file that was never offered');
    // It was given up here while the frame was on its way.
    if (sending.phase === 'over') return;
    const { queued } = sending;
    const isPossible =
      queued !== null &&
      (frame.kind === 'written'
        ? this.#queue.noteWritten(queued, frame.blockNo)
        : this.#queue.noteAgain(queued, frame.blockNo));
    if (!isPossible) throw violation('an answer to a block that was not sent');
    if (queued.isWritten) this.#desk.dispatch({ type: 'check', id: sending.id });
  }

  /** Takes a message about one of these files. Throws `protocol-violation` on one that no honest receiver sends. */
  handleOutcome(message: ReceiverMessage): void {
    for (const fileNo of message.type === 'file-done' ? message.fileNos : [message.fileNo]) {
      const sending = this.#files[fileNo];
      if (sending === undefined) throw violation('a message about a file that was never offered');
      if (sending.phase === 'over') continue;
      if (message.type === 'file-done') {
        this.#handleDone(sending);
      } else {
        this.#drop(sending);
        this.#desk.dispatch(outcomeOf(message.reason, [sending.id], this.#desk.role));
      }
    }
  }

  /** Gives up a transfer that this person no longer wants. False when it is none of these. */
  cancel(id: string): boolean {
    const sending = this.#files.find((each) => each.id === id);
    if (sending === undefined) return false;
    if (sending.phase === 'over') return true;
    this.#withdraw(sending.fileNo);
    this.#drop(sending);
    this.#desk.dispatch({ type: 'cancelled', ids: [id], by: this.#desk.role });
    return true;
  }

  /** Ends everything, without a word to anybody. */
  stop(): void {
    for (const sending of this.#files) sending.phase = 'over';
    this.#queue.stop();
  }

  #sendOffer(message: FileMessage): void {
    try {
      this.#desk.send(message);
    } catch (error) {
      const isTooLong = errorCodeOf(error, 'connection-lost') === 'message-too-long';
      throw new DesksideError(isTooLong ? 'files-too-many' : 'connection-lost', 'offer not sent', {
        cause: error,
      });
    }
  }

  #handleMoved(fileNo: number): void {
    const sending = this.#files[fileNo];
    if (sending?.queued == null || sending.phase === 'over') return;
    const movement = sending.meter.note(sending.queued.movedBytes);
    if (movement !== null) this.#desk.dispatch({ type: 'moved', id: sending.id, ...movement });
  }

  #handleLeavesComplete(fileNo: number): void {
    const sending = this.#files[fileNo];
    if (sending?.queued == null) return;
    const checksum = sending.queued.leaves.root(this.#desk.files.digest).then(toHex);
    sending.checksum = checksum;
    // The receiver knows that of one block by itself.
    if (blockCount(sending.source.sizeBytes) < 2) return;
    void checksum.then((text) => {
      if (sending.phase !== 'over') tell(this.#desk, { type: 'file-checksum', fileNo, checksum: text });
    });
  }

  #handleDone(sending: Sending): void {
    const { id, checksum, queued, startedAtMs } = sending;
    if (checksum === null || queued?.isAnnounced !== true) throw violation('done before everything was sent');
    this.#drop(sending);
    // What says that blocks were written goes another way: the last may come later, or be lost with its lane.
    this.#desk.dispatch({ type: 'check', id });
    const finishedAtMs = this.#desk.clock.now();
    void checksum.then((text) =>
      this.#desk.dispatch({
        type: 'finished',
        id,
        checksum: text,
        startedAtMs,
        finishedAtMs,
        canSaveAgain: false,
      }),
    );
  }

  #handleUnreadable(fileNo: number): void {
    const sending = this.#files[fileNo];
    if (sending === undefined) return;
    tell(this.#desk, { type: 'file-withdrawn', fileNos: [fileNo], reason: 'unreadable' });
    this.#drop(sending);
    this.#desk.dispatch({ type: 'failed', ids: [sending.id], code: 'file-unreadable' });
  }

  /** Many at once are one message. */
  #withdraw(fileNo: number): void {
    this.#withdrawn.push(fileNo);
    if (this.#withdrawn.length > 1) return;
    void Promise.resolve().then(() => {
      const fileNos = this.#withdrawn;
      this.#withdrawn = [];
      tell(this.#desk, { type: 'file-withdrawn', fileNos, reason: 'cancelled' });
    });
  }

  #drop(sending: Sending): void {
    sending.phase = 'over';
    if (sending.queued !== null) this.#queue.remove(sending.queued);
  }
}
