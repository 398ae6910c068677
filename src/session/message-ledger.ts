// Which numbered messages went out and came in: what has to be sent again on the next connection, and what came
// twice. Pure.

import type { SessionMessage } from '../protocol/control-message.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import { MAX_UNCONFIRMED_MESSAGES } from '../protocol/limits.ts';
import type { LedgerSnapshot } from './session-snapshot.ts';

export interface NumberedMessage {
  readonly no: number;
  readonly message: SessionMessage;
}

const EMPTY: LedgerSnapshot = { sentNo: 0, unconfirmed: [], receivedNo: 0 };

export class MessageLedger {
  #sentNo: number;
  #receivedNo: number;
  #unconfirmed: readonly NumberedMessage[];

  constructor({ sentNo, unconfirmed, receivedNo }: LedgerSnapshot = EMPTY) {
    this.#sentNo = sentNo;
    this.#unconfirmed = unconfirmed;
    this.#receivedNo = receivedNo;
  }

  /** Number of the last message that came in; 0 before the first. */
  get receivedNo(): number {
    return this.#receivedNo;
  }

  /** Number of the last message that was added; 0 before the first. */
  get sentNo(): number {
    return this.#sentNo;
  }

  get snapshot(): LedgerSnapshot {
    return { sentNo: this.#sentNo, unconfirmed: this.#unconfirmed, receivedNo: this.#receivedNo };
  }

  /** Takes a message that is to be sent. Throws `message-not-sent` when too many wait for a confirmation. */
  add(message: SessionMessage): void {
    if (this.#unconfirmed.length >= MAX_UNCONFIRMED_MESSAGES) throw new DesksideError('message-not-sent');
    this.#sentNo += 1;
    this.#unconfirmed = [...this.#unconfirmed, { no: this.#sentNo, message }];
  }

  /** What is not confirmed, with numbers above `fromNo` and up to `toNo`, in its order. */
  between(fromNo: number, toNo: number): readonly NumberedMessage[] {
    return this.#unconfirmed.filter(({ no }) => no > fromNo && no <= toNo);
  }

  /**
   * The other side has everything up to `no`; returns what it has only now.
   *
   * @throws DesksideError `protocol-violation` for what was never sent.
   */
  confirm(no: number): readonly SessionMessage[] {
    if (no > this.#sentNo) throw new DesksideError('protocol-violation', 'confirms what was never sent');
    const confirmed = this.#unconfirmed.filter((each) => each.no <= no);
    if (confirmed.length > 0) this.#unconfirmed = this.#unconfirmed.filter((each) => each.no > no);
    return confirmed.map(({ message }) => message);
  }

  /** Notes a message that came in; false when it had come in before. */
  receive(no: number): boolean {
    if (no <= this.#receivedNo) return false;
    this.#receivedNo = no;
    return true;
  }

  /** Forgets messages that make no sense on another connection. */
  drop(isStale: (message: SessionMessage) => boolean): void {
    this.#unconfirmed = this.#unconfirmed.filter(({ message }) => !isStale(message));
  }
}
