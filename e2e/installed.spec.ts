// The customer's page as an app: what a browser needs to install it, and what it shows where the server cannot be reached.

import { expect, test } from './story.ts';

test('it can be installed: its manifest names icons that are there, of the sizes that it says', async ({
  server,
  customer,
}) => {
  const { page } = customer;
  await page.goto(server.customerUrl);
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await page.evaluate(async (url) => (await fetch(url)).json(), address ?? '');
  expect(manifest).toMatchObject({ name: 'Deskside', start_url: '/', display: 'standalone' });
  const sizes = await page.evaluate(
    async (icons: { src: string; sizes: string }[]) =>
      Promise.all(
        icons
          .filter((icon) => icon.sizes !== 'any')
          .map(async (icon) => {
            const image = new Image();
            image.src = icon.src;
            await image.decode();
            return [icon.sizes, `${image.naturalWidth}x${image.naturalHeight}`];
          }),
      ),
    manifest.icons,
  );
  expect(sizes.length).toBe(3);
  for (const [said, real] of sizes) expect(real).toBe(said);
  // What Chromium itself objects to.
  const devtools = await page.context().newCDPSession(page);
  const { errors } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
});

test('where the server cannot be reached it opens with a clear word, and with the page once it can', async ({
  server,
  customer,
}) => {
  const { page } = customer;
  await page.goto(server.customerUrl);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // Nothing is kept by it, so nothing can be out of date.
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Support cannot be reached' })).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('link', { name: 'Try again' }).click();
  await expect(page.getByRole('textbox', { name: 'Support key' })).toBeVisible();
  // The server gone for good, which is no other than being offline to somebody who looks at it.
  await server.kill();
  await page.goto(server.customerUrl);
  await expect(page.getByText('the support service does not answer')).toBeVisible();
});
