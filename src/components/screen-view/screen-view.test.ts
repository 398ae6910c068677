import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { technicianWords } from '../../i18n/en/technician.ts';
import type { ScreenOffReason, TechnicianScreenState } from '../../session/technician-screen-state.ts';
import { drawDesktop } from '../technician-drawn-desktop.ts';
import type { ScreenView } from './screen-view.ts';
import './screen-view.ts';

const SHARED: TechnicianScreenState = {
  phase: 'shared',
  surface: 'monitor',
  isWatching: true,
  isPaused: false,
  isSending: true,
};

let pictures: MediaStream[] = [];

function draw(): MediaStream {
  const picture = drawDesktop();
  pictures.push(picture);
  return picture;
}

async function show(screen: TechnicianScreenState, picture: MediaStream | null = null): Promise<ScreenView> {
  const view = document.createElement('deskside-screen-view');
  view.style.setProperty('height', '500px');
  view.words = technicianWords;
  view.screen = screen;
  view.picture = picture;
  document.body.append(view);
  await view.updateComplete;
  return view;
}

function videoOf(view: ScreenView): HTMLVideoElement {
  const videos = view.renderRoot.querySelectorAll('video');
  expect(videos).toHaveLength(1);
  const [video] = videos;
  if (video === undefined) throw new TypeError('no video');
  return video;
}

function button(name: string) {
  return page.getByRole('button', { name, exact: true });
}

function heard(view: ScreenView, type: string): unknown[] {
  const details: unknown[] = [];
  view.addEventListener(type, (event) => details.push(event instanceof CustomEvent ? event.detail : null));
  return details;
}

/** Shows a picture and waits for its first frame. */
async function showPicture(): Promise<{ view: ScreenView; video: HTMLVideoElement }> {
  const view = await show(SHARED, draw());
  await expect.element(page.getByText('1280 × 800')).toBeVisible();
  return { view, video: videoOf(view) };
}

beforeEach(async () => {
  await page.viewport(1000, 700);
});

afterEach(() => {
  document.body.replaceChildren();
  for (const track of pictures.flatMap((picture) => picture.getTracks())) track.stop();
  pictures = [];
});

describe('while nothing is shared', () => {
  const reasons: ScreenOffReason[] = ['not-shared', 'declined', 'failed', 'stopped-by-customer'];

  it.each(reasons)('(%s) says why and offers to ask', async (reason) => {
    const view = await show({ phase: 'off', reason });
    const requests = heard(view, 'deskside-screen-request');
    await expect.element(page.getByText(technicianWords.screen.off[reason].title)).toBeVisible();
    await button('Request screen view').click();
    expect(requests).toHaveLength(1);
  });

  it('offers nothing where the customer’s browser cannot share', async () => {
    await show({ phase: 'off', reason: 'unsupported' });
    await expect.element(page.getByText('The customer’s browser can’t share a screen')).toBeVisible();
    await expect.element(page.getByRole('button')).not.toBeInTheDocument();
  });

  it('waits for the answer, and takes the question back', async () => {
    const view = await show({ phase: 'requesting', requestId: 'r1' });
    const withdrawals = heard(view, 'deskside-withdraw-request');
    await button('Cancel request').click();
    expect(withdrawals).toHaveLength(1);
  });
});

describe('while a screen is shared', () => {
  it('plays the picture in the one video of its region, with nothing on it', async () => {
    const { video } = await showPicture();
    await expect.poll(() => video.paused).toBe(false);
    expect(video.muted).toBe(true);
    expect(video.playsInline).toBe(true);
    await expect.element(page.getByRole('region', { name: "Customer's screen" })).toBeVisible();
    await expect.element(page.getByText('Waiting for the picture…')).not.toBeInTheDocument();
  });

  it('starts the video once, however often it is rendered', async () => {
    const { view, video } = await showPicture();
    let starts = 0;
    video.addEventListener('loadstart', () => (starts += 1));
    view.hasShortcuts = false;
    await view.updateComplete;
    view.screen = { ...SHARED, surface: 'window' };
    await expect.element(page.getByText('One window')).toBeVisible();
    expect(starts).toBe(0);
  });

  it('waits in words for a picture that has not come', async () => {
    await show(SHARED, null);
    await expect.element(page.getByText('Waiting for the picture…')).toBeVisible();
  });

  it('forgets the picture when viewing stops, and offers to resume', async () => {
    const { view, video } = await showPicture();
    const wishes = heard(view, 'deskside-watch-request');
    await button('Stop viewing').click();
    view.screen = { ...SHARED, isWatching: false };
    await expect.element(page.getByText('You stopped viewing')).toBeVisible();
    expect(video.srcObject).toBeNull();
    await button('Resume viewing').click();
    expect(wishes).toEqual([{ isWatching: false }, { isWatching: true }]);
  });

  it('shows no stale frame when the customer’s side stops sending', async () => {
    const { view, video } = await showPicture();
    view.screen = { ...SHARED, isSending: false };
    await view.updateComplete;
    expect(video.srcObject).toBeNull();
    await expect.element(page.getByText('Waiting for the picture…')).toBeVisible();
  });
});

describe('looking closer', () => {
  it('draws at device pixels with 1, fits with 0, and says which it is', async () => {
    const { video } = await showPicture();
    await userEvent.keyboard('1');
    await expect.poll(() => video.getBoundingClientRect().width).toBe(1280 / devicePixelRatio);
    await expect.element(button('100 %')).toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('0');
    await expect.poll(() => video.getBoundingClientRect().width).toBeLessThan(1001);
    await expect.element(button('Fit')).toHaveAttribute('aria-pressed', 'true');
  });

  it('lets the keyboard scroll what does not fit', async () => {
    await showPicture();
    await button('100 %').click();
    const room = page.getByRole('group', { name: 'Picture of the customer’s screen' });
    await expect.element(room).toHaveAttribute('tabindex', '0');
  });

  it('zooms from the fitted size in steps, and remembers it while viewing is stopped', async () => {
    const { view } = await showPicture();
    await button('100 %').click();
    await button('Zoom in').click();
    await expect.element(page.getByText('125 %')).toBeVisible();
    view.screen = { ...SHARED, isWatching: false };
    await expect.element(button('Resume viewing')).toBeVisible();
    view.screen = SHARED;
    await expect.element(page.getByText('125 %')).toBeVisible();
  });

  it('fills the screen with its region, and leaves it again', async () => {
    const { view } = await showPicture();
    await button('Full screen').click();
    await expect.poll(() => view.shadowRoot?.fullscreenElement?.localName).toBe('section');
    await button('Leave full screen').click();
    await expect.poll(() => document.fullscreenElement).toBeNull();
  });

  it('does nothing by key when shortcuts are off', async () => {
    const { view } = await showPicture();
    const wishes = heard(view, 'deskside-watch-request');
    view.hasShortcuts = false;
    await userEvent.keyboard('v');
    expect(wishes).toHaveLength(0);
    await expect.element(button('Stop viewing')).toHaveAttribute('title', 'Stop viewing');
  });
});
