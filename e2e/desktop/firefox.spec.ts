// Chromium and Firefox in one session.

import type { Browser } from 'puppeteer-core';
import { test as base, expect } from '../story.ts';
import { FirefoxCustomer, launchFirefox } from './firefox-customer.ts';

const test = base.extend<{ readonly firefoxCustomer: FirefoxCustomer }, { readonly firefox: Browser }>({
  firefox: [
    async ({}, use) => {
      const browser = await launchFirefox();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  firefoxCustomer: async ({ firefox }, use) => {
    const context = await firefox.createBrowserContext();
    await use(new FirefoxCustomer(await context.newPage()));
    await context.close();
  },
});

test('a customer in Firefox chats with a technician in Chromium', async ({ technician, firefoxCustomer }) => {
  await firefoxCustomer.open(await technician.newSession());
  await firefoxCustomer.join();
  await expect(technician.status.filter({ hasText: 'Connected' })).toBeVisible();
  await technician.say('Hello Firefox');
  await expect.poll(() => firefoxCustomer.text()).toContain('Hello Firefox');
  await firefoxCustomer.fill('Message', 'Olá! 👋');
  await firefoxCustomer.click('button', 'Send');
  await expect(technician.log).toContainText('Olá! 👋');
});
