// Signing in to the console, and what a person meets when the connection cannot be made or kept.

import { expect, startSession, test } from './story.ts';

test('the console asks who is there, refuses a wrong token and takes the right one', async ({
  server,
  technicianBrowser,
}) => {
  const context = await technicianBrowser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const [address = '', token = ''] = server.technicianUrl.split('#');
  await page.goto(address);
  await page.getByRole('textbox', { name: 'Console token' }).fill('not the right one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('sign-in-refused')).toBeVisible();
  await page.getByRole('textbox', { name: 'Console token' }).fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'New session' })).toBeVisible();

  // The cookie keeps the technician signed in, and the token is not in the address.
  await page.goto(server.technicianUrl);
  await page.reload();
  await expect(page.getByRole('button', { name: 'New session' })).toBeVisible();
  expect(page.url()).not.toContain(token);
  await context.close();
});

test('browsers that cannot reach each other say so, and which step it was', async ({
  technician,
  customer,
}) => {
  // The technician's answer never arrives, as behind a firewall that lets nothing through.
  await customer.page.routeWebSocket(/\/signal\//, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (!String(message).includes('"ANSWER"')) socket.send(message);
    });
  });
  await customer.page.clock.install();
  await customer.open(await technician.newSession());
  await customer.button('Join without sharing').click();
  await expect(customer.page.getByText('Reaching', { exact: false }).first()).toBeVisible();
  await expect(technician.page.getByText('Waiting for the customer').first()).toBeHidden();
  await customer.page.clock.runFor(31_000);
  await expect(customer.page.getByText('peer-unreachable')).toBeVisible();
});

test('a technician who vanishes is noticed, and waited for', async ({ technician, customer }) => {
  await startSession(technician, customer, { shareScreen: true });
  await technician.page.close();
  await expect(customer.status.first()).toContainText('Reconnecting…');
  await expect(customer.page.getByText(/Ana Souza’s page was closed/).first()).toBeVisible();
  // Nobody sees it, and it is there when they come back.
  await expect(customer.button('Stop sharing screen')).toBeEnabled();
});
