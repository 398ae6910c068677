// The product itself, through its own pages and buttons.

import { openPicture } from './picture.mjs';

/** Opens a console and makes a session; returns the page and its support link. */
export async function makeSession(technicians, server) {
  const context = await technicians.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(server.technicianUrl);
  await page.getByRole('button', { name: 'New session' }).click();
  await page.getByText('Waiting for the customer').first().waitFor();
  const link = await page.getByRole('textbox', { name: 'Support link' }).inputValue();
  return { context, page, link };
}

/** One round: link opened → joined, and *Yes* clicked → first frame at the technician's, in ms. */
export async function measureDeskside(customers, technicians, server, pictureTitle) {
  const technician = await makeSession(technicians, server);
  const context = await customers.newContext({ locale: 'en-GB' });
  await openPicture(context, pictureTitle);
  const page = await context.newPage();
  await page.addInitScript(watchForToolbar);

  const openedAtMs = Date.now();
  await page.goto(technician.link);
  // As a person presses it: it takes no other click, and none before it was in view for half a second.
  await page.getByRole('button', { name: 'Join without sharing' }).click();
  const joinedAtMs = await page.evaluate(() => window.joined);

  const firstFrame = technician.page.evaluate(waitForFirstFrame);
  await technician.page.getByRole('button', { name: 'Request screen view' }).click();
  const yes = page.getByRole('dialog').getByRole('button', { name: 'Yes' });
  await yes.evaluate((button) => {
    button.addEventListener(
      'click',
      () => {
        window.clickedAtMs = performance.timeOrigin + performance.now();
      },
      { capture: true },
    );
  });
  await yes.click();
  const frameAtMs = await firstFrame;
  const clickedAtMs = await page.evaluate(() => window.clickedAtMs);
  await Promise.all([technician.context.close(), context.close()]);
  return { joinedMs: joinedAtMs - openedAtMs, firstFrameMs: frameAtMs - clickedAtMs };
}

/** Runs in the customer's page: says when it is in. */
function watchForToolbar() {
  const all = (root, selector) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot === null ? [] : all(element.shadowRoot, selector),
    ),
  ];
  window.joined = new Promise((resolve) => {
    const look = () => {
      if (all(document, '[role="toolbar"]').length > 0) resolve(performance.timeOrigin + performance.now());
      else requestAnimationFrame(look);
    };
    document.addEventListener('DOMContentLoaded', look);
  });
}

/** Runs in the console: when the first frame of the customer's screen is shown. */
function waitForFirstFrame() {
  const find = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'video') return element;
      const inside = element.shadowRoot === null ? null : find(element.shadowRoot);
      if (inside !== null) return inside;
    }
    return null;
  };
  return new Promise((resolve) => {
    const look = () => {
      const video = find(document);
      if (video === null) requestAnimationFrame(look);
      else video.requestVideoFrameCallback(() => resolve(performance.timeOrigin + performance.now()));
    };
    look();
  });
}
