// A connection whose two ends have proven themselves: the session's `Connection` port over WebRTC.
// It puts the parts together: control channel, negotiation, the lanes of files, the screen going out or the picture coming in, and
// the watch over the line. Where the line breaks it looks for another path, as long as there may be one.

import {
  type ControlMessage,
  type DeliveryFrame,
  isHeartbeatMessage,
  isNegotiationMessage,
  type LaneMessage,
  type NegotiationMessage,
} from '../protocol/control-message.ts';
import { DesksideError, type ErrorCode } from '../protocol/deskside-error.ts';
import type { Role } from '../protocol/role.ts';
import type {
  CapturedScreen,
  Connection,
  ConnectionNews,
  FileLaneEvents,
  InterruptionCause,
  LinePath,
} from '../session/ports.ts';
import { createStore, type Readable } from '../session/store.ts';
import { ControlChannel } from './control-channel.ts';
import { EarlyItems } from './early-items.ts';
import { FileLanes } from './file-lanes.ts';
import { Healing } from './healing.ts';
import { LineQuality } from './line-quality.ts';
import { LINE_TICK_MS, LineWatch } from './line-watch.ts';
import { Negotiation } from './negotiation.ts';
import { BrowserScreen } from './screen-capture.ts';
import { ScreenSender } from './screen-sender.ts';
import type { SealedNote } from './seal.ts';
import type { PeerLink } from './silent-peer.ts';

/** How long the other side has to receive our last word, in ms. */
const FAREWELL_TIMEOUT_MS = 2_000;
/** How often the browser is asked what comes through, in ms. */
const QUALITY_INTERVAL_MS = 2_000;
/** What belongs to a negotiation that came through signalling goes back there, for so long, in ms. */
const ANSWERING_MS = 5_000;
/**
 * Messages that may come in before the session takes them: a `resume`, and of the lane of files as many candidates as a
 * computer with many networks has.
 */
const MAX_EARLY_MESSAGES = 256;
/** What makes the line doubtful, or may have brought it back. */
const DOUBTS = ['online', 'offline', 'pageshow'] as const;

export interface ProvenConnectionOptions {
  readonly role: Role;
  /** Sends a note through signalling. */
  sendNote(note: SealedNote['note']): void;
  /** `isHealing` has changed. */
  onNeed(): void;
  /** Not one packet comes in any more: this path is dead, whatever the browser still believes. */
  onDead(): void;
}

export class ProvenConnection implements Connection {
  readonly #link: PeerLink;
  readonly #options: ProvenConnectionOptions;
  readonly #control: ControlChannel;
  readonly #negotiation: Negotiation;
  readonly #screen: ScreenSender;
  readonly #watch: LineWatch;
  readonly #healing: Healing;
  readonly #ticking: ReturnType<typeof setInterval>;
  readonly #picture = createStore<MediaStream | null>(null);
  readonly #frames = new EarlyItems<DeliveryFrame>(MAX_EARLY_MESSAGES);
  #lanes: FileLanes | null = null;
  readonly #laneMessages = new EarlyItems<LaneMessage>(MAX_EARLY_MESSAGES);
  #onNews: (news: ConnectionNews) => void = () => {};
  /** Why it failed before anybody listened. */
  #closedCode: ErrorCode | null = null;
  #isOpen = true;
  readonly #quality = new LineQuality();
  #judgedAtMs = 0;
  /** As it was told last. */
  #path: LinePath | null = null;
  #packetsWhenLate: Promise<number> | null = null;
  /** When the other side last sent something of a negotiation through signalling. */
  #notedAtMs = Number.NEGATIVE_INFINITY;

  /** Takes a link for which both proofs hold. The customer is the polite side of every negotiation. */
  constructor(link: PeerLink, options: ProvenConnectionOptions) {
    const { pc } = link;
    this.#link = link;
    this.#options = options;
    this.#control = new ControlChannel(link.channel, link.inbox);
    this.#screen = new ScreenSender(pc);
    this.#negotiation = new Negotiation({
      pc,
      isPolite: options.role === 'customer',
      send: (message) => this.#sendNegotiation(message),
      onError: () => this.#fail('protocol-violation'),
    });
    this.#healing = new Healing({
      negotiation: this.#negotiation,
      // One side is enough, and then both never offer new paths at the same time.
      isRestarting: options.role === 'customer',
      sendNote: options.sendNote,
      onHopeless: () => this.#fail('connection-lost'),
    });
    this.#watch = new LineWatch({
      now: () => performance.now(),
      ping: (no) => this.#sendQuietly({ type: 'ping', no }),
      isBroken: () => isBroken(pc),
      // What people say to each other goes first on a line that is late.
      onLate: (isLate) => {
        this.#lanes?.setHeld(isLate);
        this.#packetsWhenLate = isLate ? packetsReceived(pc) : null;
      },
      onDoubt: () => void this.#handleDoubt(),
      onSilent: (cause) => this.#interrupt(cause),
      onAnswering: (wasSilent) => this.#restore(wasSilent),
      onQuality: (isPoor) => {
        this.#lanes?.setGentle(isPoor);
        this.#tell({ status: 'line', isPoor });
      },
    });
    this.#ticking = setInterval(() => this.#tick(), LINE_TICK_MS);
    pc.addEventListener('track', (event) => this.#receiveTrack(event.track));
    pc.addEventListener('connectionstatechange', this.#followStates);
    pc.addEventListener('iceconnectionstatechange', this.#followStates);
    link.channel.addEventListener('close', () => {
      // The last word may be among what waits.
      this.#control.finish();
      this.#fail('connection-lost');
    });
    for (const type of DOUBTS) addEventListener(type, this.#doubt);
    document.addEventListener('resume', this.#doubt);
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

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Whether it looks for another path, with the help of signalling. */
  get isHealing(): boolean {
    return this.#isOpen && this.#healing.isHealing;
  }

  send(frame: DeliveryFrame): void {
    this.#control.send(frame);
  }

  onFrame(listener: (frame: DeliveryFrame) => void): void {
    this.#frames.listen(listener);
  }

  openFiles(events: FileLaneEvents): void {
    const lanes = new FileLanes({
      role: this.#options.role,
      configuration: this.#link.pc.getConfiguration(),
      events,
      canNegotiate: () => !this.isHealing,
      send: (message) => this.#sendQuietly(message),
      onViolation: ({ code }) => this.#fail(code),
    });
    this.#lanes = lanes;
    lanes.renew();
    this.#laneMessages.listen((message) => lanes.handle(message));
  }

  onNews(listener: (news: ConnectionNews) => void): void {
    this.#onNews = listener;
    // What happened before anybody listened must not go unheard.
    if (this.#closedCode !== null) listener({ status: 'closed', code: this.#closedCode });
    else if (this.#watch.isSilent) listener({ status: 'interrupted', cause: causeOfSilence() });
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

  /** Signalling is back after it was gone: so is the network, most likely, and what was found before is of no use. */
  renewPaths(): void {
    if (this.#isOpen) this.#healing.renew(performance.now());
  }

  /** Takes a note about this connection that came through signalling. */
  takeNote(note: SealedNote['note']): void {
    if (!this.#isOpen || note.type === 'ask' || note.type === 'returned') return;
    if (note.type === 'gone') this.#fail('connection-lost');
    // The other side hears nothing, whatever this one hears.
    else if (note.type === 'restart') this.#watch.noteBroken(causeOfSilence());
    else {
      this.#notedAtMs = performance.now();
      this.#negotiation.handle(note);
    }
  }

  async close(farewell: DeliveryFrame | null): Promise<void> {
    const { channel } = this.#link;
    this.#isOpen = false;
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
    if (event.persisted) return;
    this.#sendQuietly({ type: 'leaving' });
    this.#fail('connection-lost');
  };

  readonly #doubt = (): void => this.#watch.probe();

  readonly #followStates = (): void => {
    if (!this.#isOpen) return;
    if (isBroken(this.#link.pc)) this.#watch.noteBroken(causeOfSilence());
    // A path is there again; what the other end says over it counts.
    else if (this.#watch.isSilent) this.#watch.probe();
  };

  #tick(): void {
    this.#watch.tick(causeOfSilence);
    const nowMs = performance.now();
    if (this.isHealing) this.#healing.tick(nowMs);
    this.#lanes?.tick(nowMs, this.#watch.roundTripMs);
    if (nowMs - this.#judgedAtMs < QUALITY_INTERVAL_MS) return;
    this.#judgedAtMs = nowMs;
    void this.#judgeQuality();
  }

  async #judgeQuality(): Promise<void> {
    const reports = await this.#link.pc.getStats();
    const lanes = (await this.#lanes?.stats()) ?? [];
    this.#quality.note(reports.values(), lanes);
    this.#watch.noteThroughput(this.#quality.isPoor);
    this.#tellPath({ lanes: this.#lanes?.openCount ?? 0, isRelayed: isRelayed(reports) });
  }

  #tellPath(path: LinePath): void {
    const { lanes, isRelayed } = this.#path ?? {};
    if (this.#watch.isSilent || (path.lanes === lanes && path.isRelayed === isRelayed)) return;
    this.#path = path;
    this.#tell({ status: 'path', path });
  }

  #receive(message: ControlMessage): void {
    if (!this.#isOpen) return;
    this.#watch.noteHeard();
    if (isHeartbeatMessage(message)) {
      if (message.type === 'ping') this.#sendQuietly({ type: 'pong', no: message.no });
      else this.#watch.notePong(message.no);
    } else if (message.type === 'lane') this.#laneMessages.push(message);
    else if (isNegotiationMessage(message)) this.#negotiation.handle(message);
    else this.#frames.push(message);
  }

  #receiveTrack(track: MediaStreamTrack): void {
    if (track.kind !== 'video') return;
    this.#picture.set(new MediaStream([track]));
  }

  /**
   * On a dead line the control channel would keep it until it is of no use; and one that asks through signalling may
   * know better than this one that the line is dead. What arrives twice changes nothing.
   */
  #sendNegotiation(message: NegotiationMessage): void {
    const isAskedByNote = performance.now() - this.#notedAtMs < ANSWERING_MS;
    if (this.isHealing || isAskedByNote) this.#options.sendNote(message);
    if (!this.isHealing) this.#sendQuietly(message);
  }

  #sendQuietly(message: ControlMessage): void {
    try {
      this.#control.send(message);
    } catch {
      // The channel is gone, and says so itself.
    }
  }

  #interrupt(cause: InterruptionCause): void {
    this.#tell({ status: 'interrupted', cause });
    this.#heal();
  }

  async #handleDoubt(): Promise<void> {
    // Whoever makes the offers need not wait until the silence is worth telling.
    if (this.#options.role === 'customer') this.#heal();
    // On a line that loses much, something always comes in.
    const before = await this.#packetsWhenLate;
    const after = await packetsReceived(this.#link.pc);
    if (this.#isOpen && this.#watch.isDoubted && before === after) this.#options.onDead();
  }

  #heal(): void {
    this.#healing.begin(performance.now());
    this.#options.onNeed();
  }

  #restore(wasSilent: boolean): void {
    this.#healing.end();
    if (wasSilent) {
      this.#tell({ status: 'connected' });
      // Whoever was told of an interruption has forgotten this.
      if (this.#watch.isPoor) this.#tell({ status: 'line', isPoor: true });
      this.#path = null;
      // What was on its way when the line broke is repeated too late, if at all.
      this.#lanes?.renew();
    }
    this.#options.onNeed();
  }

  #fail(code: ErrorCode): void {
    if (!this.#isOpen) return;
    this.#closedCode = code;
    this.#dispose();
    this.#onNews({ status: 'closed', code });
    this.#options.onNeed();
  }

  #dispose(): void {
    this.#isOpen = false;
    clearInterval(this.#ticking);
    for (const type of DOUBTS) removeEventListener(type, this.#doubt);
    document.removeEventListener('resume', this.#doubt);
    removeEventListener('pagehide', this.#leave);
    this.#lanes?.close();
    this.#link.channel.close();
    this.#link.pc.close();
    this.#picture.set(null);
  }

  #tell(news: ConnectionNews): void {
    if (this.#isOpen) this.#onNews(news);
  }
}

/** The two states tell of different things, and in Chromium one may lag behind the other. */
function isBroken({ connectionState, iceConnectionState }: RTCPeerConnection): boolean {
  return [connectionState, iceConnectionState].some(
    (state) => state === 'disconnected' || state === 'failed',
  );
}

/** Whether the pair of candidates in use has a relay at one of its ends (webrtc-stats). */
function isRelayed(reports: RTCStatsReport): boolean {
  return Array.from(reports.values()).some(
    ({ type, nominated, localCandidateId, remoteCandidateId }) =>
      type === 'candidate-pair' &&
      nominated === true &&
      [localCandidateId, remoteCandidateId].some((id) => reports.get(id)?.candidateType === 'relay'),
  );
}

/** Packets of whatever kind that came in over the connection's transport so far. */
async function packetsReceived(pc: RTCPeerConnection): Promise<number> {
  let packets = 0;
  for (const report of (await pc.getStats()).values()) {
    if (report.type === 'transport') packets += Number(report.packetsReceived ?? Number.NaN);
  }
  return packets;
}

function causeOfSilence(): InterruptionCause {
  return navigator.onLine ? 'line' : 'offline';
}
