import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { Metrics } from './metrics.ts';
import { countRefusals } from './metrics-routes.ts';
import { candidate } from './testing/peerjs-frames.ts';
import { testApp } from './testing/test-app.ts';
import { TestServer } from './testing/test-server.ts';

const METRICS_TOKEN = 'a-token-for-metrics';
const authorization = `Bearer ${METRICS_TOKEN}`;

let server: TestServer | null = null;

afterEach(async () => {
  await server?.running.close();
  server = null;
});

/** The numbers by their names and labels. */
async function scrape(url: string): Promise<Record<string, number>> {
  const response = await fetch(`${url}/metrics`, { headers: { authorization } });
  expect(response.status).toBe(200);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => line.split(' ')).map(([name, value]) => [name, Number(value)]),
  );
}

describe('the metrics', () => {
  it('are not there unless they have a token', async () => {
    const response = await testApp().request('/metrics', { headers: { authorization } });
    expect(response.status).toBe(404);
  });

  it.each([undefined, 'Bearer', 'Bearer ', 'Bearer a-token-for-metric', `Basic ${METRICS_TOKEN}`])(
    'are refused with %j',
    async (given) => {
      const { request } = testApp({ config: { metricsToken: METRICS_TOKEN } });
      const response = await request(
        '/metrics',
        given === undefined ? {} : { headers: { authorization: given } },
      );
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await response.text()).toBe('Unauthorized');
    },
  );

  it("are in Prometheus' format, and kept nowhere", async () => {
    const { request } = testApp({ config: { metricsToken: METRICS_TOKEN } });
    const response = await request('/metrics', { headers: { authorization } });
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    expect(text).toContain(
      '# HELP deskside_frames_refused_total Signalling frames that were not passed on.\n' +
        '# TYPE deskside_frames_refused_total counter\n' +
        'deskside_frames_refused_total{reason="malformed"} 0\n' +
        'deskside_frames_refused_total{reason="misaddressed"} 0\n' +
        'deskside_frames_refused_total{reason="too-many"} 0\n',
    );
    expect(text).toMatch(/\n$/);
    // Every line, and with labels from lists that are written in the sources.
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(
        /^(# HELP \w+ [\w ,.:'-]+|# TYPE \w+ (counter|gauge)|\w+(\{(code|reason)="[a-z-]+"\})? [\d.]+)$/,
      );
    }
  });

  it('count what a server does and refuses', async () => {
    server = await TestServer.start({ config: { metricsToken: METRICS_TOKEN } });
    const session = await server.createSession();
    const technician = await server.connect(session, 'technician');
    await server.markJoined(session);
    await server.createSession();

    await server.post('/api/sign-in', {}, { token: 'wrong' });
    await server.post('/api/sessions');
    await server.post('/api/nothing');
    await server.open(session, 'customer', 'wrong').closed;
    technician.send('{');
    technician.send(candidate(session.technician.id));
    for (let i = 0; i < 100; i++) technician.send({ type: 'HEARTBEAT' });
    await technician.settled();

    const url = server.running.url;
    expect(await scrape(url)).toMatchObject({
      deskside_sessions: 2,
      deskside_sessions_joined: 1,
      deskside_peers: 1,
      'deskside_api_errors_total{code="sign-in-refused"}': 1,
      'deskside_api_errors_total{code="sign-in-required"}': 1,
      'deskside_api_errors_total{code="bad-request"}': 1,
      'deskside_sign_ins_refused_total{code="sign-in-refused"}': 1,
      'deskside_sockets_refused_total{code="sign-in-refused"}': 1,
      'deskside_frames_refused_total{reason="malformed"}': 1,
      'deskside_frames_refused_total{reason="misaddressed"}': 1,
      'deskside_frames_refused_total{reason="too-many"}': 2,
      process_resident_memory_bytes: expect.any(Number),
      nodejs_heap_size_used_bytes: expect.any(Number),
    });
    // It is measured from the first time on.
    expect(await scrape(url)).toMatchObject({
      nodejs_eventloop_lag_p99_seconds: expect.any(Number),
      nodejs_eventloop_lag_max_seconds: expect.any(Number),
    });
  });

  it('say when the certificate expires, where there is one', () => {
    const gauges = { sessions: 0, joinedSessions: 0, peers: 0 };
    const name = 'deskside_certificate_expiry_timestamp_seconds';
    const metrics = new Metrics();
    expect(metrics.read({ ...gauges, certificateExpiresAtMs: 5_000 })).toContain(`\n${name} 5\n`);
    expect(metrics.read({ ...gauges, certificateExpiresAtMs: null })).not.toContain(name);
  });
});

describe('a refusal', () => {
  it.each([
    ['a redirect', 303, 0],
    ['an answer', 200, 0],
    ['a bad request', 404, 1],
  ] as const)('counts as one only where it is one: %s, %i', async (_what, status, count) => {
    const metrics = new Metrics();
    const app = new Hono().use(countRefusals(metrics)).get('/', () => new Response(null, { status }));
    await app.request('/');
    expect(String(metrics.apiErrors)).toContain(`{code="bad-request"} ${count}\n`);
  });
});
