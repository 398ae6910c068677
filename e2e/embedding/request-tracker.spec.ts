// A customer is helped from a ticket of a real helpdesk, Debian's Request Tracker, whose pages carry the button as
// docs/embedding.md says.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startRealServer } from '../real-server.ts';
import { test as base, expect } from '../story.ts';
import { pressButton, statusOn } from './helpdesk-story.ts';
import { freePort, type RequestTracker, startRequestTracker } from './request-tracker.ts';

const BEN = { name: 'ben', password: 'my-printer-is-on-fire' };
const SUBJECT = 'The printer is on fire';

/** The component that the documentation tells an administrator to make, for this server. */
function documentedFooter(server: string): string {
  const text = readFileSync(join(import.meta.dirname, '../../docs/embedding.md'), 'utf8');
  const [, footer] = /```mason\n(.+?)```/s.exec(text) ?? [];
  if (footer === undefined) throw new Error('docs/embedding.md shows no component');
  return footer.replaceAll('https://support.example.com', server);
}

// Each has to know the other's address.
const test = base.extend<{ port: number; helpdesk: RequestTracker }>({
  port: async ({}, use) => use(await freePort()),
  server: async ({ port }, use) => {
    const server = await startRealServer({ DESKSIDE_EMBED_ORIGINS: `http://127.0.0.1:${port}` });
    await use(server);
    await server.kill();
  },
  helpdesk: async ({ port, server }, use) => {
    const footer = documentedFooter(new URL(server.customerUrl).origin);
    const helpdesk = await startRequestTracker({ port, footer, person: BEN, subject: SUBJECT });
    await use(helpdesk);
    await helpdesk.stop();
  },
});

test('a customer is helped from a ticket in Request Tracker', async ({ helpdesk, technician, customer }) => {
  test.setTimeout(120_000);
  const { page } = customer;
  await page.goto(helpdesk.url);
  // Before anybody has signed in there is none.
  await expect(page.getByRole('button', { name: 'Get support' })).toHaveCount(0);
  await page.locator('input[name=user]').fill(BEN.name);
  await page.locator('input[name=pass]').fill(BEN.password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('link', { name: SUBJECT }).click();
  await expect(page.getByRole('heading', { name: `#1: ${SUBJECT}` })).toBeVisible();

  await technician.newSession();
  const support = await pressButton(page, customer);
  await support.page.getByRole('textbox', { name: 'Support key' }).fill(await technician.supportKey());
  await support.button('Continue').click();
  await support.join({ shareScreen: true });
  await technician.expectToSee('known picture');
  await expect(statusOn(page)).toHaveText('Ana Souza can see your screen.');

  // Ben looks for something else in the helpdesk meanwhile.
  await page.getByRole('link', { name: 'Homepage' }).click();
  await expect(page.getByRole('link', { name: SUBJECT })).toBeVisible();
  await expect(statusOn(page)).toHaveText('Ana Souza can see your screen.');
  await technician.say('Please unplug it');
  await expect(support.log).toContainText('Please unplug it');
  await technician.end();
  await expect(statusOn(page)).toHaveText('The session has ended.');
});
