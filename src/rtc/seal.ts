// Boxes that only the two sides of one session can close and open, for the little that has to travel through
// signalling when the connection itself is dead. The server sees their size and when they are sent.

import * as v from 'valibot';
import { decodeBase64url, encodeBase64url } from '../protocol/base64url.ts';
import { decodeNegotiation, type NegotiationMessage } from '../protocol/control-message.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import { MAX_BOX_LENGTH, MAX_ID_LENGTH } from '../protocol/limits.ts';
import { otherRole, type Role } from '../protocol/role.ts';
import { derivedKey } from './key-derivation.ts';

/** Bytes of the nonce of AES-GCM (NIST SP 800-38D), at the beginning of a box. */
const NONCE_BYTES = 12;

/** What is in a box: a word about the connection of that id. */
export interface SealedNote {
  readonly connectionId: string;
  readonly note:
    | NegotiationMessage
    /** Nothing comes in here; look for another path. */
    | { readonly type: 'restart' }
    /** Is that connection there? */
    | { readonly type: 'ask' }
    /** There is no such connection here. */
    | { readonly type: 'gone' }
    /** There is none at all here; of no connection, `NO_CONNECTION`. */
    | { readonly type: 'returned' };
}

/** Stands for the id where a note is about none. */
export const NO_CONNECTION = 'none';

/** Notes that are nothing but their type. */
const WORDS = ['restart', 'ask', 'gone', 'returned'] as const;

const noteSchema = v.strictObject({
  connectionId: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID_LENGTH)),
  note: v.looseObject({ type: v.string() }),
});

export class Seal {
  readonly #own: CryptoKey;
  readonly #other: CryptoKey;

  private constructor(own: CryptoKey, other: CryptoKey) {
    this.#own = own;
    this.#other = other;
  }

  /** `key` is the session's, for HKDF. Each side closes its boxes with a key of its own. */
  static async create(key: CryptoKey, sessionId: string, role: Role): Promise<Seal> {
    const keyOf = (of: Role) =>
      derivedKey(key, sessionId, `seal ${of}`, { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']);
    return new Seal(await keyOf(role), await keyOf(otherRole(role)));
  }

  /** A box as base64url text. */
  async close(note: SealedNote): Promise<string> {
    const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const text = new TextEncoder().encode(JSON.stringify(note));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, this.#own, text);
    return encodeBase64url(Uint8Array.of(...iv, ...new Uint8Array(sealed)));
  }

  /** What is in a box of the other side's. Rejects with a `DesksideError` `protocol-violation` for anything else. */
  async open(box: unknown): Promise<SealedNote> {
    try {
      if (typeof box !== 'string' || box.length > MAX_BOX_LENGTH) throw new TypeError('no box');
      const bytes = decodeBase64url(box);
      if (bytes === null) throw new TypeError('no base64url');
      const text = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: bytes.slice(0, NONCE_BYTES) },
        this.#other,
        bytes.slice(NONCE_BYTES),
      );
      const { connectionId, note } = v.parse(noteSchema, JSON.parse(new TextDecoder().decode(text)));
      const word = WORDS.find((type) => type === note.type);
      if (word !== undefined) return { connectionId, note: { type: word } };
      return { connectionId, note: decodeNegotiation(note) };
    } catch (cause) {
      throw new DesksideError('protocol-violation', 'not a box of the other side', { cause });
    }
  }
}
