// What an organisation withholds: neither page offers it, and the customer's page holds to it whatever the technician's does.

import { AccountsFile, BEN, TEST_PASSWORD } from '../server/testing/test-accounts.ts';
import { ALL_PERMITTED } from '../src/protocol/permissions.ts';
import { startRealServer } from './real-server.ts';
import { sendFromTechnician } from './received-files.ts';
import { expect, TechnicianConsole, test } from './story.ts';

const WITHHELD = {
  ...ALL_PERMITTED,
  filesToCustomer: false,
  filesToTechnician: false,
  technicianScreen: false,
};

test('what is withheld is not offered on either page, and the next session has what was allowed meanwhile', async ({
  technicianBrowser,
  customer,
}) => {
  const file = new AccountsFile({ ...BEN, permissions: WITHHELD });
  const server = await startRealServer({ DESKSIDE_TECHNICIANS_FILE: file.path });
  const context = await technicianBrowser.newContext({ locale: 'en-GB' });
  const technician = new TechnicianConsole(await context.newPage());
  const { page } = technician;
  await page.goto(server.technicianUrl.split('#')[0] ?? '');
  await page.getByRole('textbox', { name: 'Username' }).fill('ben');
  await page.getByLabel('Password').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Hello, Ben Lima' })).toBeVisible();

  await customer.open(await technician.newSession());
  await customer.join({ shareScreen: true });
  await technician.expectToSee('known picture');
  await expect(technician.button('File transfers')).toBeVisible();
  await expect(technician.button('Send files')).toBeHidden();
  await expect(technician.button('Share my screen')).toBeHidden();
  await customer.button('File transfer').click();
  await expect(customer.page.getByRole('menuitem', { name: 'View status' })).toBeVisible();
  await expect(customer.page.getByRole('menuitem', { name: /^Send files/ })).toBeHidden();
  await customer.page.keyboard.press('Escape');
  await customer.end();

  file.write({ ...BEN, permissions: { ...WITHHELD, filesToCustomer: true } });
  await expect(async () => {
    const link = await technician.newSession();
    const [, sessionId] = /#1\.([0-9a-f]{32})/.exec(link) ?? [];
    const invite = await page.request.get(new URL(`/api/sessions/${sessionId}`, server.customerUrl).href);
    expect(await invite.json()).toMatchObject({ permissions: { filesToCustomer: true } });
    await customer.open(link);
  }).toPass();
  await customer.join({ shareScreen: false });
  await expect(technician.button('Send files')).toBeVisible();
  await expect(technician.button('Share my screen')).toBeHidden();
  await context.close();
  await server.kill();
  file.remove();
});

test('a console that has been tampered with gains nothing', async ({ technicianBrowser, customer }) => {
  const server = await startRealServer({ DESKSIDE_WITHHELD: 'files-to-customer' });
  const context = await technicianBrowser.newContext({ locale: 'en-GB' });
  const technician = new TechnicianConsole(await context.newPage());
  const { page } = technician;
  await page.route('**/api/sessions', async (route) => {
    const response = await route.fetch();
    const json = { ...(await response.json()), permissions: ALL_PERMITTED };
    await route.fulfill({ response, json });
  });
  await technician.open(server.technicianUrl);
  await customer.open(await technician.newSession());
  await customer.join({ shareScreen: false });
  await expect(technician.button('Send files')).toBeVisible();
  await sendFromTechnician(page, ['package.json']);
  await expect(customer.page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  await expect(customer.page.getByText('not-permitted')).toBeVisible();
  await expect(customer.page.getByRole('dialog', { name: 'Incoming file transfer' })).toBeHidden();
  await context.close();
  await server.kill();
});
