// Frames whose receiver is not at signalling yet: a few, for a few seconds, bounded in every direction.
// Knows no sockets.

import type { Clock } from './clock.ts';

export interface StoredFrame {
  readonly sender: string;
  readonly receiver: string;
  readonly isOffer: boolean;
  readonly text: string;
}

export interface MailboxLimits {
  readonly maxFrames: number;
  readonly maxLength: number;
  /** Over all mailboxes. */
  readonly maxTotalLength: number;
  readonly ttlMs: number;
}

/** Lengths are in UTF-16 code units. */
export const DEFAULT_MAILBOX_LIMITS: MailboxLimits = {
  maxFrames: 32,
  maxLength: 256 * 1024,
  maxTotalLength: 32 * 1024 * 1024,
  ttlMs: 5_000,
};

interface Mailbox {
  length: number;
  readonly frames: { readonly frame: StoredFrame; readonly expiresAtMs: number }[];
}

export class SignallingMailboxes {
  readonly #limits: MailboxLimits;
  readonly #clock: Clock;
  readonly #mailboxes = new Map<string, Mailbox>();
  #totalLength = 0;

  constructor(limits: MailboxLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** Keeps a frame; `false` when there is no room for it. */
  put(frame: StoredFrame): boolean {
    const mailbox = this.#mailboxes.get(frame.receiver) ?? { length: 0, frames: [] };
    const size = frame.text.length;
    if (
      mailbox.frames.length >= this.#limits.maxFrames ||
      mailbox.length + size > this.#limits.maxLength ||
      this.#totalLength + size > this.#limits.maxTotalLength
    ) {
      return false;
    }
    mailbox.frames.push({ frame, expiresAtMs: this.#clock.now() + this.#limits.ttlMs });
    mailbox.length += size;
    this.#totalLength += size;
    this.#mailboxes.set(frame.receiver, mailbox);
    return true;
  }

  /** Takes everything out of a mailbox, in the order in which it came. */
  take(receiver: string): StoredFrame[] {
    const mailbox = this.#mailboxes.get(receiver);
    if (!mailbox) return [];
    this.#mailboxes.delete(receiver);
    this.#totalLength -= mailbox.length;
    const nowMs = this.#clock.now();
    return mailbox.frames.filter(({ expiresAtMs }) => expiresAtMs > nowMs).map(({ frame }) => frame);
  }

  /** Takes out what has waited too long. */
  takeExpired(): StoredFrame[] {
    const nowMs = this.#clock.now();
    const expired: StoredFrame[] = [];
    for (const [receiver, mailbox] of this.#mailboxes) {
      while (mailbox.frames[0] && mailbox.frames[0].expiresAtMs <= nowMs) {
        const [first] = mailbox.frames.splice(0, 1);
        if (!first) break;
        mailbox.length -= first.frame.text.length;
        this.#totalLength -= first.frame.text.length;
        expired.push(first.frame);
      }
      if (mailbox.frames.length === 0) this.#mailboxes.delete(receiver);
    }
    return expired;
  }
}
