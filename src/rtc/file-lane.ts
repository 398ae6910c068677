// The way that the bytes of files take: a peer connection of its own beside the session's. In one association whatever
// waits to be sent again after a loss goes before everything else, so what people say would wait behind files. It is
// agreed on over the control channel, which both proofs cover, and made anew whenever it breaks: files go on by
// themselves where they were.

import type { LaneMessage } from '../protocol/control-message.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import type { Role } from '../protocol/role.ts';
import { TokenBucket } from '../protocol/token-bucket.ts';
import { RtcFileChannel } from './file-channel.ts';
import { Negotiation } from './negotiation.ts';
import { retryDelay } from './retry-delay.ts';

/** Time for a lane to open, in ms. */
const OPENING_TIMEOUT_MS = 15_000;
/** Before another one is tried after one that broke, in ms. */
const RETRY = { firstMs: 300, maxMs: 10_000 };
/** The customer gives up a lane that was never heard of here only when they come in quick succession. */
const MAX_SKIPPED = 8;
/** Lanes that the customer can have made here: each is a peer connection, and an honest line breaks less often. */
const MAKING = { burst: 20, perSecond: 1 };

export interface FileLaneOptions {
  /** The customer makes lanes; the technician takes them. */
  readonly role: Role;
  readonly configuration: RTCConfiguration;
  /** Whether the control channel arrives at this moment; where not, `renew` is called once it does. */
  canNegotiate(): boolean;
  /** Over the control channel; never throws. */
  send(message: LaneMessage): void;
  onChannel(channel: RtcFileChannel | null): void;
  /** The other side broke the protocol. */
  onViolation(error: DesksideError): void;
}

interface Lane {
  readonly pc: RTCPeerConnection;
  readonly channel: RtcFileChannel;
  readonly negotiation: Negotiation;
  readonly deadline: ReturnType<typeof setTimeout>;
}

export class FileLane {
  readonly #options: FileLaneOptions;
  readonly #making = new TokenBucket(MAKING, performance);
  #no = 0;
  #lane: Lane | null = null;
  #isOpen = false;
  #isHeld = false;
  #isClosed = false;
  #failures = 0;

  constructor(options: FileLaneOptions) {
    this.#options = options;
  }

  /** The customer's side: makes a lane, in place of the present one. Elsewhere nothing. */
  renew(): void {
    if (!this.#isClosed && this.#options.role === 'customer') this.#make(this.#no + 1);
  }

  /** Takes a message of the other side. What concerns an earlier lane changes nothing. */
  handle({ no, message }: LaneMessage): void {
    if (this.#isClosed) return;
    if (no > this.#no && this.#options.role === 'technician') this.#take(no);
    if (no !== this.#no || this.#lane === null) return;
    if (message.type === 'lost') this.#lose(this.#lane);
    else this.#lane.negotiation.handle(message);
  }

  /** What the browser counts of the present lane; nothing where there is none. */
  async stats(): Promise<Iterable<Record<string, unknown>>> {
    return this.#isOpen && this.#lane !== null ? (await this.#lane.pc.getStats()).values() : [];
  }

  /** Holds files back while the line is late, so that what people say to each other goes first. */
  setHeld(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#lane?.channel.setHeld(isHeld);
  }

  close(): void {
    this.#isClosed = true;
    this.#drop();
  }

  /** The customer offers another lane. */
  #take(no: number): void {
    const isNext = no - this.#no <= MAX_SKIPPED;
    if (isNext && this.#making.take()) this.#make(no);
    else this.#violate(isNext ? 'too many lanes' : 'a lane that can not be next');
  }

  #violate(what: string): void {
    this.#options.onViolation(new DesksideError('protocol-violation', what));
  }

  #make(no: number): void {
    this.#drop();
    this.#no = no;
    const { role, configuration, send, onViolation } = this.#options;
    const pc = new RTCPeerConnection(configuration);
    const channel = new RtcFileChannel(pc, {
      onOpen: () => this.#handleOpen(lane),
      onClosed: () => this.#lose(lane),
      onViolation,
    });
    channel.setHeld(this.#isHeld);
    const negotiation = new Negotiation({
      pc,
      isPolite: role === 'customer',
      isOffering: role === 'customer',
      send: (message) => send({ type: 'lane', no, message }),
      onError: (error) => {
        if (error instanceof DesksideError) onViolation(error);
        else this.#lose(lane);
      },
    });
    const deadline = setTimeout(() => this.#lose(lane), OPENING_TIMEOUT_MS);
    const lane: Lane = { pc, channel, negotiation, deadline };
    this.#lane = lane;
    pc.addEventListener('connectionstatechange', () => {
      if (pc.connectionState === 'disconnected' || pc.connectionState === 'failed') this.#lose(lane);
    });
  }

  #handleOpen(lane: Lane): void {
    if (this.#lane !== lane) return;
    clearTimeout(lane.deadline);
    this.#failures = 0;
    this.#isOpen = true;
    this.#options.onChannel(lane.channel);
  }

  /** It broke: the customer makes another one before long, whoever has noticed. */
  #lose(lane: Lane): void {
    if (this.#lane !== lane || this.#isClosed) return;
    this.#drop();
    if (this.#options.role === 'technician') {
      this.#options.send({ type: 'lane', no: this.#no, message: { type: 'lost' } });
      return;
    }
    const no = this.#no;
    void retryDelay(this.#failures, RETRY).then(() => {
      if (this.#no === no && this.#lane === null && this.#options.canNegotiate()) this.renew();
    });
    this.#failures += 1;
  }

  #drop(): void {
    const lane = this.#lane;
    this.#lane = null;
    if (lane === null) return;
    clearTimeout(lane.deadline);
    lane.pc.close();
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#options.onChannel(null);
  }
}
