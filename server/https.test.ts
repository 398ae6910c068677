// The whole server by https: what is only so with a certificate of its own.

import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CertificateFiles, makeCertificate } from './testing/certificate-files.ts';
import { candidate } from './testing/peerjs-frames.ts';
import { SignallingClient, signallingUrl } from './testing/signalling-client.ts';
import { TEST_TOKEN } from './testing/test-config.ts';
import { TestServer, type TestSession } from './testing/test-server.ts';

type Pair = Awaited<ReturnType<typeof makeCertificate>>;

interface Answer {
  readonly response: IncomingMessage;
  readonly body: string;
}

let first: Pair;
let second: Pair;
let files: CertificateFiles;
let server: TestServer;

beforeAll(async () => {
  [first, second] = await Promise.all([makeCertificate(), makeCertificate()]);
  files = await CertificateFiles.write(first);
});

afterAll(() => files.remove());

beforeEach(async () => {
  await files.write(first);
  server = await TestServer.start({ config: { tls: files } });
});

afterEach(() => server.running.close());

/** A request by somebody who trusts `ca` only. */
function ask(
  path: string,
  { ca = first.cert, method = 'GET', headers = {}, body = '' } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const url = `${server.running.url}${path}`;
    const request = httpsRequest(url, { ca, method, headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (data) => {
        text += data;
      });
      response.on('end', () => resolve({ response, body: text }));
    });
    request.on('error', reject).end(body);
  });
}

async function createSession(): Promise<TestSession> {
  const body = JSON.stringify({ token: TEST_TOKEN });
  const signedIn = await ask('/api/sign-in', { method: 'POST', body });
  const cookie = signedIn.response.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const created = JSON.parse((await ask('/api/sessions', { method: 'POST', headers: { cookie } })).body);
  const sessionId = String(created.sessionId);
  const joined = JSON.parse((await ask(`/api/sessions/${sessionId}/join`, { method: 'POST' })).body);
  return {
    sessionId,
    technician: { id: `${sessionId}-technician`, ticket: created.ticket },
    customer: { id: `${sessionId}-customer`, ticket: joined.ticket },
  };
}

async function enter(session: TestSession, role: 'technician' | 'customer', ca: string) {
  const url = signallingUrl(server.running.url, session.sessionId, role, session[role].ticket);
  const client = new SignallingClient(url, { ca });
  expect(await client.next()).toEqual({ type: 'OPEN' });
  return client;
}

/** The TLS version that the server and a client of `version` agree on, or the alert that it gets. */
function negotiated(version: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'): Promise<unknown> {
  return new Promise((resolve) => {
    const socket = connect({
      port: Number(new URL(server.running.url).port),
      host: '127.0.0.1',
      servername: 'localhost',
      ca: first.cert,
      minVersion: version,
      maxVersion: version,
      // Without it this side would refuse the old version by itself.
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    socket.on('secureConnect', () => {
      resolve(socket.getProtocol());
      socket.destroy();
    });
    socket.on('error', (error) => resolve(Object(error).code));
  });
}

describe('a server with a certificate', () => {
  it('says so in its addresses', () => {
    expect(server.running.customerPageUrl).toMatch(/^https:\/\/localhost:\d+\/$/);
    expect(server.running.consoleUrl).toMatch(/^https:\/\/localhost:\d+\/technician\.html#/);
  });

  it('gives cookies for https only, and asks browsers to stay with https and wss', async () => {
    const body = JSON.stringify({ token: TEST_TOKEN });
    const { response } = await ask('/api/sign-in', { method: 'POST', body });
    expect(response.headers['set-cookie']?.[0]).toContain('; Secure');
    expect(response.headers['strict-transport-security']).toBe('max-age=31536000');
    const { host } = new URL(server.running.url);
    expect(response.headers['content-security-policy']).toContain(`connect-src 'self' wss://${host};`);
  });

  it('signals by wss', async () => {
    const session = await createSession();
    const technician = await enter(session, 'technician', first.cert);
    const customer = await enter(session, 'customer', first.cert);
    customer.send(candidate(session.technician.id));
    expect(await technician.next()).toMatchObject({ type: 'CANDIDATE', src: session.customer.id });
  });

  it.each([
    ['TLSv1.1', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'],
    ['TLSv1.2', 'TLSv1.2'],
    ['TLSv1.3', 'TLSv1.3'],
  ] as const)('comes to %s with a browser: %s', async (version, outcome) => {
    expect(await negotiated(version)).toBe(outcome);
  });

  it('hangs up on plain HTTP, and goes on', async () => {
    const url = server.running.url.replace('https', 'http');
    const refusal = new Promise((resolve) => httpRequest(url).on('error', resolve).end());
    expect(await refusal).toBeInstanceOf(Error);
    expect((await ask('/healthz')).response.statusCode).toBe(200);
  });

  it('takes up a renewed one without a restart, and whoever is there stays', async () => {
    const session = await createSession();
    const technician = await enter(session, 'technician', first.cert);
    await files.write(second);
    server.advance(10_000);
    await expect(ask('/healthz', { ca: first.cert })).rejects.toThrow();
    expect((await ask('/healthz', { ca: second.cert })).response.statusCode).toBe(200);
    const customer = await enter(session, 'customer', second.cert);
    customer.send(candidate(session.technician.id));
    expect(await technician.next()).toMatchObject({ type: 'CANDIDATE' });
  });

  it('keeps the one it has where the renewed one is broken', async () => {
    await files.write({ cert: 'broken' });
    server.advance(10_000);
    expect((await ask('/healthz')).response.statusCode).toBe(200);
  });

  it('does not start where the certificate is broken', async () => {
    await files.write({ cert: 'broken' });
    await expect(TestServer.start({ config: { tls: files } })).rejects.toThrow('holds no certificate');
  });
});
