// Captures a screen (Screen Capture, W3C): opens the browser's picker, and says what was chosen, when it
// changed and when it ended. Vague DOMExceptions become precise codes here.

import { canCaptureScreen } from '../browser-features.ts';
import type { Surface } from '../protocol/control-message.ts';
import { DesksideError, type ErrorCode } from '../protocol/deskside-error.ts';
import type { CapturedScreen, ScreenCapture } from '../session/ports.ts';

/** Parts of the specifications that TypeScript's library does not have yet. */
interface CaptureTrack extends MediaStreamTrack {
  getCaptureHandle?(): { handle?: string; origin?: string } | null;
}
interface CaptureDevices extends MediaDevices {
  setCaptureHandleConfig?(config: {
    handle?: string;
    exposeOrigin?: boolean;
    permittedOrigins?: string[];
  }): void;
}
interface FocusController {
  setFocusBehavior(behavior: 'no-focus-change'): void;
}
interface CaptureWindow {
  readonly CaptureController?: new () => FocusController;
}
interface CaptureOptions extends DisplayMediaStreamOptions {
  selfBrowserSurface?: 'include' | 'exclude';
  surfaceSwitching?: 'include' | 'exclude';
  systemAudio?: 'include' | 'exclude';
  monitorTypeSurfaces?: 'include' | 'exclude';
  controller?: FocusController;
}

const OPTIONS: CaptureOptions = {
  // A hint that makes pickers open on whole screens: the failing program is rarely the browser.
  video: { displaySurface: 'monitor', frameRate: { ideal: 30, max: 30 } },
  audio: false,
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
  systemAudio: 'exclude',
  monitorTypeSurfaces: 'include',
};

/** A capture whose track can be sent. Only `rtc/` looks inside. */
export class BrowserScreen implements CapturedScreen {
  readonly track: CaptureTrack;
  readonly stream: MediaStream;
  readonly #pageHandle: string;

  constructor(stream: MediaStream, track: MediaStreamTrack, pageHandle: string) {
    this.stream = stream;
    this.track = track;
    this.#pageHandle = pageHandle;
    // Text must stay sharp; frames may be few.
    track.contentHint = 'detail';
  }

  get surface(): Surface {
    const { displaySurface } = this.track.getSettings();
    return displaySurface === 'monitor' || displaySurface === 'window' || displaySurface === 'browser'
      ? displaySurface
      : 'unknown';
  }

  get showsThisPage(): boolean {
    return this.track.getCaptureHandle?.()?.handle === this.#pageHandle;
  }

  stop(): void {
    for (const track of this.stream.getTracks()) track.stop();
  }

  onChange(listener: () => void): void {
    // Fired when another tab is chosen; the new settings are there a moment later in either case.
    this.track.addEventListener('capturehandlechange', listener);
    this.track.addEventListener('configurationchange', listener);
  }

  onEnded(listener: () => void): void {
    this.track.addEventListener('ended', listener);
  }
}

export class BrowserScreenCapture implements ScreenCapture {
  /** Names this page among captured tabs; known to this origin only. */
  readonly #pageHandle = crypto.randomUUID();
  readonly #devices: CaptureDevices | undefined;

  constructor(devices: MediaDevices | undefined = navigator.mediaDevices) {
    this.#devices = devices;
    this.#devices?.setCaptureHandleConfig?.({
      handle: this.#pageHandle,
      exposeOrigin: false,
      permittedOrigins: [location.origin],
    });
  }

  get isSupported(): boolean {
    return canCaptureScreen(this.#devices);
  }

  async start(): Promise<CapturedScreen> {
    if (this.#devices === undefined || !this.isSupported) throw new DesksideError('screen-unsupported');
    let stream: MediaStream;
    try {
      stream = await this.#devices.getDisplayMedia({ ...OPTIONS, ...stayHere() });
    } catch (cause) {
      throw new DesksideError(captureErrorCode(cause), String(cause), { cause });
    }
    const [track] = stream.getVideoTracks();
    if (track === undefined) throw new DesksideError('screen-source-failed', 'a stream without video');
    return new BrowserScreen(stream, track, this.#pageHandle);
  }
}

/**
 * Keeps this page in front when a tab or window was chosen (Screen Capture section 5.4, where a browser can): whoever
 * shares must see at once that they do, and where to stop it, as they do with a whole screen.
 */
function stayHere(): Pick<CaptureOptions, 'controller'> {
  const { CaptureController } = globalThis as CaptureWindow;
  if (CaptureController === undefined) return {};
  const controller = new CaptureController();
  controller.setFocusBehavior('no-focus-change');
  return { controller };
}

/** What a rejection of `getDisplayMedia` means (Screen Capture section 5.1, and what browsers really do). */
export function captureErrorCode(thrown: unknown): ErrorCode {
  if (!(thrown instanceof DOMException)) return 'screen-source-failed';
  switch (thrown.name) {
    case 'NotAllowedError':
      // Chromium tells a refusal by the system apart from one by the person only in its message.
      return /system|policy/i.test(thrown.message) ? 'screen-denied-by-system' : 'screen-picker-dismissed';
    case 'AbortError':
    case 'InvalidStateError':
      return 'screen-picker-dismissed';
    case 'NotSupportedError':
      return 'screen-unsupported';
    default:
      return 'screen-source-failed';
  }
}
