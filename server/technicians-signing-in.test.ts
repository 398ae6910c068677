// Named technicians through real HTTP and real signalling: in, seen by the customer, and out again.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL_PERMITTED } from '../src/protocol/permissions.ts';
import { decodeApiBody, keyAllocatedSchema } from '../src/protocol/session-api.ts';
import type { ServerConfig } from './config.ts';
import { AccountsFile, ANA, BEN, TEST_PASSWORD, withOtherPassword } from './testing/test-accounts.ts';
import { TEST_TOKEN } from './testing/test-config.ts';
import { TestServer } from './testing/test-server.ts';

const ANA_SEEN = { name: 'Ana Souza', organisation: 'Example Support', verified: 'account' };
const BEN_SEEN = { name: 'Ben Lima', organisation: null, verified: 'account' };

let file: AccountsFile;
let folder: string;
const servers: TestServer[] = [];

beforeEach(() => {
  file = new AccountsFile(ANA, BEN);
  folder = mkdtempSync(join(tmpdir(), 'deskside-state-'));
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ running }) => running.close()));
  file.remove();
  rmSync(folder, { recursive: true });
});

async function start(config: Partial<ServerConfig> = {}): Promise<TestServer> {
  const server = await TestServer.start({
    config: { techniciansFile: file.path, stateFolder: folder, ...config },
  });
  servers.push(server);
  return server;
}

async function restart(config?: Partial<ServerConfig>): Promise<TestServer> {
  await Promise.all(servers.splice(0).map(({ running }) => running.close()));
  return start(config);
}

function signIn(server: TestServer, username: string, password = TEST_PASSWORD): Promise<Response> {
  return server.post('/api/sign-in', {}, { username, password });
}

async function cookieOf(response: Promise<Response>): Promise<string> {
  const cookies = (await response).headers.getSetCookie();
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

async function whoIs(server: TestServer, cookie: string): Promise<unknown> {
  const response = await fetch(`${server.running.url}/api/technician`, { headers: { cookie } });
  return response.json();
}

async function invitation(server: TestServer, sessionId: string): Promise<unknown> {
  return (await fetch(`${server.running.url}/api/sessions/${sessionId}`)).json();
}

describe('a named technician', () => {
  it('is asked for by the console, which says so before', async () => {
    const ways = async (server: TestServer) => (await fetch(`${server.running.url}/api/sign-in`)).json();
    expect(await ways(await start())).toEqual({ password: true, oidc: null });
    expect(await ways(await restart({ techniciansFile: null }))).toEqual({ password: false, oidc: null });
  });

  it('signs in, gets two cookies that no script can use, and signs out', async () => {
    const server = await start();
    const response = await signIn(server, 'ana');
    expect(await response.clone().json()).toEqual({ technician: ANA_SEEN });
    const cookies = response.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies)
      expect(cookie).toMatch(/^deskside_\w+=[\w.-]+; .*HttpOnly; SameSite=Strict$/);
    const cookie = await cookieOf(Promise.resolve(response));
    expect(await whoIs(server, cookie)).toEqual({ technician: ANA_SEEN });
    await server.post('/api/sign-out', { cookie });
    expect(await whoIs(server, cookie)).toEqual({ code: 'sign-in-required' });
  });

  it('takes the place of whoever was signed in there', async () => {
    const server = await start();
    const before = await cookieOf(signIn(server, 'ana'));
    await server.post('/api/sign-in', { cookie: before }, { username: 'ben', password: TEST_PASSWORD });
    expect(await whoIs(server, before)).toEqual({ code: 'sign-in-required' });
  });

  it('is refused with a wrong password by a code of its own', async () => {
    const server = await start();
    const response = await signIn(server, 'ana', 'another password');
    expect([response.status, await response.json()]).toEqual([403, { code: 'password-refused' }]);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('is who the customer sees, by link and by key, and the console’s link is still somebody else', async () => {
    const server = await start();
    const session = await server.createSession(await cookieOf(signIn(server, 'ben')));
    expect(await invitation(server, session.sessionId)).toEqual({
      technician: BEN_SEEN,
      permissions: ALL_PERMITTED,
    });
    const bearer = { authorization: `Bearer ${session.technician.ticket}` };
    const allocated = await server.post(`/api/sessions/${session.sessionId}/key`, bearer);
    const { routing } = decodeApiBody(keyAllocatedSchema, await allocated.json());
    expect(await (await fetch(`${server.running.url}/api/keys/${routing}`)).json()).toEqual({
      sessionId: session.sessionId,
      technician: BEN_SEEN,
      permissions: ALL_PERMITTED,
    });
    const byLink = await server.createSession();
    expect(await invitation(server, byLink.sessionId)).toEqual({
      technician: { name: 'Ana Souza', organisation: 'Example Support', verified: 'none' },
      permissions: ALL_PERMITTED,
    });
  });
});

describe('a technician who may not be here any more', () => {
  it.each([
    ['is removed', [BEN]],
    ['has another password', [withOtherPassword(ANA), BEN]],
  ])('and %s is out at once: of the console and of running sessions', async (_what, left) => {
    const server = await start();
    const cookie = await cookieOf(signIn(server, 'ana'));
    const own = await server.createSession(cookie);
    await server.markJoined(own);
    const waiting = await server.createSession(cookie);
    const other = await server.createSession(await cookieOf(signIn(server, 'ben')));
    const byLink = await server.createSession();
    const sockets = await Promise.all([
      server.connect(own, 'technician'),
      server.connect(own, 'customer'),
      server.connect(waiting, 'technician'),
    ]);
    const bystanders = await Promise.all([
      server.connect(other, 'technician'),
      server.connect(byLink, 'technician'),
    ]);
    file.write(...left);
    server.running.sweep();
    for (const { closed } of sockets) {
      expect(await closed).toEqual({ code: 1000, reason: 'session-revoked' });
    }
    // What the customer's browser hears when it comes back, and ends by.
    const back = server.open(own, 'customer');
    expect(await back.next()).toEqual({ type: 'ERROR', payload: { msg: 'session-revoked' } });
    expect(await invitation(server, waiting.sessionId)).toEqual({ code: 'session-revoked' });
    expect(await whoIs(server, cookie)).toEqual({ code: 'sign-in-required' });
    for (const { socket } of bystanders) expect(socket.readyState).toBe(socket.OPEN);
  });

  it('is out too when it was changed while the server was down', async () => {
    const before = await start();
    const cookie = await cookieOf(signIn(before, 'ana'));
    const own = await before.createSession(cookie);
    await before.markJoined(own);
    const after = await restart();
    expect(await whoIs(after, cookie)).toEqual({ technician: ANA_SEEN });
    file.write(BEN);
    const last = await restart();
    expect(await whoIs(last, cookie)).toEqual({ code: 'sign-in-required' });
    expect(await last.open(own, 'customer').next()).toEqual({
      type: 'ERROR',
      payload: { msg: 'session-revoked' },
    });
  });

  it('is not out because somebody broke the file', async () => {
    const before = await start();
    const cookie = await cookieOf(signIn(before, 'ana'));
    const own = await before.createSession(cookie);
    file.writeText('{');
    before.running.sweep();
    expect(await whoIs(before, cookie)).toEqual({ technician: ANA_SEEN });
    const after = await restart();
    expect(await invitation(after, own.sessionId)).toEqual({
      technician: ANA_SEEN,
      permissions: ALL_PERMITTED,
    });
    file.write(ANA);
    after.running.sweep();
    expect(await whoIs(after, cookie)).toEqual({ technician: ANA_SEEN });
  });

  it('is out when there are no named technicians any more', async () => {
    const before = await start();
    const own = await before.createSession(await cookieOf(signIn(before, 'ana')));
    const after = await restart({ techniciansFile: null });
    expect(await invitation(after, own.sessionId)).toEqual({ code: 'session-revoked' });
  });
});

it('the console’s link works beside the accounts', async () => {
  const server = await start();
  const cookie = await cookieOf(server.post('/api/sign-in', {}, { token: TEST_TOKEN }));
  expect(await whoIs(server, cookie)).toMatchObject({ technician: { verified: 'none' } });
});
