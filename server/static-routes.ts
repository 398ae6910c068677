// Serves the built pages: caching, encodings, and a plain page for everything that is not there.

import { Hono } from 'hono';
import type { AppContext, NodeBindings } from './request-facts.ts';
import { chooseEncoding, type StaticFiles } from './static-files.ts';

/** @param files `null` when the pages are not built; the API works without them. */
export function staticRoutes(files: StaticFiles | null): Hono<{ Bindings: NodeBindings }> {
  const routes = new Hono<{ Bindings: NodeBindings }>();
  routes.on(['GET', 'HEAD'], '*', (c) => serve(c, files));
  return routes;
}

function serve(c: AppContext, files: StaticFiles | null): Response {
  const file = files?.get(c.req.path);
  if (!file) return notFound(c, files === null);
  const encoding = chooseEncoding(file, c.req.header('accept-encoding'));
  const body = file.bodies[encoding];
  if (!body) return notFound(c, false);
  c.header('Cache-Control', file.cacheControl);
  c.header('ETag', body.etag);
  c.header('Vary', 'Accept-Encoding');
  if (isKnown(c.req.header('if-none-match'), body.etag)) return c.body(null, 304);
  c.header('Content-Type', file.contentType);
  if (encoding !== 'identity') c.header('Content-Encoding', encoding);
  c.header('Content-Length', String(body.bytes.length));
  return c.req.method === 'HEAD' ? c.body(null) : c.body(body.bytes);
}

/** RFC 9110 section 13.1.2. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

function notFound(c: AppContext, isUnbuilt: boolean): Response {
  c.header('Cache-Control', 'no-store');
  const text = isUnbuilt
    ? 'The pages have not been built. Run "npm run build", then start the server again.'
    : 'There is no such page.';
  return c.html(
    `<!doctype html><html lang="en"><title>Deskside</title><h1>Not found</h1><p>${text}</p></html>`,
    404,
  );
}
