// Support from a button on a page of another site: in a window of its own, of which that page is told.

import {
  answerSaveDialogs,
  DiskFiles,
  saveOffer,
  sendFromTechnician,
  transferItem,
} from '../received-files.ts';
import { expect } from '../story.ts';
import { heard, violations } from './helpdesk-site.ts';
import { joinFromHelpdesk, pressButton, statusOn, test } from './helpdesk-story.ts';

test('a whole session: joined, shared, chat, a file, ended; under a strict policy', async ({
  helpdesk,
  technician,
  customer,
}) => {
  const { page } = customer;
  const disk = await DiskFiles.create();
  const status = statusOn(page);

  const support = await joinFromHelpdesk(helpdesk, technician, customer, { shareScreen: true });
  await technician.expectToSee('known picture');
  await expect(status).toHaveText('Ana Souza can see your screen.');
  // What was handed over does not stay in any address.
  expect(new URL(support.page.url()).hash).toBe('');

  await technician.say('Hello');
  await expect(support.log).toContainText('Hello');
  await support.say('Hi');
  await expect(technician.log).toContainText('Hi');
  const file = await disk.write('fix.bin', 100_000);
  await answerSaveDialogs(support.page);
  await sendFromTechnician(technician.page, [file.path]);
  await saveOffer(support.page);
  await expect(await transferItem(support.page, 'fix.bin')).toContainText('Saved and checked');
  await support.page.keyboard.press('Escape');
  await support.button('Stop sharing screen').click();
  await expect(status).toHaveText('Connected with Ana Souza. Ana Souza cannot see your screen.');
  await support.end();
  await expect(status).toHaveText('The session has ended.');

  expect(await heard(page)).toEqual([
    'ready',
    'session-start',
    'share-start',
    'message',
    'message',
    'file',
    'share-stop',
    'session-end',
  ]);
  expect(await violations(page)).toEqual([]);
  await support.page.close();
  await expect(page.getByRole('button', { name: 'Get support' })).toBeVisible();
  await expect(status).toBeEmpty();
  await disk.remove();
});

test('the page navigates and is loaded again in mid-session, and finds its session', async ({
  helpdesk,
  technician,
  customer,
}) => {
  const { page } = customer;
  const support = await joinFromHelpdesk(helpdesk, technician, customer, { shareScreen: false });
  const status = statusOn(page);
  await expect(status).toContainText('Connected with Ana Souza');

  await page.goto(`${helpdesk.site.origin}/ticket/2`);
  await expect(status).toContainText('Connected with Ana Souza');
  await page.reload();
  await expect(status).toContainText('Connected with Ana Souza');
  // The same window, where it was: nothing is opened, nothing loaded again.
  const pages = page.context().pages().length;
  await page.getByRole('button', { name: 'Show support window' }).click();
  await technician.say('Still there?');
  await expect(support.log).toContainText('Still there?');
  expect(page.context().pages()).toHaveLength(pages);
  await support.end();
  await expect.poll(() => heard(page)).toContain('session-end');
  expect(await violations(page)).toEqual([]);
});

test('two buttons, one taken away and put back: one session, each event once', async ({
  helpdesk,
  technician,
  customer,
}) => {
  const { page } = customer;
  const link = await technician.newSession();
  const button = `<deskside-support server="SERVER" invite="${link}"></deskside-support>`;
  helpdesk.body = `${button}<hr>${button}`;
  await page.goto(`${helpdesk.site.origin}/`);
  const buttons = page.locator('deskside-support');
  const support = await pressButton(page, customer);
  await support.join({ shareScreen: false });
  for (const index of [0, 1]) {
    await expect(buttons.nth(index).getByRole('status')).toContainText('Connected with Ana Souza');
  }
  // Routers of single-page sites do this.
  await buttons.first().evaluate((element) => {
    element.remove();
    document.body.append(element);
  });
  await technician.say('One');
  await support.end();
  await expect.poll(() => heard(page)).toEqual(['ready', 'session-start', 'message', 'session-end']);
  await expect(buttons.last().getByRole('status')).toHaveText('The session has ended.');
});

test('before the click nothing is asked for, kept or defined but the element', async ({
  helpdesk,
  server,
  customer,
}) => {
  const { page } = customer;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const globals = () => page.evaluate(() => Object.getOwnPropertyNames(window).sort());
  helpdesk.body = '';
  await page.goto(`${helpdesk.site.origin}/`);
  await page.waitForLoadState('networkidle');
  // The page with the launcher but without a button is the one to compare with: the script is there in both.
  await page.evaluate(() => customElements.whenDefined('deskside-support'));
  const own = await globals();
  helpdesk.body = '<deskside-support server="SERVER"></deskside-support>';
  asked.length = 0;
  await page.goto(`${helpdesk.site.origin}/`);
  await expect(page.getByRole('button', { name: 'Get support' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const ours = asked.filter((url) => url.startsWith(new URL(server.customerUrl).origin));
  expect(ours).toEqual([`${new URL(server.customerUrl).origin}/embed.js`]);
  expect(await globals()).toEqual(own);
  expect(own.filter((name) => /deskside/i.test(name))).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ]);
  // A second copy, as from another version, changes nothing.
  await page.evaluate((url) => import(url).then(() => undefined), `${ours[0]}?again`).catch(() => undefined);
  await expect(page.getByRole('button', { name: 'Get support' })).toHaveCount(1);
  const support = await pressButton(page, customer);
  await expect(support.page.getByRole('textbox', { name: 'Support key' })).toBeVisible();
});

test('where the browser refuses pop-ups there is a link, and the page is told all the same', async ({
  helpdesk,
  technician,
  customer,
}) => {
  const { page } = customer;
  await page.addInitScript(() => {
    window.open = () => null;
  });
  const link = await technician.newSession();
  helpdesk.body = `<deskside-support server="SERVER" invite="${link}"></deskside-support>`;
  await page.goto(`${helpdesk.site.origin}/`);
  await page.getByRole('button', { name: 'Get support' }).click();
  await expect(page.getByText('popup-refused')).toBeVisible();
  const [tab] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'Open support in a tab' }).click(),
  ]);
  await tab.getByRole('button', { name: 'Join without sharing' }).click();
  await expect(statusOn(page)).toContainText('Connected with Ana Souza');
  await expect(page.getByText('popup-refused')).toBeHidden();
});

test.describe('a site that the administrator has not named', () => {
  test.use({ isKnown: false });

  test('gets its customers helped, and hears nothing', async ({ helpdesk, technician, customer }) => {
    const { page } = customer;
    const support = await joinFromHelpdesk(helpdesk, technician, customer, { shareScreen: false });
    await support.say('Hi');
    await expect(technician.log).toContainText('Hi');
    await support.end();
    await expect(statusOn(page)).toHaveText('Support is open in a window of its own.');
    expect(await heard(page)).toEqual([]);
  });
});
