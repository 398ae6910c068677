// The files of one session, both ways: whatever comes in about files goes to the half that it concerns.

import type { FileMessage } from '../protocol/control-message.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import type { FileFrame } from '../protocol/file-frame.ts';
import { assertNever } from './assert-never.ts';
import { FileReceiver } from './file-receiver.ts';
import { FileSender } from './file-sender.ts';
import type { OutgoingFile } from './ports.ts';
import type { TransferDesk } from './transfer-desk.ts';

export class FileTransfers {
  readonly #sender: FileSender;
  readonly #receiver: FileReceiver;
  #isStopped = false;

  /** `onViolation` is called when the other side broke the protocol on the files channel. */
  constructor(desk: TransferDesk, onViolation: () => void) {
    this.#sender = new FileSender(desk);
    this.#receiver = new FileReceiver(desk);
    desk.channel.onFrame((frame) => {
      if (this.#isStopped) return;
      try {
        this.#handleFrame(frame);
      } catch (error) {
        if (!(error instanceof DesksideError)) throw error;
        onViolation();
      }
    });
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
    if (message.type === 'file-offer') this.#receiver.handleOffer(message);
    else if (message.type === 'file-withdrawn') this.#receiver.handleWithdrawn(message);
    else this.#sender.handleAnswer(message);
  }

  /** Ends everything that is under way, without a word to anybody. */
  stop(): void {
    this.#isStopped = true;
    this.#sender.stop();
    this.#receiver.stop();
  }

  #handleFrame(frame: FileFrame): void {
    switch (frame.kind) {
      case 'data':
      case 'end':
      case 'sender-cancel':
        this.#receiver.handleFrame(frame);
        break;
      case 'ack':
      case 'done':
      case 'receiver-cancel':
        this.#sender.handleFrame(frame);
        break;
      default:
        assertNever(frame);
    }
  }
}
