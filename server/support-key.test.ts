// The server's part in joining by key: routing digits held while a session waits, and limits on finding them.

import { describe, expect, it } from 'vitest';
import {
  decodeApiBody,
  keyAllocatedSchema,
  routedSchema,
  sessionCreatedSchema,
} from '../src/protocol/session-api.ts';
import { DEFAULT_SESSION_LIMITS, type Revocation, Sessions } from './sessions.ts';
import { countingRandom } from './testing/counting-random.ts';
import { failureCode } from './testing/failure-code.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { recordingLog } from './testing/silent-log.ts';
import { testApp } from './testing/test-app.ts';
import { BY_LINK } from './testing/test-technician.ts';

const LIMITS = { ...DEFAULT_SESSION_LIMITS, linkTtlMs: 60_000 };

function setUp() {
  const clock = new ManualClock();
  const sessions = new Sessions(LIMITS, clock, countingRandom(), () => {});
  const { sessionId: id, ticket } = sessions.create(BY_LINK);
  const routing = sessions.allocateRouting(id, ticket);
  return { clock, sessions, id, ticket, routing };
}

describe('routing digits', () => {
  it('lead to their session while it waits, and while somebody is joining', () => {
    const { sessions, id, routing } = setUp();
    expect(sessions.findByRouting(routing)).toBe(id);
    sessions.join(id);
    expect(sessions.findByRouting(routing)).toBe(id);
  });

  it.each<[string, (subject: ReturnType<typeof setUp>) => void]>([
    ['a new key', ({ sessions, id, ticket }) => void sessions.allocateRouting(id, ticket)],
    [
      'the customer’s coming',
      ({ sessions, id, ticket }) => {
        sessions.join(id);
        sessions.markJoined(id, ticket);
      },
    ],
    ['the end', ({ sessions, id, ticket }) => sessions.end(id, ticket)],
    ['expiry', ({ clock }) => clock.advance(60_000)],
    [
      'expiry, swept',
      ({ clock, sessions }) => {
        clock.advance(60_000);
        sessions.sweep(() => false);
      },
    ],
  ])('lead nowhere after %s', (_, happen) => {
    const subject = setUp();
    happen(subject);
    expect(failureCode(() => subject.sessions.findByRouting(subject.routing))).toBe('key-unknown');
  });

  it('are for the technician to ask for, before the customer is there', () => {
    const { sessions, id, ticket } = setUp();
    const customer = sessions.join(id);
    expect(failureCode(() => sessions.allocateRouting(id, customer))).toBe('sign-in-refused');
    sessions.markJoined(id, ticket);
    expect(failureCode(() => sessions.allocateRouting(id, ticket))).toBe('link-used');
    sessions.end(id, ticket);
    expect(failureCode(() => sessions.allocateRouting(id, ticket))).toBe('session-ended');
  });
});

describe('somebody who joins without having proven anything', () => {
  it('takes only themselves out when they end: the session waits on', () => {
    const { sessions, id, routing } = setUp();
    const revocations: Revocation[] = [];
    sessions.onRevoked((revocation) => revocations.push(revocation));
    const stranger = sessions.join(id);
    sessions.end(id, stranger);
    expect(revocations).toEqual([{ kind: 'customer-replaced', sessionId: id }]);
    expect(failureCode(() => sessions.authorise(id, 'customer', stranger))).toBe('sign-in-refused');
    expect(sessions.findByRouting(routing)).toBe(id);
    expect(failureCode(() => sessions.join(id))).toBeNull();
  });
});

async function withSession() {
  const log = recordingLog();
  const app = testApp({ log: log.log });
  const created = await app.post('/api/sessions', { cookie: await app.cookie() });
  const { sessionId, ticket } = decodeApiBody(sessionCreatedSchema, await created.json());
  const newKey = () => app.post(`/api/sessions/${sessionId}/key`, { authorization: `Bearer ${ticket}` });
  const { routing } = decodeApiBody(keyAllocatedSchema, await (await newKey()).json());
  return { ...app, sessionId, ticket, routing, newKey, lines: log.lines };
}

async function refusal(response: Promise<Response>): Promise<unknown> {
  const answer = await response;
  return { status: answer.status, ...Object(await answer.json()) };
}

describe('a key over HTTP', () => {
  it('is found by its routing digits, and by nothing else', async () => {
    const { request, routing, sessionId } = await withSession();
    const found = decodeApiBody(routedSchema, await (await request(`/api/keys/${routing}`)).json());
    expect(found.sessionId).toBe(sessionId);
    const unknown = { status: 404, code: 'key-unknown' };
    const other = String((Number(routing) + 1) % 10_000).padStart(4, '0');
    for (const text of [other, `${routing}0`, `${routing}45678`, 'abcd', '%00']) {
      expect(await refusal(request(`/api/keys/${text}`))).toEqual(unknown);
    }
  });

  it('is given out to the technician only, and to nobody over and over', async () => {
    const { post, sessionId, newKey } = await withSession();
    const path = `/api/sessions/${sessionId}/key`;
    expect(await refusal(post(path))).toEqual({ status: 401, code: 'sign-in-required' });
    expect(await refusal(post(path, { authorization: 'Bearer made-up' }))).toEqual({
      status: 403,
      code: 'sign-in-refused',
    });
    for (let count = 0; count < 9; count++) expect((await newKey()).status).toBe(200);
    expect(await refusal(newKey())).toEqual({ status: 429, code: 'too-many-tries' });
  });

  it('cannot be found by trying all of them from one address', async () => {
    const { request, routing, clock } = await withSession();
    const look = (text: string, address?: string) => request(`/api/keys/${text}`, {}, address);
    for (let count = 0; count < 10; count++) expect((await look('99999')).status).toBe(404);
    expect(await refusal(look(routing))).toEqual({ status: 429, code: 'too-many-tries' });
    expect((await look(routing, '198.51.100.7')).status).toBe(200);
    clock.advance(6_000);
    expect((await look(routing)).status).toBe(200);
  });

  it('cannot be burned again and again from one address', async () => {
    const { request, sessionId, clock } = await withSession();
    const join = (address?: string) =>
      request(`/api/sessions/${sessionId}/join`, { method: 'POST' }, address);
    for (let count = 0; count < 6; count++) expect((await join()).status).toBe(200);
    expect(await refusal(join())).toEqual({ status: 429, code: 'too-many-tries' });
    expect((await join('2001:db8::1')).status).toBe(200);
    clock.advance(20_000);
    expect((await join()).status).toBe(200);
  });

  it('leaves no digit of its own in the log', async () => {
    const { request, routing, lines } = await withSession();
    for (let count = 0; count < 12; count++) await request(`/api/keys/${routing}`);
    const log = lines.join('').replace(/"time":\d+/g, '');
    expect(log).toContain('too many tries');
    expect(log).not.toContain(routing);
  });
});
