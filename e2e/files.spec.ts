// Files both ways: offered, answered, saved, checked; declined, cancelled, and what others may call them.

import { test } from './file-story.ts';
import {
  answerSaveDialogs,
  hashOnDisk,
  offerDialog,
  openTransfers,
  removeSaveDialogs,
  savedFiles,
  saveOffer,
  sendFromCustomer,
  sendFromTechnician,
  transferItem,
} from './received-files.ts';
import { type CustomerPage, expect, startSession, type TechnicianConsole } from './story.ts';

const MB = 1_000_000;
/** 100 MB on a busy machine. */
const LONG_MS = 60_000;

/** A session in which both sides' save dialogs answer by themselves. */
async function startFileSession(technician: TechnicianConsole, customer: CustomerPage): Promise<void> {
  await startSession(technician, customer, { shareScreen: false });
  await answerSaveDialogs(technician.page);
  await answerSaveDialogs(customer.page);
}

test('100 MB from the technician arrive at the customer with the same hash on both sides', async ({
  technician,
  customer,
  disk,
}) => {
  test.setTimeout(180_000);
  const file = await disk.write('there.bin', 100 * MB);
  await startFileSession(technician, customer);
  await sendFromTechnician(technician.page, [file.path]);
  await expect(offerDialog(customer.page)).toContainText('there.bin');
  await expect(offerDialog(customer.page)).toContainText('100 MB');
  await saveOffer(customer.page);
  const item = await transferItem(customer.page, 'there.bin');
  await expect(item.getByRole('progressbar')).toBeVisible();
  await expect(item).toContainText('Saved and checked', { timeout: LONG_MS });
  await expect(await transferItem(technician.page, 'there.bin')).toContainText('Sent and checked');
  expect(await savedFiles(customer.page)).toEqual({ 'there.bin': file.sha256 });
  for (const { page } of [technician, customer]) {
    await expect(await transferItem(page, 'there.bin')).toContainText(file.checksum);
  }
});

test('100 MB from the customer arrive at the technician with the same hash on both sides', async ({
  technician,
  customer,
  disk,
}) => {
  test.setTimeout(180_000);
  const file = await disk.write('back.bin', 100 * MB);
  await startFileSession(technician, customer);
  await sendFromCustomer(customer.page, [file.path]);
  await expect(offerDialog(technician.page)).toContainText('back.bin');
  await saveOffer(technician.page);
  await expect(await transferItem(technician.page, 'back.bin')).toContainText('Saved and checked', {
    timeout: LONG_MS,
  });
  await expect(await transferItem(customer.page, 'back.bin')).toContainText('Sent and checked');
  expect(await savedFiles(technician.page)).toEqual({ 'back.bin': file.sha256 });
  await expect(await transferItem(customer.page, 'back.bin')).toContainText(file.checksum);
});

test('several files at once and both ways at the same time, while the chat goes on', async ({
  technician,
  customer,
  disk,
}) => {
  test.setTimeout(120_000);
  const three = await Promise.all([
    disk.write('one.bin', 80 * MB),
    disk.write('two.txt', 12_345),
    disk.write('three.pdf', 40 * MB),
  ]);
  const back = await disk.write('back.bin', 40 * MB);
  await startFileSession(technician, customer);
  await sendFromTechnician(
    technician.page,
    three.map(({ path }) => path),
  );
  for (const { name } of three) await expect(offerDialog(customer.page)).toContainText(name);
  await saveOffer(customer.page);
  await sendFromCustomer(customer.page, [back.path]);
  await saveOffer(technician.page);
  await technician.say('Are they coming?');
  await expect(customer.log).toContainText('Are they coming?');
  await customer.say('They are.');
  await expect(technician.log).toContainText('They are.');
  await expect(await transferItem(technician.page, 'one.bin')).not.toContainText('Sent and checked');

  for (const { name } of three) {
    await expect(await transferItem(technician.page, name)).toContainText('Sent and checked', {
      timeout: LONG_MS,
    });
  }
  await expect(await transferItem(customer.page, 'back.bin')).toContainText('Sent and checked', {
    timeout: LONG_MS,
  });
  expect(await savedFiles(customer.page)).toEqual(
    Object.fromEntries(three.map(({ name, sha256 }) => [name, sha256])),
  );
  expect(await savedFiles(technician.page)).toEqual({ [back.name]: back.sha256 });
});

test('what the customer declines is never sent', async ({ technician, customer, disk }) => {
  const file = await disk.write('unwanted.bin', 1 * MB);
  await startFileSession(technician, customer);
  await sendFromTechnician(technician.page, [file.path]);
  await offerDialog(customer.page).getByRole('button', { name: 'Decline' }).click();
  await expect(await transferItem(technician.page, 'unwanted.bin')).toContainText('The customer declined');
  await expect(await transferItem(customer.page, 'unwanted.bin')).toContainText('You declined');
  expect(await savedFiles(customer.page)).toEqual({});
});

for (const by of ['technician', 'customer'] as const) {
  test(`a transfer that the ${by} cancels stops on both sides and leaves nothing, and the next one goes`, async ({
    technician,
    customer,
    disk,
  }) => {
    const [file, next] = await Promise.all([disk.write('big.bin', 40 * MB), disk.write('next.bin', 1 * MB)]);
    await startSession(technician, customer, { shareScreen: false });
    await answerSaveDialogs(technician.page);
    await answerSaveDialogs(customer.page, { isDiskStuck: true });
    await sendFromTechnician(technician.page, [file.path]);
    await saveOffer(customer.page);
    const [canceller, other] = by === 'technician' ? [technician, customer] : [customer, technician];
    const item = await transferItem(canceller.page, 'big.bin');
    const bar = item.getByRole('progressbar');
    await expect(bar).not.toHaveAttribute('aria-valuenow', '0');
    await item.getByRole('button', { name: 'Cancel' }).click();
    await expect(item).toContainText('Cancelled by you');
    await expect(await transferItem(other.page, 'big.bin')).toContainText(
      by === 'technician' ? 'Cancelled by Ana Souza' : 'Cancelled by the customer',
    );

    await sendFromCustomer(customer.page, [next.path]);
    await saveOffer(technician.page);
    await expect(await transferItem(customer.page, 'next.bin')).toContainText('Sent and checked');
    expect(await savedFiles(technician.page)).toEqual({ 'next.bin': next.sha256 });
  });
}

test('names are data: whatever they are, they are shown and saved as harmless ones', async ({
  technician,
  customer,
}) => {
  const named = (name: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(name) });
  await startFileSession(technician, customer);
  await sendFromTechnician(technician.page, [
    named('invoice\u202efdp.exe'),
    named('CON.txt'),
    named(`${'a'.repeat(240)}.pdf`),
    named('<img src=x onerror=alert(1)>.txt'),
    named('same.txt'),
    named('SAME.txt'),
  ]);
  const dialog = offerDialog(customer.page);
  await expect(dialog).toContainText('invoicefdp.exe');
  await expect(dialog).toContainText('_CON.txt');
  await expect(dialog).toContainText('Programs can change this computer');
  await expect(dialog.locator('img')).toHaveCount(0);
  await saveOffer(customer.page);
  await expect(await transferItem(technician.page, 'same.txt').then((item) => item.first())).toContainText(
    'Sent and checked',
  );
  await expect
    .poll(async () => Object.keys(await savedFiles(customer.page)).toSorted())
    .toEqual(
      [
        'SAME (2).txt',
        '_CON.txt',
        '_img src=x onerror=alert(1)_.txt',
        `${'a'.repeat(196)}.pdf`,
        'invoicefdp.exe',
        'same.txt',
      ].toSorted(),
    );
});

test('a whole folder arrives with the folders that are in it', async ({ technician, customer, disk }) => {
  const files = [
    await disk.write('Drivers/readme.txt', 100),
    await disk.write('Drivers/x64/printer.inf', 2_000),
    await disk.write('Drivers/x86/printer.inf', 3_000),
    await disk.write('Drivers/x86/old/empty.cat', 0),
  ];
  await startFileSession(technician, customer);
  await technician.page.getByRole('button', { name: 'Send files', exact: true }).click();
  const dialog = technician.page.getByRole('dialog', { name: /^Send files to/ });
  await dialog.getByLabel('Choose a folder').setInputFiles(`${disk.path}/Drivers`);
  await expect(dialog).toContainText('Drivers/x86/old/empty.cat');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(offerDialog(customer.page)).toContainText('Drivers/x64/printer.inf');
  await saveOffer(customer.page);
  for (const { name } of files) {
    await expect(await transferItem(customer.page, name)).toContainText('Saved and checked');
  }
  expect(await savedFiles(customer.page)).toEqual(
    Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])),
  );
});

test('an empty file arrives as an empty file', async ({ technician, customer, disk }) => {
  const file = await disk.write('empty.txt', 0);
  await startFileSession(technician, customer);
  await sendFromTechnician(technician.page, [file.path]);
  await saveOffer(customer.page);
  await expect(await transferItem(technician.page, 'empty.txt')).toContainText('Sent and checked');
  await expect(await transferItem(customer.page, 'empty.txt')).toContainText('Saved and checked');
  expect(await savedFiles(customer.page)).toEqual({ 'empty.txt': file.sha256 });
});

test('without save dialogs a file becomes a download, and can be saved again', async ({
  technician,
  customer,
  disk,
}) => {
  const file = await disk.write('manual.pdf', 8 * MB);
  await startSession(technician, customer, { shareScreen: false });
  await removeSaveDialogs(customer.page);
  await sendFromTechnician(technician.page, [file.path]);
  const downloading = customer.page.waitForEvent('download');
  await saveOffer(customer.page);
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('manual.pdf');
  expect(await hashOnDisk(await download.path())).toBe(file.sha256);

  const item = await transferItem(customer.page, 'manual.pdf');
  await expect(item).toContainText('Saved and checked');
  const again = customer.page.waitForEvent('download');
  await item.getByRole('button', { name: 'Save again' }).click();
  expect(await hashOnDisk(await (await again).path())).toBe(file.sha256);
});

test('a save dialog that is dismissed is no answer', async ({ technician, customer, disk }) => {
  const file = await disk.write('later.txt', 10);
  await startFileSession(technician, customer);
  await customer.page.evaluate(() => {
    Object.assign(window, {
      showSaveFilePicker: () => Promise.reject(new DOMException('dismissed', 'AbortError')),
    });
  });
  await sendFromTechnician(technician.page, [file.path]);
  await saveOffer(customer.page);
  await expect(offerDialog(customer.page).getByRole('button', { name: 'Save' })).toBeEnabled();
  await expect(await transferItem(technician.page, 'later.txt')).toContainText('Waiting for the customer');
  await answerSaveDialogs(customer.page);
  await saveOffer(customer.page);
  await expect(await transferItem(technician.page, 'later.txt')).toContainText('Sent and checked');
});

test('what is under way when the session ends is cancelled', async ({ technician, customer, disk }) => {
  const file = await disk.write('big.bin', 40 * MB);
  await startSession(technician, customer, { shareScreen: false });
  await answerSaveDialogs(customer.page, { isDiskStuck: true });
  await sendFromTechnician(technician.page, [file.path]);
  await saveOffer(customer.page);
  const dialog = await openTransfers(technician.page);
  await expect(dialog.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow', '0');
  await customer.end();
  await expect(dialog.getByRole('listitem')).toContainText('Cancelled by the customer');
});
