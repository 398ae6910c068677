// The whole HTTP side as one app: headers on everything, the API, health, the pages.

import { Hono } from 'hono';
import { ApiFailure, RETRY_AFTER_SECONDS } from './api-failure.ts';
import { type ApiParts, apiRoutes } from './api-routes.ts';
import type { Gauges, Metrics } from './metrics.ts';
import { countRefusals, metricsRoutes } from './metrics-routes.ts';
import type { NodeBindings } from './request-facts.ts';
import { securityHeaders } from './security-headers.ts';
import type { StaticFiles } from './static-files.ts';
import { staticRoutes } from './static-routes.ts';

export interface HttpParts extends ApiParts {
  /** `null` when the pages are not built. */
  readonly files: StaticFiles | null;
  readonly metrics: Metrics;
  gauges(): Gauges;
  /** Whether the server goes down. */
  isDraining(): boolean;
}

export function createHttpApp(parts: HttpParts): Hono<{ Bindings: NodeBindings }> {
  const app = new Hono<{ Bindings: NodeBindings }>();
  app.use(securityHeaders(parts.config));
  app.use(async (c, next) => {
    await next();
    if (c.res.status === 429 || c.res.status === 503) c.header('Retry-After', String(RETRY_AFTER_SECONDS));
  });
  app.get('/healthz', (c) => {
    const isDraining = parts.isDraining();
    const { sessions, peers } = parts.gauges();
    c.header('Cache-Control', 'no-store');
    return c.json({ status: isDraining ? 'draining' : 'ok', sessions, peers }, isDraining ? 503 : 200);
  });
  const { metricsToken } = parts.config;
  if (metricsToken !== null) app.route('/metrics', metricsRoutes(metricsToken, parts.metrics, parts.gauges));
  app.use('/api/*', countRefusals(parts.metrics));
  // What changed now would change after the last word was written down.
  app.use('/api/*', async (c, next) => {
    if (!parts.isDraining()) return next();
    c.header('Cache-Control', 'no-store');
    return c.json({ code: 'server-busy' }, 503);
  });
  app.route('/api', apiRoutes(parts));
  app.route('/', staticRoutes(parts.files));
  app.notFound((c) => c.text('Not found', 404));
  app.onError((error, c) => {
    c.header('Cache-Control', 'no-store');
    if (error instanceof ApiFailure) return c.json({ code: error.code }, error.status);
    parts.log.error({ err: error }, 'unexpected error');
    return c.json({ code: 'server-busy' }, 500);
  });
  return app;
}
