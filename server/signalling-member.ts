// One browser at signalling: what it may still send, when it was last heard of, and how it is let go.
// Knows neither other browsers nor `ws`.

import type { Role } from '../src/protocol/role.ts';
import { peerIdOf } from '../src/protocol/session-id.ts';
import { type BucketLimits, TokenBucket } from '../src/protocol/token-bucket.ts';
import type { Clock } from './clock.ts';
import { encodeRefusal } from './signalling-frame.ts';

/** The part of a WebSocket that signalling needs. None of it throws. */
export interface PeerSocket {
  /** Bytes that were sent and have not left this machine. */
  readonly bufferedBytes: number;
  send(frame: string): void;
  ping(): void;
  close(code: number, reason: string): void;
  /** Ends the connection without a closing handshake. */
  terminate(): void;
}

export interface MemberLimits {
  readonly frames: BucketLimits;
  /** Frames over the rate that are dropped before the socket is closed. */
  readonly maxDroppedFrames: number;
  /** Malformed or misaddressed frames that are answered before the socket is closed. */
  readonly maxMalformedFrames: number;
  /** What a receiver may leave unread before it is given up. */
  readonly maxBufferedBytes: number;
}

export const DEFAULT_MEMBER_LIMITS: MemberLimits = {
  frames: { burst: 100, perSecond: 20 },
  maxDroppedFrames: 200,
  maxMalformedFrames: 5,
  maxBufferedBytes: 1024 * 1024,
};

/** Close codes: RFC 6455 section 7.4.1, IANA's registry, and one of our own. */
export const CLOSE_NORMAL = 1000;
export const CLOSE_GOING_AWAY = 1001;
export const CLOSE_POLICY = 1008;
export const CLOSE_TRY_AGAIN_LATER = 1013;
export const CLOSE_REPLACED = 4001;

export class SignallingMember {
  readonly sessionId: string;
  readonly role: Role;
  readonly peerId: string;
  readonly #socket: PeerSocket;
  readonly #limits: MemberLimits;
  readonly #clock: Clock;
  readonly #bucket: TokenBucket;
  #droppedFrames = 0;
  #malformedFrames = 0;
  #heardAtMs: number;
  #isGone = false;

  constructor(sessionId: string, role: Role, socket: PeerSocket, limits: MemberLimits, clock: Clock) {
    this.sessionId = sessionId;
    this.role = role;
    this.peerId = peerIdOf(sessionId, role);
    this.#socket = socket;
    this.#limits = limits;
    this.#clock = clock;
    this.#bucket = new TokenBucket(limits.frames, clock);
    this.#heardAtMs = clock.now();
  }

  /** Whether it was let go; nothing is sent to it or taken from it any more. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** How long nothing came from it, in ms. */
  get silentMs(): number {
    return this.#clock.now() - this.#heardAtMs;
  }

  /** Notes a frame of any kind, a ping or a pong. `false` when it is over the rate: then it is to be dropped. */
  admit(): boolean {
    if (this.#isGone) return false;
    this.#heardAtMs = this.#clock.now();
    if (this.#bucket.take()) return true;
    this.#droppedFrames += 1;
    if (this.#droppedFrames > this.#limits.maxDroppedFrames) this.#refuse('server-busy', 'too many frames');
    return false;
  }

  /** Answers a frame that no honest browser sends. */
  answerMalformed(): void {
    this.#malformedFrames += 1;
    if (this.#malformedFrames > this.#limits.maxMalformedFrames)
      this.#refuse('bad-request', 'malformed frames');
    else this.send(encodeRefusal('bad-request'));
  }

  send(frame: string): void {
    if (this.#isGone) return;
    this.#socket.send(frame);
    this.dropIfSlow();
  }

  ping(): void {
    if (!this.#isGone) this.#socket.ping();
  }

  /** Gives it up when it does not read what it is sent, answers to its pings included. */
  dropIfSlow(): void {
    if (this.#socket.bufferedBytes > this.#limits.maxBufferedBytes) this.terminate();
  }

  close(code: number, reason: string): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#socket.close(code, reason);
  }

  terminate(): void {
    this.#isGone = true;
    this.#socket.terminate();
  }

  #refuse(code: 'server-busy' | 'bad-request', reason: string): void {
    this.send(encodeRefusal(code));
    this.close(CLOSE_POLICY, reason);
  }
}
