import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { objectionsToElement, preferScheme } from '../accessibility-check.ts';
import { DrivenSession } from '../customer-states.ts';
import './session-page.ts';

async function show(driven: DrivenSession): Promise<void> {
  const element = document.createElement('deskside-session-page');
  element.words = customerWords;
  element.state = driven.session.state.value;
  document.body.append(element);
  await element.updateComplete;
}

afterEach(() => document.body.replaceChildren());

it.each(['light', 'dark'] as const)('has nothing that axe objects to, in the %s scheme', async (scheme) => {
  await preferScheme(scheme);
  await show(await (await new DrivenSession().joined()).sharing());
  expect(await objectionsToElement()).toEqual([]);
});

it('says with whom one is connected, and to keep the page open', async () => {
  await show(await new DrivenSession().joined());
  await expect.element(page.getByRole('heading', { name: 'You are connected with Ana Souza' })).toBeVisible();
  await expect.element(page.getByText(/Keep this page open\./)).toBeVisible();
});

it('says that nothing is shared, and who decides', async () => {
  await show(await new DrivenSession().joined());
  await expect.element(page.getByText('Ana Souza cannot see your screen')).toBeVisible();
  await expect.element(page.getByText(/Nothing is shared\..*you decide\./)).toBeVisible();
});

it.each([
  ['monitor', /everything on the screen/],
  ['window', /the window you chose, and nothing else/],
  ['browser', /the browser tab you chose, and nothing else/],
  ['unknown', /what you chose/],
] as const)('says how much is seen of a %s', async (surface, text) => {
  await show(await (await new DrivenSession().joined()).sharing(surface));
  await expect.element(page.getByText('Ana Souza can see your screen')).toBeVisible();
  await expect.element(page.getByText(text)).toBeVisible();
});

it('says that the connection is being restored', async () => {
  const driven = await new DrivenSession().joined();
  driven.connection.change({ status: 'interrupted', cause: 'line' });
  await show(driven);
  await expect.element(page.getByText('Reconnecting…')).toBeVisible();
  await expect.element(page.getByText(/The connection to Ana Souza is interrupted/)).toBeVisible();
});
