// Stories of pages that are loaded again, or opened twice, in the middle of a session.

import { pretendOtherVersion } from './kept-sessions.ts';
import { expect, startSession, test } from './story.ts';

test('the customer reloads: chat and state are back by themselves, the screen after one click', async ({
  technician,
  customer,
}) => {
  await startSession(technician, customer, { shareScreen: true });
  await technician.say('Before');
  await customer.say('Me too');
  await expect(technician.log).toContainText('Me too');
  await customer.page.reload();
  await expect(customer.page.getByRole('toolbar', { name: 'Support session' })).toBeVisible();
  await expect(technician.status.first()).toContainText('Connected');
  await expect(customer.log).toContainText('Before');
  await expect(customer.log).toContainText('Me too');
  await technician.say('After');
  await expect(customer.log).toContainText('After');
  await customer.button('Share my screen again').click();
  await technician.expectToSee('known picture');
});

test('the technician reloads: chat and the customer’s screen are back by themselves', async ({
  technician,
  customer,
}) => {
  await startSession(technician, customer, { shareScreen: true });
  await customer.say('Before');
  await expect(technician.log).toContainText('Before');
  await technician.page.reload();
  await expect(technician.log).toContainText('Before');
  await technician.expectToSee('known picture');
  await customer.say('After');
  await expect(technician.log).toContainText('After');
  await technician.end();
  await expect(customer.page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
});

test('what is written while the other page is away arrives when it is back', async ({
  technician,
  customer,
}) => {
  await startSession(technician, customer, { shareScreen: false });
  const { page } = customer;
  const url = page.url();
  await page.goto('about:blank');
  await expect(technician.status.first()).toContainText('Reconnecting…');
  await technician.say('Are you there?');
  await page.goto(url);
  await expect(customer.log).toContainText('Are you there?');
  await expect(technician.status.first()).toContainText('Connected');
});

test('what another version has kept is not gone back into, and the page says so', async ({
  technician,
  customer,
}) => {
  await startSession(technician, customer, { shareScreen: false });
  await technician.say('Kept');
  await expect(customer.log).toContainText('Kept');
  await pretendOtherVersion(customer.page);
  await customer.page.reload();
  await expect(customer.page.getByText('Code: session-not-restored')).toBeVisible();
  await expect(customer.page.getByRole('textbox', { name: 'Support key' })).toBeVisible();
});

test('ended while the customer is away, it is over when they return', async ({ technician, customer }) => {
  await startSession(technician, customer, { shareScreen: false });
  const { page } = customer;
  const url = page.url();
  await page.goto('about:blank');
  await technician.end();
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Support key' })).toBeVisible();
});

test('a tab that is duplicated says where the session is, and takes it over when asked', async ({
  technician,
  customer,
}) => {
  await startSession(technician, customer, { shareScreen: false });
  await customer.say('From the first tab');
  const second = await customer.page.context().newPage();
  await second.goto(customer.page.url());
  await expect(second.getByText('open in another tab')).toBeVisible();
  await second.getByRole('button', { name: 'Continue here' }).click();
  await expect(second.getByRole('toolbar', { name: 'Support session' })).toBeVisible();
  await expect(second.getByRole('log', { name: 'Chat messages' })).toContainText('From the first tab');
  await expect(technician.status.first()).toContainText('Connected');
  await customer.page.bringToFront();
  await expect(customer.page.getByText('open in another tab')).toBeVisible();
});
