// What every story starts from: a server of its own, a customer and a technician in two Chromium processes,
// and the words by which a person finds things on both pages.

import { type Browser, test as base, chromium, expect, type Locator, type Page } from '@playwright/test';
import { chromiumLaunchOptions, findChromium, HOW_TO_GET_CHROMIUM } from '../scripts/chromium.mjs';
import {
  CUSTOMERS_PICTURE,
  type KnownPicture,
  lookAt,
  openKnownPicture,
  type Seen,
  TECHNICIANS_PICTURE,
} from './known-picture.ts';
import { type RealServer, startRealServer } from './real-server.ts';

export { expect };

/** How often a picture is looked at until it is the right one, in ms. */
const LOOK_INTERVALS_MS = [100];

/** A browser whose picker is answered with that picture. */
async function launch({ title }: KnownPicture): Promise<Browser> {
  const path = findChromium();
  if (path === null) throw new Error(HOW_TO_GET_CHROMIUM);
  return chromium.launch(chromiumLaunchOptions(path, [`--auto-select-tab-capture-source-by-title=${title}`]));
}

/** The technician's console, as its user finds things in it. */
export class TechnicianConsole {
  readonly page: Page;
  readonly status: Locator;
  readonly video: Locator;

  constructor(page: Page) {
    this.page = page;
    this.status = page.getByRole('status');
    this.video = page.getByRole('region', { name: "Customer's screen" }).locator('video');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await expect(this.button('New session')).toBeVisible();
  }

  /** Makes a session; returns its support link. */
  async newSession(): Promise<string> {
    const field = this.page.getByRole('textbox', { name: 'Support link' });
    // Another session that waits shows its own until the new one is there.
    const before = (await field.isVisible()) ? await field.inputValue() : '';
    await this.button('New session').click();
    await expect(this.page.getByText('Waiting for the customer').first()).toBeVisible();
    await expect(field).not.toHaveValue(before);
    return field.inputValue();
  }

  /** The support key as it is shown, once there is one other than `old`. */
  async supportKey(old = ''): Promise<string> {
    const shown = this.page.getByText(/^\d{3}-\d{3}-\d{3,4}$/).filter({ hasNotText: old || 'none' });
    await expect(shown).toBeVisible();
    return (await shown.textContent()) ?? '';
  }

  async say(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Message' }).fill(text);
    await this.button('Send').click();
  }

  get log(): Locator {
    return this.page.getByRole('log', { name: 'Chat messages' });
  }

  async expectToSee(seen: Seen): Promise<void> {
    await expect.poll(() => lookAt(this.video), { intervals: LOOK_INTERVALS_MS }).toBe(seen);
  }

  async end(): Promise<void> {
    await this.button('End session').first().click();
    await this.page
      .getByRole('dialog', { name: 'End session?' })
      .getByRole('button', { name: 'Yes' })
      .click();
  }
}

/** The customer's page, as its user finds things in it. */
export class CustomerPage {
  readonly page: Page;
  /** The tab that gets captured. */
  readonly picture: Page;
  readonly status: Locator;

  constructor(page: Page, picture: Page) {
    this.page = page;
    this.picture = picture;
    this.status = page.getByRole('status');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async open(link: string): Promise<void> {
    await this.page.goto(link);
  }

  /** Types a support key into the page at `url`, digit by digit, and goes on. */
  async enterKey(url: string, text: string): Promise<void> {
    await this.page.goto(url);
    await this.page.getByRole('textbox', { name: 'Support key' }).pressSequentially(text);
    await this.button('Continue').click();
  }

  async join(options: { readonly shareScreen: boolean }): Promise<void> {
    await this.button(options.shareScreen ? 'Join and share my screen' : 'Join without sharing').click();
    await expect(this.page.getByRole('toolbar', { name: 'Support session' })).toBeVisible();
  }

  /** The technician's screen, where it is shown. */
  get viewer(): Locator {
    return this.page.getByRole('region', { name: "Ana Souza's screen" });
  }

  async expectToSee(seen: Seen): Promise<void> {
    await expect
      .poll(() => lookAt(this.viewer.locator('video')), { intervals: LOOK_INTERVALS_MS })
      .toBe(seen);
  }

  get consent(): Locator {
    return this.page.getByRole('dialog', { name: 'Ana Souza would like to see your screen' });
  }

  get log(): Locator {
    return this.page.getByRole('log', { name: 'Chat messages' });
  }

  async say(text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: 'Message' });
    // A message that comes in opens the chat too, and then the click closes it: whoever wants to write clicks again.
    await expect(async () => {
      if (!(await field.isVisible())) await this.page.getByRole('button', { name: 'Chat' }).click();
      await expect(field).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await field.fill(text);
    await field.press('Enter');
  }

  async end(): Promise<void> {
    await this.button('End session').click();
    await this.page
      .getByRole('dialog', { name: 'End session?' })
      .getByRole('button', { name: 'Yes' })
      .click();
  }
}

/** Makes a session and joins it, with the screen or without; resolves once the technician has what there is. */
export async function startSession(
  technician: TechnicianConsole,
  customer: CustomerPage,
  options: { readonly shareScreen: boolean },
): Promise<string> {
  const link = await technician.newSession();
  await customer.open(link);
  await customer.join(options);
  if (options.shareScreen) await technician.expectToSee('known picture');
  return link;
}

interface Browsers {
  readonly technicianBrowser: Browser;
  readonly customerBrowser: Browser;
}

interface Story {
  readonly server: RealServer;
  readonly technician: TechnicianConsole;
  readonly customer: CustomerPage;
}

export const test = base.extend<Story, Browsers>({
  technicianBrowser: [
    async ({}, use) => {
      const browser = await launch(TECHNICIANS_PICTURE);
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  customerBrowser: [
    async ({}, use) => {
      const browser = await launch(CUSTOMERS_PICTURE);
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  server: async ({}, use) => {
    const server = await startRealServer();
    await use(server);
    await server.kill();
  },
  technician: async ({ technicianBrowser, server }, use) => {
    const context = await technicianBrowser.newContext({ locale: 'en-GB' });
    const technician = new TechnicianConsole(await context.newPage());
    await technician.open(server.technicianUrl);
    await use(technician);
    await context.close();
  },
  customer: async ({ customerBrowser }, use) => {
    const context = await customerBrowser.newContext({ locale: 'en-GB' });
    const picture = await openKnownPicture(context, CUSTOMERS_PICTURE);
    await use(new CustomerPage(await context.newPage(), picture));
    await context.close();
  },
});
