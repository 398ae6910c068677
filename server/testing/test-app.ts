// The HTTP side with everything around it faked or held still, to be called through `app.request()`.

import { AbuseReports } from '../abuse-reports.ts';
import type { ServerConfig } from '../config.ts';
import { openConsole } from '../console-access.ts';
import { createHttpApp } from '../http.ts';
import type { Log } from '../log.ts';
import { Metrics } from '../metrics.ts';
import { DEFAULT_SESSION_LIMITS, Sessions } from '../sessions.ts';
import type { StaticFiles } from '../static-files.ts';
import { TICKET_KEY_BYTES, Tickets } from '../tickets.ts';
import { countingRandom } from './counting-random.ts';
import { ManualClock } from './manual-clock.ts';
import { silentLog } from './silent-log.ts';
import { TEST_TOKEN, testConfig } from './test-config.ts';

interface TestAppOptions {
  readonly config?: Partial<ServerConfig>;
  readonly files?: StaticFiles | null;
  readonly maxSessions?: number;
  readonly log?: Log;
}

export function testApp(options: TestAppOptions = {}) {
  const config = testConfig(options.config);
  const clock = new ManualClock();
  const random = countingRandom();
  const limits = { ...DEFAULT_SESSION_LIMITS, linkTtlMs: config.linkTtlMs };
  if (options.maxSessions !== undefined) limits.maxSessions = options.maxSessions;
  const sessions = new Sessions(limits, clock, random, () => {});
  const tickets = new Tickets(random(TICKET_KEY_BYTES), clock);
  const log = options.log ?? silentLog;
  const consoleToken = config.consoleToken ?? TEST_TOKEN;
  const access = openConsole({ config, consoleToken, clock, random, keep: () => {}, log });
  const reports = new AbuseReports({ clock, random, keep: () => {}, onReport: () => {} });
  const state = { isDraining: false };
  const app = createHttpApp({
    ...access,
    config,
    sessions,
    tickets,
    reports,
    clock,
    log,
    files: options.files ?? null,
    metrics: new Metrics(),
    gauges: () => ({
      sessions: sessions.size,
      joinedSessions: sessions.joinedSize,
      peers: 0,
      certificateExpiresAtMs: null,
    }),
    isDraining: () => state.isDraining,
  });

  /** A request from `address`. */
  const request = (path: string, init: RequestInit = {}, address = '203.0.113.9') =>
    Promise.resolve(app.request(path, init, { incoming: { socket: { remoteAddress: address } } }));

  const post = (path: string, headers: Record<string, string> = {}, body?: unknown) =>
    request(path, {
      method: 'POST',
      headers,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });

  /** Signs in and returns the cookie as a browser would send it. */
  const cookie = async () => {
    const response = await post('/api/sign-in', {}, { token: TEST_TOKEN });
    return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  };

  return { app, clock, sessions, tickets, access, state, request, post, cookie };
}
