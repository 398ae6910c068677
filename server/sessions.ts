// The registry of sessions: who may enter which, and what became of it. It keeps names, numbers and times, nothing of
// what people say and no secret, and hands each change on to be written down. Knows neither HTTP, sockets, files nor
// signatures: the tickets that it is shown are what tickets.ts has found to be true.

import { SESSION_ID_BYTES } from '../src/protocol/limits.ts';
import type { Role } from '../src/protocol/role.ts';
import type { ReportedSession } from './abuse-reports.ts';
import { ApiFailure } from './api-failure.ts';
import type { Clock } from './clock.ts';
import { RoutingNumbers } from './routing-numbers.ts';
import type { Random } from './secret-text.ts';
import { recordOf, reporterOf, type Session, sessionOf } from './session-record.ts';
import type { KeepRecord, Reporter, StateRecord } from './state-record.ts';
import type { Technician } from './technician.ts';
import type { Ticket } from './tickets.ts';
import { type EndCode, Tombstones } from './tombstones.ts';

export interface SessionLimits {
  readonly linkTtlMs: number;
  readonly maxSessions: number;
  readonly maxTombstones: number;
  /** How long it is remembered that a session is over. */
  readonly tombstoneTtlMs: number;
  /** How long a joined session is kept with nobody at signalling, while the server is up. */
  readonly absenceTtlMs: number;
  /** How long after its end a session can be reported. */
  readonly reportTtlMs: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

export const DEFAULT_SESSION_LIMITS: SessionLimits = {
  linkTtlMs: DAY_MS,
  maxSessions: 10_000,
  maxTombstones: 20_000,
  tombstoneTtlMs: DAY_MS,
  // The two browsers give up after twenty minutes; until then they may come back.
  absenceTtlMs: 30 * MINUTE_MS,
  reportTtlMs: 60 * MINUTE_MS,
};

/** Tickets that have just stopped working: all of a session's, or the customer's, who was replaced by another. */
export type Revocation =
  | { readonly kind: 'session-over'; readonly sessionId: string; readonly code: EndCode }
  | { readonly kind: 'customer-replaced'; readonly sessionId: string };

export interface CreatedSession {
  readonly sessionId: string;
  readonly ticket: Ticket;
  readonly expiresAtMs: number;
}

export class Sessions {
  readonly #limits: SessionLimits;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #live = new Map<string, Session>();
  readonly #tombstones: Tombstones;
  readonly #keepRecord: KeepRecord;
  readonly #routing: RoutingNumbers;
  #onRevoked: (revocation: Revocation) => void = () => {};

  /** @param keepRecord writes a change down, before it is answered. */
  constructor(limits: SessionLimits, clock: Clock, random: Random, keepRecord: KeepRecord) {
    this.#limits = limits;
    this.#clock = clock;
    this.#random = random;
    this.#keepRecord = keepRecord;
    this.#tombstones = new Tombstones(limits.maxTombstones, clock);
    this.#routing = new RoutingNumbers(random);
  }

  /** Takes up what was kept of an earlier run. Nobody's absence counts while the server is down. */
  restore(records: readonly StateRecord[]): void {
    for (const record of records) {
      if (record.kind === 'over') {
        const { kind, sessionId, ...tombstone } = record;
        this.#tombstones.put(sessionId, tombstone);
      }
      if (record.kind !== 'session') continue;
      const { sessionId, routing } = record;
      // Of two sessions that claim the same digits, by a line that was lost, one must do without.
      const isRouted = routing !== null && this.#routing.claim(routing, sessionId);
      const presentAtMs = this.#clock.now();
      this.#live.set(sessionId, sessionOf(record, { routing: isRouted ? routing : null, presentAtMs }));
    }
  }

  /** Everything that a restart must not lose. */
  records(): StateRecord[] {
    const records: StateRecord[] = [];
    for (const [sessionId, tombstone] of this.#tombstones.entries()) {
      records.push({ ...tombstone, kind: 'over', sessionId });
    }
    for (const [sessionId, session] of this.#live) records.push(recordOf(sessionId, session));
    return records;
  }

  /** Sessions that are not over. */
  get size(): number {
    return this.#live.size;
  }

  /** Those of them whose customer has proven themselves. */
  get joinedSize(): number {
    return Array.from(this.#live.values()).filter(({ stage }) => stage === 'joined').length;
  }

  /** Sets the one listener for tickets that stop working. */
  onRevoked(listener: (revocation: Revocation) => void): void {
    this.#onRevoked = listener;
  }

  /** Makes a session and its technician's ticket to it. Throws `server-busy` when there are too many. */
  create(technician: Technician): CreatedSession {
    if (this.#live.size >= this.#limits.maxSessions) throw new ApiFailure('server-busy');
    const sessionId = Buffer.from(this.#random(SESSION_ID_BYTES)).toString('hex');
    const nowMs = this.#clock.now();
    const expiresAtMs = nowMs + this.#limits.linkTtlMs;
    const session: Session = {
      technician,
      expiresAtMs,
      stage: 'invited',
      generation: 0,
      routing: null,
      presentAtMs: nowMs,
    };
    this.#live.set(sessionId, session);
    this.#keep(sessionId, session);
    return { sessionId, ticket: technicianTicket(sessionId), expiresAtMs };
  }

  /**
   * Gives the session the routing digits of a new support key; those that it had lead nowhere from now on.
   *
   * Throws `sign-in-refused` for any other ticket than the technician's, `link-used` once the customer is there,
   * and `server-busy` when there are no digits left.
   */
  allocateRouting(sessionId: string, ticket: Ticket): string {
    const session = this.#find(sessionId);
    if (!isTechnicians(ticket, sessionId)) throw new ApiFailure('sign-in-refused');
    if (session.stage === 'joined') throw new ApiFailure('link-used');
    this.#freeRouting(session);
    session.routing = this.#routing.allocate(sessionId);
    this.#keep(sessionId, session);
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

  /** Who invites to the session, as customers see them. Throws as `checkInvite` does. */
  inviterOf(sessionId: string): Technician {
    this.checkInvite(sessionId);
    return this.technicianOf(sessionId);
  }

  /** Throws unless a customer may still join by this session's link. */
  checkInvite(sessionId: string): void {
    if (this.#find(sessionId).stage === 'joined') throw new ApiFailure('link-used');
  }

  /** Gives out the customer's ticket. One given out earlier stops working. Throws as `checkInvite` does. */
  join(sessionId: string): Ticket {
    this.checkInvite(sessionId);
    const session = this.#find(sessionId);
    const isReplacing = session.stage === 'joining';
    session.stage = 'joining';
    session.generation += 1;
    this.#keep(sessionId, session);
    if (isReplacing) this.#onRevoked({ kind: 'customer-replaced', sessionId });
    return { sessionId, role: 'customer', generation: session.generation };
  }

  /**
   * The technician's word that the customer has proven themselves: from now on the link is used.
   *
   * Throws `sign-in-refused` for any other ticket, and `bad-request` when nobody has joined.
   */
  markJoined(sessionId: string, ticket: Ticket): void {
    const session = this.#find(sessionId);
    if (!isTechnicians(ticket, sessionId)) throw new ApiFailure('sign-in-refused');
    switch (session.stage) {
      case 'invited':
        throw new ApiFailure('bad-request');
      case 'joining':
        session.presentAtMs = this.#clock.now();
        session.stage = 'joined';
        this.#freeRouting(session);
        this.#keep(sessionId, session);
        return;
      case 'joined':
        return;
    }
  }

  /**
   * Ends the session; either side's ticket will do. Ending what is over already changes nothing.
   * A customer who has not proven anything yet only takes themselves out: anybody could be that.
   */
  end(sessionId: string, ticket: Ticket): void {
    this.#expire(sessionId);
    if (this.#tombstones.codeOf(sessionId) !== null) return;
    const session = this.#find(sessionId);
    const isByTechnician = isTechnicians(ticket, sessionId);
    if (!isByTechnician && !isCustomers(ticket, sessionId, session)) throw new ApiFailure('sign-in-refused');
    if (isByTechnician || session.stage === 'joined') {
      this.#bury(sessionId, 'session-ended');
    } else {
      session.stage = 'invited';
      this.#keep(sessionId, session);
      this.#onRevoked({ kind: 'customer-replaced', sessionId });
    }
  }

  /**
   * Throws unless `ticket` admits to `role` of the session: `link-used` to a customer who came too late,
   * `sign-in-refused` for any other wrong ticket, and otherwise what became of the session.
   */
  authorise(sessionId: string, role: Role, ticket: Ticket): void {
    const session = this.#find(sessionId);
    if (role === 'technician') {
      if (!isTechnicians(ticket, sessionId)) throw new ApiFailure('sign-in-refused');
      return;
    }
    if (isCustomers(ticket, sessionId, session)) return;
    throw new ApiFailure(session.stage === 'joined' ? 'link-used' : 'sign-in-refused');
  }

  /** Whose session it is. Throws what became of it when it is over. */
  technicianOf(sessionId: string): Technician {
    return this.#find(sessionId).technician;
  }

  /** Ends a session from outside, a running one too. Throws what became of it when there is none. */
  revoke(sessionId: string): void {
    this.#find(sessionId);
    this.#bury(sessionId, 'session-revoked');
  }

  /**
   * What the customer with this ticket can report: while the session lasts, and for a while after it. One who has only
   * asked to join can too, since the word that they are in would come from the very technician.
   *
   * Throws `sign-in-refused` for any other ticket, and what became of the session when it is too late.
   */
  reportable(sessionId: string, ticket: Ticket): ReportedSession {
    this.#expire(sessionId);
    const session = this.#live.get(sessionId);
    const reporter = session ? this.#reporterOf(session) : this.#tombstones.reporterOf(sessionId);
    if (reporter === null) {
      throw new ApiFailure(
        session ? 'sign-in-refused' : (this.#tombstones.codeOf(sessionId) ?? 'link-unknown'),
      );
    }
    const { technician, generation, hasJoined } = reporter;
    if (!isOfGeneration(ticket, sessionId, generation)) throw new ApiFailure('sign-in-refused');
    return { sessionId, technician, hasJoined };
  }

  /** Ends all sessions, running ones too, of technicians who may not be signed in any more. */
  endRevoked(isRevoked: (technician: Technician) => boolean): void {
    for (const [sessionId, { technician }] of this.#live) {
      if (isRevoked(technician)) this.#bury(sessionId, 'session-revoked');
    }
  }

  /** Ends what has run out. To be called now and then; `isPresent` says whether a side is at signalling. */
  sweep(isPresent: (sessionId: string) => boolean): void {
    const nowMs = this.#clock.now();
    for (const [sessionId, session] of this.#live) {
      if (session.stage !== 'joined') this.#expire(sessionId);
      else if (isPresent(sessionId)) session.presentAtMs = nowMs;
      else if (nowMs - session.presentAtMs >= this.#limits.absenceTtlMs)
        this.#bury(sessionId, 'session-ended');
    }
    this.#tombstones.sweep();
  }

  #keep(sessionId: string, session: Session): void {
    this.#keepRecord(recordOf(sessionId, session));
  }

  #reporterOf(session: Session): Reporter | null {
    return reporterOf(session, this.#clock.now() + this.#limits.reportTtlMs);
  }

  #freeRouting(session: Session): void {
    if (session.routing !== null) this.#routing.free(session.routing);
    session.routing = null;
  }

  #find(sessionId: string): Session {
    this.#expire(sessionId);
    const session = this.#live.get(sessionId);
    if (session) return session;
    throw new ApiFailure(this.#tombstones.codeOf(sessionId) ?? 'link-unknown');
  }

  #expire(sessionId: string): void {
    const session = this.#live.get(sessionId);
    if (session && session.stage !== 'joined' && session.expiresAtMs <= this.#clock.now()) {
      this.#bury(sessionId, 'link-expired');
    }
  }

  #bury(sessionId: string, code: EndCode): void {
    const session = this.#live.get(sessionId);
    if (session !== undefined) this.#freeRouting(session);
    this.#live.delete(sessionId);
    const forgottenAtMs = this.#clock.now() + this.#limits.tombstoneTtlMs;
    const reporter = session === undefined ? null : this.#reporterOf(session);
    const tombstone = { code, forgottenAtMs, ...(reporter === null ? {} : { reporter }) };
    this.#tombstones.put(sessionId, tombstone);
    this.#keepRecord({ kind: 'over', sessionId, ...tombstone });
    this.#onRevoked({ kind: 'session-over', sessionId, code });
  }
}

function technicianTicket(sessionId: string): Ticket {
  return { sessionId, role: 'technician', generation: 0 };
}

function isTechnicians(ticket: Ticket, sessionId: string): boolean {
  return ticket.role === 'technician' && ticket.sessionId === sessionId;
}

function isCustomers(ticket: Ticket, sessionId: string, { stage, generation }: Session): boolean {
  return stage !== 'invited' && isOfGeneration(ticket, sessionId, generation);
}

function isOfGeneration(ticket: Ticket, sessionId: string, generation: number): boolean {
  return ticket.role === 'customer' && ticket.sessionId === sessionId && ticket.generation === generation;
}
