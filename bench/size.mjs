// What a customer's browser must load before the Join buttons can be pressed, and a helpdesk's page for the button on
// it; after gzip.

import { gzipSync } from 'node:zlib';
import { makeSession } from './deskside.mjs';

/** Sizes in bytes, of every file that was asked for before the buttons were enabled. */
export async function measureSize(customers, technicians, server) {
  const technician = await makeSession(technicians, server);
  const context = await customers.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const bodies = new Map();
  page.on('response', (response) =>
    bodies.set(
      response.url(),
      response.body().catch(() => Buffer.alloc(0)),
    ),
  );
  await page.addInitScript(watchJoinButtons);
  await page.goto(technician.link);
  const needed = await page.evaluate(() => window.needed);
  await page.waitForLoadState('networkidle');
  const files = [];
  for (const url of needed) {
    const body = await bodies.get(url.split('#')[0]);
    if (body === undefined) throw new Error(`no body was seen for ${url}`);
    files.push({
      name: new URL(url).pathname.replace(/[0-9a-f]{32}/, '…'),
      bytes: gzipSync(body, { level: 9 }).length,
    });
  }
  await Promise.all([technician.context.close(), context.close()]);
  return { totalBytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files };
}

/** The launcher on other sites' pages, in bytes. */
export async function measureLauncher(server) {
  const response = await fetch(new URL('/embed.js', server.customerUrl));
  if (!response.ok) throw new Error(`embed.js: ${response.status}`);
  return gzipSync(new Uint8Array(await response.arrayBuffer()), { level: 9 }).length;
}

/** Runs in the page: which addresses were asked for up to the moment at which a Join button is enabled. */
function watchJoinButtons() {
  const buttons = (root) => [
    ...root.querySelectorAll('button:enabled'),
    ...[...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot === null ? [] : buttons(element.shadowRoot),
    ),
  ];
  window.needed = new Promise((resolve) => {
    const look = () => {
      if (buttons(document).some((button) => button.textContent.includes('Join'))) {
        const resources = performance.getEntriesByType('resource').map(({ name }) => name);
        resolve([location.href, ...new Set(resources)]);
      } else {
        requestAnimationFrame(look);
      }
    };
    document.addEventListener('DOMContentLoaded', look);
  });
}
