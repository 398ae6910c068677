// One captured screen on its way out: chosen in the browser's picker, given to the connection, sent or held back,
// until it is stopped, ends by itself or cannot be sent. Whose screen it is, and what is said about it, its owner
// knows.

import { type ErrorCode, errorCodeOf } from '../protocol/deskside-error.ts';
import type { CapturedScreen, Connection, ScreenCapture } from './ports.ts';

export interface ScreenSourceOwner {
  readonly capture: ScreenCapture;
  connection(): Connection | null;
  /** Something was chosen. Returns false when it is not wanted any more. */
  take(captured: CapturedScreen): boolean;
  /** Nothing was chosen, and why. */
  handleNotChosen(code: ErrorCode): void;
  /** The browser shows something else of the same capture from now on. */
  handleChanged(captured: CapturedScreen): void;
  /** The capture is over by anything but `stop()`. */
  handleEnded(): void;
  /** The connection would not take the picture, so the capture was stopped. */
  handleNotSent(): void;
  /** Whether the picture is to flow now. */
  isWanted(): boolean;
  /** The picture flows, or is held back, as it was wanted. */
  handleApplied(): void;
}

export class ScreenSource {
  readonly #owner: ScreenSourceOwner;
  #captured: CapturedScreen | null = null;

  constructor(owner: ScreenSourceOwner) {
    this.#owner = owner;
  }

  /** Whether something is captured. */
  get isCapturing(): boolean {
    return this.#captured !== null;
  }

  /** Opens the picker. Must be called in the very click: a later task no longer counts as the click. */
  choose(): void {
    this.#owner.capture.start().then(
      (captured) => void this.#take(captured),
      (error: unknown) => this.#owner.handleNotChosen(errorCodeOf(error, 'screen-source-failed')),
    );
  }

  /** Gives what is captured to the connection that there is now. */
  async attach(): Promise<void> {
    const captured = this.#captured;
    if (captured === null) return;
    try {
      await this.#owner.connection()?.setScreen(captured);
      if (this.#captured === captured) await this.#apply(captured);
    } catch {
      this.#giveUp(captured);
    }
  }

  /** Lets the picture flow or holds it back, as its owner wants by now. */
  apply(): void {
    const captured = this.#captured;
    if (captured === null) return;
    this.#apply(captured).catch(() => this.#giveUp(captured));
  }

  /** Ends the capture, here and at once; the connection forgets it afterwards. */
  stop(): void {
    this.#captured?.stop();
    this.#forget();
  }

  async #take(captured: CapturedScreen): Promise<void> {
    if (!this.#owner.take(captured)) {
      captured.stop();
      return;
    }
    // What was shared before ends at once, whatever becomes of what comes after it.
    this.#captured?.stop();
    this.#captured = captured;
    captured.onEnded(() => {
      if (this.#captured !== captured) return;
      this.#forget();
      this.#owner.handleEnded();
    });
    captured.onChange(() => {
      if (this.#captured === captured) this.#owner.handleChanged(captured);
    });
    if (this.#owner.connection() !== null) await this.attach();
  }

  async #apply(captured: CapturedScreen): Promise<void> {
    await this.#owner.connection()?.sendPicture(this.#owner.isWanted());
    if (this.#captured === captured) this.#owner.handleApplied();
  }

  /** Better no capture than one that nobody sees. */
  #giveUp(captured: CapturedScreen): void {
    if (this.#captured !== captured) return;
    captured.stop();
    this.#captured = null;
    this.#owner.handleNotSent();
  }

  #forget(): void {
    if (this.#captured === null) return;
    this.#captured = null;
    this.#owner
      .connection()
      ?.setScreen(null)
      .catch(() => {
        // The track has ended already; a connection that cannot drop it says so by closing.
      });
  }
}
