// Files that stop and go on: either page loaded again, another file chosen, a pause by either side.

import { utimes } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { test } from './file-story.ts';
import {
  answerSaveDialogs,
  type DiskFile,
  type DiskFiles,
  freeDisk,
  removeSaveDialogs,
  savedFiles,
  saveOffer,
  sendFromTechnician,
  transferItem,
} from './received-files.ts';
import { type CustomerPage, expect, startSession, type TechnicianConsole } from './story.ts';

const SIZE = 12_000_000;

/** Notes which blocks a page sends after it was told that they are written, over the life of the page. */
async function watchBlocks(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const [written, again] = [new Set<number>(), [] as number[]];
    const watched = new WeakSet<RTCDataChannel>();
    const blockNo = (frame: ArrayBufferView | ArrayBuffer) => {
      const view = ArrayBuffer.isView(frame)
        ? new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
        : new DataView(frame);
      return { kind: view.getUint8(0), no: view.byteLength >= 9 ? view.getUint32(5) : -1 };
    };
    const { send } = RTCDataChannel.prototype;
    RTCDataChannel.prototype.send = function (
      this: RTCDataChannel,
      data: string | Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer>,
    ) {
      if (this.label === 'files' && ArrayBuffer.isView(data)) {
        if (!watched.has(this)) {
          watched.add(this);
          this.addEventListener('message', ({ data: frame }: MessageEvent<ArrayBuffer>) => {
            const { kind, no } = blockNo(frame);
            if (kind === 0x11) written.add(no);
          });
        }
        const { kind, no } = blockNo(data);
        if (kind === 0x01 && written.has(no)) again.push(no);
      }
      send.call(this, data as ArrayBufferView<ArrayBuffer>);
    };
    Object.assign(window, { blocksAgain: () => [written.size, ...again] });
  });
  return () => page.evaluate(() => (window as unknown as { blocksAgain(): number[] }).blocksAgain());
}

/** A file on its way to the customer, whose disk stands still after a third of it. */
async function startHalfWay(
  technician: TechnicianConsole,
  customer: CustomerPage,
  disk: DiskFiles,
): Promise<DiskFile> {
  const file = await disk.write('big.bin', SIZE);
  await startSession(technician, customer, { shareScreen: false });
  await answerSaveDialogs(customer.page, { isDiskStuck: true });
  await sendFromTechnician(technician.page, [file.path]);
  await saveOffer(customer.page);
  // Something was written, and told.
  await expect
    .poll(async () =>
      Number(await barOf(await transferItem(customer.page, 'big.bin')).getAttribute('aria-valuenow')),
    )
    .toBeGreaterThan(30);
  return file;
}

function barOf(item: Locator): Locator {
  return item.getByRole('progressbar');
}

async function expectArrived(
  technician: TechnicianConsole,
  customer: CustomerPage,
  file: DiskFile,
): Promise<void> {
  await expect(await transferItem(customer.page, file.name)).toContainText('Saved and checked', {
    timeout: 30_000,
  });
  await expect(await transferItem(technician.page, file.name)).toContainText('Sent and checked');
  for (const { page } of [technician, customer]) {
    await expect(await transferItem(page, file.name)).toContainText(file.checksum);
  }
}

async function chooseAgain(page: Page, path: string): Promise<void> {
  const item = await transferItem(page, 'big.bin');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    item.getByRole('button', { name: 'Choose the file again' }).click(),
  ]);
  await chooser.setFiles(path);
}

test('the receiver’s page is loaded again: the file goes on by itself, and no written block comes twice', async ({
  technician,
  customer,
  disk,
}) => {
  const file = await startHalfWay(technician, customer, disk);
  const blocksAgain = await watchBlocks(technician.page);
  await customer.page.reload();
  await expectArrived(technician, customer, file);
  expect(await savedFiles(customer.page)).toEqual({ 'big.bin': file.sha256 });
  const [writtenCount = 0, ...again] = await blocksAgain();
  // What had been written before was not written, nor sent, once more.
  expect(writtenCount).toBeLessThan(12);
  expect(writtenCount).toBeGreaterThan(0);
  expect(again).toEqual([]);
});

test('without save dialogs too, and the file is downloaded when it is whole', async ({
  technician,
  customer,
  disk,
}) => {
  const file = await disk.write('big.bin', 60_000_000);
  await startSession(technician, customer, { shareScreen: false });
  await removeSaveDialogs(customer.page);
  await customer.page.addInitScript(() => {
    Object.assign(window, { showSaveFilePicker: undefined, showDirectoryPicker: undefined });
  });
  await sendFromTechnician(technician.page, [file.path]);
  await saveOffer(customer.page);
  await expect(barOf(await transferItem(customer.page, 'big.bin'))).toBeVisible();
  const downloaded = customer.page.waitForEvent('download');
  await customer.page.reload();
  await expectArrived(technician, customer, file);
  expect((await downloaded).suggestedFilename()).toBe('big.bin');
});

test('the sender’s page is loaded again: the file goes on once the same one is chosen, and no other', async ({
  technician,
  customer,
  disk,
}) => {
  const file = await startHalfWay(technician, customer, disk);
  const other = await disk.write('other.bin', 1_000);
  await technician.page.reload();
  const item = await transferItem(technician.page, 'big.bin');
  await expect(item).toContainText('Stopped, since this page was loaded again');
  await expect(await transferItem(customer.page, 'big.bin')).toContainText(
    'Waiting for Ana Souza to choose the file again',
  );
  await chooseAgain(technician.page, other.path);
  await expect(item).toContainText('This is another file than before, or it was changed.');
  await freeDisk(customer.page);
  await chooseAgain(technician.page, file.path);
  await expectArrived(technician, customer, file);
  expect(await savedFiles(customer.page)).toEqual({ 'big.bin': file.sha256 });
});

test('a file that was changed since is not taken for the same one, and can be given up', async ({
  technician,
  customer,
  disk,
}) => {
  const file = await startHalfWay(technician, customer, disk);
  await technician.page.reload();
  await utimes(file.path, new Date(), new Date(Date.now() - 60_000));
  await chooseAgain(technician.page, file.path);
  const item = await transferItem(technician.page, 'big.bin');
  await expect(item).toContainText('This is another file than before, or it was changed.');
  await item.getByRole('button', { name: 'Cancel' }).click();
  await expect(item).toContainText('Cancelled by you');
  // Not before the customer's page has heard of it: all of the file may wait for the disk there.
  await expect(await transferItem(customer.page, 'big.bin')).toContainText('Cancelled by Ana Souza');
  await freeDisk(customer.page);
  // What is being removed while it is read is looked for once more.
  await expect(async () => expect(await savedFiles(customer.page)).toEqual({})).toPass({ timeout: 15_000 });
});

test('either side pauses a file, and either side lets it go on', async ({ technician, customer, disk }) => {
  const file = await startHalfWay(technician, customer, disk);
  const there = await transferItem(technician.page, 'big.bin');
  const here = await transferItem(customer.page, 'big.bin');
  await there.getByRole('button', { name: 'Pause' }).click();
  await expect(there).toContainText('Paused by you');
  await expect(here).toContainText('Paused by Ana Souza');
  await freeDisk(customer.page);
  await here.getByRole('button', { name: 'Continue' }).click();
  await expectArrived(technician, customer, file);
});
