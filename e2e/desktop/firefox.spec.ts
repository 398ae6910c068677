// Chromium and Firefox in one session.

import type { Browser } from 'puppeteer-core';
import { openKnownPicture, TECHNICIANS_PICTURE } from '../known-picture.ts';
import {
  answerSaveDialogs,
  DiskFiles,
  savedFiles,
  saveOffer,
  sendFromTechnician,
  transferItem,
} from '../received-files.ts';
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

test('the technician’s screen is seen in Firefox', async ({ technician, firefoxCustomer }) => {
  const picture = await openKnownPicture(technician.page.context(), TECHNICIANS_PICTURE);
  await technician.page.bringToFront();
  await firefoxCustomer.open(await technician.newSession());
  await firefoxCustomer.join();
  await technician.button('Share my screen').click();
  await expect.poll(() => firefoxCustomer.colours()).toEqual(['g', 'rg']);
  await firefoxCustomer.click('button', 'Close viewer');
  await expect(technician.page.getByText(/cannot see your screen yet, or has closed it/)).toBeVisible();
  await picture.close();
});

test('files go both ways between Firefox and Chromium, and are the same', async ({
  technician,
  firefoxCustomer,
}) => {
  const disk = await DiskFiles.create();
  try {
    const [there, back] = [await disk.write('there.bin', 5_000_003), await disk.write('back.bin', 5_000_009)];
    await firefoxCustomer.open(await technician.newSession());
    await firefoxCustomer.join();

    // Firefox has no save dialog: what comes in is kept by the browser, then handed out as a download.
    await sendFromTechnician(technician.page, [there.path]);
    await firefoxCustomer.click('button', 'Save');
    await expect(await transferItem(technician.page, 'there.bin')).toContainText('Sent and checked');
    await expect(await transferItem(technician.page, 'there.bin')).toContainText(there.checksum);
    await firefoxCustomer.click('button', 'File transfer');
    await firefoxCustomer.click('menuitem', 'View status');
    await expect.poll(() => firefoxCustomer.text()).toContain(`Checksum ${there.checksum.slice(0, 8)}`);

    await answerSaveDialogs(technician.page);
    await firefoxCustomer.sendFile(back.path);
    await saveOffer(technician.page);
    await expect(await transferItem(technician.page, 'back.bin')).toContainText('Saved and checked');
    expect(await savedFiles(technician.page)).toEqual({ 'back.bin': back.sha256 });
  } finally {
    await disk.remove();
  }
});
