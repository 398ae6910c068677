// The files that come in: what was offered, what the person answered, and where the bytes go.

import type { FileMessage } from '../protocol/control-message.ts';
import { type ErrorCode, errorCodeOf } from '../protocol/deskside-error.ts';
import type { FileCancelReason, FileFrame } from '../protocol/file-frame.ts';
import { isProgramName, safeFileNames } from '../protocol/file-name.ts';
import { toHex } from '../protocol/hex.ts';
import { ALL_FILES_WINDOW_BYTES, FILE_WINDOW_BYTES, MAX_FILES_IN_SESSION } from '../protocol/limits.ts';
import { otherRole } from '../protocol/role.ts';
import type { FileSink, SavePlace } from './file-ports.ts';
import { ProgressMeter } from './progress-meter.ts';
import { ReceivedFile } from './received-file.ts';
import { outcomeOfCancel, type TransferDesk, violation } from './transfer-desk.ts';

interface Receiving {
  readonly id: string;
  readonly fileNo: number;
  readonly name: string;
  readonly sizeBytes: number;
  phase: 'offered' | 'choosing' | 'accepted' | 'over';
  received: ReceivedFile | null;
}

type SenderFrame = Extract<FileFrame, { kind: 'data' | 'end' | 'sender-cancel' }>;

export class FileReceiver {
  readonly #desk: TransferDesk;
  /** By number. */
  readonly #files: Receiving[] = [];
  readonly #offers = new Map<string, readonly Receiving[]>();
  /** Those whose bytes may come now. */
  readonly #running = new Set<ReceivedFile>();
  /** Finished ones that can be handed out once more, by transfer. */
  readonly #kept = new Map<string, FileSink>();

  constructor(desk: TransferDesk) {
    this.#desk = desk;
  }

  /** Takes an offer. Throws `protocol-violation` on one that no honest sender makes. */
  handleOffer({ offerId, files }: Extract<FileMessage, { type: 'file-offer' }>): void {
    const firstNo = this.#files.length;
    if (this.#offers.has(offerId)) throw violation('the same offer again');
    if (firstNo + files.length > MAX_FILES_IN_SESSION) throw violation('too many files');
    if (files.some(({ fileNo }, index) => fileNo !== firstNo + index))
      throw violation('numbers out of order');
    const names = safeFileNames(files.map(({ name }) => name));
    const offered = files.map(({ fileNo, sizeBytes }, index): Receiving => {
      const [id, name] = [this.#desk.newId(), names[index] ?? 'file'];
      return { id, fileNo, name, sizeBytes, phase: 'offered', received: null };
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

  /** The sender does not want to send these any more. Throws `protocol-violation` when they were never offered. */
  handleWithdrawn({ fileNos }: Extract<FileMessage, { type: 'file-withdrawn' }>): void {
    const ids: string[] = [];
    for (const fileNo of fileNos) {
      const receiving = this.#files[fileNo];
      if (receiving === undefined) throw violation('withdrawn before it was offered');
      if (receiving.phase === 'over') continue;
      this.#drop(receiving);
      ids.push(receiving.id);
    }
    if (ids.length > 0) this.#desk.dispatch({ type: 'cancelled', ids, by: otherRole(this.#desk.role) });
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
    const choosing = this.#desk.files.saver.choose(open.map(({ name, sizeBytes }) => ({ name, sizeBytes })));
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

  /** Takes a frame of one of these files. Throws `protocol-violation` on one that no honest sender sends. */
  handleFrame(frame: SenderFrame): void {
    const receiving = this.#files[frame.fileNo];
    if (receiving === undefined) throw violation('a frame of a file that was never offered');
    // It was given up here while the frame was on its way.
    if (receiving.phase === 'over') return;
    const { received, id } = receiving;
    if (frame.kind === 'sender-cancel') {
      if (frame.reason !== 'cancelled' && frame.reason !== 'unreadable')
        throw violation('not the sender’s reason');
      this.#drop(receiving);
      this.#desk.dispatch(outcomeOfCancel(frame.reason, id, this.#desk.role));
    } else if (received === null) {
      throw violation('a file that was not accepted');
    } else if (frame.kind === 'end') {
      if (!received.end(frame.sha256)) throw violation('an end that is none');
    } else {
      if (!received.take(frame.bytes)) throw violation('more than was announced');
      if (received.heldBytes > FILE_WINDOW_BYTES || this.#heldBytes() > ALL_FILES_WINDOW_BYTES) {
        throw violation('more than the window');
      }
    }
  }

  /** Gives up a transfer that this person no longer wants. False when it is none of these. */
  cancel(id: string): boolean {
    const receiving = this.#files.find((each) => each.id === id);
    if (receiving === undefined) return false;
    if (receiving.phase === 'over') return true;
    this.#tellCancel(receiving.fileNo, 'cancelled');
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

  #heldBytes(): number {
    let sum = 0;
    for (const { heldBytes } of this.#running) sum += heldBytes;
    return sum;
  }

  #handleChosen(offerId: string, chosen: readonly Receiving[], places: readonly SavePlace[]): void {
    const nowMs = this.#desk.clock.now();
    let hasAny = false;
    for (const [index, place] of places.entries()) {
      const receiving = chosen[index];
      if (receiving?.phase !== 'choosing') {
        // Given up by either side while the person was choosing.
        void place.abandon();
        continue;
      }
      hasAny = true;
      receiving.phase = 'accepted';
      receiving.received = this.#newReceived(receiving, place, nowMs);
      this.#running.add(receiving.received);
    }
    if (!hasAny) return;
    this.#tellAnswer(offerId, true);
    this.#desk.dispatch({ type: 'answered', offerId, isAccepted: true, nowMs });
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
      this.#tellCancel(receiving.fileNo, 'unsaved');
    }
    this.#desk.dispatch({ type: 'failed', ids: open.map(({ id }) => id), code });
  }

  #newReceived(receiving: Receiving, place: SavePlace, startedAtMs: number): ReceivedFile {
    const { id, fileNo, sizeBytes } = receiving;
    const { clock, files } = this.#desk;
    const meter = new ProgressMeter(clock);
    return new ReceivedFile(
      { sizeBytes, clock, hash: files.newHash(), place },
      {
        onWritten: (writtenBytes) => {
          this.#tell({ kind: 'ack', fileNo, writtenBytes });
          const movement = meter.note(writtenBytes);
          if (movement !== null) this.#desk.dispatch({ type: 'moved', id, ...movement });
        },
        onChecking: () => this.#desk.dispatch({ type: 'check', id }),
        onDone: (sink, sha256) => {
          this.#drop(receiving);
          this.#tell({ kind: 'done', fileNo });
          const { canSaveAgain } = sink;
          if (canSaveAgain) this.#kept.set(id, sink);
          const [finishedAtMs, hash] = [clock.now(), toHex(sha256)];
          this.#desk.dispatch({
            type: 'finished',
            id,
            sha256: hash,
            startedAtMs,
            finishedAtMs,
            canSaveAgain,
          });
        },
        onFailed: (error) => {
          const code = errorCodeOf(error, 'save-failed');
          this.#drop(receiving);
          this.#tellCancel(fileNo, code === 'file-damaged' ? 'damaged' : 'unsaved');
          this.#desk.dispatch({ type: 'failed', ids: [id], code });
        },
      },
    );
  }

  #tellAnswer(offerId: string, isAccepted: boolean): void {
    try {
      this.#desk.send({ type: 'file-answer', offerId, isAccepted });
    } catch {
      // The connection is gone, and the offer with it.
    }
  }

  #tellCancel(fileNo: number, reason: FileCancelReason): void {
    this.#tell({ kind: 'receiver-cancel', fileNo, reason });
  }

  #tell(frame: FileFrame): void {
    try {
      this.#desk.channel.send(frame);
    } catch {
      // The channel is gone: the connection says so itself.
    }
  }

  #drop(receiving: Receiving): void {
    receiving.phase = 'over';
    if (receiving.received === null) return;
    this.#running.delete(receiving.received);
    receiving.received.abandon();
  }
}
