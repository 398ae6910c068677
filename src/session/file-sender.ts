// The files that this side sends: what was offered, what became of it, and what the other side says about it.

import type { FileMessage } from '../protocol/control-message.ts';
import { DesksideError, errorCodeOf } from '../protocol/deskside-error.ts';
import type { FileFrame } from '../protocol/file-frame.ts';
import { isProgramName, safeFileName } from '../protocol/file-name.ts';
import { toHex } from '../protocol/hex.ts';
import { MAX_FILES_IN_OFFER, MAX_FILES_IN_SESSION } from '../protocol/limits.ts';
import type { OutgoingFile } from './ports.ts';
import { ProgressMeter } from './progress-meter.ts';
import { QueuedFile, SendQueue } from './send-queue.ts';
import { outcomeOfCancel, type TransferDesk, violation } from './transfer-desk.ts';

interface Sending {
  readonly id: string;
  readonly fileNo: number;
  readonly source: OutgoingFile;
  readonly meter: ProgressMeter;
  phase: 'offered' | 'accepted' | 'over';
  startedAtMs: number;
  queued: QueuedFile | null;
  /** Once the end was sent. */
  sha256: string | null;
}

type ReceiverFrame = Extract<FileFrame, { kind: 'ack' | 'done' | 'receiver-cancel' }>;

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
    this.#queue = new SendQueue(desk.channel, {
      onEndSent: ({ fileNo }, sha256) => this.#handleEndSent(fileNo, toHex(sha256)),
      onUnreadable: ({ fileNo }) => this.#handleUnreadable(fileNo),
    });
  }

  /**
   * Offers files to the other side.
   *
   * @throws DesksideError `files-too-many` when they are more than one offer or one session can hold,
   *   `connection-lost` on a dead connection.
   */
  offer(files: readonly OutgoingFile[]): void {
    if (files.length === 0) return;
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
      return { id, fileNo, source, meter, phase: 'offered', startedAtMs: 0, queued: null, sha256: null };
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
      sending.queued = new QueuedFile(sending.fileNo, sending.source, this.#desk.files.newHash());
      this.#queue.add(sending.queued);
    }
  }

  /** Takes a frame about one of these files. Throws `protocol-violation` on one that no honest receiver sends. */
  handleFrame(frame: ReceiverFrame): void {
    const sending = this.#files[frame.fileNo];
    if (sending === undefined) throw violation('a frame about a file that was never offered');
    // It was given up here while the frame was on its way.
    if (sending.phase === 'over') return;
    if (frame.kind === 'receiver-cancel') {
      if (frame.reason === 'unreadable') throw violation('a receiver that cannot read');
      this.#drop(sending);
      this.#desk.dispatch(outcomeOfCancel(frame.reason, sending.id, this.#desk.role));
    } else if (frame.kind === 'ack') {
      this.#handleWritten(sending, frame.writtenBytes);
    } else {
      this.#handleDone(sending);
    }
  }

  /** Gives up a transfer that this person no longer wants. False when it is none of these. */
  cancel(id: string): boolean {
    const sending = this.#files.find((each) => each.id === id);
    if (sending === undefined) return false;
    if (sending.phase === 'over') return true;
    if (sending.phase === 'offered') this.#withdraw(sending.fileNo);
    else this.#tellCancel(sending.fileNo, 'cancelled');
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

  #handleWritten(sending: Sending, writtenBytes: number): void {
    const { queued, id, meter } = sending;
    if (queued === null || !this.#queue.noteWritten(queued, writtenBytes)) {
      throw violation('an acknowledgement of bytes that were not sent, or not in order');
    }
    const movement = meter.note(writtenBytes);
    if (movement !== null) this.#desk.dispatch({ type: 'moved', id, ...movement });
    this.#checkWhenWritten(sending);
  }

  #handleEndSent(fileNo: number, sha256: string): void {
    const sending = this.#files[fileNo];
    if (sending === undefined) return;
    sending.sha256 = sha256;
    this.#checkWhenWritten(sending);
  }

  #checkWhenWritten({ id, sha256, queued, source }: Sending): void {
    if (sha256 !== null && queued?.writtenBytes === source.sizeBytes) {
      this.#desk.dispatch({ type: 'check', id });
    }
  }

  #handleDone(sending: Sending): void {
    const { id, sha256, startedAtMs, queued, source } = sending;
    if (sha256 === null || queued?.writtenBytes !== source.sizeBytes) {
      throw violation('done before everything was sent');
    }
    this.#drop(sending);
    const finishedAtMs = this.#desk.clock.now();
    this.#desk.dispatch({ type: 'finished', id, sha256, startedAtMs, finishedAtMs, canSaveAgain: false });
  }

  #handleUnreadable(fileNo: number): void {
    const sending = this.#files[fileNo];
    if (sending === undefined) return;
    this.#tellCancel(fileNo, 'unreadable');
    this.#drop(sending);
    this.#desk.dispatch({ type: 'failed', ids: [sending.id], code: 'file-unreadable' });
  }

  #tellCancel(fileNo: number, reason: 'cancelled' | 'unreadable'): void {
    try {
      this.#desk.channel.send({ kind: 'sender-cancel', fileNo, reason });
    } catch {
      // The channel is gone: the connection says so itself.
    }
  }

  /** Before the other side has answered, it may not read the files channel yet. Many at once are one message. */
  #withdraw(fileNo: number): void {
    this.#withdrawn.push(fileNo);
    if (this.#withdrawn.length > 1) return;
    void Promise.resolve().then(() => {
      const fileNos = this.#withdrawn;
      this.#withdrawn = [];
      try {
        this.#desk.send({ type: 'file-withdrawn', fileNos });
      } catch {
        // The connection is gone, and the offer with it.
      }
    });
  }

  #drop(sending: Sending): void {
    sending.phase = 'over';
    if (sending.queued !== null) this.#queue.remove(sending.queued);
  }
}
