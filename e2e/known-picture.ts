// Pictures whose pixels are known, shown in a tab of each side's browser, which the real getDisplayMedia then
// captures: the customer's red and blue, the technician's green and yellow. And a look at what arrived.

import type { BrowserContext, Locator, Page } from '@playwright/test';

export interface KnownPicture {
  /** Chromium's picker is answered by this title (`--auto-select-tab-capture-source-by-title`). */
  readonly title: string;
  readonly left: string;
  readonly right: string;
}

export const CUSTOMERS_PICTURE: KnownPicture = {
  title: 'Known picture',
  left: 'rgb(230,30,30)',
  right: 'rgb(30,60,230)',
};

export const TECHNICIANS_PICTURE: KnownPicture = {
  title: 'Demonstration',
  left: 'rgb(20,170,40)',
  right: 'rgb(230,220,30)',
};

/** Opens the tab that will be captured. */
export async function openKnownPicture(
  context: BrowserContext,
  { title, left, right }: KnownPicture,
): Promise<Page> {
  const page = await context.newPage();
  await page.setContent(`<!doctype html><title>${title}</title>
<style>body{margin:0;display:grid;grid-template-columns:1fr 1fr;height:100vh}</style>
<div style="background:${left}"></div><div style="background:${right}"></div>`);
  return page;
}

export type Seen = 'known picture' | 'technician’s picture' | 'no picture' | 'another picture';

/** What a `<video>` shows at this moment. */
export function lookAt(video: Locator): Promise<Seen> {
  return video.evaluate((element): Seen => {
    // By its name: one that has moved into another window is no `HTMLVideoElement` of that window's.
    if (element.localName !== 'video') throw new TypeError('not a video');
    const picture = element as HTMLVideoElement;
    const { videoWidth: width, videoHeight: height } = picture;
    if (width === 0 || picture.srcObject === null) return 'no picture';
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (context === null) throw new TypeError('no canvas');
    context.drawImage(picture, 0, 0);
    /** Which of red, green and blue are bright there, such as `rg` for yellow. */
    const colourAt = (x: number): string => {
      const [red = 0, green = 0, blue = 0] = context.getImageData(width * x, height * 0.5, 1, 1).data;
      return `${red > 135 ? 'r' : ''}${green > 135 ? 'g' : ''}${blue > 135 ? 'b' : ''}`;
    };
    const seen = `${colourAt(0.25)} ${colourAt(0.75)}`;
    if (seen === 'r b') return 'known picture';
    return seen === 'g rg' ? 'technician’s picture' : 'another picture';
  });
}
