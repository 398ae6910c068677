// The way between the two sides of a session, over however many connections: takes each new one, notices that one is
// gone, asks for another, and gives up when nobody has come for too long. What is said over it is in delivery.ts.

import type { DeliveryFrame, SessionMessage } from '../protocol/control-message.ts';
import type { ErrorCode } from '../protocol/deskside-error.ts';
import { MAX_ABSENCE_MS } from '../protocol/limits.ts';
import { assertNever } from './assert-never.ts';
import type { ConnectionEvent, ConnectionState } from './connection-state.ts';
import { Delivery, type DeliveryOwner } from './delivery.ts';
import type { MessageLedger } from './message-ledger.ts';
import type { Clock, Connection, ConnectionNews, InterruptionCause, Rejoining, Timer } from './ports.ts';

export interface LineOwner
  extends Pick<
    DeliveryOwner,
    'life' | 'save' | 'onMessage' | 'onDelivered' | 'onOtherReloaded' | 'onResumed'
  > {
  state(): ConnectionState;
  update(event: ConnectionEvent): void;
  /** There is a connection from now on; what it carries besides messages can be set up. */
  onConnection(connection: Connection): void;
  /** There is none any more, or soon another one. */
  onConnectionGone(): void;
  /** The session can't go on. */
  onLost(code: ErrorCode): void;
  /** The other side has ended the session, says the server. */
  onEndedElsewhere(): void;
}

export interface LinePorts {
  readonly clock: Clock;
  readonly timer: Timer;
  readonly rejoining: Rejoining;
}

export class SessionLine {
  readonly #ports: LinePorts;
  readonly #owner: LineOwner;
  readonly #lifetime: AbortSignal;
  readonly #delivery: Delivery;
  #connection: Connection | null = null;
  /** Why signalling lets this side in no more. */
  #refusal: ErrorCode | null = null;
  #cancelAbsence = () => {};

  /** `lifetime` is the session's. */
  constructor(ledger: MessageLedger, ports: LinePorts, owner: LineOwner, lifetime: AbortSignal) {
    this.#ports = ports;
    this.#owner = owner;
    this.#lifetime = lifetime;
    this.#delivery = new Delivery(ledger, ports.timer, {
      life: owner.life,
      save: () => owner.save(),
      onMessage: (message) => owner.onMessage(message),
      onDelivered: (messages) => owner.onDelivered(messages),
      onOtherReloaded: () => owner.onOtherReloaded(),
      onResumed: (isFirst) => this.#handleResumed(isFirst),
      onLeaving: () => this.#interrupt('page-left'),
      onViolation: ({ code }) => owner.onLost(code),
    });
  }

  /** The present connection. */
  get connection(): Connection | null {
    return this.#connection;
  }

  /** Sends a message, now or on the next connection. Throws a `DesksideError`: `message-too-long`, `message-not-sent`. */
  send(message: SessionMessage): void {
    this.#delivery.send(message);
  }

  /** Begins with the first proven connection. */
  begin(connection: Connection): void {
    this.#startRejoining();
    this.#take(connection, true);
  }

  /** Begins without a connection, on the way back into a session. */
  beginReturning(): void {
    this.#startRejoining();
    this.#ports.rejoining.setRejoinWanted(true);
    this.#watchAbsence();
  }

  /** Says goodbye on a connection that came too late for a session that has ended. */
  refuse(connection: Connection): void {
    this.#delivery.attach(connection, true);
    void connection.close(this.#delivery.finish());
  }

  /** The session has ended here: says so to the other side where it can be reached. */
  end(): void {
    this.#close(this.#connection === null ? null : this.#delivery.finish());
  }

  /** The session is over, or goes on elsewhere, and there is nothing to say about it but that this page leaves. */
  leave(farewell: Extract<DeliveryFrame, { type: 'leaving' }> | null): void {
    this.#close(farewell);
  }

  #close(farewell: DeliveryFrame | null): void {
    this.#cancelAbsence();
    void this.#connection?.close(farewell);
    this.#connection = null;
  }

  #startRejoining(): void {
    this.#ports.rejoining.startRejoining(
      {
        onConnection: (connection) => this.#take(connection, false),
        onRefused: (code) => this.#handleRefused(code),
      },
      this.#lifetime,
    );
  }

  #take(connection: Connection, isFirst: boolean): void {
    if (this.#lifetime.aborted || this.#isAbsentTooLong()) {
      void connection.close(null);
      if (!this.#lifetime.aborted) this.#owner.onLost('connection-lost');
      return;
    }
    const previous = this.#connection;
    // The other side has come anew, so the old connection is of no use, whatever it believes of itself.
    if (previous !== null) this.#letGo();
    void previous?.close(null);
    this.#connection = connection;
    this.#ports.rejoining.setRejoinWanted(false);
    this.#owner.onConnection(connection);
    connection.onNews((news) => {
      if (this.#connection === connection && !this.#lifetime.aborted) this.#handleNews(news);
    });
    if (this.#connection === connection) this.#delivery.attach(connection, isFirst);
  }

  #letGo(): void {
    this.#connection = null;
    this.#delivery.detach();
    this.#owner.onConnectionGone();
  }

  #handleResumed(isFirst: boolean): void {
    this.#restore();
    this.#owner.onResumed(isFirst);
  }

  #handleNews(news: ConnectionNews): void {
    switch (news.status) {
      case 'connected':
        this.#restore();
        break;
      case 'interrupted':
        this.#interrupt(news.cause);
        break;
      case 'line':
        this.#owner.update({ type: 'line', isPoor: news.isPoor });
        break;
      case 'path':
        this.#owner.update({ type: 'path', path: news.path });
        break;
      case 'closed':
        this.#handleClosed(news.code);
        break;
      default:
        assertNever(news);
    }
  }

  #handleClosed(code: ErrorCode | null): void {
    // Whoever does not keep to the protocol is not let in again.
    if (code === 'protocol-violation') {
      this.#owner.onLost(code);
      return;
    }
    this.#letGo();
    if (this.#refusal !== null) {
      this.#giveUp(this.#refusal);
      return;
    }
    if (this.#owner.state().phase !== 'interrupted') this.#interrupt('line');
    this.#ports.rejoining.setRejoinWanted(true);
  }

  #handleRefused(code: ErrorCode): void {
    if (this.#lifetime.aborted) return;
    this.#refusal = code;
    // Whoever may not help any more may not go on with what has begun either.
    if (code === 'session-revoked') this.#owner.onLost(code);
    // What lives needs no server, and says itself when it is over.
    else if (this.#connection === null || this.#owner.state().phase !== 'connected') this.#giveUp(code);
  }

  /** There is no way back into this session. */
  #giveUp(refusal: ErrorCode): void {
    if (refusal === 'session-ended') this.#owner.onEndedElsewhere();
    else if (this.#connection === null) this.#owner.onLost('connection-lost');
  }

  #restore(): void {
    this.#cancelAbsence();
    this.#owner.update({ type: 'restored' });
  }

  #interrupt(cause: InterruptionCause): void {
    const before = this.#owner.state();
    this.#owner.update({ type: 'interrupted', cause, nowMs: this.#ports.clock.now() });
    // A line that is silent says so several times a second.
    if (this.#owner.state() !== before) this.#watchAbsence();
  }

  /** However patient, a session does not wait for ever. */
  #watchAbsence(): void {
    const state = this.#owner.state();
    if (state.phase !== 'interrupted') return;
    this.#cancelAbsence();
    const leftMs = Math.max(0, state.sinceMs + MAX_ABSENCE_MS - this.#ports.clock.now());
    this.#cancelAbsence = this.#ports.timer.after(leftMs, () => this.#owner.onLost('connection-lost'));
  }

  #isAbsentTooLong(): boolean {
    const state = this.#owner.state();
    return state.phase === 'interrupted' && this.#ports.clock.now() - state.sinceMs >= MAX_ABSENCE_MS;
  }
}
