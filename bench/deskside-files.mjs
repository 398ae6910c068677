// A file through the product itself: its own pages, dialogs and buttons.

import { makeSession } from './deskside.mjs';

/** Opens a session; returns what moves a file and resolves with the time from *Save* to *Sent and checked*, in ms. */
export async function openDesksideFiles({ sender, receiver }, { server }) {
  const technician = await makeSession({ newContext: async () => sender }, server);
  const customer = await receiver.newPage();
  await customer.goto(technician.link);
  await customer.getByRole('button', { name: 'Join without sharing' }).click();
  await customer.getByRole('toolbar', { name: 'Support session' }).waitFor();
  await customer.evaluate(answerSaveDialog);
  await technician.page.evaluate(watchTransfers);

  return async (path) => {
    await technician.page.bringToFront();
    await technician.page.getByRole('button', { name: 'Send files', exact: true }).click();
    const sending = technician.page.getByRole('dialog', { name: /^Send files to/ });
    await sending.locator('input[type=file]').first().setInputFiles(path);
    const before = await technician.page.evaluate(() => window.countSent());
    await sending.getByRole('button', { name: 'Send', exact: true }).click();
    await technician.page.evaluate(() => window.openList());
    await customer.bringToFront();
    const save = customer.getByRole('dialog', { name: 'Incoming file transfer' }).getByRole('button', {
      name: 'Save',
    });
    await save.evaluate((button) => {
      const note = () => {
        window.savedAtMs = performance.timeOrigin + performance.now();
      };
      button.addEventListener('click', note, { capture: true, once: true });
    });
    const arrived = technician.page.evaluate((count) => window.sent(count), before + 1);
    await save.click();
    return (await arrived) - (await customer.evaluate(() => window.savedAtMs));
  };
}

/** Runs in the customer's page: headless, the dialog can only be answered here. */
async function answerSaveDialog() {
  const folder = await navigator.storage.getDirectory();
  window.showSaveFilePicker = () => folder.getFileHandle('received.bin', { create: true });
}

/** Runs in the console: how many files its list says were sent and checked. */
function watchTransfers() {
  const all = (root, selector) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot === null ? [] : all(element.shadowRoot, selector),
    ),
  ];
  const list = () => all(document, 'deskside-transfers-dialog')[0].shadowRoot;
  window.countSent = () => all(list(), 'li.done').length;
  window.openList = () => {
    if (list().querySelector('dialog').open) return;
    all(document, 'button')
      .find((button) => button.textContent.trim() === 'File transfers')
      .click();
  };
  window.sent = (count) =>
    new Promise((resolve) => {
      const look = () => {
        if (window.countSent() >= count) resolve(performance.timeOrigin + performance.now());
        else setTimeout(look, 10);
      };
      look();
    });
}
