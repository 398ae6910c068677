// The browser's own save dialog, answered for real: no headless browser has one.

import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskFiles, hashOnDisk, saveOffer, sendFromTechnician, transferItem } from '../received-files.ts';
import { expect, startSession } from '../story.ts';
import { test } from './desktop-story.ts';

test('a file that comes in is saved where the customer says, under the name they give it', async ({
  desktop,
  technician,
  customer,
}) => {
  const disk = await DiskFiles.create();
  const target = join(tmpdir(), `deskside-saved-${process.pid}.bin`);
  try {
    const file = await disk.write('report.bin', 20_000_017);
    await startSession(technician, customer, { shareScreen: false });
    await sendFromTechnician(technician.page, [file.path]);
    await saveOffer(customer.page);
    await desktop.answerSaveDialog(target);
    await expect(await transferItem(technician.page, 'report.bin')).toContainText('Sent and checked');
    await expect(await transferItem(customer.page, 'report.bin')).toContainText('Saved and checked');
    expect(await hashOnDisk(target)).toBe(file.sha256);
  } finally {
    await rm(target, { force: true });
    await disk.remove();
  }
});
