// The files of one session, both ways: whatever comes in about files goes to the half that it concerns. Their bytes
// take whatever channel there is; what was under way goes on when another one comes.

import type { FileMessage } from '../protocol/control-message.ts';
import { DesksideError, type ErrorCode, errorCodeOf } from '../protocol/deskside-error.ts';
import type { FileFrame } from '../protocol/file-frame.ts';
import { MAX_FILES_ARRIVED, MAX_FILES_IN_OFFER } from '../protocol/limits.ts';
import { otherRole } from '../protocol/role.ts';
import { assertNever } from './assert-never.ts';
import type { FileChannel } from './file-ports.ts';
import { FileReceiver } from './file-receiver.ts';
import { FileSender } from './file-sender.ts';
import type { OutgoingFile } from './ports.ts';
import { outcomeOf, type TransferDesk, tell, violation } from './transfer-desk.ts';
import { isTransferOver, type Transfer } from './transfer-state.ts';

/** What ends a file without its being there, and how that is told. */
const GIVEN_UP = [
  ['cancelled', 'cancelled'],
  ['failed', 'cut'],
] as const;

export class FileTransfers {
  readonly #desk: TransferDesk;
  readonly #sender: FileSender;
  readonly #receiver: FileReceiver;
  readonly #onViolation: () => void;
  readonly #lanes = new Set<FileChannel>();
  #isStopped = false;

  /** `onViolation` is called when the other side broke the protocol on a files channel. */
  constructor(desk: TransferDesk, onViolation: () => void) {
    this.#desk = desk;
    this.#sender = new FileSender(desk);
    this.#receiver = new FileReceiver(desk);
    this.#onViolation = onViolation;
  }

  /** Files may take this channel too. */
  addLane(channel: FileChannel): void {
    if (this.#isStopped) return;
    this.#lanes.add(channel);
    this.#receiver.addLane(channel);
    this.#sender.addLane(channel);
    channel.onFrame((frame) => {
      if (this.#lanes.has(channel)) this.#handleFrame(channel, frame);
    });
  }

  /** The channel is gone: what was on its way there takes another one. */
  removeLane(channel: FileChannel): void {
    this.#lanes.delete(channel);
    this.#receiver.removeLane(channel);
    this.#sender.removeLane(channel);
  }

  /** All channels are gone. */
  removeLanes(): void {
    for (const channel of this.#lanes) this.removeLane(channel);
  }

  /** Offers files. Throws a `DesksideError`: `files-too-many`, `connection-lost`. */
  send(files: readonly OutgoingFile[]): void {
    this.#sender.offer(files);
  }

  /** Offers a file anew that did not arrive. False where this page does not have it. Throws as `send` does. */
  sendAgain(transferId: string): boolean {
    return !this.#isStopped && this.#sender.offerAgain(transferId);
  }

  /** Answers an offer of the other side. Must be called in the very click. */
  answer(offerId: string, isAccepted: boolean): void {
    if (!this.#isStopped) this.#receiver.answer(offerId, isAccepted);
  }

  cancel(transferId: string): void {
    const transfer = this.#find(transferId);
    if (this.#isStopped || transfer === undefined) return;
    if (transfer.progress.phase !== 'held') {
      if (!this.#sender.cancel(transferId)) this.#receiver.cancel(transferId);
      return;
    }
    // It has no number now that both sides know.
    tell(this.#desk, { type: 'file-drop', tokens: [transfer.token], reason: 'cancelled' });
    this.#forget(transfer);
    this.#desk.dispatch({ type: 'cancelled', ids: [transferId], by: this.#desk.role });
  }

  /** Stops a file for now, which this person can let go on, or the other one. */
  pause(transferId: string): void {
    const transfer = this.#find(transferId);
    if (this.#isStopped || transfer === undefined) return;
    if (!this.#sender.hold(transferId) && !this.#receiver.hold(transferId)) return;
    tell(this.#desk, { type: 'file-hold', tokens: [transfer.token], reason: 'paused' });
    this.#desk.dispatch({ type: 'held', ids: [transferId], reason: 'paused', by: this.#desk.role });
  }

  /**
   * Goes on with a file that has stopped; with the same file, chosen once more, where this page has lost it. Where that can't be, the
   * file says why.
   */
  continue(transferId: string, source: OutgoingFile | null): void {
    const transfer = this.#find(transferId);
    if (this.#isStopped || transfer?.progress.phase !== 'held') return;
    if (transfer.direction === 'incoming') {
      tell(this.#desk, { type: 'file-continue', token: transfer.token });
      return;
    }
    const { sizeBytes, modifiedAtMs, progress } = transfer;
    const refuse = (problem: ErrorCode) =>
      this.#desk.dispatch({ ...progress, type: 'held', ids: [transferId], problem });
    if (source !== null && (source.sizeBytes !== sizeBytes || source.modifiedAtMs !== modifiedAtMs)) {
      refuse('file-changed');
      return;
    }
    try {
      this.#sender.continue(transfer, source);
    } catch (error) {
      refuse(errorCodeOf(error, 'connection-lost'));
    }
  }

  /** The other side's page was loaded again. */
  restart(): void {
    if (this.#isStopped) return;
    this.#sender.restart();
    this.#receiver.restart();
    this.#tellOver();
  }

  /** Says what this page has lost, since it was loaded again. To be called once, on its first connection. */
  tellLost(): void {
    const outgoing = this.#desk.transfers().filter(({ direction }) => direction === 'outgoing');
    const needed = outgoing.filter(({ progress }) => progress.phase === 'held');
    for (const part of inParts(needed, MAX_FILES_IN_OFFER)) {
      tell(this.#desk, { type: 'file-hold', tokens: part.map(({ token }) => token), reason: 'file-needed' });
    }
    this.#tellOver();
  }

  /** What became of files may have been said to a page that is gone. Whoever knows it already hears nothing new. */
  #tellOver(): void {
    const transfers = this.#desk.transfers();
    for (const [phase, reason] of GIVEN_UP) {
      const over = transfers.filter(({ progress }) => progress.phase === phase);
      for (const part of inParts(over, MAX_FILES_IN_OFFER)) {
        tell(this.#desk, { type: 'file-drop', tokens: part.map(({ token }) => token), reason });
      }
    }
    const arrived = transfers.flatMap(({ direction, token, progress }) =>
      direction === 'incoming' && progress.phase === 'done' ? [{ token, checksum: progress.checksum }] : [],
    );
    for (const files of inParts(arrived, MAX_FILES_ARRIVED))
      tell(this.#desk, { type: 'file-arrived', files });
  }

  /** Works after the end of the session too. */
  saveAgain(transferId: string): void {
    this.#receiver.saveAgain(transferId);
  }

  /** Takes a message of the other side. Throws a `DesksideError` `protocol-violation`. */
  handle(message: FileMessage): void {
    switch (message.type) {
      case 'file-offer':
        this.#receiver.handleOffer(message);
        break;
      case 'file-withdrawn':
        this.#receiver.handleWithdrawn(message);
        break;
      case 'file-checksum':
        this.#receiver.handleChecksum(message);
        break;
      case 'file-answer':
        this.#sender.handleAnswer(message);
        break;
      case 'file-hold':
        this.#handleHold(message);
        break;
      case 'file-continue':
        this.#handleContinue(message);
        break;
      case 'file-drop':
        this.#handleDrop(message);
        break;
      case 'file-arrived':
        this.#handleArrived(message);
        break;
      case 'file-refused':
      case 'file-done':
        this.#sender.handleOutcome(message);
        break;
      default:
        assertNever(message);
    }
  }

  /** Stops everything for now, without a word to anybody: the session goes on in another page of this browser. */
  async suspend(): Promise<void> {
    this.#isStopped = true;
    this.#sender.stop();
    await this.#receiver.suspend();
  }

  /** Ends everything that is under way, without a word to anybody. */
  stop(): void {
    this.#isStopped = true;
    this.#sender.stop();
    this.#receiver.stop();
  }

  #find(transferId: string): Transfer | undefined {
    return this.#desk.transfers().find(({ id }) => id === transferId);
  }

  /** Those of them that are not over. */
  #findAll(tokens: readonly string[]): Transfer[] {
    const wanted = new Set(tokens);
    return this.#desk
      .transfers()
      .filter(({ token, progress }) => wanted.has(token) && !isTransferOver(progress));
  }

  /** What is over here meanwhile stays so. */
  #handleHold({ tokens, reason }: Extract<FileMessage, { type: 'file-hold' }>): void {
    const by = reason === 'paused' ? otherRole(this.#desk.role) : null;
    const ids: string[] = [];
    for (const { id, direction, progress } of this.#findAll(tokens)) {
      if (reason === (direction === 'incoming' ? 'full' : 'file-needed')) throw violation('not its to say');
      if (progress.phase === 'offered' || progress.phase === 'choosing') continue;
      if (direction === 'incoming') this.#receiver.hold(id);
      else this.#sender.hold(id);
      ids.push(id);
    }
    if (ids.length > 0) this.#desk.dispatch({ type: 'held', ids, reason, by });
  }

  #handleContinue({ token }: Extract<FileMessage, { type: 'file-continue' }>): void {
    for (const transfer of this.#findAll([token])) {
      if (transfer.direction === 'outgoing') this.continue(transfer.id, null);
    }
  }

  #handleDrop({ tokens, reason }: Extract<FileMessage, { type: 'file-drop' }>): void {
    const dropped = this.#findAll(tokens);
    for (const transfer of dropped) this.#forget(transfer);
    const ids = dropped.map(({ id }) => id);
    if (ids.length > 0) this.#desk.dispatch(outcomeOf(reason, ids, this.#desk.role));
  }

  #forget({ id, direction }: Transfer): void {
    if (direction === 'incoming') this.#receiver.forget(id);
    else this.#sender.forget(id);
  }

  #handleArrived({ files }: Extract<FileMessage, { type: 'file-arrived' }>): void {
    const checksums = new Map(files.map(({ token, checksum }) => [token, checksum]));
    for (const { id, token, direction, progress } of this.#findAll([...checksums.keys()])) {
      if (direction === 'incoming' || progress.phase === 'offered') throw violation('not its to say');
      this.#sender.forget(id);
      this.#desk.dispatch({ type: 'check', id });
      const finishedAtMs = this.#desk.clock.now();
      const checksum = checksums.get(token) ?? '';
      this.#desk.dispatch({ type: 'finished', id, checksum, finishedAtMs, canSaveAgain: false });
    }
  }

  #handleFrame(channel: FileChannel, frame: FileFrame): void {
    if (this.#isStopped) return;
    try {
      if (frame.kind === 'data' || frame.kind === 'block') this.#receiver.handleFrame(channel, frame);
      else this.#sender.handleFrame(frame);
    } catch (error) {
      if (!(error instanceof DesksideError)) throw error;
      this.#onViolation();
    }
  }
}

/** As many together as one message can hold. */
function* inParts<Item>(items: readonly Item[], maxCount: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += maxCount) yield items.slice(start, start + maxCount);
}
