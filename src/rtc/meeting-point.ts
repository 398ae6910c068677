// What both sides of a session have at signalling once they have met: the present connection, and the sealed notes by
// which it heals when nothing else arrives. Whose turn it is to call is the business of the two sides.

import type { RejoinEvents } from '../session/ports.ts';
import { createStore, type Readable } from '../session/store.ts';
import type { Proven } from './identity-proof.ts';
import { PeerStation, type StationHandlers } from './peer-station.ts';
import { ProvenConnection } from './proven-connection.ts';
import { NO_CONNECTION, type SealedNote } from './seal.ts';
import { SealedNotes } from './sealed-notes.ts';
import type { PeerLink, PeerOptions } from './silent-peer.ts';

export interface MeetingHandlers extends Omit<StationHandlers, 'onSealed'> {
  /** The present connection's path is dead, and its browser has not noticed yet. */
  onDead?(): void;
  /** The other side says that it has come to signalling, and has no connection. It may be an old word, brought again. */
  onReturned?(): void;
}

export class MeetingPoint {
  readonly options: PeerOptions;
  readonly station: PeerStation;
  readonly #handlers: MeetingHandlers;
  readonly #picture = createStore<MediaStream | null>(null);
  #connection: ProvenConnection | null = null;
  #connectionId: string | null = null;
  readonly #notes: SealedNotes;
  #rejoin: RejoinEvents | null = null;
  #isRejoinWanted = false;

  /** Registers at signalling, until the signal aborts. */
  constructor(options: PeerOptions, handlers: MeetingHandlers, signal: AbortSignal) {
    this.options = options;
    this.#handlers = handlers;
    this.#notes = new SealedNotes({
      sendBox: (box) => this.station.sendSealed(box),
      onNote: (note) => this.#takeNote(note),
    });
    this.station = new PeerStation(options, {
      ...handlers,
      onReachable: () => {
        handlers.onReachable?.();
        this.#connection?.renewPaths();
        this.#sayReturned();
      },
      onRefused: (error) => {
        if (this.#rejoin === null) handlers.onRefused(error);
        else this.#rejoin.onRefused(error.code);
      },
      onSealed: (box) => this.#notes.take(box),
    });
    signal.addEventListener('abort', () => this.station.close(), { once: true });
  }

  /** What the other side shows. */
  get picture(): Readable<MediaStream | null> {
    return this.#picture;
  }

  /** New connections go to the session from now on. */
  startRejoining(events: RejoinEvents): void {
    this.#rejoin = events;
  }

  setRejoinWanted(isWanted: boolean): void {
    this.#isRejoinWanted = isWanted;
    this.#followNeed();
    this.#sayReturned();
  }

  /** Boxes can be opened and closed with this from now on. */
  setResumeKey(resumeKey: CryptoKey): void {
    const { sessionId, role } = this.options;
    this.#notes.setKey(resumeKey, sessionId, role);
  }

  /** Makes a link whose proof holds the present connection. */
  adopt(link: PeerLink, { connectionId, resumeKey }: Proven): ProvenConnection {
    if (!this.#notes.hasKey) this.setResumeKey(resumeKey);
    const connection = new ProvenConnection(link, {
      role: this.options.role,
      sendNote: (note) => this.#notes.send({ connectionId, note }),
      onNeed: () => this.#followNeed(),
      onDead: () => this.#handlers.onDead?.(),
    });
    this.#connection = connection;
    this.#connectionId = connectionId;
    connection.picture.subscribe(() => {
      if (this.#connection === connection) this.#picture.set(connection.picture.value);
    });
    this.#picture.set(connection.picture.value);
    return connection;
  }

  /** Hands a connection of a session that was joined to that session. */
  deliver(connection: ProvenConnection): void {
    this.#rejoin?.onConnection(connection);
  }

  /** There is no connection here; the other side may still believe in one, until it notices the silence. */
  #sayReturned(): void {
    if (!this.#isRejoinWanted || !this.station.isReachable) return;
    this.#notes.send({ connectionId: NO_CONNECTION, note: { type: 'returned' } });
  }

  /** While a connection is in need, so is signalling. */
  #followNeed(): void {
    this.station.setUrgent(this.#isRejoinWanted || this.#connection?.isHealing === true);
  }

  #takeNote({ connectionId, note }: SealedNote): void {
    const present = this.#connection?.isOpen === true ? this.#connectionId : null;
    if (note.type === 'returned') {
      // The server can bring that word again, long after: so the other side is asked about the present connection.
      if (present !== null) this.#notes.send({ connectionId: present, note: { type: 'ask' } });
      else this.#handlers.onReturned?.();
    } else if (connectionId === present) {
      this.#connection?.takeNote(note);
    } else if (note.type !== 'gone') {
      this.#notes.send({ connectionId, note: { type: 'gone' } });
    }
  }
}
