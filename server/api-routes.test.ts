import { describe, expect, it } from 'vitest';
import { embeddingSchema } from '../src/protocol/embedding-api.ts';
import { ALL_PERMITTED } from '../src/protocol/permissions.ts';
import {
  decodeApiBody,
  inviteSchema,
  joinedSchema,
  sessionCreatedSchema,
  signedInSchema,
} from '../src/protocol/session-api.ts';
import { recordingLog } from './testing/silent-log.ts';
import { testApp } from './testing/test-app.ts';
import { proxies, TEST_TOKEN } from './testing/test-config.ts';

type TestApp = ReturnType<typeof testApp>;

const TECHNICIAN = { name: 'Ana Souza', organisation: 'Example Support', verified: 'none' };
const bearer = (ticket: string) => ({ authorization: `Bearer ${ticket}` });

/** Status and code of a refusal. */
async function refusal(response: Promise<Response>): Promise<unknown> {
  const { status, json } = await response.then(async (answer) => ({
    status: answer.status,
    json: await answer.json(),
  }));
  return { status, ...Object(json) };
}

async function createSession({ post, cookie }: TestApp) {
  const response = await post('/api/sessions', { cookie: await cookie() });
  return decodeApiBody(sessionCreatedSchema, await response.json());
}

async function join({ post }: TestApp, sessionId: string) {
  const response = await post(`/api/sessions/${sessionId}/join`);
  return decodeApiBody(joinedSchema, await response.json());
}

describe('signing in', () => {
  it('gives a cookie that scripts and other sites cannot use', async () => {
    const { post } = testApp();
    const response = await post('/api/sign-in', {}, { token: TEST_TOKEN });
    expect(response.status).toBe(200);
    expect(decodeApiBody(signedInSchema, await response.json())).toEqual({ technician: TECHNICIAN });
    const cookie = response.headers.get('set-cookie');
    expect(cookie).toMatch(/^deskside_console=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it.each([
    ['the public URL is https', { publicUrl: 'https://support.example.com' }, {}],
    [
      'a trusted proxy says https',
      { trustedProxies: proxies('203.0.113.9') },
      { 'x-forwarded-proto': 'https' },
    ],
  ])('gives a cookie for https only where %s', async (_where, config, headers) => {
    const { post } = testApp({ config });
    const response = await post('/api/sign-in', headers, { token: TEST_TOKEN });
    // By this prefix no neighbouring host can set it.
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-deskside_console=[\w-]{43}; Path=\/;.* Secure/,
    );
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it.each([
    ['a client', {}],
    ['a proxy that is not trusted', { trustedProxies: proxies('10.0.0.0/8') }],
  ])('does not believe %s that it came by https', async (_who, config) => {
    const response = await testApp({ config }).post(
      '/api/sign-in',
      { 'x-forwarded-proto': 'https' },
      { token: TEST_TOKEN },
    );
    expect(response.headers.get('set-cookie')).not.toContain('Secure');
    expect(response.headers.get('strict-transport-security')).toBeNull();
  });

  it('with a wrong token is refused, and after ten of them not even listened to', async () => {
    const app = testApp();
    const attempt = (token: string) => refusal(app.post('/api/sign-in', {}, { token }));
    for (let i = 0; i < 10; i++)
      expect(await attempt('wrong')).toEqual({ status: 403, code: 'sign-in-refused' });
    expect(await attempt(TEST_TOKEN)).toEqual({ status: 429, code: 'sign-in-limited' });
    app.clock.advance(6_000);
    expect((await app.post('/api/sign-in', {}, { token: TEST_TOKEN })).status).toBe(200);
  });

  it.each([
    ['no body', undefined],
    ['no JSON', '{'],
    ['no token', {}],
    ['a number', { token: 1 }],
    ['something more', { token: TEST_TOKEN, more: 1 }],
    ['no password', { username: 'ana' }],
    ['a list of passwords', { username: 'ana', password: ['a', 'b'] }],
    ['a password longer than any', { username: 'ana', password: 'x'.repeat(257) }],
    ['a username longer than any', { username: 'x'.repeat(65), password: 'x' }],
    ['both', { token: TEST_TOKEN, username: 'ana', password: 'x' }],
  ])('with %s is a bad request', async (_what, body) => {
    expect(await refusal(testApp().post('/api/sign-in', {}, body))).toEqual({
      status: 400,
      code: 'bad-request',
    });
  });

  it('with more than 4 KiB is a bad request', async () => {
    const response = testApp().post('/api/sign-in', {}, { token: 'x'.repeat(5000) });
    expect(await refusal(response)).toEqual({ status: 413, code: 'bad-request' });
  });

  it('is asked for by the console and for new sessions', async () => {
    const { request, post } = testApp();
    const required = { status: 401, code: 'sign-in-required' };
    expect(await refusal(request('/api/technician'))).toEqual(required);
    expect(await refusal(post('/api/sessions'))).toEqual(required);
    expect(await refusal(post('/api/sessions', { cookie: 'deskside_console=made-up' }))).toEqual(required);
  });

  it('lasts until signing out', async () => {
    const { request, post, cookie } = testApp();
    const headers = { cookie: await cookie() };
    const signedIn = await request('/api/technician', { headers });
    expect(decodeApiBody(signedInSchema, await signedIn.json())).toEqual({ technician: TECHNICIAN });
    const signedOut = await post('/api/sign-out', headers);
    expect(signedOut.status).toBe(204);
    expect(signedOut.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await request('/api/technician', { headers })).status).toBe(401);
  });
});

describe('a session', () => {
  it('is created, looked at, joined, marked and ended', async () => {
    const app = testApp();
    const { sessionId, ticket, technician, expiresAtMs } = await createSession(app);
    expect(technician).toEqual(TECHNICIAN);
    expect(expiresAtMs).toBe(app.clock.now() + 24 * 60 * 60 * 1000);

    const invite = await app.request(`/api/sessions/${sessionId}`);
    expect(decodeApiBody(inviteSchema, await invite.json())).toEqual({
      technician: TECHNICIAN,
      permissions: ALL_PERMITTED,
    });
    const joined = await join(app, sessionId);
    expect(joined.ticket).not.toBe(ticket);

    expect((await app.post(`/api/sessions/${sessionId}/joined`, bearer(ticket))).status).toBe(204);
    const used = { status: 409, code: 'link-used' };
    expect(await refusal(app.request(`/api/sessions/${sessionId}`))).toEqual(used);
    expect(await refusal(app.post(`/api/sessions/${sessionId}/join`))).toEqual(used);

    expect((await app.post(`/api/sessions/${sessionId}/end`, bearer(joined.ticket))).status).toBe(204);
    expect((await app.post(`/api/sessions/${sessionId}/end`, bearer(ticket))).status).toBe(204);
    const ended = { status: 410, code: 'session-ended' };
    expect(await refusal(app.request(`/api/sessions/${sessionId}`))).toEqual(ended);
    expect(await refusal(app.post(`/api/sessions/${sessionId}/join`))).toEqual(ended);
    expect(await refusal(app.post(`/api/sessions/${sessionId}/joined`, bearer(ticket)))).toEqual(ended);
  });

  it('hands out ICE servers with credentials of its own to both sides', async () => {
    const turn = { urls: ['turn:turn.example.com'], secret: 'north-south' };
    const app = testApp({ config: { ice: { stunUrls: ['stun:stun.example.com'], turn } } });
    const { sessionId, iceServers } = await createSession(app);
    expect(iceServers).toEqual([
      { urls: ['stun:stun.example.com'] },
      {
        urls: ['turn:turn.example.com'],
        username: `1700086400:${sessionId}`,
        credential: expect.stringMatching(/^[\w+/]{27}=$/),
      },
    ]);
    expect((await join(app, sessionId)).iceServers).toEqual(iceServers);
  });

  it('whose link has expired says so', async () => {
    const app = testApp({ config: { linkTtlMs: 60_000 } });
    const { sessionId } = await createSession(app);
    app.clock.advance(60_000);
    expect(await refusal(app.request(`/api/sessions/${sessionId}`))).toEqual({
      status: 410,
      code: 'link-expired',
    });
  });

  it.each(['0'.repeat(32), 'ABC', '..%2f..', '0'.repeat(5000)])('named %j is unknown', async (id) => {
    const app = testApp();
    const { request, post } = app;
    const { ticket } = await createSession(app);
    const unknown = { status: 404, code: 'link-unknown' };
    expect(await refusal(request(`/api/sessions/${id}`))).toEqual(unknown);
    expect(await refusal(post(`/api/sessions/${id}/join`))).toEqual(unknown);
    expect(await refusal(post(`/api/sessions/${id}/end`, bearer(ticket)))).toEqual(unknown);
  });

  it.each([
    ['no ticket', {}, { status: 401, code: 'sign-in-required' }],
    ['no bearer', { authorization: 'Basic abc' }, { status: 401, code: 'sign-in-required' }],
    ['a wrong ticket', bearer('x'.repeat(43)), { status: 403, code: 'sign-in-refused' }],
  ])('is neither marked nor ended with %s', async (_what, headers, expected) => {
    const app = testApp();
    const { sessionId } = await createSession(app);
    expect(await refusal(app.post(`/api/sessions/${sessionId}/joined`, headers))).toEqual(expected);
    expect(await refusal(app.post(`/api/sessions/${sessionId}/end`, headers))).toEqual(expected);
  });

  it('is refused when there are too many', async () => {
    const app = testApp({ maxSessions: 1 });
    await createSession(app);
    const response = app.post('/api/sessions', { cookie: await app.cookie() });
    expect(await refusal(response)).toEqual({ status: 429, code: 'server-busy' });
  });
});

describe('a request that changes something', () => {
  const own = { host: 'localhost:8080' };

  it.each([
    ['its own page', { ...own, origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }],
    ['its own page behind https', { ...own, origin: 'https://localhost:8080' }],
    ['its own page in a browser that sends no Origin', { ...own, 'sec-fetch-site': 'same-origin' }],
    ['the page at its public URL', { ...own, origin: 'https://support.example.com' }],
    ['a program', own],
  ])('is taken from %s', async (_from, headers) => {
    const { post } = testApp({ config: { publicUrl: 'https://support.example.com' } });
    expect((await post('/api/sign-out', headers)).status).toBe(204);
  });

  it.each([
    ['another site', { ...own, origin: 'https://evil.example' }],
    ['another port', { ...own, origin: 'http://localhost:9999' }],
    ['a sandboxed page', { ...own, origin: 'null' }],
    ['a sister site', { ...own, 'sec-fetch-site': 'same-site' }],
    ['another site in a browser that sends no Origin', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['somewhere when the host makes no sense', { host: 'a b', origin: 'http://a b' }],
  ])('is refused from %s', async (_from, headers) => {
    const { post } = testApp({ config: { publicUrl: 'https://support.example.com' } });
    expect(await refusal(post('/api/sign-out', headers))).toEqual({ status: 403, code: 'bad-request' });
  });
});

describe('the rate of requests', () => {
  it('is limited for each address, not for an office that opens many sessions at once', async () => {
    const { request, clock } = testApp();
    const statuses = await Promise.all(Array.from({ length: 121 }, () => request('/api/technician')));
    expect(statuses.filter(({ status }) => status === 401)).toHaveLength(120);
    expect(statuses.filter(({ status }) => status === 429)).toHaveLength(1);
    expect((await request('/api/technician', {}, '198.51.100.1')).status).toBe(401);
    clock.advance(50);
    expect((await request('/api/technician')).status).toBe(401);
  });
});

describe('the log', () => {
  it('holds no ticket, token, cookie, whole session id or whole address', async () => {
    const { log, lines } = recordingLog();
    const app = testApp({ log });
    const cookie = await app.cookie();
    const created = await createSession(app);
    const joined = await join(app, created.sessionId);
    await app.post(`/api/sessions/${created.sessionId}/joined`, bearer(created.ticket));
    await app.post('/api/sign-in', {}, { token: 'guessed-token' });
    const text = lines.join('');
    expect(text).toContain(created.sessionId.slice(0, 8));
    expect(text).toContain('203.0.113.0/24');
    const secrets = [TEST_TOKEN, 'guessed-token', cookie.split('=')[1] ?? '', created.ticket, joined.ticket];
    for (const hidden of [...secrets, created.sessionId, '203.0.113.9']) expect(text).not.toContain(hidden);
  });
});

describe('which sites may follow a session', () => {
  it.each([
    ['https://help.example.com', true],
    ['https://help.example.com.evil.example', false],
    ['http://help.example.com', false],
    ['null', false],
    ['', false],
  ])('%s: %s', async (origin, isAllowed) => {
    const { request } = testApp({ config: { embedOrigins: ['https://help.example.com'] } });
    const response = await request(`/api/embedding?origin=${encodeURIComponent(origin)}`);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(decodeApiBody(embeddingSchema, await response.json())).toEqual({ isAllowed });
  });
});
