// Perfect negotiation (WebRTC 1.0 section 10.7) of one peer connection, with its offers, answers and
// candidates carried by whoever made it: here, the control channel of that same connection.

import type { NegotiationMessage } from '../protocol/control-message.ts';

export interface NegotiationOptions {
  readonly pc: RTCPeerConnection;
  /** The polite side gives way when both offer at once. Exactly one side is polite. */
  readonly isPolite: boolean;
  send(message: NegotiationMessage): void;
  /** A description could not be applied or made. */
  onError(error: unknown): void;
}

export class MediaNegotiation {
  readonly #options: NegotiationOptions;
  #isMakingOffer = false;
  #isIgnoringOffer = false;
  #isSettingAnswer = false;
  /** Messages are applied one after the other, in their order. */
  #queue: Promise<void> = Promise.resolve();

  constructor(options: NegotiationOptions) {
    this.#options = options;
    options.pc.addEventListener('negotiationneeded', () => void this.#offer());
    options.pc.addEventListener('icecandidate', ({ candidate }) => this.#sendCandidate(candidate));
  }

  /** Takes a message of the other side. */
  handle(message: NegotiationMessage): void {
    this.#queue = this.#queue
      .then(() => (message.type === 'description' ? this.#apply(message) : this.#add(message)))
      .catch((error: unknown) => this.#options.onError(error));
  }

  async #offer(): Promise<void> {
    try {
      this.#isMakingOffer = true;
      await this.#options.pc.setLocalDescription();
      this.#sendDescription();
    } catch (error) {
      this.#options.onError(error);
    } finally {
      this.#isMakingOffer = false;
    }
  }

  async #apply({ kind, sdp }: Extract<NegotiationMessage, { type: 'description' }>): Promise<void> {
    const { pc, isPolite } = this.#options;
    const isReady = !this.#isMakingOffer && (pc.signalingState === 'stable' || this.#isSettingAnswer);
    this.#isIgnoringOffer = !isPolite && kind === 'offer' && !isReady;
    if (this.#isIgnoringOffer) return;
    this.#isSettingAnswer = kind === 'answer';
    try {
      await pc.setRemoteDescription({ type: kind, sdp });
    } finally {
      this.#isSettingAnswer = false;
    }
    if (kind === 'offer') {
      await pc.setLocalDescription();
      this.#sendDescription();
    }
  }

  async #add(message: Extract<NegotiationMessage, { type: 'candidate' }>): Promise<void> {
    const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = message;
    try {
      await this.#options.pc.addIceCandidate({ candidate, sdpMid, sdpMLineIndex, usernameFragment });
    } catch (error) {
      if (!this.#isIgnoringOffer) throw error;
    }
  }

  #sendDescription(): void {
    const description = this.#options.pc.localDescription;
    if (description?.type !== 'offer' && description?.type !== 'answer') return;
    this.#options.send({ type: 'description', kind: description.type, sdp: description.sdp });
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
