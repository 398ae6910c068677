// A storage that is full, refused, or holds what another version wrote.

import { pretendOtherVersion } from '../kept-sessions.ts';
import { BusySession } from './busy-session.ts';
import { expect, report, test } from './faults.ts';

test('quota exceeded', async ({ session, parts }) => {
  await session.begin(40);
  const { page } = session.customer;
  const devtools = await page.context().newCDPSession(page);
  const { origin } = new URL(parts.customerUrl);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await expect(page.getByText('Code: session-not-kept')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Got it' }).click();
  report('quota exceeded');
  // What is saved is in this origin's storage too. With room again, the file goes on.
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await session.continueFile();
  await session.expectWhole();
});

test('IndexedDB refused', async ({ parts }) => {
  const session = await BusySession.open(parts, async (page) => {
    await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('refused', 'SecurityError');
      };
    });
  });
  await session.begin(5);
  for (const page of [session.customer.page, session.technician.page]) {
    await expect(page.getByText('Code: session-not-kept')).toBeVisible();
    await page.getByRole('button', { name: 'Got it' }).click();
  }
  report('IndexedDB refused');
  await session.expectLivingPicture();
  await session.expectFile();
  await session.expectChat();
});

test('stored data of another version', async ({ session }) => {
  await session.begin(5);
  await session.expectFile();
  await session.expectChat();
  await pretendOtherVersion(session.customer.page);
  await session.customer.page.reload();
  await expect(session.customer.page.getByText('Code: session-not-restored')).toBeVisible();
  await expect(session.customer.page.getByRole('textbox', { name: 'Support key' })).toBeVisible();
  await pretendOtherVersion(session.technician.page);
  await session.technician.page.reload();
  await expect(session.technician.page.getByText('Code: session-not-restored')).toBeVisible();
  report('stored data of another version');
});
