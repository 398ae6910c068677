// A customer is asked for gift cards: they report it, and whoever runs the server acts on it.

import { createHmac } from 'node:crypto';
import { AccountsFile, ANA, BEN, TEST_PASSWORD } from '../server/testing/test-accounts.ts';
import { WebhookReceiver } from '../server/testing/webhook-receiver.ts';
import { startRealServer } from './real-server.ts';
import { expect, TechnicianConsole, test } from './story.ts';

const OPERATOR_TOKEN = 'test-operator-token';
const WEBHOOK_SECRET = 'a secret for webhooks';

test('a session is reported, the operator is told, ends it and blocks the technician', async ({
  technicianBrowser,
  customer,
}) => {
  const receiver = await WebhookReceiver.start();
  const file = new AccountsFile(ANA, BEN);
  const server = await startRealServer({
    DESKSIDE_TECHNICIANS_FILE: file.path,
    DESKSIDE_OPERATOR_TOKEN: OPERATOR_TOKEN,
    DESKSIDE_REPORT_WEBHOOK_URL: receiver.url,
    DESKSIDE_REPORT_WEBHOOK_SECRET: WEBHOOK_SECRET,
    DESKSIDE_LOG_LEVEL: 'silent',
  });
  const operate = async (path: string) => {
    const url = new URL(`/api/operator/${path}`, server.customerUrl);
    const headers = { authorization: `Bearer ${OPERATOR_TOKEN}` };
    expect((await fetch(url, { method: 'POST', headers })).status).toBe(204);
  };
  const context = await technicianBrowser.newContext({ locale: 'en-GB' });
  const technician = new TechnicianConsole(await context.newPage());
  const { page } = technician;
  const signIn = async () => {
    await page.getByRole('textbox', { name: 'Username' }).fill('ben');
    await page.getByLabel('Password').fill(TEST_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  await page.goto(server.technicianUrl.split('#')[0] ?? '');
  await signIn();
  await expect(page.getByRole('heading', { name: 'Hello, Ben Lima' })).toBeVisible();

  await customer.open(await technician.newSession());
  const { host } = new URL(server.customerUrl);
  await expect(customer.page.getByText(`Verified: signed in at ${host} with an account.`)).toBeVisible();
  await customer.join({ shareScreen: true });
  await technician.expectToSee('known picture');

  // The customer wants to see what comes of it, so the session goes on for now.
  await customer.button('Report this session…').click();
  const dialog = customer.page.getByRole('dialog', { name: 'Report this session' });
  await dialog.getByRole('radio', { name: /gift cards/ }).check();
  await dialog.getByRole('textbox').fill('He wants gift cards.');
  await dialog.getByRole('checkbox', { name: 'End the session now' }).uncheck();
  await dialog.getByRole('button', { name: 'Send report' }).click();
  const received = customer.page.getByRole('heading', { name: /^Report received, reference / });
  await expect(received).toBeVisible();
  await customer.button('Close').click();

  const { headers, body } = await receiver.next();
  const signed = createHmac('sha256', WEBHOOK_SECRET).update(`${headers['deskside-timestamp']}.${body}`);
  expect(headers['deskside-signature']).toBe(`sha256=${signed.digest('hex')}`);
  const report = JSON.parse(body);
  expect(report).toMatchObject({
    reason: 'money',
    text: 'He wants gift cards.',
    technician: { id: 'ben', name: 'Ben Lima' },
    hasJoined: true,
  });

  await operate(`sessions/${report.sessionId}/end`);
  await expect(customer.page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  await expect(
    customer.page.getByText('Whoever runs the support service has ended this session.'),
  ).toBeVisible();
  await expect(page.getByText('Your administrator ended the session').first()).toBeVisible();

  await operate(`technicians/${report.technician.id}/block`);
  await technician.button('New session').first().click();
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeVisible();
  await signIn();
  await expect(page.getByText('technician-blocked')).toBeVisible();
  await context.close();
  await server.kill();
  await receiver.close();
  file.remove();
});

test('one press stops everything', async ({ technician, customer }) => {
  await customer.open(await technician.newSession());
  await customer.join({ shareScreen: true });
  await technician.expectToSee('known picture');
  await customer.page.keyboard.press('Control+Shift+X');
  await expect(customer.page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  await expect(technician.page.getByText('The customer ended the session').first()).toBeVisible();
});
