// A helpdesk's site of another origin than the server, as strict as one can be: a policy that lets in the launcher and
// nothing else, and enforced Trusted Types. It counts what it forbade.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';

export interface HelpdeskSite {
  readonly origin: string;
  close(): void;
}

/** What the policy of docs/embedding.md allows, and nothing more. */
function policy(server: string): string {
  return [
    "default-src 'none'",
    `script-src ${server}/embed.js 'self'`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The page's own script: it writes down every public event, and what it violates. */
const SCRIPT = `
window.heard = [];
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
for (const name of ['ready', 'session-start', 'share-start', 'share-stop', 'message', 'file', 'session-end', 'error']) {
  document.addEventListener('deskside-' + name, (event) => window.heard.push([name, event.detail]));
}
`;

/** What stands on a page of it, by the page's path. */
type Body = (path: string) => string;

/** Starts it on a free port. Every path is a page, whose title is the path; `server` is Deskside's origin by then. */
export async function startHelpdeskSite(server: () => string, body: Body): Promise<HelpdeskSite> {
  const site = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/own.js') {
      response.setHeader('content-type', 'text/javascript');
      response.end(SCRIPT);
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', policy(server()));
    response.setHeader('cross-origin-opener-policy', 'same-origin-allow-popups');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    response.end(`<!doctype html><html lang="en"><title>${path}</title>
<script src="/own.js"></script>
<script type="module" src="${server()}/embed.js"></script>
<h1>Help</h1>${body(path)}`);
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  return {
    origin: `http://127.0.0.1:${(site.address() as AddressInfo).port}`,
    close() {
      site.closeAllConnections();
      site.close();
    },
  };
}

/** The public events that a page has heard, by name. */
export function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as never as { heard: [string, unknown][] }).heard.map(([name]) => name));
}

export function violations(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as never as { violations: string[] }).violations);
}
