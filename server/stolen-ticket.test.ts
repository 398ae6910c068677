// What somebody can do at signalling and at the API with a ticket that is not theirs, or not any more.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offer } from './testing/peerjs-frames.ts';
import { TEST_TOKEN } from './testing/test-config.ts';
import { TestServer, type TestSession } from './testing/test-server.ts';
import { TICKET_LIFETIME_S, Tickets } from './tickets.ts';

let server: TestServer;
let session: TestSession;

beforeEach(async () => {
  server = await TestServer.start();
  session = await server.createSession();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await server.running.close();
});

const bearer = (ticket: string) => ({ authorization: `Bearer ${ticket}` });
const refusal = (code: string) => ({ type: 'ERROR', payload: { msg: code } });
const renew = (ticket: string) => server.post(`/api/sessions/${session.sessionId}/access`, bearer(ticket));

async function codeOf(response: Promise<Response>): Promise<unknown> {
  return Object(await (await response).json()).code;
}

describe('a stolen ticket', () => {
  it('admits to no other session and to no other role', async () => {
    const other = await server.createSession();
    const attempts = [
      server.open(other, 'customer', session.customer.ticket),
      server.open(other, 'technician', session.technician.ticket),
      server.open(session, 'technician', session.customer.ticket),
      server.open(session, 'customer', session.technician.ticket),
    ];
    for (const attempt of attempts) expect(await attempt.next()).toEqual(refusal('sign-in-refused'));
  });

  it('is worth nothing once its holder has another one, or the session is over', async () => {
    await server.join(session.sessionId);
    const replaced = server.open(session, 'customer');
    expect(await replaced.next()).toEqual(refusal('sign-in-refused'));
    expect(await codeOf(renew(session.customer.ticket))).toBe('sign-in-refused');
    await server.post(`/api/sessions/${session.sessionId}/end`, bearer(session.technician.ticket));
    const over = server.open(session, 'technician');
    expect(await over.next()).toEqual(refusal('session-ended'));
    expect(await codeOf(renew(session.technician.ticket))).toBe('session-ended');
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['its holder gets another one', () => server.join(session.sessionId), 'sign-in-refused'],
    [
      'the session ends',
      () => server.post(`/api/sessions/${session.sessionId}/end`, bearer(session.technician.ticket)),
      'session-ended',
    ],
  ])('is worth nothing either if %s while it is being read', async (_, happen, code) => {
    const { read } = Tickets.prototype;
    vi.spyOn(Tickets.prototype, 'read').mockImplementationOnce(async function (this: Tickets, text) {
      const ticket = await read.call(this, text);
      await happen();
      return ticket;
    });
    expect(await server.open(session, 'customer').next()).toEqual(refusal(code));
  });

  it('runs out after an hour, and then no new one is given for it', async () => {
    server.advance(TICKET_LIFETIME_S * 1000);
    for (const role of ['technician', 'customer'] as const) {
      expect(await server.open(session, role).next()).toEqual(refusal('sign-in-required'));
      expect(await codeOf(renew(session[role].ticket))).toBe('sign-in-required');
    }
    const path = `/api/sessions/${session.sessionId}/end`;
    expect(await codeOf(server.post(path, bearer(session.technician.ticket)))).toBe('sign-in-required');
  });

  it('that is still good takes its holder’s place at signalling, who takes it back', async () => {
    const [holder, other] = [
      await server.connect(session, 'customer'),
      await server.connect(session, 'technician'),
    ];
    const thief = await server.connect(session, 'customer');
    expect((await holder.closed).reason).toBe('replaced');
    // The other side hears of them under the name that the ticket is for; the two browsers then prove each other.
    thief.send(offer(session.technician.id));
    expect(await other.next()).toMatchObject({ type: 'OFFER', src: session.customer.id });
    await server.connect(session, 'customer');
    expect((await thief.closed).reason).toBe('replaced');
  });
});

describe('a ticket', () => {
  it('is renewed while it is good, and the new one lasts longer', async () => {
    server.advance((TICKET_LIFETIME_S - 1) * 1000);
    const renewed = Object(await (await renew(session.customer.ticket)).json());
    expect(renewed).toMatchObject({ ticketLifetimeS: TICKET_LIFETIME_S, iceServers: expect.any(Array) });
    server.advance(2_000);
    expect(await server.open(session, 'customer', renewed.ticket).next()).toEqual({ type: 'OPEN' });
    expect(await server.open(session, 'customer').next()).toEqual(refusal('sign-in-required'));
  });

  it('of a technician who is signed in is renewed after it has run out; somebody else’s is not', async () => {
    const signedIn = await server.post('/api/sign-in', {}, { token: TEST_TOKEN });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    server.advance(TICKET_LIFETIME_S * 1000);
    const path = `/api/sessions/${session.sessionId}/access`;
    const renewed = await server.post(path, { ...bearer(session.technician.ticket), cookie });
    expect(renewed.status).toBe(200);
    const customers = server.post(path, { ...bearer(session.customer.ticket), cookie });
    expect(await codeOf(customers)).toBe('sign-in-required');
  });

  it('is not renewed without end', async () => {
    const codes: unknown[] = [];
    for (let count = 0; count < 21; count++) codes.push(await codeOf(renew(session.customer.ticket)));
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => undefined));
    expect(codes[20]).toBe('too-many-tries');
  });
});
