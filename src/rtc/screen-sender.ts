// Sends a captured screen over one peer connection: one transceiver, made with the first screen and kept.
// Whether the picture flows is a matter of which track it holds, so it changes without negotiation.

import type { BrowserScreen } from './screen-capture.ts';

export class ScreenSender {
  readonly #pc: RTCPeerConnection;
  #transceiver: RTCRtpTransceiver | null = null;
  #screen: BrowserScreen | null = null;
  #isSending = false;
  /** One change at a time, in their order. */
  #queue: Promise<void> = Promise.resolve();

  constructor(pc: RTCPeerConnection) {
    this.#pc = pc;
  }

  /** Takes a screen, or `null` for none. It is not sent before `setSending(true)`. */
  setScreen(screen: BrowserScreen | null): Promise<void> {
    this.#screen = screen;
    this.#isSending = false;
    return this.#apply();
  }

  setSending(isSending: boolean): Promise<void> {
    this.#isSending = isSending;
    return this.#apply();
  }

  #apply(): Promise<void> {
    const applied = this.#queue.then(async () => {
      const track = this.#isSending && this.#screen !== null ? this.#screen.track : null;
      if (this.#transceiver === null) {
        if (track === null) return;
        this.#transceiver = this.#pc.addTransceiver(track, { direction: 'sendonly' });
        await this.#preferResolution(this.#transceiver.sender);
      } else {
        await this.#transceiver.sender.replaceTrack(track);
      }
    });
    this.#queue = applied.catch(() => {});
    return applied;
  }

  /** When the line is poor, frames go and sharpness stays (mst-content-hint, `degradationPreference`). */
  async #preferResolution(sender: RTCRtpSender): Promise<void> {
    const parameters = sender.getParameters();
    try {
      await sender.setParameters({ ...parameters, degradationPreference: 'maintain-resolution' });
    } catch {
      // A browser without it follows the track's content hint, which asks for the same.
    }
  }
}
