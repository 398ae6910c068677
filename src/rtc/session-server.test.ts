// The pages' HTTP client against a real HTTP server that misbehaves on purpose.

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { DesksideError } from '../protocol/deskside-error.ts';
import { ALL_PERMITTED } from '../protocol/permissions.ts';
import { rejectionCodeOf } from '../protocol/testing/code-of.ts';
import type { Timer } from '../session/ports.ts';
import { FakeTimer } from '../session/timer.fake.ts';
import { reportAbuse } from './abuse-reporting.ts';
import { SessionServer } from './session-server.ts';
import { randomDigits, supportKeys } from './support-keys.ts';

const ABUSE = { reason: 'money', text: 'Gift cards.' } as const;

let server: Server | null = null;
const timer = new FakeTimer();
/** Nothing waits but what waits for minutes. */
const impatient: Timer = {
  after(delayMs, run) {
    if (delayMs < 60_000) queueMicrotask(run);
    return () => {};
  },
};

async function serve(listener: RequestListener, time: Timer = timer): Promise<SessionServer> {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, 'localhost', resolve));
  return new SessionServer(`http://localhost:${(listening.address() as AddressInfo).port}`, time);
}

function answering(status: number, body: string): Promise<SessionServer> {
  return serve((_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(body);
  });
}

afterEach(async () => {
  const listening = server;
  server = null;
  listening?.closeAllConnections();
  await new Promise<void>((resolve) => (listening === null ? resolve() : listening.close(() => resolve())));
});

describe('the pages’ view of the server', () => {
  it('reads an invite', async () => {
    const body = { technician: { name: 'Ana', organisation: null }, permissions: ALL_PERMITTED, more: 1 };
    const api = await answering(200, JSON.stringify(body));
    expect(await api.invite('0'.repeat(32))).toEqual({
      technician: { name: 'Ana', organisation: null, verified: 'none' },
      permissions: ALL_PERMITTED,
    });
  });

  it('reports abuse with the ticket, and reads the reference', async () => {
    const asked: unknown[] = [];
    const api = await serve(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      asked.push(request.method, request.url, request.headers.authorization, JSON.parse(body));
      response.end('{"reference":"BCDF-1234"}');
    });
    const access = { sessionId: '0'.repeat(32), ticket: 'a-ticket' };
    expect(await reportAbuse(api, access, ABUSE)).toBe('BCDF-1234');
    expect(asked).toEqual(['POST', `/api/sessions/${access.sessionId}/report`, 'Bearer a-ticket', ABUSE]);
  });

  it('takes nothing for a reference that is none', async () => {
    const api = await answering(200, '{"reference":"<b>"}');
    const reported = reportAbuse(api, { sessionId: '0'.repeat(32), ticket: 'a-ticket' }, ABUSE);
    expect(await rejectionCodeOf(reported)).toBe('server-response-invalid');
  });

  it.each([
    [404, '{"code":"link-unknown"}', 'link-unknown'],
    [409, '{"code":"link-used"}', 'link-used'],
    [410, '{"code":"link-expired"}', 'link-expired'],
    [410, '{"code":"session-ended"}', 'session-ended'],
    [401, '{"code":"sign-in-required"}', 'sign-in-required'],
    [403, '{"code":"sign-in-refused"}', 'sign-in-refused'],
    [403, '{"code":"password-refused"}', 'password-refused'],
    [429, '{"code":"sign-in-limited"}', 'sign-in-limited'],
    [410, '{"code":"session-revoked"}', 'session-revoked'],
    [400, '{"code":"bad-request"}', 'server-response-invalid'],
    [404, '{"code":"key-unknown"}', 'key-unknown'],
    [429, '{"code":"server-busy"}', 'server-busy'],
    [429, '{"code":"too-many-tries"}', 'too-many-tries'],
    [429, 'Too many requests', 'server-busy'],
    [503, 'going down', 'server-busy'],
    [502, '<html>Bad gateway</html>', 'server-unreachable'],
    [404, '{"code":"something-new"}', 'server-unreachable'],
    [200, '<html>Log in to the Wi-Fi</html>', 'server-response-invalid'],
    [200, '{"technician":{"name":""}}', 'server-response-invalid'],
  ])('turns %i %s into %s', async (status, body, code) => {
    const api = await answering(status, body);
    expect(await rejectionCodeOf(api.invite('0'.repeat(32)))).toBe(code);
  });

  it('finds a session by the routing digits of a key, and says no more of the key', async () => {
    const asked: (string | undefined)[] = [];
    const sessionId = '0'.repeat(32);
    const api = await serve((request, response) => {
      asked.push(request.url);
      response.end(
        JSON.stringify({
          sessionId,
          technician: { name: 'Ana', organisation: null, verified: 'none' },
          permissions: ALL_PERMITTED,
        }),
      );
    });
    expect(await api.findByKey('0123')).toMatchObject({ sessionId });
    expect(asked).toEqual(['/api/keys/0123']);
  });

  it('makes keys of the server’s digits and five of its own', async () => {
    const asked: (string | undefined)[] = [];
    const api = await serve((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      request.on('data', (data) => asked.push(String(data)));
      response.end('{"routing":"00417"}');
    });
    const keys = supportKeys(api, 'abc', () => 'ticket-of-mine');
    const made = [await keys.make(), await keys.make()];
    for (const { routing, secret } of made) {
      expect(routing).toBe('00417');
      expect(secret).toMatch(/^\d{5}$/);
    }
    expect(asked).toEqual(Array(2).fill('POST /api/sessions/abc/key Bearer ticket-of-mine'));
  });

  it('makes each digit as likely as any other', () => {
    const counts = new Map<string, number>();
    for (const digit of randomDigits(20_000)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    expect(counts.size).toBe(10);
    // Six standard deviations: once in five hundred million runs.
    for (const count of counts.values()) expect(Math.abs(count - 2_000)).toBeLessThan(6 * 42.5);
  });

  it.each(['{"routing":"123"}', '{"routing":123}', '{"routing":"123456"}', '{}'])(
    'takes no %s for routing digits',
    async (body) => {
      const api = await answering(200, body);
      expect(await rejectionCodeOf(api.allocateKey('abc', 'ticket'))).toBe('server-response-invalid');
    },
  );

  it('says that nobody answers', async () => {
    const api = await answering(200, '{}');
    await new Promise((resolve) => server?.close(resolve));
    expect(await rejectionCodeOf(api.technician())).toBe('server-unreachable');
  });

  it('gives up with the session', async () => {
    const api = await serve(() => {});
    const lifetime = new AbortController();
    const joining = rejectionCodeOf(api.join('0'.repeat(32), lifetime.signal));
    lifetime.abort(new DesksideError('session-ended'));
    expect(await joining).toBe('session-ended');
  });

  it('shows its ticket when it marks a session, and does not mind a server that stays away', async () => {
    const seen: (string | undefined)[] = [];
    const api = await serve((request, response) => {
      seen.push(`${request.url} ${request.headers.authorization}`);
      response.writeHead(204).end();
    });
    const record = api.record('abc', () => 'ticket-of-mine');
    await record.markJoined();
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
    const ended = record.markEnded();
    timer.elapse(20 * 60_000);
    await ended;
    expect(seen).toEqual(['/api/sessions/abc/joined Bearer ticket-of-mine']);
  });

  it('marks a session again when the server was too busy, and not when it knows better', async () => {
    const statuses = [503, 429, 502, 410];
    let requests = 0;
    const api = await serve((_, response) => {
      requests += 1;
      const status = statuses.shift() ?? 204;
      response.writeHead(status).end(status === 410 ? '{"code":"session-ended"}' : '');
    }, impatient);
    await api.record('abc', () => 'ticket-of-mine').markEnded();
    expect(requests).toBe(4);
    await api.record('abc', () => 'ticket-of-mine').markEnded();
    expect(requests).toBe(5);
  });

  it('marks nothing before it was let in', async () => {
    let requests = 0;
    const api = await serve((_, response) => {
      requests += 1;
      response.writeHead(204).end();
    });
    await api.record('abc', () => null).markEnded();
    expect(requests).toBe(0);
  });
});
