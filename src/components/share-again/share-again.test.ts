import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { objectionsToElement } from '../accessibility-check.ts';
import './share-again.ts';

afterEach(() => document.body.replaceChildren());

it('says what was cut, and hands each answer on', async () => {
  const element = document.createElement('deskside-share-again');
  element.words = customerWords.shareAgain;
  const events: string[] = [];
  for (const type of ['deskside-share-request', 'deskside-dismiss-request']) {
    element.addEventListener(type, () => events.push(type));
  }
  document.body.append(element);
  await expect.element(page.getByText(/loaded again, which ended sharing/)).toBeVisible();
  expect(await objectionsToElement()).toEqual([]);
  await page.getByRole('button', { name: 'Share my screen again' }).click();
  await page.getByRole('button', { name: 'Not now' }).click();
  expect(events).toEqual(['deskside-share-request', 'deskside-dismiss-request']);
});
