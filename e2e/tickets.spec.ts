// A page whose ticket has run out, as after a long sleep: here the ticket is an old one from the start, signed by the
// server's own key.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { decodeJwt, SignJWT } from 'jose';
import { startRealServer } from './real-server.ts';
import { expect, startSession, test as story } from './story.ts';

const test = story.extend<{ stateFolder: string }>({
  stateFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'deskside-state-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
  server: async ({ stateFolder }, use) => {
    const server = await startRealServer({ DESKSIDE_STATE_DIR: stateFolder });
    await use(server);
    await server.kill();
  },
});

/** Makes the answers at `path` bring tickets that have run out, and counts how many are renewed. */
async function ageTickets(page: Page, path: RegExp, stateFolder: string): Promise<() => number> {
  const key = Buffer.from(await readFile(join(stateFolder, 'ticket-key'), 'utf8'), 'base64url');
  let renewed = 0;
  await page.route(path, async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    const old = { ...decodeJwt(body.ticket), exp: Math.floor(Date.now() / 1000) - 60 };
    const ticket = await new SignJWT(old)
      .setProtectedHeader({ alg: 'HS256', typ: 'deskside-ticket+jwt' })
      .sign(key);
    await route.fulfill({ response, json: { ...body, ticket } });
  });
  page.on('response', (response) => {
    if (response.url().endsWith('/access') && response.ok()) renewed += 1;
  });
  return () => renewed;
}

test('a signed-in technician whose ticket has run out gets another one, and the session begins', async ({
  technician,
  customer,
  stateFolder,
}) => {
  const renewed = await ageTickets(technician.page, /\/api\/sessions$/, stateFolder);
  await startSession(technician, customer, { shareScreen: false });
  await technician.say('here I am');
  await expect(customer.log).toContainText('here I am');
  expect(renewed()).toBe(1);
});

test('a customer whose ticket has run out is told that they are not let in', async ({
  technician,
  customer,
  stateFolder,
}) => {
  const link = await technician.newSession();
  const renewed = await ageTickets(customer.page, /\/api\/sessions\/\w+\/join$/, stateFolder);
  await customer.open(link);
  await customer.button('Join without sharing').click();
  await expect(customer.page.getByText('signalling-refused')).toBeVisible();
  expect(renewed()).toBe(0);
});
