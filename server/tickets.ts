// Tickets: who may speak for a side of a session, signed so that nobody else can make one, and good for an hour. A ticket
// is a JWT (RFC 7519, signed by RFC 7515 with HS256). What has become of the session since is not in it: `Sessions` knows.

import { errors, jwtVerify, SignJWT } from 'jose';
import * as v from 'valibot';
import { isSessionId } from '../src/protocol/session-id.ts';
import { ApiFailure } from './api-failure.ts';
import type { Clock } from './clock.ts';

/** Bytes of the key: as long as the hash, which RFC 7518 section 3.2 asks for. */
export const TICKET_KEY_BYTES = 32;

/** How long a ticket is good for, in seconds. Whoever holds one asks for the next before that. */
export const TICKET_LIFETIME_S = 60 * 60;

/** What a ticket says. */
export interface Ticket {
  readonly sessionId: string;
  readonly role: 'technician' | 'customer';
  /** Which of the session's customers, from 1; 0 for its technician. */
  readonly generation: number;
}

const HEADER = { alg: 'HS256', typ: 'deskside-ticket+jwt' } as const;
const AUDIENCE = 'deskside-session';

const claimsSchema = v.object({
  sub: v.picklist(['technician', 'customer']),
  sid: v.pipe(v.string(), v.check(isSessionId)),
  gen: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

export class Tickets {
  readonly #key: Uint8Array;
  readonly #clock: Clock;

  /** @param key of `TICKET_KEY_BYTES` bytes; tickets signed with another one are worth nothing. */
  constructor(key: Uint8Array, clock: Clock) {
    this.#key = key;
    this.#clock = clock;
  }

  /** Writes a ticket down, good for an hour from now. */
  write({ sessionId, role, generation }: Ticket): Promise<string> {
    const nowS = Math.floor(this.#clock.now() / 1000);
    return new SignJWT({ sid: sessionId, gen: generation })
      .setProtectedHeader(HEADER)
      .setSubject(role)
      .setAudience(AUDIENCE)
      .setIssuedAt(nowS)
      .setExpirationTime(nowS + TICKET_LIFETIME_S)
      .sign(this.#key);
  }

  /**
   * Reads a ticket of ours. Rejects with an `ApiFailure`: `sign-in-required` for one that has run out, `sign-in-refused` for
   * anything that is no ticket of ours.
   */
  read(text: string): Promise<Ticket> {
    return this.#read(text, 0);
  }

  /** The same, and takes one that has run out too: what it said was true, and for some things that is enough. */
  readOld(text: string): Promise<Ticket> {
    return this.#read(text, Number.MAX_SAFE_INTEGER);
  }

  async #read(text: string, clockTolerance: number): Promise<Ticket> {
    try {
      const { payload } = await jwtVerify(text, this.#key, {
        algorithms: [HEADER.alg],
        typ: HEADER.typ,
        audience: AUDIENCE,
        requiredClaims: ['exp'],
        currentDate: new Date(this.#clock.now()),
        clockTolerance,
      });
      const { sub, sid, gen } = v.parse(claimsSchema, payload);
      return { sessionId: sid, role: sub, generation: gen };
    } catch (error) {
      const isOld = error instanceof errors.JWTExpired;
      throw new ApiFailure(isOld ? 'sign-in-required' : 'sign-in-refused');
    }
  }
}
