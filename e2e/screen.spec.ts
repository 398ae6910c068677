// More of the screen: paused and resumed, changed to another one, kept as a still.

import { CUSTOMERS_PICTURE, openKnownPicture } from './known-picture.ts';
import { expect, startSession, test } from './story.ts';

test('the customer pauses and resumes; nothing is seen in between, and nobody asks again', async ({
  technician,
  customer,
}) => {
  await startSession(technician, customer, { shareScreen: true });
  await customer.button('Pause sharing').click();
  await expect(customer.status).toContainText('Ana Souza cannot see your screen');
  await expect(technician.page.getByText('The customer paused sharing')).toBeVisible();
  await technician.expectToSee('no picture');
  await customer.button('Resume sharing').click();
  await technician.expectToSee('known picture');
  await expect(customer.status).toContainText('Ana Souza can see your screen');
});

test('the customer changes what is shared without a new session, and what was shared ends', async ({
  technician,
  customer,
}) => {
  await startSession(technician, customer, { shareScreen: true });
  const first = customer.picture;
  // Chromium's picker takes the one tab of this title that is there.
  await first.evaluate(() => {
    document.title = 'No longer the one';
  });
  const second = await openKnownPicture(customer.page.context(), CUSTOMERS_PICTURE);
  await second.evaluate(() => {
    for (const half of document.querySelectorAll('div')) half.style.background = 'rgb(20,160,40)';
  });
  await customer.page.bringToFront();
  await customer.button('Change screen').click();
  await technician.expectToSee('another picture');
  await expect(customer.status).toContainText('Ana Souza can see your screen');
  // The first one is no longer captured: closing it changes nothing.
  await first.close();
  await expect(customer.button('Stop sharing screen')).toBeEnabled();
  await customer.button('Stop sharing screen').click();
  await technician.expectToSee('no picture');
});

test('the technician saves a still of what is seen', async ({ technician, customer }) => {
  await startSession(technician, customer, { shareScreen: true });
  const saving = technician.page.waitForEvent('download');
  await technician.button('Save a still').click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^deskside-\d{4}(-\d\d){5}\.png$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const png = Buffer.concat(chunks);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // Width and height stand in the first chunk (PNG section 11.2.2).
  const size = await technician.video.evaluate((video: HTMLVideoElement) => [
    video.videoWidth,
    video.videoHeight,
  ]);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(size);
});
