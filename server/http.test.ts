import { describe, expect, it } from 'vitest';
import { testApp } from './testing/test-app.ts';
import { BY_LINK } from './testing/test-technician.ts';

describe('every answer', () => {
  it.each(['/', '/technician.html', '/api/technician', '/api/nothing', '/healthz'])(
    'from %s carries the security headers',
    async (path) => {
      const { headers } = await testApp().request(path, { headers: { host: 'localhost:8080' } });
      expect(headers.get('content-security-policy')).toBe(
        [
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data: blob:",
          "media-src 'self' blob:",
          "font-src 'self'",
          "connect-src 'self' ws://localhost:8080",
          "manifest-src 'self'",
          "worker-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          'trusted-types lit-html',
        ].join('; '),
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toMatch(
        /^display-capture=\(self\), .*camera=\(\), microphone=\(\)/,
      );
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  it('lets the page reach signalling at the public URL', async () => {
    const { request } = testApp({ config: { publicUrl: 'https://support.example.com' } });
    const { headers } = await request('/', { headers: { host: 'support.example.com' } });
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("connect-src 'self' wss://support.example.com;");
  });

  it('never repeats a host that makes no sense', async () => {
    const { headers } = await testApp().request('/', { headers: { host: "x; script-src 'unsafe-inline'" } });
    expect(headers.get('content-security-policy')).toContain("connect-src 'self';");
  });

  it('below /api is not kept, errors included', async () => {
    const { request } = testApp();
    for (const path of ['/api/technician', '/api/nothing']) {
      expect((await request(path)).headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('the opener', () => {
  it("is cut off from the technician's console, and not from the customer's page", async () => {
    const { request } = testApp();
    const policyOf = async (path: string) => (await request(path)).headers.get('cross-origin-opener-policy');
    expect(await policyOf('/technician.html')).toBe('same-origin-allow-popups');
    expect(await policyOf('/')).toBeNull();
  });
});

describe('health', () => {
  it('is ok, and says how much is going on', async () => {
    const { request, sessions } = testApp();
    sessions.create(BY_LINK);
    const response = await request('/healthz');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', sessions: 1, peers: 0 });
  });

  it('is 503 while the server goes down', async () => {
    const { request, state } = testApp();
    state.isDraining = true;
    const response = await request('/healthz');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: 'draining' });
  });
});

describe('a server without time for a request', () => {
  it('says when to come again', async () => {
    const { request } = testApp();
    const answers = await Promise.all(Array.from({ length: 121 }, () => request('/api/technician')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.map(({ headers }) => headers.get('retry-after'))).toEqual(['5']);
    expect(answers.filter(({ headers }) => headers.has('retry-after'))).toHaveLength(1);
  });

  it('takes nothing more below /api while it goes down', async () => {
    const { post, cookie, sessions, state } = testApp();
    const headers = { cookie: await cookie() };
    state.isDraining = true;
    const response = await post('/api/sessions', headers);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.json()).toEqual({ code: 'server-busy' });
    expect(sessions.size).toBe(0);
  });
});

describe('what does not exist', () => {
  it('is JSON below /api', async () => {
    const response = await testApp().request('/api/nothing');
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ code: 'bad-request' });
  });

  it('is a page elsewhere', async () => {
    const response = await testApp({ files: new Map() }).request('/nothing');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('There is no such page.');
  });

  it('is explained where the pages were never built', async () => {
    const response = await testApp({ files: null }).request('/');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('npm run build');
  });
});
