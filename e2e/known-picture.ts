// A picture whose pixels are known, shown in a tab of the customer's browser, which the real getDisplayMedia
// then captures: red on the left, blue on the right. And a look at what arrived.

import type { BrowserContext, Locator, Page } from '@playwright/test';

/** Chromium's picker is answered by this title (`--auto-select-tab-capture-source-by-title`). */
export const KNOWN_PICTURE_TITLE = 'Known picture';

const HTML = `<!doctype html><title>${KNOWN_PICTURE_TITLE}</title>
<style>body{margin:0;display:grid;grid-template-columns:1fr 1fr;height:100vh}
.l{background:rgb(230,30,30)}.r{background:rgb(30,60,230)}</style>
<div class="l"></div><div class="r"></div>`;

/** Opens the tab that will be captured. */
export async function openKnownPicture(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.setContent(HTML);
  return page;
}

export type Seen = 'known picture' | 'no picture' | 'another picture';

/** What a `<video>` shows at this moment. */
export function lookAt(video: Locator): Promise<Seen> {
  return video.evaluate((element): Seen => {
    if (!(element instanceof HTMLVideoElement)) throw new TypeError('not a video');
    const { videoWidth: width, videoHeight: height } = element;
    if (width === 0 || element.srcObject === null) return 'no picture';
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (context === null) throw new TypeError('no canvas');
    context.drawImage(element, 0, 0);
    const [leftRed = 0, , leftBlue = 0] = context.getImageData(width * 0.25, height * 0.5, 1, 1).data;
    const [rightRed = 0, , rightBlue = 0] = context.getImageData(width * 0.75, height * 0.5, 1, 1).data;
    const isKnown = leftRed > 150 && leftBlue < 110 && rightRed < 110 && rightBlue > 150;
    return isKnown ? 'known picture' : 'another picture';
  });
}
