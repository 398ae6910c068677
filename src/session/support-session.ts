// What both sides of a session have in common: the connection's life, the chat, the end.
// One AbortSignal is the session's lifetime: whatever it started stops with it.

import type { SessionMessage } from '../protocol/control-message.ts';
import { DesksideError, type ErrorCode, errorCodeOf } from '../protocol/deskside-error.ts';
import { MAX_CHAT_TEXT_LENGTH } from '../protocol/limits.ts';
import { otherRole, type Role } from '../protocol/role.ts';
import { assertNever } from './assert-never.ts';
import { type ChatEvent, type ChatState, nextChatState } from './chat-state.ts';
import {
  type ConnectionEvent,
  type ConnectionState,
  isInSession,
  nextConnectionState,
} from './connection-state.ts';
import type { Clock, Connection, ConnectionStatus, NewId, OutgoingFile, SessionRecord } from './ports.ts';
import { createStore, type Readable, type Store } from './store.ts';
import type { TransfersState } from './transfer-state.ts';

export interface SupportState {
  readonly connection: ConnectionState;
  readonly chat: ChatState;
  readonly files: TransfersState;
}

export interface SupportPorts {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly record: SessionRecord;
}

export abstract class SupportSession<State extends SupportState> {
  readonly #role: Role;
  readonly #ports: SupportPorts;
  readonly #store: Store<State>;
  readonly #lifetime = new AbortController();
  #connection: Connection | null = null;

  protected constructor(role: Role, initial: State, ports: SupportPorts) {
    this.#role = role;
    this.#ports = ports;
    this.#store = createStore(initial);
  }

  /** Everything there is to show. */
  get state(): Readable<State> {
    return this.#store;
  }

  /** Aborted when the session is over. */
  protected get lifetime(): AbortSignal {
    return this.#lifetime.signal;
  }

  /** Whether leaving now would cut something off: a session, or an attempt at one. */
  get isBusy(): boolean {
    const { phase } = this.#store.value.connection;
    return !this.#lifetime.signal.aborted && phase !== 'idle' && phase !== 'failed';
  }

  /** The connection while there is one that is not over. */
  protected get connection(): Connection | null {
    return this.#connection;
  }

  /** Whether messages can be exchanged now or, after an interruption, soon. */
  protected get isInSession(): boolean {
    return isInSession(this.#store.value.connection);
  }

  /**
   * Sends a chat message; blank text is nothing to send.
   *
   * @throws DesksideError `message-too-long` above 4,000 UTF-16 code units, `message-not-sent` when there is no
   *   connection; the text is then still the caller's.
   */
  sendChat(text: string): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    if (trimmed.length > MAX_CHAT_TEXT_LENGTH) throw new DesksideError('message-too-long');
    const entry = { id: this.#ports.newId(), from: this.#role, text: trimmed, atMs: this.#ports.clock.now() };
    if (this.#connection === null) throw new DesksideError('message-not-sent');
    this.#connection.send({ type: 'chat', id: entry.id, text: entry.text, sentAtMs: entry.atMs });
    this.updateChat({ type: 'sent', entry });
  }

  /** Opens or closes the chat. */
  setChatOpen(isOpen: boolean): void {
    this.updateChat({ type: isOpen ? 'opened' : 'closed' });
  }

  /** Says whether the person has the page in view: what comes in meanwhile stays unread. */
  setLooking(isLooking: boolean): void {
    this.updateChat({ type: 'looked', isLooking });
  }

  /** Offers files to the other side. */
  sendFiles(_files: readonly OutgoingFile[]): void {}

  /** Answers an offer. Must be called in the very click. */
  answerOffer(_offerId: string, _isAccepted: boolean): void {}

  /** Takes an offer back, or stops a transfer. */
  cancelTransfer(_transferId: string): void {}

  /** Saves a received file once more. */
  saveAgain(_transferId: string): void {}

  /** Ends the session for good, at once on this side, whether or not the other side can be told. */
  end(): void {
    this.#finish({ type: 'ended', by: this.#role, nowMs: this.#ports.clock.now() }, true);
  }

  /** Handles a message that only one of the sides understands; returns false for one that it must not get. */
  protected abstract receive(message: SessionMessage): boolean;

  /** Stops what would outlive the session on this side. Called once, before anybody is told. */
  protected abstract release(): void;

  /** Changes parts of the state; parts that are the same already change nothing, and nobody is told. */
  protected update(patch: Partial<State>): void {
    const current = this.#store.value;
    const isChange = (Object.keys(patch) as (keyof State)[]).some(
      (key) => !Object.is(patch[key], current[key]),
    );
    if (isChange) this.#store.set({ ...current, ...patch });
  }

  protected updateConnection(event: ConnectionEvent): void {
    const connection = nextConnectionState(this.#store.value.connection, event);
    this.update({ connection } as Partial<State>);
  }

  protected updateChat(event: ChatEvent): void {
    this.update({ chat: nextChatState(this.#store.value.chat, event) } as Partial<State>);
  }

  /** Whether a chat message that comes in now should open the chat. */
  protected get opensChatOnMessage(): boolean {
    return false;
  }

  /** Sends a message, if there is still somebody to send it to. */
  protected send(message: SessionMessage): void {
    try {
      this.#connection?.send(message);
    } catch (error) {
      // The connection reports its own death; there is nothing more to do for one message.
      if (!(error instanceof DesksideError)) throw error;
    }
  }

  /** Takes a proven connection: from here on there is a session. */
  protected attach(connection: Connection): void {
    if (this.lifetime.aborted) {
      void connection.close({ type: 'end' });
      return;
    }
    this.#connection = connection;
    this.updateConnection({ type: 'connected', nowMs: this.#ports.clock.now() });
    connection.onStatus((status, code) => this.#handleStatus(status, code));
  }

  /** Lets messages in; called when the side is ready for them. */
  protected listen(connection: Connection): void {
    connection.onMessage((message) => this.#handleMessage(message));
  }

  /** Gives up before there was a session. `failed` may be tried again, so the lifetime goes on. */
  protected failConnecting(error: unknown): void {
    this.updateConnection({ type: 'failed', code: errorCodeOf(error, 'peer-unreachable') });
  }

  #handleMessage(message: SessionMessage): void {
    if (this.lifetime.aborted) return;
    if (message.type === 'chat') {
      const { id, text } = message;
      this.updateChat({
        type: 'received',
        // The sender's clock may be wrong; the log is in the order and time of this side.
        entry: { id, from: otherRole(this.#role), text, atMs: this.#ports.clock.now() },
        opens: this.opensChatOnMessage,
      });
    } else if (message.type === 'end') {
      this.#finish({ type: 'ended', by: otherRole(this.#role), nowMs: this.#ports.clock.now() }, false);
    } else if (!this.receive(message)) {
      this.#lose('protocol-violation');
    }
  }

  #handleStatus(status: ConnectionStatus, code: ErrorCode | null): void {
    if (this.lifetime.aborted) return;
    switch (status) {
      case 'connected':
        this.updateConnection({ type: 'restored' });
        break;
      case 'interrupted':
        this.updateConnection({ type: 'interrupted' });
        break;
      case 'closed':
        this.#lose(code ?? 'connection-lost');
        break;
      default:
        assertNever(status);
    }
  }

  #lose(code: ErrorCode): void {
    this.#finish({ type: 'lost', code, nowMs: this.#ports.clock.now() }, false);
  }

  #finish(event: ConnectionEvent, tellsOtherSide: boolean): void {
    if (this.lifetime.aborted) return;
    // Local first: nothing may keep running here because something could not be said there.
    this.#lifetime.abort(new DesksideError('session-ended'));
    this.release();
    this.updateConnection(event);
    void this.#connection?.close(tellsOtherSide ? { type: 'end' } : null);
    this.#connection = null;
    void this.#ports.record.markEnded();
  }
}
