// The headers that every answer carries. Which, where and why is the table in docs/security.md; the test reads that
// table and compares.

import type { MiddlewareHandler } from 'hono';
import type { ServerConfig } from './config.ts';
import { PERMISSIONS_POLICY } from './permissions-policy.ts';
import { type AppContext, hostOf, isHttps, type NodeBindings } from './request-facts.ts';

/** The same wherever and whatever is asked for. */
const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'X-DNS-Prefetch-Control': 'off',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': PERMISSIONS_POLICY,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Origin-Agent-Cluster': '?1',
} as const;

const CUSTOMER_PAGE = ['/', '/index.html'];
/** What pages of other sites load as a module script, which takes CORS. There is nothing in it that is anybody's. */
const FOR_OTHER_SITES = '/embed.js';

export function securityHeaders(config: ServerConfig): MiddlewareHandler<{ Bindings: NodeBindings }> {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    for (const [name, value] of Object.entries(EVERYWHERE)) headers.set(name, value);
    headers.set('Content-Security-Policy', contentSecurityPolicy(signallingOrigins(c, config)));
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
    // A helpdesk page that opened the customer's page stays in touch with it, so that page gets none.
    if (!CUSTOMER_PAGE.includes(c.req.path)) headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    if (c.req.path === FOR_OTHER_SITES) {
      headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
      headers.set('Access-Control-Allow-Origin', '*');
    }
    if (isHttps(c, config)) headers.set('Strict-Transport-Security', 'max-age=31536000');
    // Not "storage", where the reports are, and not "cookies", which would be those of the whole domain.
    if (c.req.path === '/api/sign-out') headers.set('Clear-Site-Data', '"cache"');
  };
}

/** CSP level 3. Lit makes one Trusted Types policy; nothing else may make markup or load code. */
function contentSecurityPolicy(webSocketOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    ["connect-src 'self'", ...webSocketOrigins].join(' '),
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html deskside',
  ].join('; ');
}

/** Where the page's WebSocket goes. Older browsers do not take `'self'` for it. */
function signallingOrigins(c: AppContext, config: ServerConfig): string[] {
  const host = hostOf(c);
  const own = host === null ? [] : [`${isHttps(c, config) ? 'wss' : 'ws'}://${host}`];
  const published = config.publicUrl === null ? [] : [config.publicUrl.replace(/^http/, 'ws')];
  return [...new Set([...own, ...published])];
}
