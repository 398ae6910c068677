// Malformed and oversized frames leave the server and other sessions alive.

import { afterEach, describe, expect, it } from 'vitest';
import { candidate, deepOffer, offer } from './testing/peerjs-frames.ts';
import type { TestServer, TestServerOptions } from './testing/test-server.ts';
import { startTwoSessions } from './testing/two-sessions.ts';

let server: TestServer;

afterEach(() => server.running.close());

async function setUp(options?: TestServerOptions) {
  const all = await startTwoSessions(options);
  server = all.server;
  return all;
}

const ERROR = { type: 'ERROR', payload: { msg: 'bad-request' } };

describe('a malformed frame', () => {
  it.each<[string, (dst: string) => string | Buffer | object]>([
    ['nothing', () => ''],
    ['not JSON', () => '{"type":'],
    ['not an object', () => '"OFFER"'],
    ['null', () => 'null'],
    ['a list', () => '[]'],
    ['an object without a type', () => ({})],
    ['a type that is no text', () => ({ type: { more: 1 } })],
    ['a type of the server', () => ({ type: 'OPEN' })],
    ['a type that nobody knows', (dst) => ({ type: '__proto__', dst })],
    ['an offer without a destination', (dst) => ({ ...offer(dst), dst: undefined })],
    ['an offer without a payload', (dst) => ({ type: 'OFFER', dst })],
    ['an offer of media', (dst) => offer(dst, { type: 'media' })],
    ['an offer whose description is text', (dst) => offer(dst, { sdp: 'v=0' })],
    ['an offer that carries an answer', (dst) => offer(dst, { sdp: { type: 'answer', sdp: '' } })],
    ['an offer with a name without end', (dst) => offer(dst, { connectionId: 'x'.repeat(1000) })],
    ['an endless description', (dst) => offer(dst, { sdp: { type: 'offer', sdp: 'x'.repeat(50_000) } })],
    ['JSON that nests a little too deep', (dst) => deepOffer(dst, 7)],
    ['JSON that nests absurdly deep', (dst) => deepOffer(dst, 30_000)],
    ['JSON that only ever opens', () => '['.repeat(65_000)],
    ['a binary frame', () => Buffer.from(JSON.stringify({ type: 'HEARTBEAT' }))],
  ])('(%s) is answered and goes no further', async (_what, frameTo) => {
    const { session, attacker, victim, expectOthersAlive } = await setUp();
    attacker.send(frameTo(session.technician.id));
    expect(await attacker.next()).toEqual(ERROR);
    attacker.send(candidate(session.technician.id));
    expect(await victim.next()).toMatchObject({ type: 'CANDIDATE' });
    await expectOthersAlive();
  });

  it.each([
    ['another session', (id: { theirs: string }) => id.theirs],
    ['oneself', (id: { own: string }) => id.own],
    ['nobody', () => 'nobody'],
  ])('is also one that is addressed to %s', async (_whom, choose) => {
    const { session, bystanders, attacker, expectOthersAlive } = await setUp();
    attacker.send(offer(choose({ theirs: bystanders.technician.id, own: session.customer.id })));
    expect(await attacker.next()).toEqual(ERROR);
    // Were the offer delivered, it would come before what the bystanders say to each other.
    await expectOthersAlive();
  });

  it('too many costs the socket, not the place: the ticket still works', async () => {
    const { session, attacker, expectOthersAlive } = await setUp();
    for (let i = 0; i < 6; i++) attacker.send('nonsense');
    for (let i = 0; i < 6; i++) expect(await attacker.next()).toEqual(ERROR);
    expect(await attacker.closed).toEqual({ code: 1008, reason: 'malformed frames' });
    await server.connect(session, 'customer');
    await expectOthersAlive();
  });

  it('at the level of WebSockets closes the socket', async () => {
    const { attacker, expectOthersAlive } = await setUp();
    // A frame with a reserved opcode (RFC 6455 section 5.2), masked as a client's must be.
    attacker.tcpSocket.write(Buffer.of(0x83, 0x80, 0, 0, 0, 0));
    expect((await attacker.closed).code).toBe(1002);
    await expectOthersAlive();
  });

  it('that is text but no UTF-8 closes the socket', async () => {
    const { attacker, expectOthersAlive } = await setUp();
    attacker.tcpSocket.write(Buffer.of(0x81, 0x81, 0, 0, 0, 0, 0xff));
    expect((await attacker.closed).code).toBe(1007);
    await expectOthersAlive();
  });
});

describe('an oversized frame', () => {
  it('closes the socket', async () => {
    const { session, attacker, expectOthersAlive } = await setUp();
    attacker.send(offer(session.technician.id, { metadata: 'x'.repeat(64 * 1024) }));
    expect((await attacker.closed).code).toBe(1009);
    await expectOthersAlive();
  });

  it('is refused by its announced length, before it is read', async () => {
    const { attacker, expectOthersAlive } = await setUp();
    // A text frame that announces 2^40 bytes and sends none of them.
    attacker.tcpSocket.write(Buffer.of(0x81, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    expect((await attacker.closed).code).toBe(1009);
    await expectOthersAlive();
  });

  it('in fragments closes the socket too', async () => {
    const { attacker, expectOthersAlive } = await setUp();
    for (let i = 0; i < 80; i++) attacker.socket.send('x'.repeat(1024), { fin: false }, () => {});
    // 1008 for too many fragments, 1009 for too many bytes.
    expect([1008, 1009]).toContain((await attacker.closed).code);
    await expectOthersAlive();
  });
});
