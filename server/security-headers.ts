// The headers that every answer carries, and why each page gets the ones it gets.

import type { MiddlewareHandler } from 'hono';
import type { ServerConfig } from './config.ts';
import { type AppContext, hostOf, isHttps, type NodeBindings } from './request-facts.ts';

const PERMISSIONS = [
  'display-capture=(self)',
  'clipboard-write=(self)',
  'fullscreen=(self)',
  ...['camera', 'microphone', 'geolocation', 'midi', 'payment', 'usb', 'serial', 'hid'].map(
    (name) => `${name}=()`,
  ),
].join(', ');

export function securityHeaders(config: ServerConfig): MiddlewareHandler<{ Bindings: NodeBindings }> {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set('Content-Security-Policy', contentSecurityPolicy(signallingOrigins(c, config)));
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Permissions-Policy', PERMISSIONS);
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    // A helpdesk page that opened the customer's page stays in touch with it, so that page gets none.
    if (c.req.path === '/technician.html') {
      headers.set('Cross-Origin-Opener-Policy', 'same-origin-allow-popups');
    }
    if (isHttps(c, config)) headers.set('Strict-Transport-Security', 'max-age=31536000');
  };
}

/** CSP level 3. Lit makes one Trusted Types policy; nothing else may make markup or load code. */
function contentSecurityPolicy(webSocketOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...webSocketOrigins].join(' '),
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}

/** Where the page's WebSocket goes. Older browsers do not take `'self'` for it. */
function signallingOrigins(c: AppContext, config: ServerConfig): string[] {
  const host = hostOf(c);
  const own = host === null ? [] : [`${isHttps(c, config) ? 'wss' : 'ws'}://${host}`];
  const published = config.publicUrl === null ? [] : [config.publicUrl.replace(/^http/, 'ws')];
  return [...new Set([...own, ...published])];
}
