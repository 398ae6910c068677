// Two customers in one console: each session with its own state, words and unread count; one in view at a time.

import type { Locator } from '@playwright/test';
import { CustomerPage, expect, type TechnicianConsole, test } from './story.ts';

function item(technician: TechnicianConsole, name: RegExp): Locator {
  return technician.page.getByRole('navigation', { name: 'Sessions' }).getByRole('button', { name });
}

test('a technician helps two customers at a time, and misses nothing of the one out of view', async ({
  technician,
  customer,
  customerBrowser,
}) => {
  const context = await customerBrowser.newContext({ locale: 'en-GB' });
  const other = new CustomerPage(await context.newPage(), customer.picture);

  // The first customer joins and shares; the session gets a name.
  await customer.open(await technician.newSession());
  await customer.join({ shareScreen: true });
  await technician.expectToSee('known picture');
  await technician.page.getByRole('textbox', { name: 'Session name' }).fill('Printer');
  await expect(item(technician, /^Printer/)).toContainText('Connected');
  await expect(item(technician, /^Printer/)).toContainText('Screen visible');

  // The second session is made beside it; the first customer is still seen, and told so.
  await other.open(await technician.newSession());
  await expect(item(technician, /^Session 2/)).toContainText('Waiting');
  await expect(item(technician, /^Printer/)).toContainText('Screen visible');
  await expect(customer.status).toContainText('Ana Souza can see your screen');
  await other.join({ shareScreen: false });
  await expect(item(technician, /^Session 2/)).toContainText('Connected');
  await expect(technician.button('Request screen view')).toBeVisible();

  // What the first one writes meanwhile is counted, in the list and in the title.
  await customer.say('Are you still there?');
  await expect(item(technician, /^Printer/)).toHaveAccessibleName(/1 unread message/);
  await expect(technician.page).toHaveTitle(/^\(1\)/);
  await expect(technician.log).not.toContainText('Are you still there?');

  // A half-written message stays with its session.
  const field = technician.page.getByRole('textbox', { name: 'Message' });
  await field.fill('Half a sentence');
  await item(technician, /^Printer/).click();
  await expect(technician.log).toContainText('Are you still there?');
  await expect(item(technician, /^Printer/)).not.toHaveAccessibleName(/unread/);
  await expect(technician.page).not.toHaveTitle(/^\(1\)/);
  await technician.expectToSee('known picture');
  await technician.say('I am');
  await expect(customer.log).toContainText('I am');
  await item(technician, /^Session 2/).click();
  await expect(field).toHaveValue('Half a sentence');
  await technician.button('Send').click();
  await other.page.getByRole('button', { name: 'Chat' }).waitFor();
  await expect(other.log).toContainText('Half a sentence');
  await expect(customer.log).not.toContainText('Half a sentence');

  // One ends out of view; the one in view goes on, and the ended one is closed from the list.
  await customer.end();
  await expect(item(technician, /^Printer/)).toContainText('Ended by customer');
  await expect(technician.status.filter({ hasText: 'Connected' })).toBeVisible();
  await technician.button('Close Printer').click();
  await expect(item(technician, /^Printer/)).toBeHidden();

  // By keyboard: another session, and back.
  await technician.page.getByText('Nothing is shared yet').click();
  await technician.page.keyboard.press('n');
  await expect(item(technician, /^Session 3/)).toContainText('Waiting');
  await technician.page.keyboard.press('k');
  await expect(item(technician, /^Session 2/)).toHaveAttribute('aria-current', 'true');
  await technician.end();
  await expect(other.page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  await context.close();
});
