// The address at which customers report a session.

import { Hono } from 'hono';
import * as v from 'valibot';
import { abuseReportSchema } from '../src/protocol/abuse-report.ts';
import type { BucketLimits } from '../src/protocol/token-bucket.ts';
import type { AbuseReports } from './abuse-reports.ts';
import { ApiFailure } from './api-failure.ts';
import { limiterKey } from './client-address.ts';
import type { Clock } from './clock.ts';
import type { ServerConfig } from './config.ts';
import { KeyedBuckets } from './keyed-buckets.ts';
import { readJson } from './read-json.ts';
import { addressOf, bearerOf, type NodeBindings, sessionIdOf } from './request-facts.ts';
import type { Sessions } from './sessions.ts';
import type { Tickets } from './tickets.ts';

export interface ReportRouteParts {
  readonly config: ServerConfig;
  readonly sessions: Sessions;
  readonly tickets: Tickets;
  readonly reports: AbuseReports;
  readonly clock: Clock;
}

/** Reports from one address: wide enough for a family that one caller goes through. */
const REPORTS: BucketLimits = { burst: 6, perSecond: 1 / 60 };

export function reportRoutes({
  config,
  sessions,
  tickets,
  reports,
  clock,
}: ReportRouteParts): Hono<{ Bindings: NodeBindings }> {
  const tries = new KeyedBuckets(REPORTS, clock);
  const routes = new Hono<{ Bindings: NodeBindings }>();

  routes.post('/sessions/:id/report', async (c) => {
    const reported = sessions.reportable(sessionIdOf(c), await tickets.readOld(bearerOf(c)));
    const body = v.safeParse(abuseReportSchema, await readJson(c));
    if (!body.success) throw new ApiFailure('bad-request');
    if (!tries.take(limiterKey(addressOf(c, config)))) throw new ApiFailure('too-many-tries');
    return c.json({ reference: reports.add(reported, body.output) });
  });

  return routes;
}
