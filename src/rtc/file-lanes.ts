// The ways that files take. Beside the session's own connection, since in one association whatever waits to be sent again
// after a loss goes before everything else, and what people say would wait behind files. And several of them where that
// is faster: each has its own congestion window and its own socket. The customer makes them and decides how many there
// are (lane-count.ts); after a break all are made anew, and files go on by themselves where they were.

import { backoffMs } from '../protocol/backoff.ts';
import type { LaneMessage } from '../protocol/control-message.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import { MAX_FILE_LANES } from '../protocol/limits.ts';
import type { Role } from '../protocol/role.ts';
import { TokenBucket } from '../protocol/token-bucket.ts';
import type { FileLaneEvents } from '../session/ports.ts';
import { FileLane } from './file-lane.ts';
import { LaneCount } from './lane-count.ts';

/** Before another one is tried after the last one broke, in ms. */
const RETRY = { firstMs: 300, maxMs: 10_000 };
/** The customer gives up a lane that was never heard of here only when they come in quick succession. */
const MAX_SKIPPED = 8;
/** Lanes that the customer can have made here: each is a peer connection, and an honest line breaks less often. */
const MAKING = { burst: 40, perSecond: 1 };

/** Where holding files back does not help within this time, all lanes but one are closed, in ms. */
const HELD_MS = 1_000;
/**
 * And after this time whoever sends closes those that have not sent yet what they held when they were held back, in ms. On a line
 * that has become much narrower SCTP repeats what was under way many times over, and fills the line with that; what was under way ends
 * with its association only (seen: 740 kbit/s into 200, for as long as one looked).
 */
const STUCK_MS = 3_000;
/**
 * A lane on which nothing has moved for so long, though something waits, gives way to another one, in ms: after losing much SCTP
 * may send a handful of packets every other second, on a line that is good again. However slow a line, a packet leaves before.
 */
const STALLED_MS = 5_000;

export interface FileLanesOptions {
  /** The customer makes lanes; the technician takes them. */
  readonly role: Role;
  readonly configuration: RTCConfiguration;
  readonly events: FileLaneEvents;
  /** Whether the control channel arrives at this moment; where not, `renew` is called once it does. */
  canNegotiate(): boolean;
  /** Over the control channel; never throws. */
  send(message: LaneMessage): void;
  /** The other side broke the protocol. */
  onViolation(error: DesksideError): void;
}

export class FileLanes {
  readonly #options: FileLanesOptions;
  readonly #making = new TokenBucket(MAKING, performance);
  readonly #count = new LaneCount(MAX_FILE_LANES);
  /** By number. */
  readonly #lanes = new Map<number, FileLane>();
  #lastNo = 0;
  /** What has moved on lanes that are gone, in bytes. */
  #pastBytes = 0;
  #heldSinceMs: number | null = null;
  #isGentle = false;
  #isClosed = false;
  #failures = 0;
  /** With no lane left, not before this. */
  #againAtMs = 0;

  constructor(options: FileLanesOptions) {
    this.#options = options;
  }

  /** The customer's side: makes a lane, in place of all that there are. Elsewhere nothing. */
  renew(): void {
    if (this.#isClosed || this.#options.role !== 'customer') return;
    this.#closeAll();
    this.#count.restart();
    this.#make(this.#lastNo + 1);
  }

  /** Takes a message of the other side. What concerns a lane that is gone changes nothing. */
  handle({ no, message }: LaneMessage): void {
    if (this.#isClosed) return;
    if (no > this.#lastNo && this.#options.role === 'technician') this.#take(no);
    this.#lanes.get(no)?.handle(message);
  }

  /**
   * Lets go of lanes that block the line; the customer has as many as do good. To be called a few times a second; `roundTripMs` is the
   * least of late.
   */
  tick(nowMs: number, roundTripMs: number | null): void {
    if (this.#isClosed) return;
    this.#letGoOfStuck(nowMs);
    if (this.#options.role !== 'customer' || !this.#options.canNegotiate()) return;
    if (this.#lanes.size === 0 && nowMs >= this.#againAtMs) this.renew();
    const open = this.#open();
    if (open.length === 0) return;
    const movedBytes = open.reduce((sum, { channel }) => sum + channel.movedBytes, this.#pastBytes);
    if (this.#isHeldFor(HELD_MS, nowMs) || this.#isGentle) this.#count.settleForOne(nowMs);
    const wanted = this.#count.next({ nowMs, movedBytes, openCount: open.length, roundTripMs });
    for (let count = this.#lanes.size; count < wanted; count++) this.#make(this.#lastNo + 1);
    for (const lane of [...this.#lanes.values()].slice(wanted)) lane.close();
  }

  /** Lanes that are open. */
  get openCount(): number {
    return this.#open().length;
  }

  /** What the browser counts of all lanes. */
  async stats(): Promise<Iterable<Record<string, unknown>>> {
    const all = await Promise.all(this.#open().map((lane) => lane.stats()));
    return all.flatMap((reports) => Array.from(reports));
  }

  /** Holds files back while the line is late, so that what people say to each other goes first. */
  setHeld(isHeld: boolean): void {
    const nowMs = performance.now();
    this.#heldSinceMs = isHeld ? nowMs : null;
    if (isHeld) this.#count.retreat(nowMs);
    for (const { channel } of this.#lanes.values()) channel.setHeld(isHeld);
  }

  /** Takes one lane, and leaves room for others on it, while the line is poor. */
  setGentle(isGentle: boolean): void {
    this.#isGentle = isGentle;
    for (const { channel } of this.#lanes.values()) channel.setGentle(isGentle);
  }

  close(): void {
    this.#isClosed = true;
    this.#closeAll();
  }

  #open(): FileLane[] {
    return [...this.#lanes.values()].filter(({ isOpen }) => isOpen);
  }

  /** Whether files have been held back for longer than that. */
  #isHeldFor(ms: number, nowMs: number): boolean {
    return this.#heldSinceMs !== null && nowMs - this.#heldSinceMs > ms;
  }

  #letGoOfStuck(nowMs: number): void {
    const isHeldInVain = this.#isHeldFor(STUCK_MS, nowMs);
    for (const lane of this.#open()) {
      const stalledMs = lane.stalledMs(nowMs);
      if (stalledMs !== null && (isHeldInVain || stalledMs > STALLED_MS)) lane.close();
    }
  }

  /** The customer offers another lane. */
  #take(no: number): void {
    if (no - this.#lastNo > MAX_SKIPPED) this.#violate('a lane that can not be next');
    else if (this.#lanes.size >= MAX_FILE_LANES || !this.#making.take()) this.#violate('too many lanes');
    else this.#make(no);
  }

  #violate(what: string): void {
    this.#options.onViolation(new DesksideError('protocol-violation', what));
  }

  #make(no: number): void {
    const { role, configuration, send, onViolation } = this.#options;
    this.#lastNo = no;
    const lane = new FileLane({
      no,
      role,
      configuration,
      send,
      onViolation,
      onOpen: (opened) => {
        this.#failures = 0;
        this.#options.events.onLane(opened.channel);
      },
      onClosed: (closed) => this.#handleClosed(closed),
    });
    lane.channel.setHeld(this.#heldSinceMs !== null);
    lane.channel.setGentle(this.#isGentle);
    this.#lanes.set(no, lane);
  }

  /** When none is left the customer makes another one before long. */
  #handleClosed({ no, isOpen, channel }: FileLane): void {
    this.#lanes.delete(no);
    this.#pastBytes += channel.movedBytes;
    if (isOpen) this.#options.events.onLaneGone(channel);
    if (this.#lanes.size > 0) return;
    this.#againAtMs = performance.now() + backoffMs(this.#failures, RETRY, Math.random);
    this.#failures += 1;
  }

  #closeAll(): void {
    for (const lane of this.#lanes.values()) lane.close();
  }
}
