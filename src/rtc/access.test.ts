import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DesksideError } from '../protocol/deskside-error.ts';
import type { Joined } from '../protocol/session-api.ts';
import { Access } from './access.ts';

const HOUR_S = 3_600;
const numbered = (no: number): Joined => ({
  ticket: `ticket-${no}`,
  ticketLifetimeS: HOUR_S,
  iceServers: [],
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp({ isFresh = true } = {}) {
  const asked: string[] = [];
  const renewed: string[] = [];
  const failures: DesksideError[] = [];
  const lifetime = new AbortController();
  const access = new Access(
    {
      first: numbered(0),
      isFresh,
      renew: async (ticket) => {
        asked.push(ticket);
        const failure = failures.shift();
        if (failure !== undefined) throw failure;
        return numbered(asked.length);
      },
      onRenewed: ({ ticket }) => renewed.push(ticket),
    },
    lifetime.signal,
  );
  return { access, asked, renewed, failures, lifetime };
}

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

describe('access', () => {
  it('is renewed after half of its life, again and again', async () => {
    const { access, asked, renewed } = setUp();
    await minutes(29);
    expect(asked).toEqual([]);
    await minutes(1);
    expect(access.current.ticket).toBe('ticket-1');
    await minutes(31);
    expect(asked).toEqual(['ticket-0', 'ticket-1']);
    expect(renewed).toEqual(['ticket-1', 'ticket-2']);
  });

  it('that was kept is renewed at once', async () => {
    const { access } = setUp({ isFresh: false });
    await minutes(0);
    expect(access.current.ticket).toBe('ticket-1');
  });

  it('is asked for until the server answers', async () => {
    const { access, failures, asked } = setUp();
    failures.push(new DesksideError('server-unreachable'), new DesksideError('server-busy'));
    await minutes(30);
    expect(access.current.ticket).toBe('ticket-0');
    await minutes(2);
    expect(asked).toHaveLength(3);
    expect(access.current.ticket).toBe('ticket-3');
  });

  it('is not asked for any more once it is refused, or the session is over', async () => {
    const { failures, asked } = setUp();
    failures.push(new DesksideError('session-ended'));
    await minutes(600);
    expect(asked).toHaveLength(1);
    const over = setUp();
    over.lifetime.abort();
    await minutes(600);
    expect(over.asked).toEqual([]);
  });

  it('that has run out is renewed when that is found out, once for all who do', async () => {
    const { access, asked, failures } = setUp();
    await Promise.all([access.renew(), access.renew()]);
    expect(asked).toEqual(['ticket-0']);
    failures.push(new DesksideError('session-revoked'));
    await expect(access.renew()).rejects.toMatchObject({ code: 'session-revoked' });
  });
});
