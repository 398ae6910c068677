// A files channel: the one data channel of its connection, and how much may wait in it.

import { DesksideError } from '../protocol/deskside-error.ts';
import { decodeFileFrame, encodeFileFrame, type FileFrame } from '../protocol/file-frame.ts';
import type { FileChannel } from '../session/file-ports.ts';
import { EarlyItems } from './early-items.ts';

/** Both sides open the channel under this id, so that nothing has to be announced. */
const CHANNEL_ID = 0;
/**
 * Above this no more is sent until the browser has sent what it holds down to the second one, in bytes. What it holds
 * goes before a chat message that comes later, so on a slow line it must be little; on a fast one more does not help.
 */
const HIGH_WATER_BYTES = 64 * 1024;
const LOW_WATER_BYTES = 32 * 1024;
/**
 * On a poor line, how long nothing is sent after each frame, as a share of the time that it took to leave. Whoever else
 * uses the line, with few and small packets, would find its queue full otherwise.
 */
const REST = 0.5;
/** Frames that may come in before there is a session to take them: a handful crosses with its beginning. */
const MAX_EARLY_FRAMES = 64;

export interface FileChannelHandlers {
  onOpen(): void;
  onClosed(): void;
  /** The other side broke the protocol; nothing of it is read any more. */
  onViolation(error: DesksideError): void;
}

export class RtcFileChannel implements FileChannel {
  readonly #channel: RTCDataChannel;
  readonly #handlers: FileChannelHandlers;
  readonly #frames = new EarlyItems<FileFrame>(MAX_EARLY_FRAMES);
  #isHeld = false;
  #isGentle = false;
  #sentAtMs = 0;
  #restsUntilMs = 0;
  #isBroken = false;
  #sentBytes = 0;
  #receivedBytes = 0;

  /** Throws an `InvalidStateError` on a closed connection. */
  constructor(pc: RTCPeerConnection, handlers: FileChannelHandlers) {
    this.#channel = pc.createDataChannel('files', { negotiated: true, id: CHANNEL_ID, ordered: true });
    this.#handlers = handlers;
    this.#channel.binaryType = 'arraybuffer';
    this.#channel.bufferedAmountLowThreshold = LOW_WATER_BYTES;
    this.#channel.addEventListener('message', (event) => this.#receive(event.data));
    this.#channel.addEventListener('bufferedamountlow', () => this.#rest());
    this.#channel.addEventListener('open', () => handlers.onOpen());
    this.#channel.addEventListener('close', () => handlers.onClosed());
  }

  /** Holds files back while the line is late, so that what people say to each other goes first. */
  setHeld(isHeld: boolean): void {
    this.#isHeld = isHeld;
    if (!isHeld) this.#tellRoom();
  }

  /** Leaves room for others on a line that is poor. */
  setGentle(isGentle: boolean): void {
    this.#isGentle = isGentle;
    this.#channel.bufferedAmountLowThreshold = isGentle ? 0 : LOW_WATER_BYTES;
    this.#tellRoom();
  }

  /** Bytes that came in, and that the browser has sent. */
  get movedBytes(): number {
    return this.#receivedBytes + this.#sentBytes - this.#channel.bufferedAmount;
  }

  /** Whether some of what was given to it has not been sent yet. */
  get isWaiting(): boolean {
    return this.#channel.bufferedAmount > 0;
  }

  get hasRoom(): boolean {
    const { readyState, bufferedAmount } = this.#channel;
    if (this.#isHeld || readyState !== 'open') return false;
    if (!this.#isGentle) return bufferedAmount < HIGH_WATER_BYTES;
    return bufferedAmount === 0 && performance.now() >= this.#restsUntilMs;
  }

  whenRoom(): Promise<void> {
    const channel = this.#channel;
    return new Promise((resolve, reject) => {
      const settle = () => {
        if (channel.readyState === 'open' || channel.readyState === 'connecting') {
          if (!this.hasRoom) return;
          resolve();
        } else {
          reject(new DesksideError('connection-lost', 'the files channel is closed'));
        }
        for (const type of EVENTS) channel.removeEventListener(type, settle);
      };
      for (const type of EVENTS) channel.addEventListener(type, settle);
      settle();
    });
  }

  send(frame: FileFrame): void {
    const bytes = encodeFileFrame(frame);
    try {
      this.#channel.send(bytes);
      this.#sentBytes += bytes.length;
      this.#sentAtMs = performance.now();
    } catch (cause) {
      throw new DesksideError('connection-lost', 'the files channel refused a frame', { cause });
    }
  }

  onFrame(listener: (frame: FileFrame) => void): void {
    this.#frames.listen(listener);
  }

  /** Everything has left, for the browser's part. */
  #rest(): void {
    if (!this.#isGentle) return;
    const nowMs = performance.now();
    const restMs = (nowMs - this.#sentAtMs) * REST;
    this.#restsUntilMs = nowMs + restMs;
    setTimeout(() => this.#tellRoom(), restMs + 1);
  }

  /** Whoever waits for room looks again. */
  #tellRoom(): void {
    this.#channel.dispatchEvent(new Event(ROOM));
  }

  #receive(data: unknown): void {
    if (this.#isBroken) return;
    try {
      const frame = decodeFileFrame(data);
      this.#receivedBytes += data instanceof ArrayBuffer ? data.byteLength : 0;
      this.#frames.push(frame);
    } catch (error) {
      if (!(error instanceof DesksideError)) throw error;
      this.#isBroken = true;
      this.#handlers.onViolation(error);
    }
  }
}

/** After these there may be room, or never again. */
const ROOM = 'deskside-room';
const EVENTS = ['open', 'bufferedamountlow', 'close', ROOM] as const;
