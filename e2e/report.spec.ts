// What is left of a session: the technician's report and the customer's receipt, read back and complete against
// what was done. A chapter that does something more adds it to `tellSession` and to what is expected of it.

import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openKnownPicture, TECHNICIANS_PICTURE } from './known-picture.ts';
import {
  answerSaveDialogs,
  offerDialog,
  saveOffer,
  sendFromCustomer,
  sendFromTechnician,
  transferItem,
} from './received-files.ts';
import { type CustomerPage, expect, type TechnicianConsole, test } from './story.ts';

const INVOICE = { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: randomBytes(70_000) };
const PROGRAM = { name: 'setup.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') };

/** The kinds of entries that the session below leaves at both sides, in order. */
const EXPECTED = [
  'joined',
  'screen-asked',
  'screen-answered declined',
  'screen-asked',
  'screen-answered agreed',
  'screen-started',
  'screen-paused',
  'screen-resumed',
  'viewing-stopped',
  'viewing-resumed',
  'screen-stopped',
  'own-screen-started',
  'viewer-opened',
  'viewer-closed',
  'own-screen-stopped',
  'file-offered invoice.pdf',
  'file-accepted invoice.pdf',
  'file-done invoice.pdf',
  'file-offered setup.exe',
  'file-declined setup.exe',
  'ended customer',
];

/** Only the technician’s side hears of it: the customer’s own viewer opens by itself. */
const OPENED = /opened/;

const SENTENCES = [
  /joined/,
  /asked to see/,
  /declined/,
  /asked to see/,
  /agreed/,
  /began to share/,
  /paused/,
  /resumed/,
  /stopped viewing/,
  /resumed viewing/,
  /Sharing stopped after/,
  /began to show a screen/,
  OPENED,
  /closed the view/,
  /stopped showing it after/,
  /invoice\.pdf/,
  /invoice\.pdf/,
  /invoice\.pdf/,
  /setup\.exe/,
  /declined.*setup\.exe/,
  /ended the session/,
];

/** A session in which everything happens that `EXPECTED` names. Returns its support link. */
async function tellSession(technician: TechnicianConsole, customer: CustomerPage): Promise<string> {
  const link = await technician.newSession();
  await customer.open(link);
  await customer.join({ shareScreen: false });
  await technician.page.getByRole('textbox', { name: 'Session name' }).fill('Ticket 4711');
  await technician.page.getByRole('textbox', { name: 'Notes' }).fill('Papel preso na impressão <b>');

  await technician.say('May I see <your> screen?');
  // It opens the customer's chat.
  await expect(customer.log).toContainText('May I see <your> screen?');
  await customer.say('Um momento, estou procurando');
  await technician.button('Request screen view').click();
  await customer.consent.getByRole('button', { name: 'No' }).click();
  await expect(technician.page.getByText(/declined/i).first()).toBeVisible();
  await technician.button('Request screen view').click();
  await customer.consent.getByRole('button', { name: 'Yes' }).click();
  await technician.expectToSee('known picture');

  await customer.button('Pause sharing').click();
  await expect(technician.page.getByText('The customer paused sharing')).toBeVisible();
  await customer.button('Resume sharing').click();
  await technician.expectToSee('known picture');
  await technician.button('Stop viewing').click();
  await expect(customer.status).toContainText('Ana Souza cannot see your screen');
  await technician.button('Resume viewing').click();
  await expect(customer.status).toContainText('Ana Souza can see your screen');
  await technician.expectToSee('known picture');
  await customer.button('Stop sharing screen').click();
  await expect(technician.button('Request screen view')).toBeVisible();

  const demonstration = await openKnownPicture(technician.page.context(), TECHNICIANS_PICTURE);
  await technician.page.bringToFront();
  await technician.button('Share my screen').click();
  await customer.expectToSee('technician’s picture');
  await customer.viewer.getByRole('button', { name: 'Close viewer' }).click();
  await expect(technician.page.getByText(/or has closed it/)).toBeVisible();
  await technician.button('Stop sharing my screen').click();
  await demonstration.close();

  await answerSaveDialogs(customer.page);
  await sendFromTechnician(technician.page, [INVOICE]);
  await saveOffer(customer.page);
  await expect(await transferItem(technician.page, INVOICE.name)).toContainText('Sent and checked');
  await sendFromCustomer(customer.page, [PROGRAM]);
  await offerDialog(technician.page).getByRole('button', { name: 'Decline' }).click();
  await expect(await transferItem(technician.page, PROGRAM.name)).toContainText(/declined/i);

  await customer.end();
  await expect(technician.page.getByText('The customer ended the session').first()).toBeVisible();
  return link;
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

interface Entry {
  readonly kind: string;
  readonly atMs: number;
  readonly answer?: string;
  readonly by?: string;
  readonly durationMs?: number;
  readonly checksum?: string;
  readonly file?: { readonly name: string; readonly from: string; readonly sizeBytes: number };
}

function told({ kind, answer, by, file }: Entry): string {
  return [kind, answer, by, file?.name].filter((part) => part !== undefined).join(' ');
}

/** The timeline of a saved page, sentence by sentence, once it was opened by itself. */
async function timelineOf(page: Page, html: string): Promise<string[]> {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.setContent(html);
  expect(requests).toEqual([]);
  return page.locator('.timeline li span').allTextContents();
}

function expectSentences(sentences: readonly string[], expected: readonly RegExp[] = SENTENCES): void {
  expect(sentences).toHaveLength(expected.length);
  for (const [index, sentence] of expected.entries()) expect(sentences[index]).toMatch(sentence);
}

/** The customer takes a receipt along that says the same, and nothing of the technician's notes. */
async function expectReceipt(customer: CustomerPage, link: string): Promise<void> {
  await expect(customer.page.getByText(/^3 times, /)).toBeVisible();
  const receipt = await downloaded(customer.page, () => customer.button('Save a copy').click());
  expect(receipt.name).toMatch(/^deskside-receipt-\d{4}-\d{2}-\d{2}-\d{4}\.html$/);
  expect(receipt.text).not.toContain(link.split('.').at(-1) ?? link);
  // The technician's notes are the technician's.
  expect(receipt.text).not.toContain('Papel');
  expect(receipt.text).not.toContain('4711');

  const reader = await customer.page.context().newPage();
  const sentences = await timelineOf(reader, receipt.text);
  expectSentences(
    sentences,
    SENTENCES.filter((sentence) => sentence !== OPENED),
  );
  expect(sentences[1]).toBe('Ana Souza asked to see your screen.');
  expect(sentences[2]).toBe('You declined.');
  await expect(reader.getByText('ACME Support')).toBeVisible();
  await expect(reader.getByText('Um momento, estou procurando')).toBeVisible();
}

test('report and receipt are complete, are found and downloaded, and hold nothing secret', async ({
  technician,
  customer,
}) => {
  const { page } = technician;
  const before = Date.now();
  const link = await tellSession(technician, customer);
  await expectReceipt(customer, link);
  const secret = link.split('.').at(-1) ?? '';
  const sessionId = /#1\.([0-9a-f]{32})\./.exec(link)?.[1];

  // A later visit finds it: it is kept in this browser.
  await page.getByRole('textbox', { name: 'Notes' }).fill('Papel preso na impressão <b>, agora solto');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByRole('link', { name: 'Reports' }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('IMPRESSAO solto 4711');
  await page
    .getByRole('list', { name: 'Reports' })
    .getByRole('button', { name: /Ticket 4711/ })
    .click();
  await expect(page.getByText('Papel preso na impressão <b>, agora solto')).toBeVisible();

  await page.getByRole('radio', { name: 'As data (JSON)' }).check();
  const json = await downloaded(page, () => technician.button('Download report').click());
  expect(json.name).toMatch(/^deskside-report-\d{4}-\d{2}-\d{2}-\d{4}-ticket-4711\.json$/);
  const report = JSON.parse(json.text);
  expect(report).toMatchObject({
    format: 'deskside-report',
    version: 1,
    side: 'technician',
    sessionId,
    technician: { name: 'Ana Souza', organisation: 'ACME Support', verified: 'none' },
    label: 'Ticket 4711',
    notes: 'Papel preso na impressão <b>, agora solto',
    endedBy: 'customer',
  });
  const journal: Entry[] = report.journal;
  expect(journal.map(told)).toEqual(EXPECTED);
  const times = [before, ...journal.map(({ atMs }) => atMs), Date.now()];
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(journal.find(({ kind }) => kind === 'file-done')).toMatchObject({
    checksum: createHash('sha256').update(INVOICE.buffer).digest('hex'),
    file: { name: INVOICE.name, from: 'technician', sizeBytes: INVOICE.buffer.length },
  });
  expect(report.durationMs).toBe(report.endedAtMs - report.joinedAtMs);
  const texts = report.chat.map(({ from, text }: { from: string; text: string }) => [from, text]);
  expect(texts).toEqual([
    ['technician', 'May I see <your> screen?'],
    ['customer', 'Um momento, estou procurando'],
  ]);

  await page.getByRole('radio', { name: 'As a page (HTML)' }).check();
  const html = await downloaded(page, () => technician.button('Download report').click());
  expect(html.name).toMatch(/\.html$/);
  const reader = await page.context().newPage();
  expectSentences(await timelineOf(reader, html.text));
  await expect(reader.getByText('May I see <your> screen?')).toBeVisible();
  await expect(reader.getByText('Papel preso na impressão <b>, agora solto')).toBeVisible();
  await expect(reader.locator('script, [src], [href]')).toHaveCount(0);

  expect(secret).toMatch(/^[\w-]{43}$/);
  for (const { text } of [json, html]) expect(text).not.toContain(secret);
});

test('reports are kept as long as was chosen, and deleted on request', async ({ technician, customer }) => {
  const { page } = technician;
  await technician.newSession().then((link) => customer.open(link));
  await customer.join({ shareScreen: false });
  await customer.end();
  await expect(page.getByText('The customer ended the session').first()).toBeVisible();
  await page.getByRole('link', { name: 'Reports' }).click();
  const items = page.getByRole('list', { name: 'Reports' }).getByRole('listitem');
  await expect(items).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Delete reports after' }).selectOption('7 days');

  // The choice is remembered, and eight days later the report is gone.
  await page.clock.install({ time: Date.now() + 8 * 24 * 60 * 60 * 1000 });
  await page.reload();
  await page.getByRole('link', { name: 'Reports' }).click();
  await expect(page.getByRole('combobox', { name: 'Delete reports after' })).toHaveValue('7');
  await expect(page.getByText(/No reports yet/)).toBeVisible();
});
