// Puts the server together, listens, and takes it down again. Everything that other files get handed is made here.

import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { AbuseReports } from './abuse-reports.ts';
import { AbuseWebhook } from './abuse-webhook.ts';
import { type Clock, systemClock } from './clock.ts';
import type { ServerConfig } from './config.ts';
import { endRevoked, openConsole } from './console-access.ts';
import { createHttpApp } from './http.ts';
import { createLog, type Log, sessionForLog } from './log.ts';
import { Metrics } from './metrics.ts';
import { type Random, systemRandom } from './secret-text.ts';
import { openServerState } from './server-state.ts';
import { DEFAULT_SESSION_LIMITS, Sessions } from './sessions.ts';
import { DEFAULT_SOCKET_LIMITS, Signalling, type SocketLimits } from './signalling.ts';
import { DEFAULT_HUB_LIMITS, type HubLimits, SignallingHub } from './signalling-hub.ts';
import { loadStaticFiles } from './static-files.ts';
import { Tickets } from './tickets.ts';
import { TlsCertificate } from './tls-certificate.ts';
import { closeServer, createWebServer, listen } from './web-server.ts';

/** What a test may replace. */
export interface ServerOptions {
  /** Folder of the built pages. */
  readonly pagesFolder?: string;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly log?: Log;
  readonly hubLimits?: HubLimits;
  readonly socketLimits?: SocketLimits;
}

export interface RunningServer {
  /** Origin under which this machine reaches the server. */
  readonly url: string;
  /** The customer's page, as people reach it. */
  readonly customerPageUrl: string;
  /** The technician's console, with the token that signs in. */
  readonly consoleUrl: string;
  /** Does what is otherwise done twice a second: ends what waited, slept or was absent for too long. */
  sweep(): void;
  /** Sends everybody away and stops listening. Settles within three seconds. */
  close(): Promise<void>;
}

const SWEEP_INTERVAL_MS = 500;

/** Starts a server. Rejects with a `CertificateError`, or with Node's own error when it cannot listen. */
export async function startServer(config: ServerConfig, options: ServerOptions = {}): Promise<RunningServer> {
  const clock = options.clock ?? systemClock;
  const random = options.random ?? systemRandom;
  const log = options.log ?? createLog(config.logLevel);
  const certificate = config.tls && new TlsCertificate(config.tls, clock, log);
  // Beside this very file once it is built: dist/server/main.js and dist/client.
  const files = await loadStaticFiles(options.pagesFolder ?? join(import.meta.dirname, '../client'));
  if (files === null) log.warn('the pages have not been built: run "npm run build"');

  const state = openServerState(config.stateFolder, clock, random, log);
  const tickets = new Tickets(state.ticketKey(), clock);
  const consoleToken = config.consoleToken ?? state.madeToken();
  const access = openConsole({ config, consoleToken, clock, random, keep: state.keep, log });
  const { accounts, blocked, consoles } = access;
  consoles.restore(state.records);
  blocked.restore(state.records);
  const limits = { ...DEFAULT_SESSION_LIMITS, linkTtlMs: config.linkTtlMs };
  const sessions = new Sessions(limits, clock, random, state.keep);
  sessions.restore(state.records);
  const metrics = new Metrics();
  const hub = new SignallingHub(options.hubLimits ?? DEFAULT_HUB_LIMITS, clock, log, metrics);
  sessions.onRevoked((revocation) => {
    if (revocation.kind === 'session-over') {
      log.info({ session: sessionForLog(revocation.sessionId), code: revocation.code }, 'session: over');
    }
    hub.revoke(revocation);
  });
  const signalling = new Signalling({
    limits: options.socketLimits ?? DEFAULT_SOCKET_LIMITS,
    sessions,
    tickets,
    hub,
    clock,
    log,
    metrics,
    trustedProxies: config.trustedProxies,
  });
  // What was changed while the server was down.
  endRevoked(access, sessions);
  const webhook = config.reportWebhook === null ? null : new AbuseWebhook(config.reportWebhook, clock, log);
  const reports = new AbuseReports({
    clock,
    random,
    keep: state.keep,
    onReport: (report) => {
      const { reference, reason, sessionId } = report;
      log.warn({ reference, reason, session: sessionForLog(sessionId) }, 'session: reported');
      webhook?.send(report);
    },
  });
  reports.restore(state.records);
  const current = () => [
    ...sessions.records(),
    ...consoles.records(),
    ...blocked.records(),
    ...reports.records(),
  ];
  let closing: Promise<void> | null = null;
  const gauges = () => ({
    sessions: sessions.size,
    joinedSessions: sessions.joinedSize,
    peers: hub.size,
    certificateExpiresAtMs: certificate?.expiresAtMs ?? null,
  });
  const isDraining = () => closing !== null;
  const app = createHttpApp({
    ...access,
    config,
    sessions,
    tickets,
    reports,
    clock,
    log,
    files,
    metrics,
    gauges,
    isDraining,
  });

  const server = createWebServer(getRequestListener(app.fetch), certificate);
  server.on('upgrade', (request, socket, head) => signalling.handleUpgrade(request, socket, head));
  let port: number;
  try {
    port = await listen(server, config.port, config.host);
  } catch (error) {
    state.close(current);
    throw error;
  }
  server.on('error', (error) => log.error({ err: error }, 'server error'));

  const sweep = () => {
    if (accounts.refresh()) endRevoked(access, sessions);
    sessions.sweep((sessionId) => hub.isPresent(sessionId));
    reports.sweep();
    hub.sweep();
    state.tend(current);
    certificate?.tend();
  };
  const timer = setInterval(sweep, SWEEP_INTERVAL_MS);

  const url = `${certificate ? 'https' : 'http'}://${reachableHost(config.host)}:${port}`;
  const publicUrl = config.publicUrl ?? url;
  log.info({ url, publicUrl }, 'listening');
  return {
    url,
    customerPageUrl: `${publicUrl}/`,
    consoleUrl: `${publicUrl}/technician.html#${consoleToken}`,
    sweep,
    close() {
      if (closing) return closing;
      clearInterval(timer);
      log.info('going down');
      webhook?.close();
      signalling.close();
      hub.drain();
      closing = closeServer(server).then(() => state.close(current));
      return closing;
    },
  };
}

/** The name by which this machine reaches what listens on `host`. */
function reachableHost(host: string): string {
  if (['0.0.0.0', '::', 'localhost', '127.0.0.1', '::1'].includes(host)) return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}
