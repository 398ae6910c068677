// Refuses requests that change something and come from another site's page. What is no browser sends neither
// header and passes: it holds no cookies that somebody else could use.

import type { MiddlewareHandler } from 'hono';
import type { ServerConfig } from './config.ts';
import { type AppContext, hostOf, type NodeBindings } from './request-facts.ts';

/** Answers 403 `bad-request` unless the request comes from a page of ours, or from no page. */
export function sameOriginOnly(config: ServerConfig): MiddlewareHandler<{ Bindings: NodeBindings }> {
  return async (c, next) => {
    if (['GET', 'HEAD'].includes(c.req.method) || isOwn(c, config)) return next();
    return c.json({ code: 'bad-request' }, 403);
  };
}

function isOwn(c: AppContext, config: ServerConfig): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = c.req.header('origin');
  if (origin === undefined || origin === config.publicUrl) return true;
  const host = hostOf(c);
  return host !== null && [`http://${host}`, `https://${host}`].includes(origin);
}
