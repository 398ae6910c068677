// The support link: works once, and a damaged one is refused by both browsers.

import { CustomerPage, expect, startSession, test } from './story.ts';

test('a link works once', async ({ technician, customer, customerBrowser }) => {
  const link = await startSession(technician, customer, { shareScreen: false });
  await technician.say('hello');
  await expect(customer.log).toContainText('hello');

  const context = await customerBrowser.newContext({ locale: 'en-GB' });
  const second = new CustomerPage(await context.newPage(), customer.picture);
  await second.open(link);
  await expect(second.page.getByText('link-used')).toBeVisible();
  await expect(second.button('Join without sharing')).toBeHidden();
  await context.close();

  // The session that is going on does not notice.
  await technician.say('still here');
  await expect(customer.log).toContainText('still here');
});

test('a link with a damaged secret is refused by both, and the right one still works', async ({
  technician,
  customer,
}) => {
  const link = await technician.newSession();
  const last = link.at(-2) === 'A' ? 'B' : 'A';
  const damaged = `${link.slice(0, -2)}${last}${link.slice(-1)}`;
  await customer.open(damaged);
  await customer.button('Join without sharing').click();
  await expect(customer.page.getByText('proof-failed')).toBeVisible();
  await expect(technician.page.getByText('proof-failed')).toBeVisible();
  await expect(technician.page.getByText('Waiting for the customer').first()).toBeVisible();

  await customer.open('about:blank');
  await customer.open(link);
  await customer.join({ shareScreen: false });
  await expect(technician.status.filter({ hasText: 'Connected' })).toBeVisible();
});

test('a link that was cut short says so, and the whole one can be pasted', async ({
  technician,
  customer,
}) => {
  const link = await technician.newSession();
  await customer.open(link.slice(0, -5));
  await expect(customer.page.getByText('link-malformed')).toBeVisible();
  await customer.page.getByRole('textbox', { name: 'Support key' }).fill(` ${link} `);
  await customer.button('Continue').click();
  await customer.join({ shareScreen: false });
});

test('a link to a session that nobody knows says so', async ({ server, customer }) => {
  await customer.open(`${server.customerUrl}#1.${'0'.repeat(32)}.${'A'.repeat(43)}`);
  await expect(customer.page.getByText('link-unknown')).toBeVisible();
});

test('a technician who closed the console is named as the step that failed', async ({
  technician,
  customer,
}) => {
  const link = await technician.newSession();
  await technician.page.close();
  await customer.open(link);
  await customer.button('Join without sharing').click();
  await expect(customer.page.getByText('technician-absent')).toBeVisible();
  await expect(customer.button('Join without sharing')).toBeEnabled();
});
