// What takes too long for every day: a gigabyte, much both ways at once, a lane that is killed under a file, and many
// small files against a large one.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumLaunchOptions, findChromium, HOW_TO_GET_CHROMIUM } from '../../scripts/chromium.mjs';
import { test as base } from '../file-story.ts';
import {
  CUSTOMERS_PICTURE,
  type KnownPicture,
  openKnownPicture,
  TECHNICIANS_PICTURE,
} from '../known-picture.ts';
import {
  answerSaveDialogs,
  type DiskFile,
  savedFiles,
  savedHash,
  saveOffer,
  sendFromCustomer,
  sendFromTechnician,
  transferItem,
} from '../received-files.ts';
import { CustomerPage, expect, startSession, TechnicianConsole } from '../story.ts';

const MB = 1_000_000;
const LONG_MS = 600_000;

/** A browser with a profile on disk: what a window without one keeps is in memory, and far less than a gigabyte. */
async function launchWithDisk({
  title,
}: KnownPicture): Promise<{ context: BrowserContext; remove(): Promise<void> }> {
  const path = findChromium();
  if (path === null) throw new Error(HOW_TO_GET_CHROMIUM);
  const folder = await mkdtemp(join(tmpdir(), 'deskside-long-'));
  const options = chromiumLaunchOptions(path, [`--auto-select-tab-capture-source-by-title=${title}`]);
  const context = await chromium.launchPersistentContext(folder, { ...options, locale: 'en-GB' });
  const remove = async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { context, remove };
}

const test = base.extend({
  technician: async ({ server }, use) => {
    const { context, remove } = await launchWithDisk(TECHNICIANS_PICTURE);
    const technician = new TechnicianConsole(await context.newPage());
    await technician.open(server.technicianUrl);
    await use(technician);
    await remove();
  },
  customer: async ({}, use) => {
    const { context, remove } = await launchWithDisk(CUSTOMERS_PICTURE);
    const picture = await openKnownPicture(context, CUSTOMERS_PICTURE);
    await use(new CustomerPage(await context.newPage(), picture));
    await remove();
  },
});

async function start(technician: TechnicianConsole, customer: CustomerPage): Promise<void> {
  await startSession(technician, customer, { shareScreen: false });
  await answerSaveDialogs(technician.page);
  await answerSaveDialogs(customer.page);
}

async function expectArrived(page: Page, file: DiskFile): Promise<void> {
  const item = await transferItem(page, file.name);
  await expect(item).toContainText('Saved and checked', { timeout: LONG_MS });
  await expect(item).toContainText(file.checksum);
  expect(await savedHash(page, file.name)).toBe(file.sha256);
}

/** How many files a page has received, as it counts them; its list may be closed. */
function countSaved(page: Page): Promise<number> {
  return page.evaluate(() => {
    const shell = document.querySelector('deskside-customer');
    const files = shell?.shadowRoot?.querySelector('deskside-file-dialogs')?.files.transfers ?? [];
    return files.filter(({ progress }) => progress.phase === 'done').length;
  });
}

/** How long it takes from *Save* until all of an offer is there, in ms. */
async function timeOffer(
  technician: TechnicianConsole,
  customer: CustomerPage,
  files: readonly string[],
): Promise<number> {
  const known = await countSaved(customer.page);
  await sendFromTechnician(technician.page, files);
  const startedAtMs = Date.now();
  await saveOffer(customer.page);
  await expect
    .poll(() => countSaved(customer.page), { timeout: LONG_MS, intervals: [50] })
    .toBe(known + files.length);
  return Date.now() - startedAtMs;
}

test('1 GB arrives with the same hash, while the chat goes on', async ({ technician, customer, disk }) => {
  const file = await disk.write('gigabyte.bin', 1_000 * MB);
  await start(technician, customer);
  await sendFromTechnician(technician.page, [file.path]);
  const startedAtMs = Date.now();
  await saveOffer(customer.page);
  await technician.say('Still there?');
  await expect(customer.log).toContainText('Still there?');
  await expectArrived(customer.page, file);
  const seconds = (Date.now() - startedAtMs) / 1_000;
  console.log(`LONG 1 GB in ${seconds.toFixed(0)} s, hashed once more on the disk`);
});

test('200 MB each way at the same time', async ({ technician, customer, disk }) => {
  const [there, back] = [await disk.write('there.bin', 200 * MB), await disk.write('back.bin', 200 * MB + 1)];
  await start(technician, customer);
  await sendFromTechnician(technician.page, [there.path]);
  await saveOffer(customer.page);
  await sendFromCustomer(customer.page, [back.path]);
  await saveOffer(technician.page);
  await expectArrived(customer.page, there);
  await expectArrived(technician.page, back);
});

test('a lane that is killed under a file is replaced, and the file arrives', async ({
  technician,
  customer,
  disk,
}) => {
  const file = await disk.write('big.bin', 200 * MB);
  await customer.page.addInitScript(() => {
    const connections: RTCPeerConnection[] = [];
    const Made = RTCPeerConnection;
    Object.assign(window, {
      RTCPeerConnection: class extends Made {
        constructor(configuration?: RTCConfiguration) {
          super(configuration);
          connections.push(this);
        }
      },
      // The first one is the session's own.
      killLane: () =>
        connections
          .slice(1)
          .findLast(({ connectionState }) => connectionState === 'connected')
          ?.close(),
    });
  });
  await start(technician, customer);
  await sendFromTechnician(technician.page, [file.path]);
  await saveOffer(customer.page);
  const bar = (await transferItem(customer.page, 'big.bin')).getByRole('progressbar');
  for (const percent of [10, 40]) {
    await expect
      .poll(async () => Number(await bar.getAttribute('aria-valuenow')), { timeout: LONG_MS })
      .toBeGreaterThan(percent);
    await customer.page.evaluate(() => (window as unknown as { killLane(): void }).killLane());
  }
  await expectArrived(customer.page, file);
});

test('500 files of 10 kB, and how long they take beside one of 5 MB', async ({
  technician,
  customer,
  disk,
}) => {
  const large = await disk.write('large.bin', 5 * MB);
  const small = await Promise.all(
    Array.from({ length: 500 }, (_, index) => disk.write(`small ${index}.bin`, 10_000 + index)),
  );
  await start(technician, customer);
  const largeMs = await timeOffer(technician, customer, [large.path]);
  const smallMs = await timeOffer(
    technician,
    customer,
    small.map(({ path }) => path),
  );
  console.log(`LONG 500 × 10 kB in ${smallMs} ms, 5 MB in ${largeMs} ms`);
  const saved = await savedFiles(customer.page);
  for (const { name, sha256 } of small) expect(saved[name]).toBe(sha256);
});
