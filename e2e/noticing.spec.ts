// Somebody who looks at another window is told, and one press brings them back.

import type { Page } from '@playwright/test';
import { expect, startSession, test } from './story.ts';

test('a message to a page out of sight is a notice, and a press on it brings the page back with the chat open', async ({
  technician,
  customer,
}) => {
  await customer.page.context().grantPermissions(['notifications']);
  await customer.page.addInitScript(recordNotices);
  await startSession(technician, customer, { shareScreen: false });
  await customer.button('Collapse').click();

  await technician.say('Can you see this?');
  await expect(customer.page.getByRole('button', { name: /Expand/ })).toContainText('1');
  expect(await noticesOf(customer.page)).toEqual([]);

  await lookAway(customer.page);
  await technician.say('Are you there?');
  await expect.poll(() => noticesOf(customer.page)).toEqual(['Ana Souza: Are you there?']);

  await customer.page.evaluate(() => window.notices.at(-1)?.dispatchEvent(new Event('click')));
  await expect(customer.log).toContainText('Are you there?');
});

test('a technician who looks elsewhere is told that the customer joined and wrote', async ({
  technician,
  customer,
}) => {
  await technician.page.context().grantPermissions(['notifications']);
  await technician.page.addInitScript(recordNotices);
  await technician.page.reload();
  const link = await technician.newSession();
  await lookAway(technician.page);
  await customer.open(link);
  await customer.join({ shareScreen: false });
  await expect
    .poll(() => noticesOf(technician.page))
    .toContain('The customer has joined: The session has begun.');
  await customer.say('Hello?');
  await expect.poll(() => noticesOf(technician.page)).toContain('Session 1: Hello?');
  await technician.page.evaluate(() => window.notices.at(-1)?.dispatchEvent(new Event('click')));
  await expect(technician.page.getByRole('textbox', { name: 'Message' })).toBeFocused();
});

test('nothing is asked on load; the offer comes with the first message', async ({ technician, customer }) => {
  await customer.page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'default' });
    Notification.requestPermission = async () => {
      document.documentElement.dataset.asked = 'yes';
      return 'denied';
    };
  });
  await startSession(technician, customer, { shareScreen: false });
  await expect(customer.button('Turn on notices')).toBeHidden();
  await technician.say('Hello');
  await expect(customer.page.locator('html')).not.toHaveAttribute('data-asked');
  await customer.button('Turn on notices').click();
  await expect(customer.page.locator('html')).toHaveAttribute('data-asked', 'yes');
  await expect(customer.page.getByText(/does not allow notices/)).toBeVisible();
});

declare global {
  interface Window {
    /** What was shown, newest last. */
    notices: Notification[];
  }
}

/** Runs in the page: a headless browser shows no notices, so they are kept to be looked at. */
function recordNotices(): void {
  window.notices = [];
  window.Notification = class extends Notification {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      window.notices.push(this);
    }
  };
}

function lookAway(page: Page): Promise<void> {
  return page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

function noticesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => window.notices.map(({ title, body }) => `${title}: ${body}`));
}
