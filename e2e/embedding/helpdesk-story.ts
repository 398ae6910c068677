// What every story about embedding starts from: a helpdesk's site, a server that knows it, and the customer on a page of
// that site, with its button.

import type { Locator, Page } from '@playwright/test';
import { startRealServer } from '../real-server.ts';
import { test as base, CustomerPage, type TechnicianConsole } from '../story.ts';
import { type HelpdeskSite, startHelpdeskSite } from './helpdesk-site.ts';

interface Helpdesk {
  readonly site: HelpdeskSite;
  /** What stands on its pages from the next load on; `SERVER` becomes the server's origin. */
  body: string;
  /** The server's origin, once it runs. */
  server: string;
}

export const test = base.extend<{ helpdesk: Helpdesk; isKnown: boolean }>({
  /** Whether the server's administrator has named the site. */
  isKnown: [true, { option: true }],
  // The two have to know each other's address, so each story gets both at once.
  helpdesk: async ({}, use) => {
    const state = { server: '', body: '<deskside-support server="SERVER"></deskside-support>' };
    const site = await startHelpdeskSite(
      () => state.server,
      () => state.body.replaceAll('SERVER', state.server),
    );
    await use(Object.assign(state, { site }));
    site.close();
  },
  server: async ({ helpdesk, isKnown }, use) => {
    const origins = isKnown
      ? `https://other.example.com,${helpdesk.site.origin}`
      : 'https://other.example.com';
    const server = await startRealServer({ DESKSIDE_EMBED_ORIGINS: origins });
    helpdesk.server = new URL(server.customerUrl).origin;
    await use(server);
    await server.kill();
  },
});

/** The button's line that says how things stand. */
export function statusOn(page: Page): Locator {
  return page.locator('deskside-support').getByRole('status');
}

/** Presses the button; returns the customer in the window that opens. */
export async function pressButton(page: Page, { picture }: CustomerPage): Promise<CustomerPage> {
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Get support' }).first().click(),
  ]);
  return new CustomerPage(popup, picture);
}

/** Joins by a support link that the page carries. */
export async function joinFromHelpdesk(
  helpdesk: Helpdesk,
  technician: TechnicianConsole,
  customer: CustomerPage,
  options: { readonly shareScreen: boolean },
): Promise<CustomerPage> {
  const link = await technician.newSession();
  helpdesk.body = `<deskside-support server="SERVER" invite="${link}"></deskside-support>`;
  await customer.page.goto(`${helpdesk.site.origin}/ticket/1`);
  const support = await pressButton(customer.page, customer);
  await support.join(options);
  return support;
}
