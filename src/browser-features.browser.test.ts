import { expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { canCaptureScreen, canChooseFolders, canStayOnTop, canTakePhotos } from './browser-features.ts';

it('finds screen capture where it is, and not on a phone or a page without https', () => {
  expect(canCaptureScreen(navigator.mediaDevices)).toBe(true);
  expect(canCaptureScreen({ getUserMedia() {} } as unknown as MediaDevices)).toBe(false);
  expect(canCaptureScreen(undefined)).toBe(false);
});

it('finds no window above the others in a frame, nor where there is none', () => {
  const top = { documentPictureInPicture: {} };
  expect(canStayOnTop(Object.assign(top, { top }) as unknown as Window)).toBe(true);
  expect(canStayOnTop({ documentPictureInPicture: {}, top } as unknown as Window)).toBe(false);
  const without = {};
  expect(canStayOnTop(Object.assign(without, { top: without }) as unknown as Window)).toBe(false);
});

it('finds folders in this browser', () => {
  expect(canChooseFolders(window)).toBe(true);
  const HTMLInputElement = class {};
  expect(canChooseFolders({ HTMLInputElement } as unknown as typeof window)).toBe(false);
});

it('offers the camera to fingers', async () => {
  expect(canTakePhotos(window)).toBe(false);
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await cdp().send('Emulation.setEmitTouchEventsForMouse', { enabled: true, configuration: 'mobile' });
  const coarse = window.matchMedia('(pointer: coarse)').matches;
  await cdp().send('Emulation.setEmitTouchEventsForMouse', { enabled: false });
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false });
  expect(coarse).toBe(true);
});
