// The files that this side sends: what was offered, what became of it, and what the other side says about it.

import { decodeBlockSet } from '../protocol/block-set.ts';
import { blockCount, type Leaves } from '../protocol/blocks.ts';
import type { FileMessage } from '../protocol/control-message.ts';
import { DesksideError, errorCodeOf } from '../protocol/deskside-error.ts';
import type { ReceiverFrame } from '../protocol/file-frame.ts';
import { isProgramName, safeFileName, safeFolders } from '../protocol/file-name.ts';
import { toHex } from '../protocol/hex.ts';
import { MAX_FILES_IN_OFFER, MAX_FILES_IN_SESSION } from '../protocol/limits.ts';
import type { FileChannel } from './file-ports.ts';
import type { OutgoingFile } from './ports.ts';
import { ProgressMeter } from './progress-meter.ts';
import { QueuedFile } from './queued-file.ts';
import { SendQueue } from './send-queue.ts';
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

interface Sending {
  readonly id: string;
  readonly token: string;
  readonly source: OutgoingFile;
  /** Another one each time that it goes on. */
  fileNo: number;
  phase: 'offered' | 'accepted' | 'held' | 'over';
  /** `null` before it was accepted for the first time. */
  startedAtMs: number | null;
  meter: ProgressMeter;
  queued: QueuedFile | null;
  /** As far as they are known, from whatever try. */
  leaves: Leaves | null;
  /** Once every block was read. */
  checksum: Promise<string> | null;
}

type ReceiverMessage = Extract<FileMessage, { type: 'file-refused' | 'file-done' }>;

export class FileSender {
  readonly #desk: TransferDesk;
  readonly #queue: SendQueue;
  readonly #files = new Map<string, Sending>();
  /** Under all numbers that a file has had since the other side's page was loaded. */
  readonly #byNo = new Map<number, Sending>();
  #nextNo = 0;
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
    if (files.length > MAX_FILES_IN_OFFER || !fitsIntoSession(this.#desk, 'outgoing', files.length)) {
      throw new DesksideError('files-too-many');
    }
    const offerId = this.#desk.newId();
    const offered = files.map((source, index): Sending => {
      return this.#newSending({ id: this.#desk.newId(), token: tokenOf(offerId, index), source });
    });
    this.#sendOffer(offerId, offered);
    for (const sending of offered) this.#files.set(sending.id, sending);
    this.#desk.dispatch({
      type: 'offered',
      transfers: offered.map(({ id, token, source }) => {
        const file = described(source);
        const { modifiedAtMs } = source;
        const isProgram = isProgramName(file.name);
        const progress = { phase: 'offered' } as const;
        return { id, token, offerId, direction: 'outgoing', ...file, modifiedAtMs, isProgram, progress };
      }),
    });
  }

  /**
   * Offers a file anew that did not arrive. False where this page does not have it.
   *
   * @throws DesksideError as `offer` does.
   */
  offerAgain(id: string): boolean {
    const sending = this.#files.get(id);
    if (sending?.phase !== 'over') return false;
    this.offer([sending.source]);
    return true;
  }

  /** Stops a file for now. False when it does not move. */
  hold(id: string): boolean {
    const sending = this.#files.get(id);
    if (sending?.phase !== 'accepted') return false;
    this.#suspend(sending);
    return true;
  }

  /**
   * Goes on with a file that has stopped. Where this page was loaded again since, it needs the `source` once more; without it
   * nothing happens.
   *
   * @throws DesksideError `files-too-many`, `connection-lost`.
   */
  continue({ id, token, progress }: Transfer, source: OutgoingFile | null): void {
    let sending = this.#files.get(id);
    if (sending === undefined && source !== null && progress.phase === 'held') {
      sending = this.#newSending({ id, token, source });
      sending.phase = 'held';
      sending.startedAtMs = progress.startedAtMs;
      this.#files.set(id, sending);
    }
    if (sending?.phase === 'held') this.#offerHeld(sending);
  }

  /**
   * The other side's page was loaded again, and knows no numbers. What it was offered it is offered once more; what had begun goes
   * on, unless a person has stopped it.
   */
  restart(): void {
    const unanswered = [...this.#offers.values()];
    this.#offers.clear();
    this.#byNo.clear();
    this.#nextNo = 0;
    this.#withdrawn = [];
    for (const offered of unanswered) {
      const open = offered.filter(({ phase, startedAtMs }) => phase === 'offered' && startedAtMs === null);
      if (open.length > 0) this.#tryAgain(() => this.#sendOffer(this.#desk.newId(), open, true), open);
    }
    for (const sending of this.#files.values()) {
      if (sending.startedAtMs === null || sending.phase === 'over') continue;
      const isStopped = sending.phase === 'held';
      this.#suspend(sending);
      if (isStopped) continue;
      this.#desk.dispatch({ type: 'held', ids: [sending.id], reason: 'reloaded', by: null });
      this.#tryAgain(() => this.#offerHeld(sending), [sending]);
    }
  }

  /** Takes the other side's answer. Throws `protocol-violation` when nothing was asked, or when it can not be the answer. */
  handleAnswer({ offerId, isAccepted, have }: Extract<FileMessage, { type: 'file-answer' }>): void {
    const offered = this.#offers.get(offerId);
    if (offered === undefined) throw violation('an answer to no offer');
    this.#offers.delete(offerId);
    const nowMs = this.#desk.clock.now();
    const [first] = offered;
    if (first !== undefined && first.startedAtMs !== null) {
      this.#handleContinued(first, isAccepted, have);
      return;
    }
    if (have !== undefined) throw violation('blocks of a file that was never sent');
    const open = offered.filter(({ phase }) => phase === 'offered');
    this.#desk.dispatch({ type: 'answered', ids: open.map(({ id }) => id), isAccepted, nowMs });
    for (const sending of open) {
      if (isAccepted) this.#begin(sending, [], nowMs);
      else sending.phase = 'over';
    }
  }

  /** Takes a frame about one of these files. Throws `protocol-violation` on one that no honest receiver sends. */
  handleFrame(frame: ReceiverFrame): void {
    const sending = this.#byNo.get(frame.fileNo);
    if (sending === undefined) throw violation('a frame about a file that was never offered');
    // It was given up here, or has stopped, while the frame was on its way.
    if (isPast(sending, frame.fileNo)) return;
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
      const sending = this.#byNo.get(fileNo);
      if (sending === undefined) throw violation('a message about a file that was never offered');
      if (sending.phase === 'over') continue;
      // However it had stopped here: all of it is there.
      if (message.type === 'file-done') {
        this.#handleDone(sending);
      } else if (sending.fileNo === fileNo) {
        this.#drop(sending);
        this.#desk.dispatch(outcomeOf(message.reason, [sending.id], this.#desk.role));
      }
    }
  }

  /** Gives up a transfer that this person no longer wants, and that has not stopped. False when it is none of these. */
  cancel(id: string): boolean {
    const sending = this.#files.get(id);
    if (sending === undefined) return false;
    if (sending.phase === 'over') return true;
    this.#withdraw(sending.fileNo);
    this.#drop(sending);
    this.#desk.dispatch({ type: 'cancelled', ids: [id], by: this.#desk.role });
    return true;
  }

  /** Forgets a file, whatever has become of it. */
  forget(id: string): void {
    const sending = this.#files.get(id);
    if (sending !== undefined) this.#drop(sending);
  }

  /** Ends everything, without a word to anybody. */
  stop(): void {
    for (const sending of this.#files.values()) sending.phase = 'over';
    this.#queue.stop();
  }

  #newSending(file: Pick<Sending, 'id' | 'token' | 'source'>): Sending {
    const meter = new ProgressMeter(this.#desk.clock);
    const rest = { startedAtMs: null, meter, queued: null, leaves: null, checksum: null };
    return { ...file, fileNo: -1, phase: 'offered', ...rest };
  }

  /** Numbers them, and offers them; for the first time, or once more. */
  #sendOffer(offerId: string, offered: readonly Sending[], isAgain = false): void {
    const firstNo = this.#nextNo;
    if (firstNo + offered.length > MAX_FILES_IN_SESSION) throw new DesksideError('files-too-many');
    const files = offered.map(({ source }, index) => ({ fileNo: firstNo + index, ...described(source) }));
    const message = { type: 'file-offer', offerId, files } as const;
    try {
      this.#desk.send(isAgain ? { ...message, continues: offered.map(({ token }) => token) } : message);
    } catch (error) {
      const isTooLong = errorCodeOf(error, 'connection-lost') === 'message-too-long';
      throw new DesksideError(isTooLong ? 'files-too-many' : 'connection-lost', 'offer not sent', {
        cause: error,
      });
    }
    this.#nextNo += offered.length;
    for (const [index, sending] of offered.entries()) {
      sending.fileNo = firstNo + index;
      sending.phase = 'offered';
      this.#byNo.set(sending.fileNo, sending);
    }
    this.#offers.set(offerId, offered);
  }

  #offerHeld(sending: Sending): void {
    this.#sendOffer(this.#desk.newId(), [sending], true);
  }

  /** Nobody waits for an answer to this: where it can't be said, the files are given up. */
  #tryAgain(offer: () => void, files: readonly Sending[]): void {
    try {
      offer();
    } catch (error) {
      for (const sending of files) this.#drop(sending);
      const code = errorCodeOf(error, 'connection-lost');
      this.#desk.dispatch({ type: 'failed', ids: files.map(({ id }) => id), code });
    }
  }

  #suspend(sending: Sending): void {
    sending.phase = 'held';
    if (sending.queued === null) return;
    sending.leaves = sending.queued.leaves;
    this.#queue.remove(sending.queued);
  }

  #handleContinued(sending: Sending, isAccepted: boolean, have: string | undefined): void {
    const blockNos = decodeBlockSet(
      have ?? '',
      have === undefined ? 0 : blockCount(sending.source.sizeBytes),
    );
    if (blockNos === null) throw violation('blocks that the file does not have');
    // It was given up here, or stopped once more, while the answer was on its way.
    if (sending.phase !== 'offered') return;
    if (isAccepted) {
      this.#begin(sending, blockNos, sending.startedAtMs ?? 0);
      const { id, queued } = sending;
      this.#desk.dispatch({ type: 'continued', ids: [id], movedBytes: queued?.movedBytes ?? 0 });
      if (queued?.isWritten === true) this.#desk.dispatch({ type: 'check', id });
    } else {
      this.#drop(sending);
      this.#desk.dispatch({ type: 'failed', ids: [sending.id], code: 'transfer-cut' });
    }
  }

  #begin(sending: Sending, have: readonly number[], startedAtMs: number): void {
    const queued = new QueuedFile(sending.fileNo, sending.source, { have, leaves: sending.leaves });
    sending.phase = 'accepted';
    sending.startedAtMs = startedAtMs;
    sending.meter = new ProgressMeter(this.#desk.clock);
    sending.queued = queued;
    this.#queue.add(queued);
    if (queued.leaves.areComplete) this.#handleLeavesComplete(sending.fileNo);
    else void this.#queue.hashRest(queued);
  }

  #handleMoved(fileNo: number): void {
    const sending = this.#byNo.get(fileNo);
    if (sending?.queued == null || isPast(sending, fileNo)) return;
    const movement = sending.meter.note(sending.queued.movedBytes);
    if (movement !== null) this.#desk.dispatch({ type: 'moved', id: sending.id, ...movement });
  }

  #handleLeavesComplete(fileNo: number): void {
    const sending = this.#byNo.get(fileNo);
    if (sending?.queued == null) return;
    const checksum = sending.queued.leaves.root(this.#desk.files.digest).then(toHex);
    sending.checksum = checksum;
    // The receiver knows that of one block by itself.
    if (blockCount(sending.source.sizeBytes) < 2) return;
    void checksum.then((text) => {
      if (!isPast(sending, fileNo)) tell(this.#desk, { type: 'file-checksum', fileNo, checksum: text });
    });
  }

  #handleDone(sending: Sending): void {
    const { id, checksum, queued } = sending;
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
        finishedAtMs,
        canSaveAgain: false,
      }),
    );
  }

  #handleUnreadable(fileNo: number): void {
    const sending = this.#byNo.get(fileNo);
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

/** What is said and shown of a file. */
function described({ name, folders, sizeBytes }: OutgoingFile) {
  return { name: safeFileName(name), ...inFolders(safeFolders(folders)), sizeBytes };
}
