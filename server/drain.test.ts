// A server that goes down takes nothing more, even from those who were in the middle of a sentence.

import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestServer, type TestSession } from './testing/test-server.ts';

let server: TestServer;
let session: TestSession;

beforeEach(async () => {
  server = await TestServer.start();
  session = await server.createSession();
});

afterEach(() => server.running.close());

/** Sends the first lines of a request, lets the server go down, and sends the rest. Resolves with the answer. */
async function finishWhileGoingDown(firstLine: string, headers: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(server.running.url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
  });
  const ended = once(socket, 'close');
  await once(socket, 'connect');
  socket.write(`${firstLine} HTTP/1.1\r\nHost: localhost\r\n`);
  // By the second answer it has taken this connection, and read from it.
  await server.health();
  await server.health();
  const closing = server.running.close();
  socket.write(`${headers.join('\r\n')}\r\n\r\n`);
  await ended;
  await closing;
  return answer;
}

it('refuses a request that was half sent, says when to come again, and changes nothing', async () => {
  const path = `/api/sessions/${session.sessionId}/end`;
  const authorization = `Authorization: Bearer ${session.technician.ticket}`;
  const answer = await finishWhileGoingDown(`POST ${path}`, [authorization, 'Connection: close']);
  expect(answer).toMatch(/^HTTP\/1\.1 503 /);
  expect(answer).toMatch(/retry-after: 5\r\n/i);
  expect(answer).toContain('{"code":"server-busy"}');
});

it('refuses a socket that was half open', async () => {
  const { id, ticket } = session.customer;
  const answer = await finishWhileGoingDown(`GET /signal/peerjs?id=${id}&token=${ticket}`, [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ]);
  expect(answer).toMatch(/^HTTP\/1\.1 503 /);
});
