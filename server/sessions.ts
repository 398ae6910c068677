// The registry of sessions, in memory: who may enter which, and what became of it. It keeps digests of tickets
// and times, nothing of what people say. Knows neither HTTP nor sockets.

import { SESSION_ID_BYTES } from '../src/protocol/limits.ts';
import type { Role } from '../src/protocol/role.ts';
import { ApiFailure } from './api-failure.ts';
import type { Clock } from './clock.ts';
import { RoutingNumbers } from './routing-numbers.ts';
import { digestOf, matchesDigest, newSecretText, type Random } from './secret-text.ts';

/** How far a session has come. From `joined` on its link is used up. */
type Stage =
  | { readonly kind: 'invited' }
  | { readonly kind: 'joining'; readonly customerDigest: Buffer }
  | { readonly kind: 'joined'; readonly customerDigest: Buffer };

interface Session {
  readonly technicianDigest: Buffer;
  /** When the link stops working unless it was used, in ms since the epoch. */
  readonly expiresAtMs: number;
  stage: Stage;
  /** The digits by which a support key leads here, while the session waits for its customer. */
  routing: string | null;
  /** When a side was last at signalling, in ms since the epoch. */
  presentAtMs: number;
}

/** What is left of a session that is over. */
interface Tombstone {
  readonly code: 'session-ended' | 'link-expired';
  readonly forgottenAtMs: number;
}

export interface SessionLimits {
  readonly linkTtlMs: number;
  readonly maxSessions: number;
  readonly maxTombstones: number;
  /** How long it is remembered that a session is over. */
  readonly tombstoneTtlMs: number;
  /** How long a joined session is kept with nobody at signalling. */
  readonly absenceTtlMs: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export const DEFAULT_SESSION_LIMITS: SessionLimits = {
  linkTtlMs: DAY_MS,
  maxSessions: 10_000,
  maxTombstones: 20_000,
  tombstoneTtlMs: DAY_MS,
  absenceTtlMs: DAY_MS,
};

/** Tickets that have just stopped working: all of a session's, or the customer's, who was replaced by another. */
export type Revocation =
  | { readonly kind: 'session-over'; readonly sessionId: string; readonly code: Tombstone['code'] }
  | { readonly kind: 'customer-replaced'; readonly sessionId: string };

export interface CreatedSession {
  readonly sessionId: string;
  readonly ticket: string;
  readonly expiresAtMs: number;
}

export class Sessions {
  readonly #limits: SessionLimits;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #live = new Map<string, Session>();
  readonly #tombstones = new Map<string, Tombstone>();
  readonly #routing: RoutingNumbers;
  #onRevoked: (revocation: Revocation) => void = () => {};

  constructor(limits: SessionLimits, clock: Clock, random: Random) {
    this.#limits = limits;
    this.#clock = clock;
    this.#random = random;
    this.#routing = new RoutingNumbers(random);
  }

  /** Sessions that are not over. */
  get size(): number {
    return this.#live.size;
  }

  /** Sets the one listener for tickets that stop working. */
  onRevoked(listener: (revocation: Revocation) => void): void {
    this.#onRevoked = listener;
  }

  /** Makes a session and the technician's ticket to it. Throws `server-busy` when there are too many. */
  create(): CreatedSession {
    if (this.#live.size >= this.#limits.maxSessions) throw new ApiFailure('server-busy');
    const sessionId = Buffer.from(this.#random(SESSION_ID_BYTES)).toString('hex');
    const ticket = newSecretText(this.#random);
    const nowMs = this.#clock.now();
    const expiresAtMs = nowMs + this.#limits.linkTtlMs;
    this.#live.set(sessionId, {
      technicianDigest: digestOf(ticket),
      expiresAtMs,
      stage: { kind: 'invited' },
      routing: null,
      presentAtMs: nowMs,
    });
    return { sessionId, ticket, expiresAtMs };
  }

  /**
   * Gives the session the routing digits of a new support key; those that it had lead nowhere from now on.
   *
   * Throws `sign-in-refused` for any other ticket than the technician's, `link-used` once the customer is there,
   * and `server-busy` when there are no digits left.
   */
  allocateRouting(sessionId: string, technicianTicket: string): string {
    const session = this.#find(sessionId);
    if (!matchesDigest(technicianTicket, session.technicianDigest)) throw new ApiFailure('sign-in-refused');
    if (session.stage.kind === 'joined') throw new ApiFailure('link-used');
    this.#freeRouting(session);
    session.routing = this.#routing.allocate(sessionId);
    return session.routing;
  }

  /** The id of the session that waits behind these routing digits. Throws `key-unknown` when there is none. */
  findByRouting(routing: string): string {
    const sessionId = this.#routing.find(routing);
    // What has run out, but was not swept yet, is gone already.
    if (sessionId !== null) this.#expire(sessionId);
    if (sessionId === null || !this.#live.has(sessionId)) throw new ApiFailure('key-unknown');
    return sessionId;
  }

  /** Throws unless a customer may still join by this session's link. */
  checkInvite(sessionId: string): void {
    if (this.#find(sessionId).stage.kind === 'joined') throw new ApiFailure('link-used');
  }

  /** Gives out the customer's ticket. One given out earlier stops working. Throws as `checkInvite` does. */
  join(sessionId: string): string {
    this.checkInvite(sessionId);
    const session = this.#find(sessionId);
    const ticket = newSecretText(this.#random);
    const isReplacing = session.stage.kind === 'joining';
    session.stage = { kind: 'joining', customerDigest: digestOf(ticket) };
    if (isReplacing) this.#onRevoked({ kind: 'customer-replaced', sessionId });
    return ticket;
  }

  /**
   * The technician's word that the customer has proven themselves: from now on the link is used.
   *
   * Throws `sign-in-refused` for any other ticket, and `bad-request` when nobody has joined.
   */
  markJoined(sessionId: string, technicianTicket: string): void {
    const session = this.#find(sessionId);
    if (!matchesDigest(technicianTicket, session.technicianDigest)) throw new ApiFailure('sign-in-refused');
    switch (session.stage.kind) {
      case 'invited':
        throw new ApiFailure('bad-request');
      case 'joining':
        session.presentAtMs = this.#clock.now();
        session.stage = { kind: 'joined', customerDigest: session.stage.customerDigest };
        this.#freeRouting(session);
        return;
      case 'joined':
        return;
    }
  }

  /**
   * Ends the session; either side's ticket will do. Ending what is over already changes nothing.
   * A customer who has not proven anything yet only takes themselves out: anybody could be that.
   */
  end(sessionId: string, ticket: string): void {
    this.#expire(sessionId);
    if (this.#tombstones.has(sessionId)) return;
    const session = this.#find(sessionId);
    const { technicianDigest, stage } = session;
    const isTechnicians = matchesDigest(ticket, technicianDigest);
    const isCustomers = stage.kind !== 'invited' && matchesDigest(ticket, stage.customerDigest);
    if (!isTechnicians && !isCustomers) throw new ApiFailure('sign-in-refused');
    if (isTechnicians || stage.kind === 'joined') {
      this.#bury(sessionId, 'session-ended');
    } else {
      session.stage = { kind: 'invited' };
      this.#onRevoked({ kind: 'customer-replaced', sessionId });
    }
  }

  /**
   * Throws unless `ticket` admits to `role` of the session: `link-used` to a customer who came too late,
   * `sign-in-refused` for any other wrong ticket, and otherwise what became of the session.
   */
  authorise(sessionId: string, role: Role, ticket: string): void {
    const { technicianDigest, stage } = this.#find(sessionId);
    if (role === 'technician') {
      if (!matchesDigest(ticket, technicianDigest)) throw new ApiFailure('sign-in-refused');
      return;
    }
    if (stage.kind !== 'invited' && matchesDigest(ticket, stage.customerDigest)) return;
    throw new ApiFailure(stage.kind === 'joined' ? 'link-used' : 'sign-in-refused');
  }

  /** Ends what has run out. To be called now and then; `isPresent` says whether a side is at signalling. */
  sweep(isPresent: (sessionId: string) => boolean): void {
    const nowMs = this.#clock.now();
    for (const [sessionId, session] of this.#live) {
      if (session.stage.kind !== 'joined') this.#expire(sessionId);
      else if (isPresent(sessionId)) session.presentAtMs = nowMs;
      else if (nowMs - session.presentAtMs >= this.#limits.absenceTtlMs)
        this.#bury(sessionId, 'session-ended');
    }
    for (const [sessionId, tombstone] of this.#tombstones) {
      if (tombstone.forgottenAtMs <= nowMs) this.#tombstones.delete(sessionId);
    }
  }

  #freeRouting(session: Session): void {
    if (session.routing !== null) this.#routing.free(session.routing);
    session.routing = null;
  }

  #find(sessionId: string): Session {
    this.#expire(sessionId);
    const session = this.#live.get(sessionId);
    if (session) return session;
    throw new ApiFailure(this.#tombstones.get(sessionId)?.code ?? 'link-unknown');
  }

  #expire(sessionId: string): void {
    const session = this.#live.get(sessionId);
    if (session && session.stage.kind !== 'joined' && session.expiresAtMs <= this.#clock.now()) {
      this.#bury(sessionId, 'link-expired');
    }
  }

  #bury(sessionId: string, code: Tombstone['code']): void {
    const session = this.#live.get(sessionId);
    if (session !== undefined) this.#freeRouting(session);
    this.#live.delete(sessionId);
    const forgottenAtMs = this.#clock.now() + this.#limits.tombstoneTtlMs;
    this.#tombstones.set(sessionId, { code, forgottenAtMs });
    if (this.#tombstones.size > this.#limits.maxTombstones) {
      const [oldest] = this.#tombstones.keys();
      if (oldest !== undefined) this.#tombstones.delete(oldest);
    }
    this.#onRevoked({ kind: 'session-over', sessionId, code });
  }
}
