// How many sockets there may be, and how long one may be silent.

import { connect as connectTcp } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SOCKET_LIMITS } from './signalling.ts';
import { candidate } from './testing/peerjs-frames.ts';
import { SignallingClient } from './testing/signalling-client.ts';
import { proxies } from './testing/test-config.ts';
import { TestServer, type TestServerOptions } from './testing/test-server.ts';
import { startTwoSessions } from './testing/two-sessions.ts';

let server: TestServer;

afterEach(() => server.running.close());

async function setUp(options?: TestServerOptions) {
  const all = await startTwoSessions(options);
  server = all.server;
  return all;
}

describe('a silent socket', () => {
  it('is asked for a sign of life, and stays while it gives one', async () => {
    const { session, attacker, victim } = await setUp();
    for (let i = 0; i < 5; i++) {
      const asked = new Promise((resolve) => victim.socket.once('ping', resolve));
      server.advance(10_000);
      await asked;
      // The pong goes out before this frame does.
      victim.send(candidate(session.customer.id, i));
      expect(await attacker.next()).toMatchObject({ type: 'CANDIDATE' });
    }
    expect(victim.socket.readyState).toBe(victim.socket.OPEN);
  });

  it('is given up after thirty seconds', async () => {
    const { attacker, victim } = await setUp();
    attacker.tcpSocket.pause();
    server.clock.advance(29_999);
    victim.send({ type: 'HEARTBEAT' });
    await victim.settled();
    server.advance(1);
    attacker.tcpSocket.resume();
    expect((await attacker.closed).code).toBe(1006);
    expect(victim.socket.readyState).toBe(victim.socket.OPEN);
  });
});

describe('too many sockets', () => {
  const limits = (changes: object) => ({ socketLimits: { ...DEFAULT_SOCKET_LIMITS, ...changes } });

  it('on the server are refused until one is closed', async () => {
    server = await TestServer.start(limits({ maxSockets: 2 }));
    const session = await server.createSession();
    const technician = await server.connect(session, 'technician');
    await server.connect(session, 'customer');
    await expectTurnedAway(server.open(session, 'customer'));
    technician.socket.close();
    await technician.closed;
    await server.connect(session, 'technician');
  });

  it('from one address are refused, and others are not', async () => {
    server = await TestServer.start({
      ...limits({ maxSocketsPerAddress: 1 }),
      config: { trustedProxies: proxies('127.0.0.1') },
    });
    const session = await server.createSession();
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    const url = `${server.running.url.replace('http', 'ws')}/signal/peerjs?id=${session.technician.id}&token=${session.technician.ticket}`;
    const first = new SignallingClient(url, from('203.0.113.9'));
    expect(await first.next()).toEqual({ type: 'OPEN' });
    const second = new SignallingClient(url, from('203.0.113.9'));
    await expectTurnedAway(second);
    const third = new SignallingClient(url, from('198.51.100.1'));
    expect(await third.next()).toEqual({ type: 'OPEN' });
    // It took the first one's place, so that address has room again.
    await first.closed;
    const fourth = new SignallingClient(url, from('203.0.113.9'));
    expect(await fourth.next()).toEqual({ type: 'OPEN' });
  });

  it('are told why only as long as there are few of those too', async () => {
    server = await TestServer.start(limits({ maxSockets: 0, maxTurnedAway: 1 }));
    const session = await server.createSession();
    // One that never answers the closing handshake, and so goes on counting.
    const mute = connectTcp(Number(new URL(server.running.url).port), '127.0.0.1');
    mute.write(
      'GET /signal/peerjs HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await new Promise((resolve) => mute.once('data', resolve));
    expect(await refusedUpgrade(session, 'customer')).toEqual({ status: 503, retryAfter: '5' });
    const closed = new Promise((resolve) => mute.once('close', resolve));
    mute.end();
    await closed;
    await expectTurnedAway(server.open(session, 'customer'));
  });

  it('in a short time are refused', async () => {
    server = await TestServer.start(limits({ upgrades: { burst: 2, perSecond: 1 } }));
    const session = await server.createSession();
    await server.connect(session, 'technician');
    await server.connect(session, 'customer');
    await expectTurnedAway(server.open(session, 'customer'));
    server.advance(1_000);
    await server.connect(session, 'customer');
  });

  it('that never finish their handshake hold nothing up', async () => {
    const { expectOthersAlive } = await setUp();
    const { port } = new URL(server.running.url);
    const halves = Array.from({ length: 20 }, () => connectTcp(Number(port), '127.0.0.1'));
    for (const half of halves)
      half.on('error', () => {}).write('GET /signal/peerjs HTTP/1.1\r\nUpgrade: webso');
    await expectOthersAlive();
    for (const half of halves) half.destroy();
  });
});

async function expectTurnedAway(client: SignallingClient) {
  expect(await client.next()).toEqual({ type: 'ERROR', payload: { msg: 'server-busy' } });
  expect(await client.closed).toEqual({ code: 1013, reason: 'server-busy' });
}

/** How an upgrade is refused. */
function refusedUpgrade(session: Parameters<TestServer['open']>[0], role: 'customer' | 'technician') {
  const { socket } = server.open(session, role);
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => {
      response.destroy();
      resolve({ status: response.statusCode, retryAfter: response.headers['retry-after'] });
    });
    socket.on('open', () => resolve({ status: 101 }));
  });
}
