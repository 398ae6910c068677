// A file through the product itself: its own pages, dialogs and buttons.

import { makeSession } from './deskside.mjs';

/** Opens a session; returns what moves files and resolves with the time from *Save* to the last *Sent and checked*, in ms. */
export async function openDesksideFiles({ sender, receiver }, { server }) {
  const technician = await makeSession({ newContext: async () => sender }, server);
  const customer = await receiver.newPage();
  await customer.goto(technician.link);
  await customer.getByRole('button', { name: 'Join without sharing' }).click();
  await customer.getByRole('toolbar', { name: 'Support session' }).waitFor();
  await customer.evaluate(answerSaveDialog);
  await technician.page.evaluate(watchTransfers);

  return async (...paths) => {
    await technician.page.bringToFront();
    await technician.page.getByRole('button', { name: 'Send files', exact: true }).click();
    const sending = technician.page.getByRole('dialog', { name: /^Send files to/ });
    await sending.locator('input[type=file]').first().setInputFiles(paths);
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
    const arrived = technician.page.evaluate((count) => window.sent(count), before + paths.length);
    await save.click();
    return (await arrived) - (await customer.evaluate(() => window.savedAtMs));
  };
}

/** Runs in the customer's page: headless, the dialogs can only be answered here. Several files get a new folder each time. */
async function answerSaveDialog() {
  const folder = await navigator.storage.getDirectory();
  let count = 0;
  window.showSaveFilePicker = () => folder.getFileHandle('received.bin', { create: true });
  window.showDirectoryPicker = () => folder.getDirectoryHandle(`received-${++count}`, { create: true });
}

/** Runs in the console: how many files its list says were sent and checked. */
function watchTransfers() {
  const all = (root, selector) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot === null ? [] : all(element.shadowRoot, selector),
    ),
  ];
  // Looked for once: walking through all of the page takes longer than a small file does.
  let found = null;
  const list = () => {
    if (found?.host.isConnected !== true) found = all(document, 'deskside-transfers-dialog')[0].shadowRoot;
    return found;
  };
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
