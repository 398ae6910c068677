// What both sides of a session have in common: the connection's life, the chat, the end.
// One AbortSignal is the session's lifetime: whatever it started stops with it.

import { type FileMessage, isFileMessage, type SessionMessage } from '../protocol/control-message.ts';
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
import type { FilePorts } from './file-ports.ts';
import { FileTransfers } from './file-transfers.ts';
import { appendToJournal, type JournalEntry, type JournalEvent } from './journal.ts';
import type {
  Clock,
  Connection,
  ConnectionNews,
  NewId,
  OutgoingFile,
  ScreenCapture,
  SessionRecord,
} from './ports.ts';
import { createStore, type Readable, type Store } from './store.ts';
import { nextTransfersState, type TransfersEvent, type TransfersState } from './transfer-state.ts';

export interface SupportState {
  readonly connection: ConnectionState;
  readonly chat: ChatState;
  readonly files: TransfersState;
  /** Why this session would not survive a reload of the page; `null` where it would. */
  readonly keeping: ErrorCode | null;
  /** What happened so far, oldest first. */
  readonly journal: readonly JournalEntry[];
}

export interface SupportPorts {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly record: SessionRecord;
  /** Of this side's own screen. */
  readonly capture: ScreenCapture;
  readonly files: FilePorts;
}

type EndEvent = Extract<ConnectionEvent, { type: 'ended' | 'lost' }>;

export abstract class SupportSession<State extends SupportState> {
  readonly #role: Role;
  readonly #ports: SupportPorts;
  readonly #store: Store<State>;
  readonly #lifetime = new AbortController();
  #connection: Connection | null = null;
  #files: FileTransfers | null = null;

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

  /**
   * Offers files to the other side.
   *
   * @throws DesksideError `files-too-many` when they are more than can be offered together or in one session,
   *   `connection-lost` when there is no connection.
   */
  sendFiles(files: readonly OutgoingFile[]): void {
    if (this.#files === null || this.lifetime.aborted) throw new DesksideError('connection-lost');
    this.#files.send(files);
  }

  /** Answers an offer of the other side. A yes must be given in the very click: it asks where to save. */
  answerOffer(offerId: string, isAccepted: boolean): void {
    this.#files?.answer(offerId, isAccepted);
  }

  /** Takes back what was offered, or stops what is on its way, in either direction. */
  cancelTransfer(transferId: string): void {
    this.#files?.cancel(transferId);
  }

  /** Hands a received file out once more, where it was kept (`canSaveAgain`); after the session too. */
  saveAgain(transferId: string): void {
    this.#files?.saveAgain(transferId);
  }

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
    if (!isChange) return;
    const next = { ...current, ...patch };
    const events = this.eventsBetween(current, next);
    this.#store.set({ ...next, journal: appendToJournal(current.journal, events, this.#ports.clock.now()) });
  }

  /** What the journal says of a change; pure. */
  protected abstract eventsBetween(previous: State, next: State): readonly JournalEvent[];

  protected updateConnection(event: ConnectionEvent): void {
    const connection = nextConnectionState(this.#store.value.connection, event);
    this.update({ connection } as Partial<State>);
  }

  protected updateChat(event: ChatEvent): void {
    this.update({ chat: nextChatState(this.#store.value.chat, event) } as Partial<State>);
  }

  #updateFiles(event: TransfersEvent): void {
    this.update({ files: nextTransfersState(this.#store.value.files, event) } as Partial<State>);
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
    this.#files = new FileTransfers(
      {
        role: this.#role,
        clock: this.#ports.clock,
        newId: this.#ports.newId,
        files: this.#ports.files,
        channel: connection.files,
        send: (message) => connection.send(message),
        dispatch: (event) => this.#updateFiles(event),
      },
      () => this.#lose('protocol-violation'),
    );
    connection.onNews((news) => this.#handleNews(news));
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
    } else if (isFileMessage(message)) {
      this.#handleFileMessage(message);
    } else if (!this.receive(message)) {
      this.#lose('protocol-violation');
    }
  }

  #handleFileMessage(message: FileMessage): void {
    try {
      this.#files?.handle(message);
    } catch (error) {
      this.#lose(errorCodeOf(error, 'protocol-violation'));
    }
  }

  #handleNews(news: ConnectionNews): void {
    if (this.lifetime.aborted) return;
    switch (news.status) {
      case 'connected':
        this.updateConnection({ type: 'restored' });
        break;
      case 'interrupted':
        this.updateConnection({ type: 'interrupted', cause: news.cause, nowMs: this.#ports.clock.now() });
        break;
      case 'line':
        this.updateConnection({ type: 'line', isPoor: news.isPoor });
        break;
      case 'closed':
        this.#lose(news.code ?? 'connection-lost');
        break;
      default:
        assertNever(news);
    }
  }

  #lose(code: ErrorCode): void {
    this.#finish({ type: 'lost', code, nowMs: this.#ports.clock.now() }, false);
  }

  #finish(event: EndEvent, tellsOtherSide: boolean): void {
    if (this.lifetime.aborted) return;
    // Local first: nothing may keep running here because something could not be said there.
    this.#lifetime.abort(new DesksideError('session-ended'));
    this.#files?.stop();
    this.release();
    this.#updateFiles({ type: 'closed', outcome: event.type === 'ended' ? event : { code: event.code } });
    this.updateConnection(event);
    void this.#connection?.close(tellsOtherSide ? { type: 'end' } : null);
    this.#connection = null;
    void this.#ports.record.markEnded();
  }
}
