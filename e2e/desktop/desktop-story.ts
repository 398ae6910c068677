// What the stories on a real desktop start from: as in ../story.ts, but the customer's browser is on an X server,
// with windows, and captures what is really on that screen.

import type { Locator } from '@playwright/test';
import { chromium } from 'playwright';
import { chromiumLaunchOptions, findChromium } from '../../scripts/chromium.mjs';
import { test as base, CustomerPage } from '../story.ts';
import { openXDisplay, type Point, type XDisplay } from './x-display.ts';

export const test = base.extend<object, { readonly desktop: XDisplay }>({
  desktop: [
    async ({}, use) => {
      const desktop = await openXDisplay();
      await use(desktop);
      await desktop.close();
    },
    { scope: 'worker' },
  ],
  customerBrowser: [
    async ({ desktop }, use) => {
      const browser = await chromium.launch({
        ...chromiumLaunchOptions(findChromium(), [
          '--auto-select-desktop-capture-source=Entire screen',
          '--window-position=0,0',
          '--window-size=640,860',
        ]),
        headless: false,
        env: { ...process.env, DISPLAY: desktop.name },
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  customer: async ({ customerBrowser }, use) => {
    const context = await customerBrowser.newContext({ locale: 'en-GB', viewport: null });
    const page = await context.newPage();
    await use(new CustomerPage(page, page));
    await context.close();
  },
});

export type Colour = 'red' | 'blue' | 'another colour';

/** What a video of the whole desktop shows at a point of that desktop. */
export function colourAt(
  video: Locator,
  { x, y }: Point,
  desktop: { readonly width: number; readonly height: number },
): Promise<Colour> {
  const at = { x: x / desktop.width, y: y / desktop.height };
  return video.evaluate((element, point): Colour => {
    if (!(element instanceof HTMLVideoElement)) throw new TypeError('not a video');
    const canvas = document.createElement('canvas');
    canvas.width = element.videoWidth;
    canvas.height = element.videoHeight;
    const context = canvas.getContext('2d');
    if (context === null || canvas.width === 0) return 'another colour';
    context.drawImage(element, 0, 0);
    const pixel = context.getImageData(point.x * canvas.width, point.y * canvas.height, 1, 1).data;
    const [red = 0, green = 0, blue = 0] = pixel;
    if (red > 170 && green < 90 && blue < 90) return 'red';
    return blue > 170 && red < 90 && green < 110 ? 'blue' : 'another colour';
  }, at);
}
