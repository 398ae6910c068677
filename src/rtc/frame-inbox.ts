// The incoming frames of one data channel, from the first one on. They are kept until somebody takes them:
// one by one during the handshake, all by one listener afterwards. What is kept is bounded.

import { DesksideError } from '../protocol/deskside-error.ts';
import { MAX_CONTROL_FRAME_BYTES } from '../protocol/limits.ts';

/** Frames that may wait for somebody to take them. */
const MAX_WAITING = 64;

export class FrameInbox {
  readonly #waiting: unknown[] = [];
  #listener: ((frame: unknown) => void) | null = null;
  #taker: ((frame: unknown) => void) | null = null;
  readonly #channel: RTCDataChannel;

  /** Must be made in the task in which the channel came into being, or frames are lost. */
  constructor(channel: RTCDataChannel) {
    this.#channel = channel;
    channel.binaryType = 'arraybuffer';
    channel.addEventListener('message', (event) => this.#receive(event.data));
  }

  /** The next frame. Rejects with the signal's reason, or `proof-failed` when the channel closes first. */
  take(signal: AbortSignal): Promise<unknown> {
    if (this.#waiting.length > 0) return Promise.resolve(this.#waiting.shift());
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        this.#taker = null;
        this.#channel.removeEventListener('close', onClose);
        signal.removeEventListener('abort', onAbort);
        finish();
      };
      const onClose = () =>
        settle(() => reject(new DesksideError('proof-failed', 'closed during the handshake')));
      const onAbort = () => settle(() => reject(signal.reason));
      if (signal.aborted) return onAbort();
      if (this.#channel.readyState !== 'open') return onClose();
      this.#channel.addEventListener('close', onClose);
      signal.addEventListener('abort', onAbort);
      this.#taker = (frame) => settle(() => resolve(frame));
    });
  }

  /** Hands every frame to `listener` from now on, the waiting ones first. */
  listen(listener: (frame: unknown) => void): void {
    this.#listener = listener;
    for (const frame of this.#waiting.splice(0)) listener(frame);
  }

  #receive(frame: unknown): void {
    if (this.#taker !== null) this.#taker(frame);
    else if (this.#listener !== null) this.#listener(frame);
    else if (this.#waiting.length < MAX_WAITING && sizeOf(frame) <= MAX_CONTROL_FRAME_BYTES) {
      this.#waiting.push(frame);
    } else {
      // Nobody honest sends this much to somebody who has not answered.
      this.#channel.close();
    }
  }
}

function sizeOf(frame: unknown): number {
  if (typeof frame === 'string') return frame.length;
  return frame instanceof ArrayBuffer ? frame.byteLength : Number.POSITIVE_INFINITY;
}
