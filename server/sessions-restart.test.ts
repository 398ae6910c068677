// What a restart does to sessions, with everything that was written down on the way.

import { describe, expect, it } from 'vitest';
import { DEFAULT_SESSION_LIMITS, Sessions } from './sessions.ts';
import { decodeRecords, encodeRecord, latestOf, type StateRecord } from './state-record.ts';
import { countingRandom } from './testing/counting-random.ts';
import { failureCode } from './testing/failure-code.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { BY_ACCOUNT, BY_LINK } from './testing/test-technician.ts';

const MINUTE_MS = 60_000;

function setUp(maxTombstones = DEFAULT_SESSION_LIMITS.maxTombstones) {
  const limits = { ...DEFAULT_SESSION_LIMITS, maxTombstones };
  const clock = new ManualClock();
  const random = countingRandom();
  const kept: StateRecord[] = [];
  const sessions = new Sessions(limits, clock, random, (record) => kept.push(record));
  /** Another registry, from what was written down: each change, or everything at once. */
  const restart = (records = kept) => {
    const next = new Sessions(limits, clock, random, () => {});
    next.restore(latestOf(decodeRecords(records.map(encodeRecord).join('')).records));
    return next;
  };
  return { clock, sessions, kept, restart };
}

describe('after a restart', () => {
  it('a link that was not used still works, until it runs out', () => {
    const { sessions, clock, restart } = setUp();
    const { sessionId, ticket, expiresAtMs } = sessions.create(BY_LINK);
    const next = restart();
    expect(failureCode(() => next.checkInvite(sessionId))).toBeNull();
    expect(failureCode(() => next.authorise(sessionId, 'technician', ticket))).toBeNull();
    expect(failureCode(() => next.authorise(sessionId, 'customer', ticket))).toBe('sign-in-refused');
    clock.advance(expiresAtMs - clock.now());
    expect(failureCode(() => next.checkInvite(sessionId))).toBe('link-expired');
    expect(failureCode(() => restart().checkInvite(sessionId))).toBe('link-expired');
  });

  it('a session is still whose it was', () => {
    const { sessions, restart } = setUp();
    const [own, other] = [sessions.create(BY_ACCOUNT), sessions.create(BY_LINK)];
    const next = restart();
    expect(next.inviterOf(own.sessionId)).toEqual(BY_ACCOUNT);
    next.endRevoked(({ grounds }) => grounds.way === 'account');
    expect(failureCode(() => next.checkInvite(own.sessionId))).toBe('session-revoked');
    expect(failureCode(() => next.checkInvite(other.sessionId))).toBeNull();
  });

  it('a customer who was joining goes on, and one who was replaced does not', () => {
    const { sessions, restart } = setUp();
    const { sessionId, ticket } = sessions.create(BY_LINK);
    const [replaced, joining] = [sessions.join(sessionId), sessions.join(sessionId)];
    const next = restart();
    expect(failureCode(() => next.authorise(sessionId, 'customer', joining))).toBeNull();
    expect(failureCode(() => next.authorise(sessionId, 'customer', replaced))).toBe('sign-in-refused');
    expect(failureCode(() => next.markJoined(sessionId, ticket))).toBeNull();
  });

  it('a customer who took themselves back is out', () => {
    const { sessions, restart } = setUp();
    const { sessionId } = sessions.create(BY_LINK);
    const customer = sessions.join(sessionId);
    sessions.end(sessionId, customer);
    expect(failureCode(() => restart().authorise(sessionId, 'customer', customer))).toBe('sign-in-refused');
    expect(failureCode(() => restart().checkInvite(sessionId))).toBeNull();
  });

  it.each(['each change', 'everything at once'])(
    'both of a joined session come back, and nobody else, from %s',
    (from) => {
      const { sessions, kept, restart } = setUp();
      const { sessionId, ticket } = sessions.create(BY_LINK);
      const customer = sessions.join(sessionId);
      sessions.markJoined(sessionId, ticket);
      const next = restart(from === 'each change' ? kept : sessions.records());
      expect(failureCode(() => next.authorise(sessionId, 'technician', ticket))).toBeNull();
      expect(failureCode(() => next.authorise(sessionId, 'customer', customer))).toBeNull();
      expect(failureCode(() => next.join(sessionId))).toBe('link-used');
      expect(next.size).toBe(1);
    },
  );

  it.each(['each change', 'everything at once'])('what is over stays over, and says why, from %s', (from) => {
    const { sessions, clock, kept, restart } = setUp();
    const expired = sessions.create(BY_LINK);
    clock.advance(expired.expiresAtMs - clock.now());
    sessions.sweep(() => false);
    const ended = sessions.create(BY_LINK);
    sessions.end(ended.sessionId, ended.ticket);
    const next = restart(from === 'each change' ? kept : sessions.records());
    expect(failureCode(() => next.authorise(ended.sessionId, 'technician', ended.ticket))).toBe(
      'session-ended',
    );
    expect(failureCode(() => next.checkInvite(expired.sessionId))).toBe('link-expired');
    expect(next.size).toBe(0);
    clock.advance(DEFAULT_SESSION_LIMITS.tombstoneTtlMs);
    next.sweep(() => false);
    expect(failureCode(() => next.checkInvite(ended.sessionId))).toBe('link-unknown');
    expect(next.records()).toEqual([]);
  });

  it('it is still only so many that are remembered as over', () => {
    const { sessions, restart } = setUp(2);
    for (let i = 0; i < 5; i++) {
      const { sessionId, ticket } = sessions.create(BY_LINK);
      sessions.end(sessionId, ticket);
    }
    expect(restart().records()).toHaveLength(2);
  });

  it('a support key leads to its session, one that was replaced or used leads nowhere', () => {
    const { sessions, restart } = setUp();
    const waiting = sessions.create(BY_LINK);
    const replaced = sessions.allocateRouting(waiting.sessionId, waiting.ticket);
    const routing = sessions.allocateRouting(waiting.sessionId, waiting.ticket);
    const joined = sessions.create(BY_LINK);
    const used = sessions.allocateRouting(joined.sessionId, joined.ticket);
    sessions.join(joined.sessionId);
    sessions.markJoined(joined.sessionId, joined.ticket);
    const next = restart();
    expect(next.findByRouting(routing)).toBe(waiting.sessionId);
    expect(failureCode(() => next.findByRouting(replaced))).toBe('key-unknown');
    expect(failureCode(() => next.findByRouting(used))).toBe('key-unknown');
    next.end(waiting.sessionId, waiting.ticket);
    expect(failureCode(() => next.findByRouting(routing))).toBe('key-unknown');
  });

  it('digits that two sessions claim lead to one of them, and free one only', () => {
    const { sessions, kept, restart } = setUp();
    const [one, other] = [sessions.create(BY_LINK), sessions.create(BY_LINK)];
    const routing = sessions.allocateRouting(one.sessionId, one.ticket);
    const doubled = kept.map((record) => (record.kind === 'session' ? { ...record, routing } : record));
    const next = restart(doubled);
    const found = next.findByRouting(routing);
    const [holder, loser] = found === one.sessionId ? [one, other] : [other, one];
    next.end(loser.sessionId, loser.ticket);
    expect(next.findByRouting(routing)).toBe(holder.sessionId);
  });

  it('half an hour of absence counts from the start of the server', () => {
    const { sessions, clock, restart } = setUp();
    const { sessionId, ticket } = sessions.create(BY_LINK);
    sessions.join(sessionId);
    sessions.markJoined(sessionId, ticket);
    clock.advance(5 * 60 * MINUTE_MS);
    const next = restart();
    clock.advance(30 * MINUTE_MS - 1);
    next.sweep(() => false);
    expect(failureCode(() => next.authorise(sessionId, 'technician', ticket))).toBeNull();
    clock.advance(1);
    next.sweep(() => false);
    expect(failureCode(() => next.authorise(sessionId, 'technician', ticket))).toBe('session-ended');
  });

  it('no ticket can be read from what was kept', () => {
    const { sessions, kept } = setUp();
    const { sessionId, ticket } = sessions.create(BY_LINK);
    const customer = sessions.join(sessionId);
    expect(JSON.stringify(kept)).not.toContain(ticket);
    expect(JSON.stringify(kept)).not.toContain(customer);
  });
});
