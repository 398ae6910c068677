// Technicians who sign in by themselves: by name and password, and at their organisation's provider.

import type { Page } from '@playwright/test';
import { AccountsFile, ANA, BEN, TEST_PASSWORD } from '../server/testing/test-accounts.ts';
import { TestProvider } from '../server/testing/test-provider.ts';
import { OIDC_PATH } from '../src/protocol/session-api.ts';
import { startRealServer } from './real-server.ts';
import { expect, startSession, TechnicianConsole, test } from './story.ts';

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Username' }).fill('ben');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a technician signs in by name, helps as who they are, and is out as soon as they are let go', async ({
  technicianBrowser,
  customer,
}) => {
  const file = new AccountsFile(ANA, BEN);
  const server = await startRealServer({ DESKSIDE_TECHNICIANS_FILE: file.path });
  const context = await technicianBrowser.newContext({ locale: 'en-GB' });
  const technician = new TechnicianConsole(await context.newPage());
  const { page } = technician;
  await page.goto(server.technicianUrl.split('#')[0] ?? '');
  await signIn(page, 'not the right password');
  await expect(page.getByText('password-refused')).toBeVisible();
  await signIn(page, TEST_PASSWORD);
  await expect(page.getByRole('heading', { name: 'Hello, Ben Lima' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Hello, Ben Lima' })).toBeVisible();

  await customer.open(await technician.newSession());
  await expect(customer.page.getByRole('heading', { name: 'Ben Lima' })).toBeVisible();
  await customer.join({ shareScreen: true });
  await technician.expectToSee('known picture');
  file.write(ANA);
  // The two are connected to each other all the same: it is the pages that believe the server.
  await expect(customer.page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  await expect(customer.page.getByText('session-revoked')).toBeVisible();
  await expect(page.getByText('session-revoked')).toBeVisible();
  await technician.button('New session').first().click();
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeVisible();
  await context.close();
  await server.kill();
  file.remove();
});

test('a technician signs in at their organisation, and out again', async ({
  technicianBrowser,
  customer,
}) => {
  const provider = await TestProvider.start();
  const { issuer, clientId, clientSecret } = provider.settings();
  const server = await startRealServer({
    DESKSIDE_OIDC_ISSUER: issuer,
    DESKSIDE_OIDC_CLIENT_ID: clientId,
    DESKSIDE_OIDC_CLIENT_SECRET: clientSecret ?? '',
    DESKSIDE_OIDC_ALLOWED: 'example.com',
  });
  const address = server.technicianUrl.split('#')[0] ?? '';
  provider.register(new URL(`${OIDC_PATH}/callback`, address).href);
  const withOrganisation = 'Sign in with ACME Support';

  provider.person = 'stranger';
  const elsewhere = await technicianBrowser.newContext({ locale: 'en-GB' });
  const stranger = await elsewhere.newPage();
  await stranger.goto(address);
  await stranger.getByRole('button', { name: withOrganisation }).click();
  await expect(stranger.getByText('oidc-not-allowed')).toBeVisible();
  expect(stranger.url()).toBe(address);
  await elsewhere.close();

  provider.person = 'eva';
  const context = await technicianBrowser.newContext({ locale: 'en-GB' });
  const technician = new TechnicianConsole(await context.newPage());
  const { page } = technician;
  await page.goto(address);
  await technician.button(withOrganisation).click();
  // Led here by another site, the page itself came without the strict cookie; what it asks has it.
  await expect(page.getByRole('heading', { name: 'Hello, Eva Reis' })).toBeVisible();
  await startSession(technician, customer, { shareScreen: false });
  await technician.button('Sign out').click();
  const question = page.getByRole('dialog', { name: 'Sign out?' });
  await question.getByRole('button', { name: 'Sign out' }).click();
  await expect(technician.button(withOrganisation)).toBeVisible();
  await expect(customer.page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  await page.reload();
  await expect(technician.button(withOrganisation)).toBeVisible();
  await context.close();
  await server.kill();
  await provider.close();
});
