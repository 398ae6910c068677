// A phone, whose browser can share no screen: told so, and helped all the same with chat, a photograph and the
// technician's screen.

import { devices } from '@playwright/test';
import { test } from './file-story.ts';
import { openKnownPicture, TECHNICIANS_PICTURE } from './known-picture.ts';
import { answerSaveDialogs, savedFiles, saveOffer, transferItem } from './received-files.ts';
import { CustomerPage, expect } from './story.ts';

test('a phone is helped without its screen', async ({ technician, customer, customerBrowser, disk }) => {
  const { defaultBrowserType: _, ...phone } = devices['Pixel 7'];
  const context = await customerBrowser.newContext({ ...phone, locale: 'en-GB' });
  // What no phone's browser has, and this one does.
  await context.addInitScript(() => {
    Reflect.deleteProperty(MediaDevices.prototype, 'getDisplayMedia');
    Reflect.deleteProperty(window, 'documentPictureInPicture');
  });
  const onPhone = new CustomerPage(await context.newPage(), customer.picture);

  await onPhone.open(await technician.newSession());
  await expect(onPhone.page.getByText('This browser can’t share a screen, as no phone’s can.')).toBeVisible();
  await expect(onPhone.button('Join and share my screen')).toHaveCount(0);
  await onPhone.join({ shareScreen: false });
  await expect(onPhone.button('Keep on top')).toHaveCount(0);
  // The technician is told too, and is not offered to ask.
  await expect(technician.page.getByText(/can’t share a screen/).first()).toBeVisible();
  await expect(technician.button('Request screen view')).toHaveCount(0);

  await onPhone.say('Here is what it says');
  await expect(technician.log).toContainText('Here is what it says');
  const photo = await disk.write('image.jpg', 300_000);
  await answerSaveDialogs(technician.page);
  await onPhone.button('File transfer').click();
  await onPhone.page.getByRole('menuitem', { name: 'Send files to Ana Souza…' }).click();
  const camera = onPhone.page.getByLabel('Take a photo');
  await expect(camera).toHaveAttribute('capture', 'environment');
  await camera.setInputFiles(photo.path);
  await onPhone.page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
  await saveOffer(technician.page);
  await expect(await transferItem(technician.page, 'image.jpg')).toContainText('Saved and checked');
  expect(await savedFiles(technician.page)).toEqual({ 'image.jpg': photo.sha256 });

  await openKnownPicture(technician.page.context(), TECHNICIANS_PICTURE);
  await technician.page.bringToFront();
  await technician.button('Share my screen').click();
  await onPhone.expectToSee('technician’s picture');
  await onPhone.viewer.getByRole('button', { name: 'Close viewer' }).click();
  await onPhone.page.getByRole('button', { name: /Expand/ }).click();
  await onPhone.end();
  await expect(onPhone.page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  await context.close();
});
