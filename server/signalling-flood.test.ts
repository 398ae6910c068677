// Floods, and browsers that do not read, leave the server and other sessions alive.

import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_HUB_LIMITS, type HubLimits } from './signalling-hub.ts';
import { candidate, offer } from './testing/peerjs-frames.ts';
import type { TestServer, TestServerOptions } from './testing/test-server.ts';
import { startTwoSessions } from './testing/two-sessions.ts';

let server: TestServer;

afterEach(() => server.running.close());

async function setUp(options?: TestServerOptions) {
  const all = await startTwoSessions(options);
  server = all.server;
  return all;
}

describe('a flood', { timeout: 20_000 }, () => {
  it('of frames is cut to the burst, then costs the socket', async () => {
    const { session, attacker, victim, expectOthersAlive } = await setUp();
    for (let i = 1; i <= 20_000; i++) attacker.send(candidate(session.technician.id, i));
    expect(await attacker.next()).toEqual({ type: 'ERROR', payload: { msg: 'server-busy' } });
    expect(await attacker.closed).toEqual({ code: 1008, reason: 'too many frames' });
    for (let i = 1; i <= 100; i++) {
      expect(await victim.next()).toMatchObject(candidate(session.technician.id, i));
    }
    const again = await server.connect(session, 'customer');
    again.send(offer(session.technician.id));
    expect(await victim.next()).toMatchObject({ type: 'OFFER' });
    await expectOthersAlive();
  });

  it('of heartbeats gets no more answers than the burst', async () => {
    const { attacker, expectOthersAlive } = await setUp();
    for (let i = 1; i <= 20_000; i++) attacker.send({ type: 'HEARTBEAT' });
    for (let i = 1; i <= 100; i++) expect(await attacker.next()).toEqual({ type: 'HEARTBEAT' });
    expect(await attacker.next()).toEqual({ type: 'ERROR', payload: { msg: 'server-busy' } });
    expect(await attacker.closed).toEqual({ code: 1008, reason: 'too many frames' });
    await expectOthersAlive();
  });

  it('that is small loses frames and nothing else', async () => {
    const { session, attacker, victim } = await setUp();
    for (let i = 1; i <= 150; i++) attacker.send(candidate(session.technician.id, i));
    for (let i = 1; i <= 100; i++) await victim.next();
    // One more frame than was ever dropped would close the socket; it stays open, and time heals.
    await attacker.settled();
    server.advance(1_000);
    attacker.send(offer(session.technician.id));
    expect(await victim.next()).toMatchObject({ type: 'OFFER' });
  });

  it('of pings counts as one of frames', async () => {
    const { attacker, expectOthersAlive } = await setUp();
    const goOn = () => attacker.socket.ping(undefined, undefined, () => {});
    attacker.socket.on('pong', goOn);
    goOn();
    expect(await attacker.closed).toEqual({ code: 1008, reason: 'too many frames' });
    await expectOthersAlive();
  });

  it('of pings whose pongs nobody reads ends at once', async () => {
    const { attacker, expectOthersAlive } = await setUp();
    attacker.tcpSocket.pause();
    for (let i = 0; i < 100_000; i++) attacker.socket.ping('x'.repeat(100), true, () => {});
    while ((await server.health()).peers !== 3);
    attacker.tcpSocket.resume();
    expect((await attacker.closed).code).toBe(1006);
    await expectOthersAlive();
  });

  it('of random bytes closes the socket', async () => {
    const { attacker, expectOthersAlive } = await setUp();
    const noise = Buffer.alloc(256 * 1024);
    for (let i = 0, x = 12345; i < noise.length; i++) {
      x = (Math.imul(x, 1103515245) + 12345) >>> 0;
      noise[i] = x >>> 24;
    }
    attacker.tcpSocket.write(noise);
    await attacker.closed;
    await expectOthersAlive();
  });
});

describe('a browser that does not read', { timeout: 20_000 }, () => {
  it('is given up once a mebibyte waits for it, while its sender goes on', async () => {
    const frames = { burst: 1_000_000, perSecond: 1 };
    const member = { ...DEFAULT_HUB_LIMITS.member, frames };
    const hubLimits: HubLimits = { ...DEFAULT_HUB_LIMITS, member };
    const { session, attacker, victim, expectOthersAlive } = await setUp({
      hubLimits,
    });
    victim.tcpSocket.pause();
    let isGivenUp = false;
    const { peers } = await server.health();
    while (!isGivenUp) {
      // More than the operating system buffers on the way, in the end.
      for (let i = 0; i < 64; i++)
        attacker.send(offer(session.technician.id, { metadata: 'x'.repeat(60_000) }));
      await attacker.settled();
      isGivenUp = (await server.health()).peers !== peers;
    }
    await expectOthersAlive();
    victim.tcpSocket.resume();
    expect((await victim.closed).code).toBe(1006);
    const again = await server.connect(session, 'technician');
    again.send(candidate(session.customer.id));
  });
});
