import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { objectionsToElement } from '../accessibility-check.ts';
import { drawDesktop } from '../technician-drawn-desktop.ts';
import type { ScreenViewer } from './screen-viewer.ts';
import './screen-viewer.ts';

const region = page.getByRole('region', { name: "Ana Souza's screen" });

function button(name: string) {
  return region.getByRole('button', { name, exact: true });
}

async function show(
  options: Partial<ScreenViewer> = {},
): Promise<{ viewer: ScreenViewer; heard: unknown[] }> {
  const viewer = document.createElement('deskside-screen-viewer');
  Object.assign(viewer, { words: customerWords, name: 'Ana Souza', picture: drawDesktop() }, options);
  viewer.style.height = '400px';
  const heard: unknown[] = [];
  for (const type of [
    'deskside-viewer-request',
    'deskside-share-request',
    'deskside-chat-request',
    'deskside-choose-files-request',
    'deskside-view-files-request',
  ]) {
    viewer.addEventListener(type, (event) => heard.push([type, (event as CustomEvent<unknown>).detail]));
  }
  document.body.append(viewer);
  await viewer.updateComplete;
  return { viewer, heard };
}

afterEach(() => document.body.replaceChildren());

it('is accessible, and says that this is not the customer’s screen', async () => {
  await show();
  expect(await objectionsToElement()).toEqual([]);
  await expect.element(region).toHaveTextContent('This is not your screen.');
});

it('asks upwards for everything one can do in it', async () => {
  const { heard } = await show();
  await button('Share').click();
  await button('Chat').click();
  await button('File transfer').click();
  await page.getByRole('menuitem', { name: 'Send files to Ana Souza…' }).click();
  await button('File transfer').click();
  await page.getByRole('menuitem', { name: 'View status' }).click();
  await button('Close viewer').click();
  expect(heard).toEqual([
    ['deskside-share-request', null],
    ['deskside-chat-request', { isOpen: true }],
    ['deskside-choose-files-request', null],
    ['deskside-view-files-request', null],
    ['deskside-viewer-request', { isOpen: false }],
  ]);
});

it('offers no sharing twice, and none where the browser cannot', async () => {
  const { viewer } = await show({ isSharing: true });
  await expect.element(button('Share')).toBeDisabled();
  viewer.canShare = false;
  await viewer.updateComplete;
  expect(button('Share').elements()).toHaveLength(0);
});

it('says that the picture is coming until there is a frame, and again for another picture', async () => {
  const { viewer } = await show({ picture: null });
  const waiting = page.getByText('The picture is coming…');
  await expect.element(waiting).toBeVisible();
  viewer.picture = drawDesktop();
  await expect.element(waiting).not.toBeInTheDocument();
  viewer.picture = null;
  await expect.element(waiting).toBeVisible();
});

it('draws one pixel of the picture as one of this screen at 100 %, and fits it again', async () => {
  const { viewer } = await show();
  await expect.element(page.getByText('The picture is coming…')).not.toBeInTheDocument();
  await button('100 %').click();
  const video = viewer.renderRoot.querySelector('video');
  expect(Math.round((video?.getBoundingClientRect().width ?? 0) * devicePixelRatio)).toBe(1280);
  await expect.element(button('100 %')).toHaveAttribute('aria-pressed', 'true');
  await button('Fit').click();
  expect(video?.getBoundingClientRect().width).toBeLessThanOrEqual(viewer.clientWidth);
});
