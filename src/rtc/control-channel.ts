// The control channel after both proofs hold: frames to messages and back. What the other side may send is
// bounded in size, in shape and in rate; one step over closes the connection.

import {
  type ControlMessage,
  decodeControlMessage,
  encodeControlMessage,
} from '../protocol/control-message.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import { TokenBucket } from '../protocol/token-bucket.ts';
import type { FrameInbox } from './frame-inbox.ts';
import { PacedFrames } from './paced-frames.ts';

/**
 * Far above what people and negotiation need, and above what a side may have to say at once after an interruption: a
 * hundred messages for each confirmation.
 */
const LIMITS = { burst: 600, perSecond: 250 };
/** Frames that may wait while the page is busy with earlier ones. */
const MAX_WAITING = 600;

export interface ControlHandlers {
  onMessage(message: ControlMessage): void;
  /** The other side broke the protocol; nothing of it is read any more. */
  onViolation(error: DesksideError): void;
}

export class ControlChannel {
  readonly #channel: RTCDataChannel;
  readonly #inbox: FrameInbox;
  #frames: PacedFrames | null = null;

  constructor(channel: RTCDataChannel, inbox: FrameInbox) {
    this.#channel = channel;
    this.#inbox = inbox;
  }

  /** Throws a `DesksideError`: `message-not-sent` on a closed or full channel, `message-too-long`. */
  send(message: ControlMessage): void {
    const frame = encodeControlMessage(message);
    if (this.#channel.readyState !== 'open') throw new DesksideError('message-not-sent');
    try {
      this.#channel.send(frame);
    } catch (cause) {
      throw new DesksideError('message-not-sent', 'the channel refused it', { cause });
    }
  }

  /** Starts reading, with what has come in since the proof. */
  listen(handlers: ControlHandlers): void {
    const bucket = new TokenBucket(LIMITS, performance);
    let isBroken = false;
    const guarded = (run: () => void) => {
      if (isBroken) return;
      try {
        run();
      } catch (error) {
        if (!(error instanceof DesksideError)) throw error;
        isBroken = true;
        handlers.onViolation(error);
      }
    };
    const frames = new PacedFrames(MAX_WAITING, (frame) =>
      guarded(() => {
        const message = decodeControlMessage(frame);
        // A type that we do not know is a newer version's; it is not ours to judge.
        if (message !== null) handlers.onMessage(message);
      }),
    );
    this.#frames = frames;
    this.#inbox.listen((frame) =>
      guarded(() => {
        if (!bucket.take()) throw new DesksideError('protocol-violation', 'too many messages');
        frames.push(frame);
      }),
    );
  }

  /** Reads what waits to be read: the channel has closed. */
  finish(): void {
    this.#frames?.flush();
  }
}
