// Sees to it that each message of a session arrives once, over however many connections: numbered, kept before it is
// sent, confirmed when it is kept, sent again on the next connection. docs/protocol.md has it in words.

import {
  type DeliveryFrame,
  encodeControlMessage,
  isAboutFileNumbers,
  type SessionMessage,
} from '../protocol/control-message.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import type { MessageLedger } from './message-ledger.ts';
import type { Connection, Timer } from './ports.ts';

/** Messages that may be on their way at the same time. */
const WINDOW = 100;
/**
 * Time between two confirmations, in ms. It paces a side that has much to say after an interruption: a window in this
 * time is well below what the other side's control channel lets through.
 */
const CONFIRM_INTERVAL_MS = 500;

export interface DeliveryOwner {
  /** Names this page as it was loaded. */
  readonly life: string;
  /** Keeps how things stand, and settles when they are safe; `null` where there is nothing to wait for. Never rejects. */
  save(): Promise<void> | null;
  /** A message came in, for the first time. May throw a `DesksideError` `protocol-violation`. */
  onMessage(message: SessionMessage): void;
  /** The other side has kept these. */
  onDelivered(messages: readonly SessionMessage[]): void;
  /** The other side's page was loaded again since the last connection. Told before anything else of this one. */
  onOtherReloaded(): void;
  /** Both sides know where they stand. `isFirst`: there was no connection before. */
  onResumed(isFirst: boolean): void;
  /** The other side's page is going away. */
  onLeaving(): void;
  /** The other side broke the protocol. */
  onViolation(error: DesksideError): void;
}

export class Delivery {
  readonly #ledger: MessageLedger;
  readonly #owner: DeliveryOwner;
  readonly #timer: Timer;
  #connection: Connection | null = null;
  #otherLife: string | null = null;
  /** What is safe to tell: kept, or there is nothing that keeps. */
  #safe: { readonly sentNo: number; readonly receivedNo: number };
  /** On the present connection. */
  #transmittedNo = 0;
  #confirmedNo = 0;
  #isResumed = false;
  #isFirst = true;
  #isSaving = false;
  /** Something has changed since that began. */
  #isStale = false;
  /** Set while the next confirmation waits for its time. */
  #cancelConfirming: (() => void) | null = null;

  constructor(ledger: MessageLedger, timer: Timer, owner: DeliveryOwner) {
    this.#ledger = ledger;
    this.#timer = timer;
    this.#owner = owner;
    // Where this page was loaded again: what it had said about files by their numbers concerns nobody any more.
    ledger.drop(isAboutFileNumbers);
    this.#safe = ledger.snapshot;
  }

  /**
   * Takes a message; it is sent as soon as it is kept and there is a connection.
   * Throws a `DesksideError`: `message-too-long`, `message-not-sent` when too many wait.
   */
  send(message: SessionMessage): void {
    // Whoever sends it must hear now that it never can be.
    encodeControlMessage({ type: 'numbered', no: this.#ledger.sentNo + 1, message });
    this.#ledger.add(message);
    this.#commit();
  }

  /** Goes on over this connection. `isFirst`: nobody has sent anything before. */
  attach(connection: Connection, isFirst: boolean): void {
    this.detach();
    this.#connection = connection;
    this.#isFirst = isFirst;
    this.#transmittedNo = 0;
    this.#confirmedNo = this.#safe.receivedNo;
    this.#transmit({ type: 'resume', life: this.#owner.life, receivedNo: this.#safe.receivedNo });
    connection.onFrame((frame) => {
      if (this.#connection === connection) this.#handle(frame);
    });
  }

  /** There is no connection for now. */
  detach(): void {
    this.#connection = null;
    this.#isResumed = false;
    this.#cancelConfirming?.();
    this.#cancelConfirming = null;
  }

  /** Sends what waits, kept or not, and returns the last word after it. */
  finish(): DeliveryFrame {
    this.#safe = { ...this.#safe, sentNo: this.#ledger.sentNo };
    this.#flush();
    return { type: 'numbered', no: this.#ledger.sentNo + 1, message: { type: 'end' } };
  }

  #handle(frame: DeliveryFrame): void {
    try {
      if (this.#isResumed === (frame.type === 'resume')) {
        throw new DesksideError('protocol-violation', 'a connection begins with one resume');
      }
      switch (frame.type) {
        case 'resume':
          this.#resume(frame.life, frame.receivedNo);
          break;
        case 'confirm':
          this.#owner.onDelivered(this.#ledger.confirm(frame.no));
          this.#flush();
          break;
        case 'numbered':
          if (this.#ledger.receive(frame.no) && frame.message !== null) this.#owner.onMessage(frame.message);
          this.#commit();
          break;
        case 'leaving':
          this.#owner.onLeaving();
          break;
      }
    } catch (error) {
      if (!(error instanceof DesksideError)) throw error;
      this.#owner.onViolation(error);
    }
  }

  #resume(life: string, receivedNo: number): void {
    const isReloaded = this.#otherLife !== null && this.#otherLife !== life;
    this.#otherLife = life;
    const delivered = this.#ledger.confirm(receivedNo);
    if (isReloaded) {
      // The same of the other side's page.
      this.#ledger.drop(isAboutFileNumbers);
      this.#owner.onOtherReloaded();
    }
    this.#owner.onDelivered(delivered);
    this.#isResumed = true;
    this.#owner.onResumed(this.#isFirst);
    this.#flush();
  }

  /** Keeps how things stand, and then says so to the other side. What comes while that is going on is kept together. */
  #commit(): void {
    if (this.#isSaving) {
      this.#isStale = true;
      return;
    }
    const { sentNo, receivedNo } = this.#ledger;
    const settle = () => {
      this.#safe = {
        sentNo: Math.max(sentNo, this.#safe.sentNo),
        receivedNo: Math.max(receivedNo, this.#safe.receivedNo),
      };
      this.#flush();
    };
    const saving = this.#owner.save();
    if (saving === null) {
      settle();
      return;
    }
    this.#isSaving = true;
    void saving.then(() => {
      this.#isSaving = false;
      settle();
      if (!this.#isStale) return;
      this.#isStale = false;
      this.#commit();
    });
  }

  #flush(): void {
    if (!this.#isResumed) return;
    if (this.#safe.receivedNo > this.#confirmedNo && this.#cancelConfirming === null) {
      this.#confirmedNo = this.#safe.receivedNo;
      this.#transmit({ type: 'confirm', no: this.#confirmedNo });
      this.#cancelConfirming = this.#timer.after(CONFIRM_INTERVAL_MS, () => {
        this.#cancelConfirming = null;
        this.#flush();
      });
    }
    const onTheWay = this.#ledger.between(0, this.#transmittedNo).length;
    const next = this.#ledger.between(this.#transmittedNo, this.#safe.sentNo);
    for (const numbered of next.slice(0, Math.max(0, WINDOW - onTheWay))) {
      if (!this.#transmit({ type: 'numbered', ...numbered })) return;
      this.#transmittedNo = numbered.no;
    }
  }

  /** False when the connection is dead, which it says itself. */
  #transmit(frame: DeliveryFrame): boolean {
    try {
      this.#connection?.send(frame);
      return this.#connection !== null;
    } catch (error) {
      if (!(error instanceof DesksideError)) throw error;
      return false;
    }
  }
}
