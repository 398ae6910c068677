// A server with two sessions: one whose customer is about to misbehave, and one that must not notice.

import { expect } from 'vitest';
import { candidate } from './peerjs-frames.ts';
import { TestServer, type TestServerOptions } from './test-server.ts';

export async function startTwoSessions(options?: TestServerOptions) {
  const server = await TestServer.start(options);
  const session = await server.createSession();
  const bystanders = await server.createSession();
  const attacker = await server.connect(session, 'customer');
  const victim = await server.connect(session, 'technician');
  const there = await server.connect(bystanders, 'technician');
  const here = await server.connect(bystanders, 'customer');
  /** The other session goes on, with nothing between its frames, and the server with it. */
  const expectOthersAlive = async () => {
    here.send(candidate(bystanders.technician.id));
    expect(await there.next()).toMatchObject({ type: 'CANDIDATE', src: bystanders.customer.id });
    there.send(candidate(bystanders.customer.id));
    expect(await here.next()).toMatchObject({ type: 'CANDIDATE', src: bystanders.technician.id });
    expect(await server.health()).toMatchObject({ status: 'ok' });
  };
  return { server, session, bystanders, attacker, victim, expectOthersAlive };
}
