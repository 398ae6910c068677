// Once the two browsers have met, they need no server.

import { expect, startSession, test } from './story.ts';

test('with the server killed, the chat and a new screen share still work', async ({
  technician,
  customer,
  server,
}) => {
  await startSession(technician, customer, { shareScreen: false });
  await technician.say('before');
  await expect(customer.log).toContainText('before');
  await server.kill();

  await technician.say('after');
  await expect(customer.log).toContainText('after');
  await customer.say('me too');
  await expect(technician.log).toContainText('me too');
  await technician.button('Request screen view').click();
  await customer.consent.getByRole('button', { name: 'Yes' }).click();
  await technician.expectToSee('known picture');
  await customer.end();
  await expect(technician.page.getByText('The customer ended the session').first()).toBeVisible();
});

test('a server that is gone before joining is named as the step that failed', async ({
  technician,
  customer,
  server,
}) => {
  await customer.open(await technician.newSession());
  await expect(customer.button('Join without sharing')).toBeEnabled();
  await server.kill();
  await customer.button('Join without sharing').click();
  await expect(customer.page.getByText('server-unreachable')).toBeVisible();
});
