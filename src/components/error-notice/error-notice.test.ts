import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { sharedWords } from '../../i18n/en/shared.ts';
import { ERROR_CODES } from '../../protocol/deskside-error.ts';
import { objectionsToElement, preferScheme } from '../accessibility-check.ts';
import type { ErrorNotice } from './error-notice.ts';
import './error-notice.ts';

const retry = page.getByRole('button', { name: 'Try again' });

async function show(properties: Partial<ErrorNotice>): Promise<ErrorNotice> {
  const notice = document.createElement('deskside-error-notice');
  Object.assign(notice, { words: sharedWords, code: 'server-unreachable', ...properties });
  document.body.append(notice);
  await notice.updateComplete;
  return notice;
}

afterEach(() => document.body.replaceChildren());

it.each(['light', 'dark'] as const)('has nothing that axe objects to, in the %s scheme', async (scheme) => {
  await preferScheme(scheme);
  await show({ canRetry: true });
  expect(await objectionsToElement()).toEqual([]);
});

it.each(ERROR_CODES)('says of “%s” what it means, what to do, and its code', async (code) => {
  await show({ code });
  const alert = page.getByRole('alert');
  await expect.element(alert).toHaveTextContent(sharedWords.errors[code].what);
  await expect.element(alert).toHaveTextContent(sharedWords.errors[code].next);
  await expect.element(alert).toHaveTextContent(`Code: ${code}`);
});

it('offers another try only where one may help, and asks its owner for it', async () => {
  const notice = await show({ canRetry: false });
  await expect.element(retry).not.toBeInTheDocument();
  notice.canRetry = true;
  let requests = 0;
  document.body.addEventListener('deskside-retry-request', () => requests++, { once: true });
  await retry.click();
  expect(requests).toBe(1);
});

it('says nothing while there is no error', async () => {
  await show({ code: null });
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});
