import { describe, expect, it } from 'vitest';
import { testApp } from './testing/test-app.ts';
import { BY_LINK } from './testing/test-technician.ts';

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
