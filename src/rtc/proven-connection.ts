// A connection whose two ends have proven themselves: the session's `Connection` port over WebRTC.
// It puts the parts together: control channel, negotiation, the screen going out or the picture coming in.

import {
  type ControlMessage,
  isNegotiationMessage,
  type NegotiationMessage,
  type SessionMessage,
} from '../protocol/control-message.ts';
import { DesksideError, type ErrorCode } from '../protocol/deskside-error.ts';
import type { Role } from '../protocol/role.ts';
import type { CapturedScreen, Connection, ConnectionNews } from '../session/ports.ts';
import { createStore, type Readable } from '../session/store.ts';
import { ControlChannel } from './control-channel.ts';
import { RtcFileChannel } from './file-channel.ts';
import { MediaNegotiation } from './media-negotiation.ts';
import type { PeerLink } from './peer-link.ts';
import { BrowserScreen } from './screen-capture.ts';
import { ScreenSender } from './screen-sender.ts';

/** How long the other side has to receive our last word, in ms. */
const FAREWELL_TIMEOUT_MS = 2_000;

export class ProvenConnection implements Connection {
  readonly files: RtcFileChannel;
  readonly #link: PeerLink;
  readonly #control: ControlChannel;
  readonly #negotiation: MediaNegotiation;
  readonly #screen: ScreenSender;
  readonly #picture = createStore<MediaStream | null>(null);
  readonly #early: SessionMessage[] = [];
  #onMessage: ((message: SessionMessage) => void) | null = null;
  #onNews: (news: ConnectionNews) => void = () => {};
  #status: 'connected' | 'interrupted' | 'closed' = 'connected';

  /** Takes a link for which both proofs hold. The customer is the polite side of every negotiation. */
  constructor(link: PeerLink, role: Role) {
    this.#link = link;
    this.#control = new ControlChannel(link.channel, link.inbox);
    this.files = new RtcFileChannel(link.pc, {
      onClosed: () => this.#fail('connection-lost'),
      onViolation: ({ code }) => this.#fail(code),
    });
    this.#screen = new ScreenSender(link.pc);
    this.#negotiation = new MediaNegotiation({
      pc: link.pc,
      isPolite: role === 'customer',
      send: (message) => this.#sendNegotiation(message),
      onError: () => this.#fail('protocol-violation'),
    });
    link.pc.addEventListener('track', (event) => this.#receiveTrack(event.track));
    link.pc.addEventListener('connectionstatechange', () => this.#followTransport());
    link.channel.addEventListener('close', () => this.#fail('connection-lost'));
    // A page that goes away for good says so, or the other side would wait for its timeouts.
    addEventListener('pagehide', this.#leave);
    this.#control.listen({
      onMessage: (message) => this.#receive(message),
      onViolation: ({ code }) => this.#fail(code),
    });
  }

  /** What the other side shows us: its screen, or nothing yet. */
  get picture(): Readable<MediaStream | null> {
    return this.#picture;
  }

  send(message: SessionMessage): void {
    this.#control.send(message);
  }

  onMessage(listener: (message: SessionMessage) => void): void {
    this.#onMessage = listener;
    for (const message of this.#early.splice(0)) listener(message);
  }

  onNews(listener: (news: ConnectionNews) => void): void {
    this.#onNews = listener;
    // What happened before anybody listened must not go unheard.
    if (this.#link.channel.readyState !== 'open') this.#fail('connection-lost');
  }

  async setScreen(screen: CapturedScreen | null): Promise<void> {
    if (screen !== null && !(screen instanceof BrowserScreen)) {
      throw new DesksideError('screen-not-sent', 'not a capture of this browser');
    }
    await this.#screen.setScreen(screen);
  }

  async sendPicture(isSending: boolean): Promise<void> {
    await this.#screen.setSending(isSending);
  }

  async close(farewell: SessionMessage | null): Promise<void> {
    const { channel } = this.#link;
    this.#status = 'closed';
    if (farewell !== null && channel.readyState === 'open') {
      // The other side closes when it has read our last word, and that tells us that it has.
      const isHeard = new Promise<void>((resolve) => {
        channel.addEventListener('close', () => resolve(), { once: true });
        setTimeout(resolve, FAREWELL_TIMEOUT_MS);
      });
      try {
        this.#control.send(farewell);
        await isHeard;
      } catch {
        // Nobody can be told; the end holds all the same.
      }
    }
    this.#dispose();
  }

  readonly #leave = (event: PageTransitionEvent): void => {
    if (!event.persisted) this.#fail('connection-lost');
  };

  #receive(message: ControlMessage): void {
    if (this.#status === 'closed') return;
    if (isNegotiationMessage(message)) this.#negotiation.handle(message);
    else if (this.#onMessage === null) this.#early.push(message);
    else this.#onMessage(message);
  }

  #receiveTrack(track: MediaStreamTrack): void {
    if (track.kind !== 'video') return;
    this.#picture.set(new MediaStream([track]));
  }

  #sendNegotiation(message: NegotiationMessage): void {
    try {
      this.#control.send(message);
    } catch {
      // The channel is gone, and says so itself.
    }
  }

  #followTransport(): void {
    const { connectionState } = this.#link.pc;
    if (connectionState === 'disconnected') this.#change({ status: 'interrupted', cause: 'line' });
    else if (connectionState === 'connected') this.#change({ status: 'connected' });
    else if (connectionState === 'failed') this.#fail('connection-lost');
  }

  #fail(code: ErrorCode): void {
    if (this.#status === 'closed') return;
    this.#change({ status: 'closed', code });
    this.#dispose();
  }

  #dispose(): void {
    removeEventListener('pagehide', this.#leave);
    this.#link.channel.close();
    this.#link.pc.close();
    this.#picture.set(null);
  }

  #change(news: Exclude<ConnectionNews, { status: 'line' }>): void {
    if (this.#status === 'closed' || this.#status === news.status) return;
    this.#status = news.status;
    this.#onNews(news);
  }
}
