// The toolbar in a window above all others (Document Picture-in-Picture): a whole session from there, and nothing lost on
// the way there and back.

import type { Page } from '@playwright/test';
import { test } from './file-story.ts';
import { openKnownPicture, TECHNICIANS_PICTURE } from './known-picture.ts';
import { answerSaveDialogs, saveOffer, sendFromTechnician, transferItem } from './received-files.ts';
import { CustomerPage, expect, startSession } from './story.ts';

/** What is rendered only in the course of a session, when the window is open already. */
const LATER = [
  ...['question-dialog', 'chat-panel', 'file-menu', 'screen-viewer', 'end-page', 'abuse-report'],
  ...['incoming-files-dialog', 'send-files-dialog', 'transfers-dialog'],
];

/** Presses Keep on top; returns the customer in the window that opens. */
async function keepOnTop(customer: CustomerPage): Promise<CustomerPage> {
  const [page] = await Promise.all([
    customer.page.context().waitForEvent('page'),
    customer.button('Keep on top').click(),
  ]);
  await expect(page.getByRole('toolbar', { name: 'Support session' })).toBeVisible();
  return new CustomerPage(page, customer.picture);
}

/** How each kind of our elements looks at this moment: its own text's colour and type, and one token. */
function looks(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const found: Record<string, string> = {};
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot === null) continue;
        const { color, fontSize, fontFamily } = getComputedStyle(element);
        const accent = getComputedStyle(element).getPropertyValue('--accent');
        const sheets = element.shadowRoot.adoptedStyleSheets.length;
        found[element.localName] = [color, fontSize, fontFamily, accent, sheets].join('; ');
        visit(element.shadowRoot);
      }
    };
    visit(document);
    return found;
  });
}

test('a whole session from the window above the others alone', async ({ technician, customer, disk }) => {
  const inPage = customer;
  await startSession(technician, inPage, { shareScreen: false });
  const usual = await looks(inPage.page);
  const window = await keepOnTop(inPage);
  const seen: Record<string, string> = {};
  const look = async () => Object.assign(seen, await looks(window.page));
  await expect(
    inPage.page.getByRole('heading', { name: 'Your support session is in a window of its own' }),
  ).toBeVisible();
  await look();

  await technician.button('Request screen view').click();
  await expect(window.consent).toBeVisible();
  await look();
  await window.consent.getByRole('button', { name: 'Yes' }).click();
  await technician.expectToSee('known picture');
  await expect(window.status).toHaveText('Ana Souza can see your screen');

  await technician.say('Can you hear me?');
  await expect(window.log).toContainText('Can you hear me?');
  await window.say('Loud and clear');
  await expect(technician.log).toContainText('Loud and clear');
  await look();

  const theirs = await disk.write('fix.bin', 50_000);
  await answerSaveDialogs(window.page);
  await answerSaveDialogs(inPage.page);
  await sendFromTechnician(technician.page, [theirs.path]);
  await look();
  await saveOffer(window.page);
  await expect(await transferItem(window.page, 'fix.bin')).toContainText('Saved and checked');
  await look();
  await window.page.keyboard.press('Escape');

  const ours = await disk.write('log.txt', 20_000);
  await answerSaveDialogs(technician.page);
  await window.button('File transfer').click();
  await window.page.getByRole('menuitem', { name: 'Send files to Ana Souza…' }).click();
  await look();
  const dialog = window.page.getByRole('dialog', { name: 'Send files to Ana Souza' });
  await dialog.locator('input[type=file]').first().setInputFiles([ours.path]);
  await dialog.getByRole('button', { name: 'Send' }).click();
  await saveOffer(technician.page);
  await expect(await transferItem(technician.page, 'log.txt')).toContainText('Saved and checked');

  await window.button('Pause sharing').click();
  await expect(window.status).toHaveText('Ana Souza cannot see your screen');
  await window.button('Stop sharing screen').click();
  await openKnownPicture(technician.page.context(), TECHNICIANS_PICTURE);
  await technician.page.bringToFront();
  await technician.button('Share my screen').click();
  await window.expectToSee('technician’s picture');
  await look();
  await window.button('Close viewer').click();
  await window.end();
  await expect(window.page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  await look();
  await expect(technician.page.getByText('The customer ended the session').first()).toBeVisible();

  // What was there before looks the same, and what came later is dressed like the rest.
  const [token = ''] = Object.values(usual).map((text) => text.split('; ')[3]);
  expect(Object.keys(seen)).toEqual(expect.arrayContaining(LATER.map((name) => `deskside-${name}`)));
  for (const [name, text] of Object.entries(seen)) {
    const [, , fontFamily, accent, sheets] = text.split('; ');
    expect([fontFamily?.startsWith('system-ui'), accent, Number(sheets) >= 2], name).toEqual([
      true,
      token,
      true,
    ]);
    if (name in usual) expect(text, name).toBe(usual[name]);
  }
  await Promise.all([window.page.waitForEvent('close'), window.page.evaluate(() => globalThis.close())]);
  await expect(inPage.page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  const after = await looks(inPage.page);
  for (const [name, text] of Object.entries(after)) if (name in seen) expect(text, name).toBe(seen[name]);
});

test('closed and opened again in mid-sentence, with a question open, and nothing is lost', async ({
  technician,
  customer,
}) => {
  await startSession(technician, customer, { shareScreen: false });
  for (let line = 1; line <= 40; line++) await technician.say(`Line ${line}`);
  await expect(customer.log).toContainText('Line 40');
  const field = (page: Page) => page.getByRole('textbox', { name: 'Message' });
  await field(customer.page).fill('The printer says');
  await field(customer.page).evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(4, 11));
  await customer.log.evaluate((element) => element.scrollTo(0, 120));
  const state = (page: Page) =>
    page.getByRole('log', { name: 'Chat messages' }).evaluate((log) => {
      const text = (log.getRootNode() as ShadowRoot).querySelector('textarea');
      const focused = (log.getRootNode() as ShadowRoot).activeElement === text;
      return [log.scrollTop, text?.value, text?.selectionStart, text?.selectionEnd, focused];
    });
  const left = [120, 'The printer says', 4, 11, true];

  // By the keyboard, so that the focus is the field's when the window opens: a press takes it away.
  const window = await keepOnTop(customer);
  expect((await state(window.page)).slice(0, 4)).toEqual(left.slice(0, 4));
  await field(window.page).focus();
  await field(window.page).press('End');
  await field(window.page).pressSequentially(' no paper');
  await window.log.evaluate((element) => element.scrollTo(0, 80));
  await Promise.all([window.page.waitForEvent('close'), window.page.close()]);
  expect(await state(customer.page)).toEqual([80, 'The printer says no paper', 25, 25, true]);

  await technician.button('Request screen view').click();
  await expect(customer.consent).toBeVisible();
  await customer.consent.getByRole('button', { name: 'No' }).click();
  const again = await keepOnTop(customer);
  await technician.button('Request screen view').click();
  await expect(again.consent).toBeVisible();
  await Promise.all([again.page.waitForEvent('close'), again.page.close()]);
  // The question moves with everything else, as a question that waits for its answer.
  await customer.consent.getByRole('button', { name: 'Yes' }).click();
  await technician.expectToSee('known picture');
  await field(customer.page).press('Enter');
  await expect(technician.log).toContainText('The printer says no paper');
});

test('a browser that refuses the window says so, and the toolbar stays', async ({ technician, customer }) => {
  await customer.page.addInitScript(() => {
    const browser = (window as never as { documentPictureInPicture: { requestWindow: unknown } })
      .documentPictureInPicture;
    browser.requestWindow = () => Promise.reject(new DOMException('no gesture', 'NotAllowedError'));
  });
  await startSession(technician, customer, { shareScreen: false });
  await customer.button('Keep on top').click();
  await expect(customer.page.getByText('window-refused')).toBeVisible();
  await expect(customer.button('End session')).toBeVisible();
});

test('where the browser has no such window it is not offered', async ({ technician, customer }) => {
  await customer.page.addInitScript(() => {
    Reflect.deleteProperty(window, 'documentPictureInPicture');
  });
  await startSession(technician, customer, { shareScreen: false });
  await expect(customer.button('Collapse')).toBeVisible();
  await expect(customer.button('Keep on top')).toHaveCount(0);
});
