// Reporting a session, and what an operator makes of it, through real HTTP and a real state folder.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { abuseReportedSchema } from '../src/protocol/abuse-report.ts';
import { decodeApiBody } from '../src/protocol/session-api.ts';
import type { ServerConfig } from './config.ts';
import { AccountsFile, ANA, BEN, TEST_PASSWORD } from './testing/test-accounts.ts';
import { TestServer, type TestSession } from './testing/test-server.ts';
import { WebhookReceiver } from './testing/webhook-receiver.ts';

const OPERATOR_TOKEN = 'test-operator-token';
const OPERATOR = { authorization: `Bearer ${OPERATOR_TOKEN}` };
const MINUTE_MS = 60_000;

let file: AccountsFile;
let folder: string;
const servers: TestServer[] = [];

beforeEach(() => {
  file = new AccountsFile(ANA, BEN);
  folder = mkdtempSync(join(tmpdir(), 'deskside-state-'));
});

afterEach(async () => {
  await closeAll();
  file.remove();
  rmSync(folder, { recursive: true });
});

function closeAll(): Promise<unknown> {
  return Promise.all(servers.splice(0).map(({ running }) => running.close()));
}

async function start(config: Partial<ServerConfig> = {}): Promise<TestServer> {
  const server = await TestServer.start({
    config: { techniciansFile: file.path, stateFolder: folder, operatorToken: OPERATOR_TOKEN, ...config },
  });
  servers.push(server);
  return server;
}

async function restart(): Promise<TestServer> {
  await closeAll();
  return start();
}

function signIn(server: TestServer, username: string): Promise<Response> {
  return server.post('/api/sign-in', {}, { username, password: TEST_PASSWORD });
}

/** A session of Ana's that the customer has joined. */
async function joinedSession(server: TestServer): Promise<TestSession> {
  const cookies = (await signIn(server, 'ana')).headers.getSetCookie();
  const session = await server.createSession(cookies.map((cookie) => cookie.split(';')[0]).join('; '));
  await server.markJoined(session);
  return session;
}

function report(
  server: TestServer,
  { sessionId, customer }: TestSession,
  body: object = { reason: 'money', text: 'She wants gift cards.' },
  ticket = customer.ticket,
): Promise<Response> {
  return server.post(`/api/sessions/${sessionId}/report`, { authorization: `Bearer ${ticket}` }, body);
}

function end(server: TestServer, { sessionId, customer }: TestSession): Promise<Response> {
  return server.post(`/api/sessions/${sessionId}/end`, { authorization: `Bearer ${customer.ticket}` });
}

async function answerOf(response: Promise<Response>): Promise<unknown> {
  const { status, ...rest } = await response.then(async (got) => ({
    status: got.status,
    body: got.status === 204 ? null : await got.json(),
  }));
  return [status, rest.body];
}

async function reportsAt(server: TestServer): Promise<Readonly<Record<string, unknown>>> {
  return Object(
    await (await fetch(`${server.running.url}/api/operator/reports`, { headers: OPERATOR })).json(),
  );
}

describe('a customer', () => {
  it('reports a session and gets a reference, by which the operator finds it', async () => {
    const server = await start();
    const session = await joinedSession(server);
    const response = await report(server, session);
    expect(response.status).toBe(200);
    const { reference } = decodeApiBody(abuseReportedSchema, await response.json());
    const { reports } = await reportsAt(server);
    expect(reports).toEqual([
      {
        reference,
        at: new Date(server.clock.now()).toISOString(),
        sessionId: session.sessionId,
        hasJoined: true,
        technician: { id: 'ana', name: 'Ana Souza', organisation: 'Example Support', verified: 'account' },
        reason: 'money',
        text: 'She wants gift cards.',
      },
    ]);
  });

  it('can do so before the technician says that they are in', async () => {
    const server = await start();
    const session = await server.createSession();
    expect((await report(server, session)).status).toBe(200);
    expect((await reportsAt(server)).reports).toMatchObject([
      { hasJoined: false, technician: { id: 'link:console', verified: 'none' } },
    ]);
  });

  it('can do so for an hour after the end, across a restart', async () => {
    const server = await start();
    const session = await joinedSession(server);
    await end(server, session);
    expect((await report(server, session)).status).toBe(200);
    const next = await restart();
    expect((await reportsAt(next)).reports).toHaveLength(1);
    next.advance(59 * MINUTE_MS);
    expect((await report(next, session)).status).toBe(200);
    next.advance(MINUTE_MS);
    expect(await answerOf(report(next, session))).toEqual([410, { code: 'session-ended' }]);
  });

  it('can do so three times for one session', async () => {
    const server = await start();
    const session = await joinedSession(server);
    for (let count = 0; count < 3; count++) expect((await report(server, session)).status).toBe(200);
    expect(await answerOf(report(server, session))).toEqual([429, { code: 'too-many-tries' }]);
  });

  it('can do so six times from one address, then once a minute', async () => {
    const server = await start();
    const sessions = await Promise.all([1, 2, 3].map(() => joinedSession(server)));
    for (const session of sessions) {
      await report(server, session);
      await report(server, session);
    }
    const another = await joinedSession(server);
    expect(await answerOf(report(server, another))).toEqual([429, { code: 'too-many-tries' }]);
    server.advance(MINUTE_MS);
    expect((await report(server, another)).status).toBe(200);
  });

  it.each([
    ['no reason', { text: '' }],
    ['an unknown reason', { reason: 'bored', text: '' }],
    ['more than a thousand characters', { reason: 'other', text: 'x'.repeat(1_001) }],
    ['anything besides', { reason: 'other', text: '', chat: [] }],
  ])('is refused with %s', async (_, body) => {
    const server = await start();
    const session = await joinedSession(server);
    expect(await answerOf(report(server, session, body))).toEqual([400, { code: 'bad-request' }]);
  });
});

describe('nobody else', () => {
  it('reports a session: not its technician, nor a stranger, nor whoever was replaced', async () => {
    const server = await start();
    const session = await server.createSession();
    const other = await server.createSession();
    const replaced = session.customer.ticket;
    const refused = [403, { code: 'sign-in-refused' }];
    const customer = await server.join(session.sessionId);
    for (const ticket of [session.technician.ticket, other.customer.ticket, replaced]) {
      expect(await answerOf(report(server, session, undefined, ticket))).toEqual(refused);
    }
    await server.post(`/api/sessions/${session.sessionId}/end`, {
      authorization: `Bearer ${session.technician.ticket}`,
    });
    for (const ticket of [session.technician.ticket, other.customer.ticket, replaced]) {
      expect(await answerOf(report(server, session, undefined, ticket))).toEqual(refused);
    }
    expect((await report(server, session, undefined, customer)).status).toBe(200);
  });

  it('reports what is not there, or without a ticket', async () => {
    const server = await start();
    const session = await joinedSession(server);
    const nowhere = { ...session, sessionId: 'f'.repeat(32) };
    expect(await answerOf(report(server, nowhere))).toEqual([404, { code: 'link-unknown' }]);
    const withoutTicket = server.post(`/api/sessions/${session.sessionId}/report`, {}, {});
    expect(await answerOf(withoutTicket)).toEqual([401, { code: 'sign-in-required' }]);
  });
});

describe('an operator', () => {
  it('is told by webhook', async () => {
    const receiver = await WebhookReceiver.start();
    const server = await start({ reportWebhook: { url: receiver.url, secret: 'a secret for webhooks' } });
    const answer = await (await report(server, await joinedSession(server))).json();
    const { reference } = decodeApiBody(abuseReportedSchema, answer);
    expect(JSON.parse((await receiver.next()).body)).toMatchObject({ reference, reason: 'money' });
    await receiver.close();
  });

  it('ends a session, and both sides are told', async () => {
    const server = await start();
    const session = await joinedSession(server);
    const sides = [await server.connect(session, 'technician'), await server.connect(session, 'customer')];
    const path = `/api/operator/sessions/${session.sessionId}/end`;
    expect(await answerOf(server.post(path, OPERATOR))).toEqual([204, null]);
    for (const side of sides) {
      expect(await side.closed).toMatchObject({ reason: 'session-revoked' });
    }
    expect(await answerOf(server.post(path, OPERATOR))).toEqual([410, { code: 'session-revoked' }]);
    expect((await report(server, session)).status).toBe(200);
  });

  it('blocks a technician: out at once, and refused from then on, across a restart, until unblocked', async () => {
    const server = await start();
    const session = await joinedSession(server);
    const path = '/api/operator/technicians/ana';
    expect(await answerOf(server.post(`${path}/block`, OPERATOR))).toEqual([204, null]);
    expect(await answerOf(server.post(`/api/sessions/${session.sessionId}/join`))).toEqual([
      410,
      { code: 'session-revoked' },
    ]);
    const blocked = [403, { code: 'technician-blocked' }];
    expect(await answerOf(signIn(server, 'ana'))).toEqual(blocked);
    expect((await signIn(server, 'ben')).status).toBe(200);
    const next = await restart();
    expect((await reportsAt(next)).blocked).toEqual(['ana']);
    expect(await answerOf(signIn(next, 'ana'))).toEqual(blocked);
    await next.post(`${path}/unblock`, OPERATOR);
    expect((await signIn(next, 'ana')).status).toBe(200);
    const last = await restart();
    expect((await reportsAt(last)).blocked).toEqual([]);
    expect((await signIn(last, 'ana')).status).toBe(200);
  });

  it('blocks whoever has the console’s link', async () => {
    const server = await start();
    const session = await server.createSession();
    await server.post('/api/operator/technicians/link:console/block', OPERATOR);
    const invitation = fetch(`${server.running.url}/api/sessions/${session.sessionId}`);
    expect(await answerOf(invitation)).toEqual([410, { code: 'session-revoked' }]);
    const byLink = server.post('/api/sign-in', {}, { token: 'test-console-token' });
    expect(await answerOf(byLink)).toEqual([403, { code: 'technician-blocked' }]);
  });

  it('names technicians only as they can be named', async () => {
    const server = await start();
    const path = '/api/operator/technicians/link%3Aelsewhere/block';
    expect(await answerOf(server.post(path, OPERATOR))).toEqual([400, { code: 'bad-request' }]);
  });

  it('needs the token, and cannot guess it', async () => {
    const server = await start();
    const path = '/api/operator/technicians/ana/block';
    expect(await answerOf(server.post(path))).toEqual([401, { code: 'sign-in-required' }]);
    const wrong = { authorization: 'Bearer test-console-token' };
    for (let count = 0; count < 10; count++) {
      expect(await answerOf(server.post(path, wrong))).toEqual([403, { code: 'sign-in-refused' }]);
    }
    expect(await answerOf(server.post(path, OPERATOR))).toEqual([429, { code: 'sign-in-limited' }]);
    expect((await signIn(server, 'ana')).status).toBe(200);
  });

  it('is nobody where the configuration has no token', async () => {
    const server = await start({ operatorToken: null });
    const path = '/api/operator/technicians/ana/block';
    expect(await answerOf(server.post(path, OPERATOR))).toEqual([404, { code: 'bad-request' }]);
  });
});
