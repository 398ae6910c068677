// What both sides of a session have in common: the connection's life, the chat, the end. The session outlives its
// connections; one AbortSignal is its lifetime, and whatever it started stops with it.

import { type FileMessage, isFileMessage, type SessionMessage } from '../protocol/control-message.ts';
import { DesksideError, type ErrorCode, errorCodeOf } from '../protocol/deskside-error.ts';
import { MAX_CHAT_TEXT_LENGTH } from '../protocol/limits.ts';
import type { Permissions } from '../protocol/permissions.ts';
import { otherRole, type Role } from '../protocol/role.ts';
import { type ChatEvent, type ChatState, EMPTY_CHAT, nextChatState } from './chat-state.ts';
import {
  type ConnectionEvent,
  type ConnectionState,
  isInSession,
  nextConnectionState,
} from './connection-state.ts';
import type { FileTransfers } from './file-transfers.ts';
import { appendToJournal, type JournalEntry, type JournalEvent } from './journal.ts';
import type { SessionKeeping } from './keeping-ports.ts';
import { MessageLedger } from './message-ledger.ts';
import type {
  Clock,
  Connection,
  NewId,
  OutgoingFile,
  Rejoining,
  ScreenCapture,
  SessionRecord,
  Timer,
} from './ports.ts';
import { SessionLine } from './session-line.ts';
import { SessionSaver } from './session-saver.ts';
import { type CommonSnapshot, type SessionSnapshot, SNAPSHOT_VERSION } from './session-snapshot.ts';
import { createStore, type Readable, type Store } from './store.ts';
import type { TransferDesk } from './transfer-desk.ts';
import {
  nextTransfersState,
  type Transfer,
  type TransfersEvent,
  type TransfersState,
} from './transfer-state.ts';

export interface SupportState {
  readonly connection: ConnectionState;
  readonly chat: ChatState;
  readonly files: TransfersState;
  /** What the technician's organisation allows; it stays the same throughout. */
  readonly permissions: Permissions;
  /** Why this session would not survive a reload of the page; `null` where it would. */
  readonly keeping: ErrorCode | null;
  /** What happened so far, oldest first. */
  readonly journal: readonly JournalEntry[];
}

export interface SupportPorts {
  readonly clock: Clock;
  readonly timer: Timer;
  readonly newId: NewId;
  readonly record: SessionRecord;
  /** Of this side's own screen. */
  readonly capture: ScreenCapture;
  /** There by the time that there is a connection; a page need not load it before. */
  readonly newTransfers: NewFileTransfers;
  /** What the technician's organisation allows in this session. */
  readonly permissions: Permissions;
  /** `null`: nothing of the session is kept. */
  readonly keeping: SessionKeeping | null;
}

/** Makes what moves the files of one session, as long as both pages live. `onViolation` as for `FileTransfers`. */
export type NewFileTransfers = (desk: Omit<TransferDesk, 'files'>, onViolation: () => void) => FileTransfers;

type EndEvent = Extract<ConnectionEvent, { type: 'ended' | 'lost' }>;

/** Parts of the state that change without anything to keep. */
const PASSING_PARTS = new Set<string>(['files', 'connection', 'keeping'] satisfies (keyof SupportState)[]);

export abstract class SupportSession<State extends SupportState> {
  readonly #role: Role;
  readonly #ports: SupportPorts;
  readonly #store: Store<State>;
  readonly #lifetime = new AbortController();
  readonly #ledger: MessageLedger;
  readonly #line: SessionLine;
  readonly #saver: SessionSaver;
  /** From the first connection on. */
  #files: FileTransfers | null = null;
  /** This page was loaded again, and the other side has not heard what it lost. */
  #isReturning = false;

  /** With `snapshot` the session goes on that it was taken of; `initial` is then its state, as far as it is the same. */
  protected constructor(
    role: Role,
    initial: State,
    ports: SupportPorts,
    rejoining: Rejoining,
    snapshot: CommonSnapshot | null,
  ) {
    this.#role = role;
    this.#ports = ports;
    this.#store = createStore(snapshot === null ? initial : { ...initial, ...restored(snapshot) });
    this.#ledger = new MessageLedger(snapshot?.ledger);
    this.#saver = new SessionSaver({
      keeping: ports.keeping,
      timer: ports.timer,
      snapshot: () => this.#snapshot(),
      onOutcome: (keeping) => this.update({ keeping } as Partial<State>),
    });
    this.#line = new SessionLine(
      this.#ledger,
      { ...ports, rejoining },
      {
        life: ports.newId(),
        state: () => this.#store.value.connection,
        update: (event) => this.updateConnection(event),
        save: () => this.#saver.save(),
        onConnection: (connection) => this.#openFiles(connection),
        onConnectionGone: () => this.#files?.removeLanes(),
        onMessage: (message) => this.#handleMessage(message),
        onDelivered: (messages) => this.#handleDelivered(messages),
        onOtherReloaded: () => {
          this.#files?.restart();
          this.handleOtherReloaded();
        },
        onResumed: (isFirst) => {
          if (this.#isReturning) this.#transfers.tellLost();
          this.#isReturning = false;
          this.greet(isFirst);
        },
        onLost: (code) => this.#lose(code),
        onEndedElsewhere: () => this.#endByOther(),
      },
      this.lifetime,
    );
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
    return this.#line.connection;
  }

  /** Whether messages can be exchanged now or, after an interruption, soon. */
  protected get isInSession(): boolean {
    return isInSession(this.#store.value.connection);
  }

  /**
   * Sends a chat message; blank text is nothing to send.
   *
   * While the other side can't be reached it waits, and is sent later.
   *
   * @throws DesksideError `message-too-long` above 4,000 UTF-16 code units, `message-not-sent` when there is no
   *   session or too much waits already; the text is then still the caller's.
   */
  sendChat(text: string): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    if (trimmed.length > MAX_CHAT_TEXT_LENGTH) throw new DesksideError('message-too-long');
    const entry = { id: this.#ports.newId(), from: this.#role, text: trimmed, atMs: this.#ports.clock.now() };
    if (!this.isInSession) throw new DesksideError('message-not-sent');
    // Before it is sent, so that what is kept with it has it in the log.
    this.updateChat({ type: 'sent', entry });
    try {
      this.#line.send({ type: 'chat', id: entry.id, text: entry.text, sentAtMs: entry.atMs });
    } catch (error) {
      this.updateChat({ type: 'unsent', id: entry.id });
      throw error;
    }
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
   *   `file-not-permitted` when one of them is of a kind or size that is not allowed, `not-permitted` when none is,
   *   `connection-lost` when there is no session. While the other side can't be reached the offer waits.
   */
  sendFiles(files: readonly OutgoingFile[]): void {
    if (!this.isInSession) throw new DesksideError('connection-lost');
    this.#transfers.send(files);
  }

  /** Answers an offer of the other side. A yes must be given in the very click: it asks where to save. */
  answerOffer(offerId: string, isAccepted: boolean): void {
    this.#files?.answer(offerId, isAccepted);
  }

  /** Takes back what was offered, or stops what is on its way, in either direction. */
  cancelTransfer(transferId: string): void {
    this.#files?.cancel(transferId);
  }

  /** Offers a file anew that did not arrive. False where this page does not have it any more. Throws as `sendFiles` does. */
  sendAgain(transferId: string): boolean {
    if (!this.isInSession) throw new DesksideError('connection-lost');
    return this.#files?.sendAgain(transferId) === true;
  }

  /** Stops a file for now, in either direction. */
  pauseTransfer(transferId: string): void {
    this.#files?.pause(transferId);
  }

  /** Goes on with a file that has stopped; with the same `file`, chosen once more, where this page has lost it. */
  continueTransfer(transferId: string, file: OutgoingFile | null): void {
    if (this.isInSession) this.#transfers.continue(transferId, file);
  }

  /** Hands a received file out once more, where it was kept (`canSaveAgain`); after the session too. */
  saveAgain(transferId: string): void {
    this.#files?.saveAgain(transferId);
  }

  /** Ends the session for good, at once on this side, whether or not the other side can be told. */
  end(): void {
    this.#finish({ type: 'ended', by: this.#role, nowMs: this.#ports.clock.now() }, true);
  }

  /** The page goes away, and may be loaded again: keeps how things stand, before it returns. */
  leave(): void {
    this.#saver.leave();
  }

  /** Keeps how things stand before long: something changed that is kept with the session. */
  keepSoon(): void {
    this.#saver.saveSoon();
  }

  /** Lets go of the session, which goes on elsewhere in this browser. Settles once everything is kept. */
  async suspend(): Promise<void> {
    if (this.lifetime.aborted) return;
    await Promise.all([this.#saver.save(), this.#files?.suspend()]);
    this.#saver.stop();
    this.#abort();
    this.#line.leave({ type: 'leaving' });
  }

  /** Goes back into a session that was kept. Called once, instead of joining. */
  protected startReturning(): void {
    this.#updateFiles({ type: 'reloaded' });
    this.#isReturning = true;
    this.#line.beginReturning();
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
    // Files tell how far they are five times a second; what is worth keeping of that is in the journal.
    const isWorthKeeping = Object.keys(patch).some((key) => !PASSING_PARTS.has(key));
    if (isWorthKeeping || events.length > 0) this.#saver.saveSoon();
  }

  /** What only this side keeps, beside what both do. */
  protected abstract snapshotOf(common: CommonSnapshot, state: State): SessionSnapshot;

  /** Says everything that the other side must know of this one, at the beginning of each connection. */
  protected abstract greet(isFirst: boolean): void;

  /** The other side's page was loaded again: what lived in it only is gone. */
  protected abstract handleOtherReloaded(): void;

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

  /** Sends a message, now or as soon as there is a connection again. */
  protected send(message: SessionMessage): void {
    if (!this.isInSession) return;
    try {
      this.#line.send(message);
    } catch (error) {
      if (!(error instanceof DesksideError)) throw error;
      // Nobody has that much to say while nobody listens.
      this.#lose('connection-lost');
    }
  }

  /** Takes the first proven connection: from here on there is a session. */
  protected attach(connection: Connection): void {
    if (this.lifetime.aborted) {
      this.#line.refuse(connection);
      return;
    }
    this.updateConnection({ type: 'connected', nowMs: this.#ports.clock.now() });
    this.#line.begin(connection);
  }

  /** Gives up before there was a session. `failed` may be tried again, so the lifetime goes on. */
  protected failConnecting(error: unknown): void {
    this.updateConnection({ type: 'failed', code: errorCodeOf(error, 'peer-unreachable') });
  }

  get #transfers(): FileTransfers {
    const { clock, timer, newId, permissions } = this.#ports;
    this.#files ??= this.#ports.newTransfers(
      {
        role: this.#role,
        clock,
        timer,
        newId,
        permissions,
        send: (message) => this.#line.send(message),
        transfers: () => this.#store.value.files.transfers,
        dispatch: (event) => this.#updateFiles(event),
      },
      () => this.#lose('protocol-violation'),
    );
    return this.#files;
  }

  /** Files go on over any number of connections. */
  #openFiles(connection: Connection): void {
    connection.openFiles({
      onLane: (channel) => {
        if (this.connection === connection) this.#transfers.addLane(channel);
      },
      onLaneGone: (channel) => this.#files?.removeLane(channel),
    });
  }

  #handleDelivered(messages: readonly SessionMessage[]): void {
    const ids = messages.flatMap((message) => (message.type === 'chat' ? [message.id] : []));
    if (ids.length > 0) this.updateChat({ type: 'delivered', ids });
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
      this.#endByOther();
    } else if (isFileMessage(message)) {
      this.#handleFileMessage(message);
    } else if (!this.receive(message)) {
      this.#lose('protocol-violation');
    }
  }

  #handleFileMessage(message: FileMessage): void {
    try {
      this.#transfers.handle(message);
    } catch (error) {
      this.#lose(errorCodeOf(error, 'protocol-violation'));
    }
  }

  #snapshot(): SessionSnapshot | null {
    const state = this.#store.value;
    const { connection, chat } = state;
    if (!isInSession(connection)) return null;
    const common: CommonSnapshot = {
      version: SNAPSHOT_VERSION,
      // While nobody answers, the time of absence must not begin anew with each reload.
      atMs: connection.phase === 'interrupted' ? connection.sinceMs : this.#ports.clock.now(),
      connectedAtMs: connection.connectedAtMs,
      ledger: this.#ledger.snapshot,
      chat: {
        entries: chat.entries,
        isOpen: chat.isOpen,
        unreadCount: chat.unreadCount,
        undelivered: chat.undelivered,
      },
      transfers: state.files.transfers,
      journal: state.journal,
    };
    return this.snapshotOf(common, state);
  }

  #lose(code: ErrorCode): void {
    this.#finish({ type: 'lost', code, nowMs: this.#ports.clock.now() }, false);
  }

  #endByOther(): void {
    this.#finish({ type: 'ended', by: otherRole(this.#role), nowMs: this.#ports.clock.now() }, false);
  }

  #finish(event: EndEvent, tellsOtherSide: boolean): void {
    if (this.lifetime.aborted) return;
    // Local first: nothing may keep running here because something could not be said there.
    this.#stopAll();
    this.#updateFiles({ type: 'closed', outcome: event.type === 'ended' ? event : { code: event.code } });
    this.updateConnection(event);
    if (tellsOtherSide) this.#line.end();
    else this.#line.leave(null);
    this.#saver.forget();
    void this.#ports.record.markEnded();
  }

  #stopAll(): void {
    this.#files?.stop();
    this.#abort();
  }

  #abort(): void {
    this.#lifetime.abort(new DesksideError('session-ended'));
    this.release();
  }
}

/** The state of a session that comes back: as it was kept, and on its way. */
function restored(snapshot: CommonSnapshot): Omit<SupportState, 'permissions'> {
  const { chat, connectedAtMs, atMs, journal, transfers } = snapshot;
  return {
    connection: { phase: 'interrupted', connectedAtMs, sinceMs: atMs, cause: 'returning' },
    chat: { ...EMPTY_CHAT, ...chat },
    // What was received is the person's; this page has nothing of it to hand out again.
    files: { transfers: transfers.map(withoutSaveAgain) },
    keeping: null,
    journal: withInterruption(journal, atMs),
  };
}

function withoutSaveAgain(transfer: Transfer): Transfer {
  const { progress } = transfer;
  return progress.phase === 'done'
    ? { ...transfer, progress: { ...progress, canSaveAgain: false } }
    : transfer;
}

/** However the page went, the session was interrupted when it did. */
function withInterruption(journal: readonly JournalEntry[], atMs: number): readonly JournalEntry[] {
  const last = journal.findLast(
    ({ kind }) => kind === 'joined' || kind === 'interrupted' || kind === 'restored',
  );
  return last?.kind === 'interrupted' ? journal : appendToJournal(journal, [{ kind: 'interrupted' }], atMs);
}
