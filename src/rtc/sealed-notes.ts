// The sealed notes of one side, there and back: closed, opened and handed on in their order. What comes in came through
// the server, which can make up boxes and bring old ones again, as fast as it likes.

import { DesksideError } from '../protocol/deskside-error.ts';
import type { Role } from '../protocol/role.ts';
import { TokenBucket } from '../protocol/token-bucket.ts';
import { Seal, type SealedNote } from './seal.ts';

/** Boxes that are opened. An honest side has one note in 1.5 s and its paths; what is left out of them is repeated. */
const LIMITS = { burst: 200, perSecond: 50 };

export interface NotesHandlers {
  /** Passes a box to the other side, if it can. */
  sendBox(box: string): void;
  onNote(note: SealedNote): void;
}

export class SealedNotes {
  readonly #handlers: NotesHandlers;
  readonly #bucket = new TokenBucket(LIMITS, performance);
  #seal: Promise<Seal> | null = null;
  #closing: Promise<void> = Promise.resolve();
  #opening: Promise<void> = Promise.resolve();

  constructor(handlers: NotesHandlers) {
    this.#handlers = handlers;
  }

  get hasKey(): boolean {
    return this.#seal !== null;
  }

  /** Boxes can be opened and closed from now on. */
  setKey(resumeKey: CryptoKey, sessionId: string, role: Role): void {
    this.#seal = Seal.create(resumeKey, sessionId, role);
  }

  /** Sends a note; nothing where there is no key yet. */
  send(note: SealedNote): void {
    this.#closing = this.#closing.then(async () => {
      const seal = await this.#seal;
      if (seal !== null) this.#handlers.sendBox(await seal.close(note));
    });
  }

  /** Takes what signalling says is a box. What is none of the other side's, or one too many, changes nothing. */
  take(box: unknown): void {
    if (this.#bucket.take()) this.#opening = this.#opening.then(() => this.#open(box));
  }

  async #open(box: unknown): Promise<void> {
    const seal = await this.#seal;
    if (seal === null) return;
    let note: SealedNote;
    try {
      note = await seal.open(box);
    } catch (error) {
      if (error instanceof DesksideError) return;
      throw error;
    }
    this.#handlers.onNote(note);
  }
}
