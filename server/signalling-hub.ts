// Who is at signalling, and what passes between the two sides of a session: the PeerJS server's part.
// It speaks to sockets through `PeerSocket` and asks `Sessions` who may come in; knows neither HTTP nor `ws`.

import { otherRole, type Role } from '../src/protocol/role.ts';
import { peerIdOf } from '../src/protocol/session-id.ts';
import type { Clock } from './clock.ts';
import { type Log, sessionForLog } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Revocation } from './sessions.ts';
import {
  type AddressedFrame,
  decodeSignallingFrame,
  encodeExpired,
  encodeForwarded,
  encodeRefusal,
  HEARTBEAT_FRAME,
  OPEN_FRAME,
} from './signalling-frame.ts';
import {
  DEFAULT_MAILBOX_LIMITS,
  type MailboxLimits,
  SignallingMailboxes,
  type StoredFrame,
} from './signalling-mailboxes.ts';
import {
  CLOSE_GOING_AWAY,
  CLOSE_NORMAL,
  CLOSE_REPLACED,
  DEFAULT_MEMBER_LIMITS,
  type MemberLimits,
  type PeerSocket,
  SignallingMember,
} from './signalling-member.ts';

export interface HubLimits {
  readonly member: MemberLimits;
  readonly mailbox: MailboxLimits;
  /** After this long without a sign of life a socket is given up. */
  readonly maxSilentMs: number;
  /** After this long it is asked for one: a browser answers a ping even where a hidden page's timers sleep. */
  readonly pingAfterMs: number;
}

export const DEFAULT_HUB_LIMITS: HubLimits = {
  member: DEFAULT_MEMBER_LIMITS,
  mailbox: DEFAULT_MAILBOX_LIMITS,
  maxSilentMs: 30_000,
  pingAfterMs: 10_000,
};

export class SignallingHub {
  readonly #limits: HubLimits;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #metrics: Metrics;
  readonly #members = new Map<string, SignallingMember>();
  readonly #mailboxes: SignallingMailboxes;

  constructor(limits: HubLimits, clock: Clock, log: Log, metrics: Metrics) {
    this.#limits = limits;
    this.#clock = clock;
    this.#log = log;
    this.#metrics = metrics;
    this.#mailboxes = new SignallingMailboxes(limits.mailbox, clock);
  }

  /** Browsers that are connected. */
  get size(): number {
    return this.#members.size;
  }

  /** Whether a side of the session is connected. */
  isPresent(sessionId: string): boolean {
    return (
      this.#members.has(peerIdOf(sessionId, 'technician')) ||
      this.#members.has(peerIdOf(sessionId, 'customer'))
    );
  }

  /** Lets in a browser whose ticket was found right. An older socket of the same side makes way. */
  enter(sessionId: string, role: Role, socket: PeerSocket): SignallingMember {
    const member = new SignallingMember(sessionId, role, socket, this.#limits.member, this.#clock);
    this.#members.get(member.peerId)?.close(CLOSE_REPLACED, 'replaced');
    this.#members.set(member.peerId, member);
    this.#log.info({ session: sessionForLog(sessionId), role }, 'at signalling');
    member.send(OPEN_FRAME);
    for (const { text } of this.#mailboxes.take(member.peerId)) member.send(text);
    return member;
  }

  /** Notes that a browser's socket is closed. */
  leave(member: SignallingMember): void {
    // Where it was replaced, the place is another's by now.
    if (this.#members.get(member.peerId) === member) this.#members.delete(member.peerId);
    this.#log.info({ session: sessionForLog(member.sessionId), role: member.role }, 'left signalling');
  }

  /** Takes a frame from a browser; `null` stands for one that is not text. */
  receive(member: SignallingMember, text: string | null): void {
    // Whatever comes from somebody who was let go comes too late, and is no frame any more.
    if (member.isGone) return;
    if (!member.admit()) {
      this.#metrics.framesRefused.add('too-many');
      return;
    }
    const frame = text === null ? null : decodeSignallingFrame(text);
    if (frame?.type === 'HEARTBEAT') {
      // As long as what it answers at most, and as rare: nothing to be gained by asking.
      member.send(HEARTBEAT_FRAME);
      return;
    }
    const receiver = peerIdOf(member.sessionId, otherRole(member.role));
    if (frame === null || frame.dst !== receiver) {
      this.#log.debug({ session: sessionForLog(member.sessionId), role: member.role }, 'frame refused');
      this.#metrics.framesRefused.add(frame === null ? 'malformed' : 'misaddressed');
      member.answerMalformed();
    } else this.#forward(frame, member, receiver);
  }

  /** Notes a ping or a pong from a browser. */
  noteControlFrame(member: SignallingMember): void {
    member.admit();
    member.dropIfSlow();
  }

  /** Closes the sockets whose tickets stopped working, and forgets what was on the way. */
  revoke(revocation: Revocation): void {
    const { sessionId } = revocation;
    const customer = this.#members.get(peerIdOf(sessionId, 'customer'));
    const technician = this.#members.get(peerIdOf(sessionId, 'technician'));
    this.#mailboxes.take(peerIdOf(sessionId, 'customer'));
    this.#mailboxes.take(peerIdOf(sessionId, 'technician'));
    switch (revocation.kind) {
      case 'customer-replaced':
        customer?.send(encodeRefusal('link-used'));
        customer?.close(CLOSE_REPLACED, 'replaced');
        return;
      case 'session-over':
        customer?.close(CLOSE_NORMAL, revocation.code);
        technician?.close(CLOSE_NORMAL, revocation.code);
        return;
    }
  }

  /** Gives up what waited too long: frames without a receiver, sockets without a sign of life. */
  sweep(): void {
    for (const frame of this.#mailboxes.takeExpired()) this.#reportUndelivered(frame);
    for (const member of this.#members.values()) {
      // Who was let go is being closed, and `ws` sees to the end of that.
      if (member.isGone) continue;
      if (member.silentMs >= this.#limits.maxSilentMs) member.terminate();
      else if (member.silentMs >= this.#limits.pingAfterMs) member.ping();
    }
  }

  /** Sends everybody away: the server is going down. */
  drain(): void {
    for (const member of this.#members.values()) member.close(CLOSE_GOING_AWAY, 'server is going down');
  }

  #forward(frame: AddressedFrame, sender: SignallingMember, receiver: string): void {
    const text = encodeForwarded(frame, sender.peerId);
    const member = this.#members.get(receiver);
    if (member && !member.isGone) {
      member.send(text);
      return;
    }
    // Its sender repeats it, and a late one is worth nothing.
    if (frame.type === 'SEALED') return;
    const stored = { sender: sender.peerId, receiver, isOffer: frame.type === 'OFFER', text };
    if (!this.#mailboxes.put(stored)) this.#reportUndelivered(stored);
  }

  #reportUndelivered({ sender, receiver, isOffer }: StoredFrame): void {
    if (isOffer) this.#members.get(sender)?.send(encodeExpired(sender, receiver));
  }
}
