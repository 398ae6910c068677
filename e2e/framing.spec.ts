// Another site shows our pages in a frame, to lay something of its own over a button of ours. No browser loads them there.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './story.ts';

test('neither page can be framed by another site', async ({ server, technician, customer }) => {
  const link = await technician.newSession();
  const console = server.technicianUrl.split('#')[0] ?? '';
  const framed = { invite: link, console, harmless: '/harmless' };
  const frames = Object.entries(framed).map(([name, url]) => `<iframe name="${name}" src="${url}"></iframe>`);
  const elsewhere = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(request.url === '/' ? frames.join('') : '<p>harmless</p>');
  });
  elsewhere.listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  const { page } = customer;
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes("frame-ancestors 'none'")) refusals.push(message.text());
  });

  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);

  // What does not mind is loaded.
  await expect(page.frameLocator('iframe[name=harmless]').getByText('harmless')).toBeVisible();
  await expect.poll(() => refusals.length).toBe(2);
  for (const name of ['invite', 'console']) {
    expect(page.frame(name)?.url()).toMatch(/^chrome-error:/);
    await expect(page.frameLocator(`iframe[name=${name}]`).getByRole('button')).toHaveCount(0);
  }
  // By itself the page is there.
  await customer.open(link);
  await expect(customer.button('Join without sharing')).toBeVisible();
  elsewhere.closeAllConnections();
  elsewhere.close();
});
