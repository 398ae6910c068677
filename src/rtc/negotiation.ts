// Perfect negotiation (WebRTC 1.0 section 10.7) of one peer connection: its media and, by ICE restarts, its paths.
// Offers, answers and candidates are carried by whoever made it, over one way or another: what comes late, twice or
// over both ways changes nothing.

import type { NegotiationMessage } from '../protocol/control-message.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import { checkRemoteDescription } from './remote-description.ts';

/** Messages that may wait for earlier ones. Browsers take milliseconds for one, and an honest side has few to send. */
const MAX_WAITING = 512;
/** Paths that are tried for one description of the other side; some come twice. A browser keeps trying each of them. */
const MAX_PATHS = 256;

export interface NegotiationOptions {
  readonly pc: RTCPeerConnection;
  /** The polite side gives way when both offer at once. Exactly one side is polite. */
  readonly isPolite: boolean;
  /** Whether this side may make offers; otherwise it only answers. */
  readonly isOffering?: boolean;
  send(message: NegotiationMessage): void;
  /** A description could not be applied or made; a `DesksideError` where the other side broke the protocol. */
  onError(error: unknown): void;
}

type Description = Extract<NegotiationMessage, { type: 'description' }>;
type Candidate = Extract<NegotiationMessage, { type: 'candidate' }>;

export class Negotiation {
  readonly #options: NegotiationOptions;
  #isMakingOffer = false;
  #isIgnoringOffer = false;
  #isSettingAnswer = false;
  /** Numbers of the last offer that was made here, and of the last one of the other side that was applied. */
  #ownRound = 0;
  #otherRound = 0;
  /** Messages are applied one after the other, in their order. */
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;
  /** Paths that came since the last description was applied. */
  #paths = 0;

  constructor(options: NegotiationOptions) {
    this.#options = options;
    if (options.isOffering ?? true)
      options.pc.addEventListener('negotiationneeded', () => void this.#offer());
    options.pc.addEventListener('icecandidate', ({ candidate }) => this.#sendCandidate(candidate));
  }

  /** Whether an offer of this side waits for its answer. */
  get isWaiting(): boolean {
    return this.#options.pc.signalingState === 'have-local-offer';
  }

  /** Takes a message of the other side. */
  handle(message: NegotiationMessage): void {
    if (this.#waiting >= MAX_WAITING) {
      this.#options.onError(new DesksideError('protocol-violation', 'too much negotiation'));
      return;
    }
    this.#waiting += 1;
    this.#queue = this.#queue
      .then(() => (message.type === 'description' ? this.#apply(message) : this.#add(message)))
      .catch((error: unknown) => this.#options.onError(error))
      .finally(() => {
        this.#waiting -= 1;
      });
  }

  /** Has the browser look for new paths; an offer follows as soon as none waits. */
  restart(): void {
    this.#options.pc.restartIce();
  }

  /**
   * Makes a new offer instead of one that waits: what was found while there was no network leads nowhere now.
   * An answer to the old one that is on its way changes nothing.
   */
  renew(): void {
    const { pc } = this.#options;
    this.#queue = this.#queue
      .then(async () => {
        if (this.isWaiting) await pc.setLocalDescription({ type: 'rollback' });
        pc.restartIce();
      })
      .catch((error: unknown) => this.#options.onError(error));
  }

  /** Sends an offer that waits once more: the last time it may have gone nowhere. */
  repeat(): void {
    if (this.isWaiting) this.#sendDescription();
  }

  async #offer(): Promise<void> {
    try {
      this.#isMakingOffer = true;
      await this.#options.pc.setLocalDescription();
      if (this.isWaiting) {
        this.#ownRound += 1;
        this.#sendDescription();
      }
    } catch (error) {
      this.#options.onError(error);
    } finally {
      this.#isMakingOffer = false;
    }
  }

  async #apply({ kind, round, sdp }: Description): Promise<void> {
    const { pc } = this.#options;
    if (kind === 'answer') {
      // An answer that came before, or to an offer that was taken back.
      if (!this.isWaiting || round !== this.#ownRound) return;
      this.#isSettingAnswer = true;
      try {
        await this.#setRemote({ type: kind, sdp });
      } finally {
        this.#isSettingAnswer = false;
      }
      return;
    }
    if (round === this.#otherRound && pc.signalingState === 'stable') this.#sendDescription();
    if (round > this.#otherRound) await this.#applyOffer(round, sdp);
  }

  async #applyOffer(round: number, sdp: string): Promise<void> {
    const { pc, isPolite } = this.#options;
    const isReady = !this.#isMakingOffer && (pc.signalingState === 'stable' || this.#isSettingAnswer);
    this.#isIgnoringOffer = !isPolite && !isReady;
    if (this.#isIgnoringOffer) return;
    await this.#setRemote({ type: 'offer', sdp });
    this.#otherRound = round;
    await pc.setLocalDescription();
    this.#sendDescription();
  }

  async #setRemote(description: { readonly type: 'offer' | 'answer'; readonly sdp: string }): Promise<void> {
    checkRemoteDescription(description.sdp);
    await this.#options.pc.setRemoteDescription(description);
    this.#paths = 0;
  }

  async #add({ candidate, sdpMid, sdpMLineIndex, usernameFragment }: Candidate): Promise<void> {
    const { remoteDescription } = this.#options.pc;
    // A path of an earlier round, that came late; or of an offer that was ignored.
    if (usernameFragment !== null && !remoteDescription?.sdp.includes(`a=ice-ufrag:${usernameFragment}`))
      return;
    this.#paths += 1;
    if (this.#paths > MAX_PATHS) throw new DesksideError('protocol-violation', 'too many paths');
    try {
      await this.#options.pc.addIceCandidate({ candidate, sdpMid, sdpMLineIndex, usernameFragment });
    } catch (error) {
      if (!this.#isIgnoringOffer) throw error;
    }
  }

  #sendDescription(): void {
    const description = this.#options.pc.localDescription;
    if (description?.type === 'offer') {
      this.#options.send({ type: 'description', kind: 'offer', round: this.#ownRound, sdp: description.sdp });
    } else if (description?.type === 'answer') {
      this.#options.send({
        type: 'description',
        kind: 'answer',
        round: this.#otherRound,
        sdp: description.sdp,
      });
    }
  }

  #sendCandidate(candidate: RTCIceCandidate | null): void {
    if (candidate === null || candidate.candidate === '') return;
    this.#options.send({
      type: 'candidate',
      candidate: candidate.candidate,
      sdpMid: candidate.sdpMid,
      sdpMLineIndex: candidate.sdpMLineIndex,
      usernameFragment: candidate.usernameFragment,
    });
  }
}
