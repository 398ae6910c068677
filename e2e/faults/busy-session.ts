// A session with everything going on at once: chat both ways, the customer's screen watched, a file on its way.
// And what must be true of all of it afterwards, whatever happened in between.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { CUSTOMERS_PICTURE, lookAt, openKnownPicture } from '../known-picture.ts';
import {
  answerSaveDialogs,
  type DiskFile,
  type DiskFiles,
  offerDialog,
  savedFiles,
  saveOffer,
  sendFromTechnician,
  transferItem,
} from '../received-files.ts';
import { CustomerPage, expect, startSession, TechnicianConsole } from '../story.ts';
import type { BrowserInNamespace } from './browser-in-namespace.ts';
import { ChatPace } from './chat-pace.ts';
import { type Network, SIDES, type Side } from './network.ts';

const MB = 1_000_000;
/** How long whatever was held up may take afterwards: 40 MB on a line of 30 Mbit/s, twice. */
const SETTLE_MS = 60_000;

export interface BusySessionParts {
  readonly network: Network;
  readonly browsers: Readonly<Record<Side, BrowserInNamespace>>;
  readonly disk: DiskFiles;
  readonly customerUrl: string;
  readonly technicianUrl: string;
}

/** What the report must tell. */
export interface ExpectedReport {
  /** Kinds of entries in order, without `interrupted` and `restored`. */
  readonly kinds: readonly string[];
  /** How often it may tell of an interruption; as often as it likes, unless it is said. */
  readonly mostBreaks?: number;
}

const SCREEN_SHARED = ['joined', 'screen-started', 'file-offered', 'file-accepted'];

export class BusySession {
  readonly #parts: BusySessionParts;
  #technician: TechnicianConsole;
  #customer: CustomerPage;
  #picture: Page;
  #file: DiskFile | null = null;
  #chat: ChatPace | null = null;

  private constructor(parts: BusySessionParts, technician: TechnicianConsole, customer: CustomerPage) {
    this.#parts = parts;
    this.#technician = technician;
    this.#customer = customer;
    this.#picture = customer.picture;
  }

  /** Opens both pages; `prepare` may change a page before its address is opened. */
  static async open(
    parts: BusySessionParts,
    prepare: (page: Page, side: Side) => Promise<void> = async () => {},
  ): Promise<BusySession> {
    const { customer, technician } = parts.browsers;
    const picture = await openKnownPicture(customer.context, CUSTOMERS_PICTURE);
    const [customerPage, consolePage] = [await customer.newPage(), await technician.newPage()];
    await prepare(customerPage, 'customer');
    await prepare(consolePage, 'technician');
    const session = new BusySession(
      parts,
      new TechnicianConsole(consolePage),
      new CustomerPage(customerPage, picture),
    );
    await session.#technician.open(parts.technicianUrl);
    return session;
  }

  get technician(): TechnicianConsole {
    return this.#technician;
  }

  get customer(): CustomerPage {
    return this.#customer;
  }

  get chat(): ChatPace {
    if (this.#chat === null) throw new Error('the session has not begun');
    return this.#chat;
  }

  pageOf(side: Side): Page {
    return side === 'customer' ? this.#customer.page : this.#technician.page;
  }

  /** What both pages show, for whoever has to find out why a row failed. */
  async describe(): Promise<string> {
    const shown = SIDES.map(async (side) => {
      const page = this.pageOf(side);
      const tree = await page.locator('body').ariaSnapshot({ timeout: 2_000 }).catch(String);
      return `The ${side}'s page, ${page.url().split('#')[0]}:\n${tree}`;
    });
    return (await Promise.all(shown)).join('\n\n');
  }

  /** Joins, shares, and sends a file of so many megabytes; resolves when all of it is under way. */
  async begin(megabytes: number): Promise<void> {
    await startSession(this.#technician, this.#customer, { shareScreen: true });
    // Open before anything is written: a message that comes in would open it too, in any moment.
    await this.#customer.page.getByRole('button', { name: 'Chat' }).click();
    this.#chat = new ChatPace((side) => this.pageOf(side));
    this.#file = await this.#send('long.bin', megabytes * MB);
    await this.chat.bothHeardAfter(Date.now(), SETTLE_MS);
  }

  async #send(name: string, sizeBytes: number): Promise<DiskFile> {
    await Promise.all([this.chat.pause('customer'), this.chat.pause('technician')]);
    const file = await this.#parts.disk.write(name, sizeBytes);
    await answerSaveDialogs(this.#customer.page);
    await sendFromTechnician(this.#technician.page, [file.path]);
    await saveOffer(this.#customer.page);
    await expect(offerDialog(this.#customer.page)).toBeHidden();
    this.chat.resume('customer');
    this.chat.resume('technician');
    return file;
  }

  /** Loads a side's page again, as its user does. */
  async reload(side: Side): Promise<void> {
    await this.pageOf(side).reload();
  }

  /** The side's page is gone, with its renderer or its whole browser; its user opens the address again. */
  async reopen(side: Side): Promise<void> {
    const { browsers, customerUrl, technicianUrl } = this.#parts;
    const page = await browsers[side].newPage();
    if (side === 'technician') {
      this.#technician = new TechnicianConsole(page);
      await page.goto(technicianUrl);
      return;
    }
    if (this.#picture.isClosed()) {
      this.#picture = await openKnownPicture(browsers.customer.context, CUSTOMERS_PICTURE);
    }
    this.#customer = new CustomerPage(page, this.#picture);
    await page.goto(customerUrl);
  }

  /** Both pages say that they are trying to get back. @returns when, in ms since the epoch */
  async bothNotice(timeoutMs: number): Promise<number> {
    const notices = [this.#customer, this.#technician].map(async ({ status }) => {
      await expect(status.filter({ hasText: 'Reconnecting' }).first()).toBeVisible({ timeout: timeoutMs });
      return Date.now();
    });
    return Math.max(...(await Promise.all(notices)));
  }

  /** The picture is a living one: it changes when what is captured changes. */
  async expectLivingPicture(): Promise<void> {
    const see = () =>
      expect.poll(() => lookAt(this.#technician.video), { timeout: 30_000, intervals: [200] });
    await see().toBe('known picture');
    const turn = (direction: string) =>
      this.#picture.evaluate((value) => {
        document.documentElement.dir = value;
      }, direction);
    await turn('rtl');
    await see().toBe('another picture');
    await turn('ltr');
    await see().toBe('known picture');
    await expect(this.#customer.consent).toBeHidden();
  }

  /** A reload ended the capture; one click on the customer's page, and it is back. */
  async shareAgain(): Promise<void> {
    await this.#customer.button('Share my screen again').click();
    await this.expectLivingPicture();
  }

  /** The file has not arrived yet: whatever was measured was measured beside it. */
  async expectFileUnderWay(): Promise<void> {
    const { page } = this.#technician;
    // Its Enter would go to the dialog.
    await this.chat.pause('technician');
    const item = await transferItem(page, this.#sentFile.name);
    await expect(item.getByRole('progressbar')).toBeVisible();
    await page.keyboard.press('Escape');
    this.chat.resume('technician');
  }

  /** The file arrived as it was sent. */
  async expectFile(): Promise<void> {
    const file = this.#sentFile;
    await this.chat.pause('customer');
    await this.chat.pause('technician');
    const states = [
      [this.#customer.page, 'Saved and checked'],
      [this.#technician.page, 'Sent and checked'],
    ] as const;
    for (const [page, state] of states) {
      await expect(await transferItem(page, file.name)).toContainText(state, { timeout: SETTLE_MS });
      await page.keyboard.press('Escape');
    }
    expect((await savedFiles(this.#customer.page))[file.name]).toBe(file.sha256);
  }

  /** The technician's page has lost the file with its reload; who sits there chooses it once more. */
  async chooseFileAgain(): Promise<void> {
    const { page } = this.#technician;
    const { name, path } = this.#sentFile;
    await this.chat.pause('technician');
    const item = await transferItem(page, name);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      item.getByRole('button', { name: 'Choose the file again' }).click(),
    ]);
    await chooser.setFiles(path);
    await page.keyboard.press('Escape');
    this.chat.resume('technician');
  }

  /** There was no room for the file; there is again, and who receives it goes on. */
  async continueFile(): Promise<void> {
    const { page } = this.#customer;
    await this.chat.pause('customer');
    const item = await transferItem(page, this.#sentFile.name);
    await expect(item).toContainText('There is no room left here');
    await item.getByRole('button', { name: 'Continue' }).click();
    await page.keyboard.press('Escape');
    this.chat.resume('customer');
  }

  get #sentFile(): DiskFile {
    if (this.#file === null) throw new Error('no file was sent');
    return this.#file;
  }

  /** Both logs agree to the message. */
  async expectChat(): Promise<void> {
    await this.chat.expectToAgree(SETTLE_MS);
  }

  /** Ends the session and reads the technician's report: nothing doubled, nothing lost. */
  async expectReport({ kinds, mostBreaks = Number.POSITIVE_INFINITY }: ExpectedReport): Promise<void> {
    await this.#customer.end();
    const { page } = this.#technician;
    await expect(page.getByText('The customer ended the session').first()).toBeVisible();
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByRole('list', { name: 'Reports' }).getByRole('button').first().click();
    await page.getByRole('radio', { name: 'As data (JSON)' }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download report' }).click(),
    ]);
    const report: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
    const { journal, chat } = report as {
      journal: readonly { kind: string }[];
      chat: readonly { from: Side; text: string }[];
    };
    const told = journal.map(({ kind }) => kind);
    expect(told.filter((kind) => kind !== 'interrupted' && kind !== 'restored')).toEqual(kinds);
    const breaks = told.filter((kind) => kind === 'interrupted' || kind === 'restored');
    expect(breaks).toEqual(breaks.map((_, index) => (index % 2 === 0 ? 'interrupted' : 'restored')));
    expect(breaks.filter((kind) => kind === 'interrupted').length).toBeLessThanOrEqual(mostBreaks);
    for (const side of SIDES) {
      const texts = chat.filter(({ from }) => from === side).map(({ text }) => text);
      expect(texts).toEqual(this.chat.sent[side]);
    }
  }

  /** Everything is as if nothing had happened: chat, picture, file and report. `meanwhile` is what that tells before the file is there. */
  async expectWhole(
    report: Omit<ExpectedReport, 'kinds'> = {},
    meanwhile: readonly string[] = [],
  ): Promise<void> {
    await this.expectLivingPicture();
    await this.expectFile();
    await this.expectChat();
    const kinds = [...SCREEN_SHARED, ...meanwhile, 'file-done', 'screen-stopped', 'ended'];
    await this.expectReport({ ...report, kinds });
  }
}
