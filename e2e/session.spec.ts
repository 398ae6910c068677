// The first session: joined by link, the screen seen, stopped, asked for again, chatted in, ended.

import type { Page } from '@playwright/test';
import { expect, startSession, test } from './story.ts';

test('the screen shared in the joining click arrives at the technician, pixel for pixel', async ({
  technician,
  customer,
}) => {
  const link = await technician.newSession();
  await customer.open(link);
  await expect(customer.page.getByRole('heading', { name: /Ana Souza/ })).toBeVisible();
  await expect(customer.page.getByText('ACME Support').first()).toBeVisible();
  expect(customer.page.url()).not.toContain('#');
  await customer.join({ shareScreen: true });
  await technician.expectToSee('known picture');
  await expect(technician.status.filter({ hasText: 'Connected' })).toBeVisible();
  await expect(customer.status).toContainText('Ana Souza can see your screen');
  expect(await customer.page.title()).toContain('● Visible');
});

test('the technician stops viewing and resumes without asking; the customer sees which it is', async ({
  technician,
  customer,
}) => {
  await startSession(technician, customer, { shareScreen: true });

  await technician.button('Stop viewing').click();
  await expect(customer.status).toContainText('Ana Souza cannot see your screen');
  await technician.expectToSee('no picture');
  await expect(customer.button('Stop sharing screen')).toBeEnabled();

  await technician.button('Resume viewing').click();
  await expect(customer.status).toContainText('Ana Souza can see your screen');
  await technician.expectToSee('known picture');
  await expect(customer.consent).toBeHidden();
});

test('after the customer stopped, only a request and a Yes bring the screen back', async ({
  technician,
  customer,
}) => {
  await startSession(technician, customer, { shareScreen: true });

  await customer.button('Stop sharing screen').click();
  await expect(customer.button('Stop sharing screen')).toBeDisabled();
  await expect(customer.status).toContainText('Ana Souza cannot see your screen');
  await expect(technician.button('Resume viewing')).toBeHidden();
  await technician.expectToSee('no picture');

  await technician.button('Request screen view').click();
  await expect(customer.consent).toBeVisible();
  await customer.consent.getByRole('button', { name: 'Yes' }).click();
  await technician.expectToSee('known picture');
  await expect(customer.status).toContainText('Ana Souza can see your screen');
});

test('a No is told to the technician, and nothing is shared', async ({ technician, customer }) => {
  await startSession(technician, customer, { shareScreen: false });
  await technician.button('Request screen view').click();
  await customer.consent.getByRole('button', { name: 'No' }).click();
  await expect(technician.page.getByText(/declined/i).first()).toBeVisible();
  await expect(technician.button('Request screen view')).toBeVisible();
  await expect(customer.status).toContainText('Ana Souza cannot see your screen');
});

test('a consent cannot be given before it could be read', async ({ technician, customer }) => {
  await startSession(technician, customer, { shareScreen: false });
  // The page's clock stands still, so the moment in between can be looked at.
  await customer.page.clock.install();
  await technician.button('Request screen view').click();
  const yes = customer.consent.getByRole('button', { name: 'Yes' });
  await expect(yes).toBeDisabled();
  await customer.page.clock.runFor(1_000);
  await expect(yes).toBeEnabled();
});

test('stopping from the browser’s own side is the same as by the button', async ({
  technician,
  customer,
}) => {
  await startSession(technician, customer, { shareScreen: true });
  // The browser ends the capture of a tab that is closed, as its own "Stop sharing" bar does.
  await customer.picture.close();
  await expect(customer.button('Stop sharing screen')).toBeDisabled();
  await expect(customer.status).toContainText('Ana Souza cannot see your screen');
  await technician.expectToSee('no picture');
  await expect(technician.button('Request screen view')).toBeVisible();
});

test('the chat goes both ways, toolbar collapsed and open, and is never markup', async ({
  technician,
  customer,
}) => {
  await startSession(technician, customer, { shareScreen: false });

  await technician.say('Hello <img src=x onerror=alert(1)> see https://example.org/help?a=1.');
  await expect(customer.log).toContainText('Hello <img src=x onerror=alert(1)> see');
  const link = customer.log.getByRole('link');
  await expect(link).toHaveAttribute('href', 'https://example.org/help?a=1');
  await expect(link).toHaveAttribute('rel', /noopener/);
  await expect(customer.log.locator('img')).toHaveCount(0);

  await customer.say('Olá! 👋');
  await expect(technician.log).toContainText('Olá! 👋');

  await customer.button('Collapse').click();
  await technician.say('Are you there?');
  const expand = customer.page.getByRole('button', { name: /Expand/ });
  await expect(expand).toContainText('1');
  await expand.click();
  await expect(customer.log).toContainText('Are you there?');
  await expect(customer.log).toContainText('Olá! 👋');
});

test('ended by the customer, it is over on both sides, and the technician’s next attempt is refused', async ({
  technician,
  customer,
  server,
}) => {
  const link = await startSession(technician, customer, { shareScreen: true });
  await customer.end();
  await expect(customer.page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  await expect(technician.page.getByText('The customer ended the session').first()).toBeVisible();
  await expect(technician.button('Request screen view')).toBeHidden();
  expect(await customer.page.title()).not.toContain('Visible');

  // Whatever the console may still try, the server knows that this session is over.
  const sessionId = /#1\.([0-9a-f]{32})\./.exec(link)?.[1];
  const answer = await technician.page.request.post(
    new URL(`/api/sessions/${sessionId}/join`, server.customerUrl).href,
  );
  expect(answer.status()).toBe(410);
  expect(await answer.json()).toEqual({ code: 'session-ended' });
  await customer.open('about:blank');
  await customer.open(link);
  await expect(customer.page.getByText('session-ended')).toBeVisible();
});

test('ended by the technician, the customer’s capture stops at once', async ({ technician, customer }) => {
  await startSession(technician, customer, { shareScreen: true });
  await technician.end();
  await expect(customer.page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  await expect(technician.page.getByText('You ended the session').first()).toBeVisible();
  await expect(customer.page.getByRole('toolbar', { name: 'Support session' })).toBeHidden();
});

test('ending holds even if the other side is already gone', async ({ technician, customer }) => {
  await startSession(technician, customer, { shareScreen: false });
  // The renderer dies without a word, so the customer's browser does not know yet.
  await technician.page.goto('chrome://crash').catch(() => {});
  await customer.end();
  await expect(customer.page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
});

test('a message that comes while the page is out of sight is counted in its title until it is looked at', async ({
  technician,
  customer,
}) => {
  await startSession(technician, customer, { shareScreen: false });
  await technician.say('first');
  await expect(customer.log).toContainText('first');
  await expect(customer.page).toHaveTitle(/^Ana Souza/);
  await setVisibility(customer.page, 'hidden');
  await technician.say('second');
  await technician.say('third');
  await expect(customer.page).toHaveTitle(/^\(2\) /);
  await setVisibility(customer.page, 'visible');
  await expect(customer.page).toHaveTitle(/^Ana Souza/);

  await setVisibility(technician.page, 'hidden');
  await customer.say('fourth');
  await expect(technician.page).toHaveTitle(/^\(1\) /);
});

/** Headless pages are always visible, so the page is told otherwise. */
async function setVisibility(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}
