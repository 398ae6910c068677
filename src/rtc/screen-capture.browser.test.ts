// Capturing a screen, with the browser's own devices replaced: what their answers are taken to mean.

import { describe, expect, it } from 'vitest';
import { rejectionCodeOf } from '../protocol/testing/code-of.ts';
import { BrowserScreenCapture, captureErrorCode } from './screen-capture.ts';

function canvasStream(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')?.fillRect(0, 0, 10, 10);
  return canvas.captureStream(1);
}

function devices(getDisplayMedia: unknown): MediaDevices {
  return { getDisplayMedia } as MediaDevices;
}

describe('capturing a screen', () => {
  it.each([
    ['NotAllowedError', 'Permission denied', 'screen-picker-dismissed'],
    ['NotAllowedError', 'Permission denied by system', 'screen-denied-by-system'],
    [
      'NotAllowedError',
      'Access to the feature "display-capture" is disallowed by permissions policy.',
      'screen-denied-by-system',
    ],
    ['AbortError', '', 'screen-picker-dismissed'],
    ['InvalidStateError', 'no user gesture', 'screen-picker-dismissed'],
    ['NotReadableError', 'Could not start video source', 'screen-source-failed'],
    ['NotFoundError', '', 'screen-source-failed'],
    ['NotSupportedError', '', 'screen-unsupported'],
  ])('takes %s "%s" for %s', async (name, message, code) => {
    const capture = new BrowserScreenCapture(devices(() => Promise.reject(new DOMException(message, name))));
    expect(await rejectionCodeOf(capture.start())).toBe(code);
  });

  it('takes anything else that is thrown for a broken source', () => {
    expect(captureErrorCode(new TypeError('what'))).toBe('screen-source-failed');
  });

  it('says when the browser has no capture at all', async () => {
    const capture = new BrowserScreenCapture({} as MediaDevices);
    expect(capture.isSupported).toBe(false);
    expect(await rejectionCodeOf(capture.start())).toBe('screen-unsupported');
  });

  it('opens the picker before anything is awaited', () => {
    let isOpen = false;
    const capture = new BrowserScreenCapture(
      devices(() => {
        isOpen = true;
        return new Promise(() => {});
      }),
    );
    void capture.start();
    expect(isOpen).toBe(true);
  });

  it('asks for sharp text, and stops every track', async () => {
    const stream = canvasStream();
    const capture = new BrowserScreenCapture(devices(() => Promise.resolve(stream)));
    const screen = await capture.start();
    const [track] = stream.getVideoTracks();
    expect(track?.contentHint).toBe('detail');
    expect(screen.surface).toBe('unknown');
    screen.stop();
    expect(track?.readyState).toBe('ended');
  });

  it('tells when the browser ends it', async () => {
    const stream = canvasStream();
    const capture = new BrowserScreenCapture(devices(() => Promise.resolve(stream)));
    const screen = await capture.start();
    let isEnded = false;
    screen.onEnded(() => {
      isEnded = true;
    });
    stream.getVideoTracks()[0]?.dispatchEvent(new Event('ended'));
    expect(isEnded).toBe(true);
  });
});
