import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer, candidate, offer, sealed } from './testing/peerjs-frames.ts';
import { SignallingClient, signallingUrl } from './testing/signalling-client.ts';
import { TestServer, type TestSession } from './testing/test-server.ts';

let server: TestServer;
let session: TestSession;

beforeEach(async () => {
  server = await TestServer.start();
  session = await server.createSession();
});

afterEach(() => server.running.close());

const refusal = (code: string) => ({ type: 'ERROR', payload: { msg: code } });

describe('entering', () => {
  it('with a ticket of the right side is answered with OPEN', async () => {
    const technician = server.open(session, 'technician');
    const customer = server.open(session, 'customer');
    expect(await technician.next()).toEqual({ type: 'OPEN' });
    expect(await customer.next()).toEqual({ type: 'OPEN' });
    expect(await server.health()).toMatchObject({ peers: 2 });
  });

  it.each([
    ["the other side's ticket", () => session.customer.ticket, 'sign-in-refused'],
    ['a made-up ticket', () => 'x'.repeat(43), 'sign-in-refused'],
    ['no ticket', () => '', 'sign-in-refused'],
    ['an endless ticket', () => 'x'.repeat(2000), 'bad-request'],
  ])('with %s is refused in words that the PeerJS client passes on', async (_what, ticket, code) => {
    const client = server.open(session, 'technician', ticket());
    expect(await client.next()).toEqual(refusal(code));
    expect(await client.closed).toEqual({ code: 1008, reason: code });
  });

  it('a session that is unknown, used, expired or over says which', async () => {
    const unknown = server.open({ ...session, sessionId: '0'.repeat(32) }, 'customer');
    expect(await unknown.next()).toEqual(refusal('link-unknown'));

    const ticket = await server.join(session.sessionId);
    await server.markJoined(session);
    const late = server.open(session, 'customer');
    expect(await late.next()).toEqual(refusal('link-used'));

    const bearer = { authorization: `Bearer ${ticket}` };
    await server.post(`/api/sessions/${session.sessionId}/end`, bearer);
    const over = server.open(session, 'customer', ticket);
    expect(await over.next()).toEqual(refusal('session-ended'));

    const other = await server.createSession();
    server.advance(24 * 60 * 60 * 1000);
    const expired = server.open(other, 'technician');
    expect(await expired.next()).toEqual(refusal('link-expired'));
  });

  it.each(['', 'id=', 'id=someone', 'id=..-customer', `id=${'0'.repeat(32)}-observer`])(
    'with the query "%s" is refused',
    async (query) => {
      const client = new SignallingClient(
        `${server.running.url.replace('http', 'ws')}/signal/peerjs?${query}`,
      );
      expect(await client.next()).toEqual(refusal('bad-request'));
      expect((await client.closed).code).toBe(1008);
    },
  );

  it('by any other address is no upgrade', async () => {
    const client = new SignallingClient(`${server.running.url.replace('http', 'ws')}/elsewhere`);
    expect((await client.closed).code).toBe(1006);
  });

  it('an id that is in use needs its ticket, and leaves its holder alone otherwise', async () => {
    const technician = await server.connect(session, 'technician');
    const thief = server.open(session, 'technician', session.customer.ticket);
    expect(await thief.next()).toEqual(refusal('sign-in-refused'));
    const customer = await server.connect(session, 'customer');
    customer.send(offer(session.technician.id));
    expect(await technician.next()).toMatchObject({ type: 'OFFER' });
  });

  it('again with the same ticket takes the place of the older socket', async () => {
    const older = await server.connect(session, 'technician');
    const newer = await server.connect(session, 'technician');
    expect(await older.closed).toEqual({ code: 4001, reason: 'replaced' });
    const customer = await server.connect(session, 'customer');
    customer.send(offer(session.technician.id));
    expect(await newer.next()).toMatchObject({ type: 'OFFER' });
    expect(await server.health()).toMatchObject({ peers: 2 });
  });

  it('as a customer by a link that was opened twice sends the earlier customer away', async () => {
    const earlier = await server.connect(session, 'customer');
    await server.join(session.sessionId);
    expect(await earlier.next()).toEqual(refusal('link-used'));
    expect(await earlier.closed).toEqual({ code: 4001, reason: 'replaced' });
    const back = server.open(session, 'customer');
    expect(await back.next()).toEqual(refusal('sign-in-refused'));
  });
});

describe('a frame', () => {
  it('reaches the other side as it was sent, under the name that the server knows', async () => {
    const technician = await server.connect(session, 'technician');
    const customer = await server.connect(session, 'customer');
    const { technician: there, customer: here } = session;

    customer.send({ ...offer(there.id), src: 'somebody-else' });
    expect(await technician.next()).toEqual({ ...offer(there.id), src: here.id });
    technician.send(answer(here.id));
    expect(await customer.next()).toEqual({ ...answer(here.id), src: there.id });
    technician.send(candidate(here.id));
    expect(await customer.next()).toEqual({ ...candidate(here.id), src: there.id });
    customer.send({ type: 'LEAVE', dst: there.id });
    expect(await technician.next()).toEqual({ type: 'LEAVE', dst: there.id, src: here.id });
    customer.send({ type: 'EXPIRE', dst: there.id });
    expect(await technician.next()).toEqual({ type: 'EXPIRE', dst: there.id, src: here.id });
  });

  it('still reaches the other side after the customer has joined', async () => {
    const technician = await server.connect(session, 'technician');
    await server.markJoined(session);
    const customer = await server.connect(session, 'customer');
    customer.send(candidate(session.technician.id));
    expect(await technician.next()).toMatchObject({ type: 'CANDIDATE' });
  });

  it('loses what PeerJS does not know', async () => {
    const technician = await server.connect(session, 'technician');
    const customer = await server.connect(session, 'customer');
    customer.send({ ...offer(session.technician.id, { more: 1 }), extra: 'x' });
    expect(await technician.next()).toEqual({ ...offer(session.technician.id), src: session.customer.id });
  });

  it('for a side that is not there yet is delivered, in order, once it is', async () => {
    const customer = await server.connect(session, 'customer');
    customer.send(offer(session.technician.id));
    for (let i = 1; i <= 10; i++) customer.send(candidate(session.technician.id, i));
    // Frames of one socket are handled in order: with the answer to the last, all were.
    customer.send('nonsense');
    expect(await customer.next()).toEqual(refusal('bad-request'));
    server.advance(4_999);
    const technician = await server.connect(session, 'technician');
    expect(await technician.next()).toMatchObject({ type: 'OFFER', src: session.customer.id });
    for (let i = 1; i <= 10; i++) {
      expect(await technician.next()).toMatchObject(candidate(session.technician.id, i));
    }
  });

  it('that waited for five seconds is dropped, and an offer is answered with EXPIRE', async () => {
    const customer = await server.connect(session, 'customer');
    customer.send(candidate(session.technician.id, 1));
    customer.send(offer(session.technician.id));
    customer.send('nonsense');
    await customer.next();
    server.advance(5_000);
    expect(await customer.next()).toEqual({
      type: 'EXPIRE',
      src: session.technician.id,
      dst: session.customer.id,
    });
    const technician = await server.connect(session, 'technician');
    customer.send(candidate(session.technician.id, 2));
    expect(await technician.next()).toMatchObject(candidate(session.technician.id, 2));
  });

  it('that is a sealed box reaches the other side, and waits for nobody', async () => {
    const customer = await server.connect(session, 'customer');
    const { technician: there, customer: here } = session;
    customer.send(sealed(there.id, 'too-early'));
    await customer.settled();
    const technician = await server.connect(session, 'technician');
    customer.send(sealed(there.id, 'in-time'));
    expect(await technician.next()).toEqual({ ...sealed(there.id, 'in-time'), src: here.id });
    // Nobody is told of the one that was lost: its sender repeats it.
    server.advance(5_000);
    technician.send(sealed(here.id, 'back'));
    expect(await customer.next()).toEqual({ ...sealed(here.id, 'back'), src: there.id });
  });

  it('that is a heartbeat is answered, once each', async () => {
    const customer = await server.connect(session, 'customer');
    customer.send({ type: 'HEARTBEAT' });
    customer.send({ type: 'HEARTBEAT' });
    customer.send('nonsense');
    expect(await customer.next()).toEqual({ type: 'HEARTBEAT' });
    expect(await customer.next()).toEqual({ type: 'HEARTBEAT' });
    expect(await customer.next()).toEqual(refusal('bad-request'));
  });

  it('that is an offer too many for somebody absent is answered with EXPIRE at once', async () => {
    const customer = await server.connect(session, 'customer');
    for (let i = 1; i <= 32; i++) customer.send(candidate(session.technician.id, i));
    customer.send(offer(session.technician.id));
    expect(await customer.next()).toMatchObject({ type: 'EXPIRE', src: session.technician.id });
  });

  it('of a customer who was replaced never reaches the technician, however late they come', async () => {
    const earlier = await server.connect(session, 'customer');
    earlier.send(offer(session.technician.id, { connectionId: 'earlier' }));
    earlier.send('nonsense');
    await earlier.next();
    const ticket = await server.join(session.sessionId);
    const later = server.open(session, 'customer', ticket);
    expect(await later.next()).toEqual({ type: 'OPEN' });
    later.send(offer(session.technician.id, { connectionId: 'later' }));
    const technician = await server.connect(session, 'technician');
    expect(await technician.next()).toMatchObject({ payload: { connectionId: 'later' } });
  });
});

describe('the end', () => {
  it('of a session closes both its sockets and no others', async () => {
    const other = await server.createSession();
    const bystander = await server.connect(other, 'technician');
    const technician = await server.connect(session, 'technician');
    const customer = await server.connect(session, 'customer');
    const bearer = { authorization: `Bearer ${session.technician.ticket}` };
    await server.post(`/api/sessions/${session.sessionId}/end`, bearer);
    expect(await technician.closed).toEqual({ code: 1000, reason: 'session-ended' });
    expect(await customer.closed).toEqual({ code: 1000, reason: 'session-ended' });
    expect(bystander.socket.readyState).toBe(bystander.socket.OPEN);
  });

  it('of an unused link closes the sockets that wait behind it', async () => {
    const technician = await server.connect(session, 'technician');
    server.advance(24 * 60 * 60 * 1000);
    expect(await technician.closed).toEqual({ code: 1000, reason: 'link-expired' });
  });

  it('of the server tells everybody, and waits for nobody', async () => {
    const technician = await server.connect(session, 'technician');
    const customer = await server.connect(session, 'customer');
    await server.running.close();
    expect((await technician.closed).code).toBe(1001);
    expect((await customer.closed).code).toBe(1001);
    const late = new SignallingClient(
      signallingUrl(server.running.url, session.sessionId, 'customer', session.customer.ticket),
    );
    expect((await late.closed).code).toBe(1006);
  });
});
