// One of the ways that the bytes of files take: a peer connection of its own beside the session's, with one channel. It
// is agreed on over the control channel, which both proofs cover, lives until one of its ends is closed, and is not
// mended: another one takes its place.

import type { LaneMessage } from '../protocol/control-message.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import type { Role } from '../protocol/role.ts';
import { RtcFileChannel } from './file-channel.ts';
import { Negotiation } from './negotiation.ts';

/** Time for a lane to open, in ms. */
const OPENING_TIMEOUT_MS = 15_000;

export interface FileLaneOptions {
  readonly no: number;
  /** The customer offers lanes; the technician answers. */
  readonly role: Role;
  readonly configuration: RTCConfiguration;
  /** Over the control channel; never throws. */
  send(message: LaneMessage): void;
  onOpen(lane: FileLane): void;
  /** It is closed, here or there, whoever did it. Called once. */
  onClosed(lane: FileLane): void;
  /** The other side broke the protocol. */
  onViolation(error: DesksideError): void;
}

export class FileLane {
  readonly channel: RtcFileChannel;
  readonly #options: FileLaneOptions;
  readonly #pc: RTCPeerConnection;
  readonly #negotiation: Negotiation;
  readonly #deadline: ReturnType<typeof setTimeout>;
  #isOpen = false;
  #isClosed = false;
  #moved = { bytes: 0, atMs: 0 };

  /** Begins to open at once. */
  constructor(options: FileLaneOptions) {
    const { role, no, configuration, send, onViolation } = options;
    this.#options = options;
    const pc = new RTCPeerConnection(configuration);
    this.#pc = pc;
    this.channel = new RtcFileChannel(pc, {
      onOpen: () => this.#handleOpen(),
      onClosed: () => this.close(),
      onViolation,
    });
    this.#negotiation = new Negotiation({
      pc,
      isPolite: role === 'customer',
      isOffering: role === 'customer',
      send: (message) => send({ type: 'lane', no, message }),
      onError: (error) => {
        if (error instanceof DesksideError) onViolation(error);
        else this.close();
      },
    });
    this.#deadline = setTimeout(() => this.close(), OPENING_TIMEOUT_MS);
    pc.addEventListener('connectionstatechange', () => {
      if (pc.connectionState === 'disconnected' || pc.connectionState === 'failed') this.close();
    });
  }

  get no(): number {
    return this.#options.no;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Takes a message of the other side about this lane. */
  handle(message: LaneMessage['message']): void {
    if (this.#isClosed) return;
    if (message.type === 'closed') this.#end();
    else this.#negotiation.handle(message);
  }

  /** For how long nothing has moved though something waits to be sent, in ms; `null` where it moves, or nothing waits. */
  stalledMs(nowMs: number): number | null {
    const { movedBytes, isWaiting } = this.channel;
    if (isWaiting && movedBytes === this.#moved.bytes) return nowMs - this.#moved.atMs;
    this.#moved = { bytes: movedBytes, atMs: nowMs };
    return null;
  }

  /** What the browser counts of it. */
  async stats(): Promise<Iterable<Record<string, unknown>>> {
    return this.#isOpen ? (await this.#pc.getStats()).values() : [];
  }

  /** Closes this end, and tells the other one. */
  close(): void {
    if (this.#isClosed) return;
    const { no, send } = this.#options;
    send({ type: 'lane', no, message: { type: 'closed' } });
    this.#end();
  }

  #handleOpen(): void {
    if (this.#isClosed) return;
    clearTimeout(this.#deadline);
    this.#isOpen = true;
    this.#options.onOpen(this);
  }

  #end(): void {
    this.#isClosed = true;
    clearTimeout(this.#deadline);
    this.#pc.close();
    this.#options.onClosed(this);
    this.#isOpen = false;
  }
}
