// GET /metrics, for whoever has the token; and counting what the API refuses.

import { Hono, type MiddlewareHandler } from 'hono';
import { ApiFailure } from './api-failure.ts';
import type { Gauges, Metrics } from './metrics.ts';
import type { NodeBindings } from './request-facts.ts';
import { digestOf, matchesDigest } from './secret-text.ts';

export function metricsRoutes(
  token: string,
  metrics: Metrics,
  gauges: () => Gauges,
): Hono<{ Bindings: NodeBindings }> {
  const digest = digestOf(token);
  const routes = new Hono<{ Bindings: NodeBindings }>();
  routes.get('/', (c) => {
    // RFC 6750 section 2.1.
    const [, given = ''] = /^Bearer ([\w.~-]{1,256})$/i.exec(c.req.header('authorization') ?? '') ?? [];
    if (!matchesDigest(given, digest)) {
      c.header('WWW-Authenticate', 'Bearer');
      return c.text('Unauthorized', 401);
    }
    c.header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
    return c.body(metrics.read(gauges()));
  });
  return routes;
}

/** Counts refusals, by their codes. To be put before everything that refuses. */
export function countRefusals(metrics: Metrics): MiddlewareHandler<{ Bindings: NodeBindings }> {
  return async (c, next) => {
    await next();
    if (c.res.status < 400) return;
    const code =
      c.error instanceof ApiFailure ? c.error.code : c.res.status >= 500 ? 'server-busy' : 'bad-request';
    metrics.apiErrors.add(code);
    if (c.req.path.startsWith('/api/sign-in')) metrics.signInsRefused.add(code);
  };
}
