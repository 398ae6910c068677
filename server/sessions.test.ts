import { describe, expect, it } from 'vitest';
import type { ApiErrorCode } from '../src/protocol/session-api.ts';
import { DEFAULT_SESSION_LIMITS, type Revocation, type SessionLimits, Sessions } from './sessions.ts';
import { countingRandom } from './testing/counting-random.ts';
import { failureCode } from './testing/failure-code.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { BY_LINK } from './testing/test-technician.ts';
import type { Ticket } from './tickets.ts';

const MINUTE_MS = 60_000;
const LIMITS: SessionLimits = {
  ...DEFAULT_SESSION_LIMITS,
  linkTtlMs: 60 * MINUTE_MS,
  tombstoneTtlMs: 120 * MINUTE_MS,
  absenceTtlMs: 30 * MINUTE_MS,
};
const UNKNOWN_ID = '0'.repeat(32);
/** A true ticket, to something else. */
const WRONG_TICKET: Ticket = { sessionId: UNKNOWN_ID, role: 'customer', generation: 1 };

function setUp(limits: Partial<SessionLimits> = {}) {
  const clock = new ManualClock();
  const sessions = new Sessions({ ...LIMITS, ...limits }, clock, countingRandom(), () => {});
  const revocations: Revocation[] = [];
  sessions.onRevoked((revocation) => revocations.push(revocation));
  return { clock, sessions, revocations };
}

/** A session brought to a certain state, with the tickets that were given out on the way. */
type State = 'unknown' | 'invited' | 'joining' | 'joined' | 'ended' | 'expired' | 'forgotten';

function bringTo(state: State) {
  const { clock, sessions, revocations } = setUp();
  if (state === 'unknown')
    return { sessions, id: UNKNOWN_ID, technician: WRONG_TICKET, customer: WRONG_TICKET };
  const { sessionId: id, ticket: technician } = sessions.create(BY_LINK);
  const customer = state === 'invited' ? WRONG_TICKET : sessions.join(id);
  if (state === 'joined' || state === 'ended') sessions.markJoined(id, technician);
  if (state === 'ended') sessions.end(id, technician);
  if (state === 'expired' || state === 'forgotten') clock.advance(60 * MINUTE_MS);
  if (state === 'forgotten') {
    sessions.sweep(() => false);
    clock.advance(120 * MINUTE_MS);
    sessions.sweep(() => false);
  }
  return { sessions, revocations, id, technician, customer };
}

type Outcome = ApiErrorCode | null;
type Outcomes = Record<State, Outcome>;

const GONE = {
  unknown: 'link-unknown',
  ended: 'session-ended',
  expired: 'link-expired',
  forgotten: 'link-unknown',
} as const;

type Subject = ReturnType<typeof bringTo>;

const TABLE: [string, (subject: Subject) => unknown, Outcomes][] = [
  [
    'looking at the invite',
    ({ sessions, id }) => sessions.checkInvite(id),
    { ...GONE, invited: null, joining: null, joined: 'link-used' },
  ],
  [
    'joining',
    ({ sessions, id }) => sessions.join(id),
    { ...GONE, invited: null, joining: null, joined: 'link-used' },
  ],
  [
    "the technician's word that the customer is in",
    ({ sessions, id, technician }) => sessions.markJoined(id, technician),
    { ...GONE, invited: 'bad-request', joining: null, joined: null },
  ],
  [
    "the customer's word that the customer is in",
    ({ sessions, id, customer }) => sessions.markJoined(id, customer),
    { ...GONE, invited: 'sign-in-refused', joining: 'sign-in-refused', joined: 'sign-in-refused' },
  ],
  [
    'ending by the technician',
    ({ sessions, id, technician }) => sessions.end(id, technician),
    { ...GONE, ended: null, expired: null, invited: null, joining: null, joined: null },
  ],
  [
    'ending by the customer',
    ({ sessions, id, customer }) => sessions.end(id, customer),
    { ...GONE, ended: null, expired: null, invited: 'sign-in-refused', joining: null, joined: null },
  ],
  [
    'ending by a stranger',
    ({ sessions, id }) => sessions.end(id, WRONG_TICKET),
    {
      ...GONE,
      ended: null,
      expired: null,
      invited: 'sign-in-refused',
      joining: 'sign-in-refused',
      joined: 'sign-in-refused',
    },
  ],
  [
    'entering as the technician',
    ({ sessions, id, technician }) => sessions.authorise(id, 'technician', technician),
    { ...GONE, invited: null, joining: null, joined: null },
  ],
  [
    "entering as the technician with the customer's ticket",
    ({ sessions, id, customer }) => sessions.authorise(id, 'technician', customer),
    { ...GONE, invited: 'sign-in-refused', joining: 'sign-in-refused', joined: 'sign-in-refused' },
  ],
  [
    'entering as the customer',
    ({ sessions, id, customer }) => sessions.authorise(id, 'customer', customer),
    { ...GONE, invited: 'sign-in-refused', joining: null, joined: null },
  ],
  [
    "entering as the customer with the technician's ticket",
    ({ sessions, id, technician }) => sessions.authorise(id, 'customer', technician),
    { ...GONE, invited: 'sign-in-refused', joining: 'sign-in-refused', joined: 'link-used' },
  ],
];

describe.each(TABLE)('%s', (_operation, operate, outcomes) => {
  it.each(Object.entries(outcomes) as [State, Outcome][])(
    'in a session that is %s gives %s',
    (state, outcome) => {
      const subject = bringTo(state);
      expect(failureCode(() => operate(subject))).toBe(outcome);
    },
  );
});

describe('tickets', () => {
  it('and ids never repeat, and ids look as the pages expect', () => {
    const { sessions } = setUp();
    const created = [sessions.create(BY_LINK), sessions.create(BY_LINK)];
    const tickets = created.flatMap(({ sessionId, ticket }) => [ticket, sessions.join(sessionId)]);
    expect(new Set(tickets.map((ticket) => JSON.stringify(ticket))).size).toBe(4);
    for (const { sessionId } of created) expect(sessionId).toMatch(/^[0-9a-f]{32}$/);
    expect(created[0]?.sessionId).not.toBe(created[1]?.sessionId);
  });

  it('of a customer stop working when the link is opened again before the technician has met anybody', () => {
    const { sessions, revocations } = setUp();
    const { sessionId } = sessions.create(BY_LINK);
    const earlier = sessions.join(sessionId);
    const later = sessions.join(sessionId);
    expect(failureCode(() => sessions.authorise(sessionId, 'customer', earlier))).toBe('sign-in-refused');
    expect(failureCode(() => sessions.authorise(sessionId, 'customer', later))).toBeNull();
    expect(revocations).toEqual([{ kind: 'customer-replaced', sessionId }]);
  });
});

describe('a link', () => {
  it('works until the very moment at which it expires', () => {
    const { sessions, clock } = setUp();
    const { sessionId, expiresAtMs } = sessions.create(BY_LINK);
    expect(expiresAtMs).toBe(clock.now() + 60 * MINUTE_MS);
    clock.advance(60 * MINUTE_MS - 1);
    expect(failureCode(() => sessions.checkInvite(sessionId))).toBeNull();
    clock.advance(1);
    expect(failureCode(() => sessions.checkInvite(sessionId))).toBe('link-expired');
  });

  it('that was used does not expire', () => {
    const { sessions, clock } = setUp();
    const { sessionId, ticket } = sessions.create(BY_LINK);
    sessions.join(sessionId);
    sessions.markJoined(sessionId, ticket);
    clock.advance(600 * MINUTE_MS);
    expect(failureCode(() => sessions.authorise(sessionId, 'technician', ticket))).toBeNull();
  });

  it('that expired is announced once, so that its sockets can be closed', () => {
    const { sessions, clock, revocations } = setUp();
    const { sessionId } = sessions.create(BY_LINK);
    clock.advance(60 * MINUTE_MS);
    sessions.sweep(() => true);
    sessions.sweep(() => true);
    expect(revocations).toEqual([{ kind: 'session-over', sessionId, code: 'link-expired' }]);
  });
});

describe('a joined session', () => {
  it('ends once nobody was at signalling for long', () => {
    const { sessions, clock, revocations } = setUp();
    const { sessionId, ticket } = sessions.create(BY_LINK);
    sessions.join(sessionId);
    sessions.markJoined(sessionId, ticket);
    clock.advance(100 * MINUTE_MS);
    sessions.sweep((id) => id === sessionId);
    clock.advance(30 * MINUTE_MS - 1);
    sessions.sweep(() => false);
    expect(revocations).toEqual([]);
    clock.advance(1);
    sessions.sweep(() => false);
    expect(revocations).toEqual([{ kind: 'session-over', sessionId, code: 'session-ended' }]);
    expect(sessions.size).toBe(0);
  });
});

describe('the registry', () => {
  it('refuses more sessions than it can hold, until one is over', () => {
    const { sessions } = setUp({ maxSessions: 2 });
    const { sessionId, ticket } = sessions.create(BY_LINK);
    sessions.create(BY_LINK);
    expect(failureCode(() => sessions.create(BY_LINK))).toBe('server-busy');
    sessions.end(sessionId, ticket);
    expect(failureCode(() => sessions.create(BY_LINK))).toBeNull();
  });

  it('forgets the sessions that ended first when too many have ended', () => {
    const { sessions } = setUp({ maxTombstones: 2 });
    const ids = [1, 2, 3].map(() => {
      const { sessionId, ticket } = sessions.create(BY_LINK);
      sessions.end(sessionId, ticket);
      return sessionId;
    });
    expect(ids.map((id) => failureCode(() => sessions.checkInvite(id)))).toEqual([
      'link-unknown',
      'session-ended',
      'session-ended',
    ]);
  });
});
