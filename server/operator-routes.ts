// What whoever runs the server can do about reports, with a token of their own: read them, end a session, block a
// technician. There is no such address without a token in the configuration.

import { Hono } from 'hono';
import * as v from 'valibot';
import type { BucketLimits } from '../src/protocol/token-bucket.ts';
import type { AbuseReports } from './abuse-reports.ts';
import { reportForOperator } from './abuse-webhook.ts';
import { ApiFailure } from './api-failure.ts';
import { addressForLog, limiterKey } from './client-address.ts';
import type { Clock } from './clock.ts';
import type { ServerConfig } from './config.ts';
import { type ConsoleAccess, endRevoked } from './console-access.ts';
import { KeyedBuckets } from './keyed-buckets.ts';
import { type Log, sessionForLog } from './log.ts';
import { type AppContext, addressOf, bearerOf, type NodeBindings, sessionIdOf } from './request-facts.ts';
import { digestOf, matchesDigest } from './secret-text.ts';
import type { Sessions } from './sessions.ts';
import { technicianIdSchema } from './technician.ts';

export interface OperatorRouteParts extends Pick<ConsoleAccess, 'blocked' | 'consoles' | 'roster'> {
  readonly config: ServerConfig;
  readonly sessions: Sessions;
  readonly reports: AbuseReports;
  readonly clock: Clock;
  readonly log: Log;
}

/** Wrong tokens that one address may try. */
const GUESSES: BucketLimits = { burst: 10, perSecond: 1 / 6 };

export function operatorRoutes(token: string, parts: OperatorRouteParts): Hono<{ Bindings: NodeBindings }> {
  const { config, sessions, reports, blocked, clock, log } = parts;
  const digest = digestOf(token);
  const guesses = new KeyedBuckets(GUESSES, clock);
  const routes = new Hono<{ Bindings: NodeBindings }>();

  routes.use('/operator/*', async (c, next) => {
    const address = addressOf(c, config);
    const key = limiterKey(address);
    if (!guesses.hasToken(key)) throw new ApiFailure('sign-in-limited');
    if (!matchesDigest(bearerOf(c), digest)) {
      guesses.take(key);
      log.warn({ address: addressForLog(address) }, 'operator: refused');
      throw new ApiFailure('sign-in-refused');
    }
    await next();
  });

  routes.get('/operator/reports', (c) =>
    c.json({ reports: reports.records().map(reportForOperator), blocked: blocked.list() }),
  );

  routes.post('/operator/sessions/:id/end', (c) => {
    const sessionId = sessionIdOf(c);
    sessions.revoke(sessionId);
    log.warn({ session: sessionForLog(sessionId) }, 'operator: session ended');
    return c.body(null, 204);
  });

  routes.post('/operator/technicians/:technician/block', (c) => {
    const technician = technicianIdIn(c);
    blocked.block(technician);
    endRevoked(parts, sessions);
    log.warn({ technician }, 'operator: technician blocked');
    return c.body(null, 204);
  });

  routes.post('/operator/technicians/:technician/unblock', (c) => {
    const technician = technicianIdIn(c);
    blocked.unblock(technician);
    log.warn({ technician }, 'operator: technician unblocked');
    return c.body(null, 204);
  });

  return routes;
}

function technicianIdIn(c: AppContext): string {
  const id = v.safeParse(technicianIdSchema, c.req.param('technician'));
  if (!id.success) throw new ApiFailure('bad-request');
  return id.output;
}
