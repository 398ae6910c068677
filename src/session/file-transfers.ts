// The files of one session, both ways: whatever comes in about files goes to the half that it concerns. Their bytes
// take whatever channel there is; what was under way goes on when another one comes.

import type { FileMessage } from '../protocol/control-message.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import type { FileFrame } from '../protocol/file-frame.ts';
import { assertNever } from './assert-never.ts';
import type { FileChannel } from './file-ports.ts';
import { FileReceiver } from './file-receiver.ts';
import { FileSender } from './file-sender.ts';
import type { OutgoingFile } from './ports.ts';
import type { TransferDesk } from './transfer-desk.ts';

export class FileTransfers {
  readonly #sender: FileSender;
  readonly #receiver: FileReceiver;
  readonly #onViolation: () => void;
  readonly #lanes = new Set<FileChannel>();
  #isStopped = false;

  /** `onViolation` is called when the other side broke the protocol on a files channel. */
  constructor(desk: TransferDesk, onViolation: () => void) {
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

  /** Answers an offer of the other side. Must be called in the very click. */
  answer(offerId: string, isAccepted: boolean): void {
    if (!this.#isStopped) this.#receiver.answer(offerId, isAccepted);
  }

  cancel(transferId: string): void {
    if (!this.#isStopped && !this.#sender.cancel(transferId)) this.#receiver.cancel(transferId);
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
      case 'file-refused':
      case 'file-done':
        this.#sender.handleOutcome(message);
        break;
      default:
        assertNever(message);
    }
  }

  /** Ends everything that is under way, without a word to anybody. */
  stop(): void {
    this.#isStopped = true;
    this.#sender.stop();
    this.#receiver.stop();
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
