// One side of a session at signalling, for as long as the session lives: registers, comes back by itself, finds out
// when its socket is dead, calls and is called, and passes sealed boxes on. Everything PeerJS is in silent-peer.ts.

import type { DataConnection, Peer } from 'peerjs';
import { backoffMs } from '../protocol/backoff.ts';
import { DesksideError, errorCodeOf } from '../protocol/deskside-error.ts';
import { otherRole } from '../protocol/role.ts';
import { peerIdOf } from '../protocol/session-id.ts';
import { PASSING_FAILURES } from './access.ts';
import { codedError, openPeer, type PeerLink, type PeerOptions, takeOver } from './silent-peer.ts';

/** Time for somebody who calls to reach us, in ms: ICE tries every path before it gives up. */
const INCOMING_TIMEOUT_MS = 30_000;

/** How patient the station is, in ms. */
interface Patience {
  /** For signalling to accept us. */
  readonly opening: number;
  /** For a sign of life on a socket that is open. */
  readonly silence: number;
  readonly firstDelay: number;
  readonly maxDelay: number;
}
const CALM: Patience = { opening: 15_000, silence: 20_000, firstDelay: 1_000, maxDelay: 30_000 };
/** Somebody waits for it: what does not answer at once is tried anew. */
const URGENT: Patience = { opening: 3_000, silence: 2_500, firstDelay: 300, maxDelay: 2_000 };
/** How often to look, in ms. */
const TICK_MS = 500;

/** Refusals after which coming back makes no sense. */
const FINAL = new Set([
  'session-ended',
  'session-revoked',
  'link-used',
  'link-expired',
  'link-unknown',
  'signalling-refused',
]);

export interface StationHandlers {
  /** Signalling has us: calls and boxes can come in. */
  onReachable?(): void;
  /** Signalling lost us; we try again by ourselves. `hadUs`: it had us before. */
  onUnreachable?(error: DesksideError): void;
  /** Signalling will not have us any more. The station is closed. */
  onRefused(error: DesksideError): void;
  /** The other side begins to connect. */
  onIncoming?(): void;
  /** A link that the other side called for is up. */
  onLink?(link: PeerLink): void;
  /** A call of the other side came to nothing. */
  onCallFailed?(error: DesksideError): void;
  onSealed(box: unknown): void;
}

export class PeerStation {
  readonly #options: PeerOptions;
  readonly #handlers: StationHandlers;
  readonly #otherId: string;
  readonly #ticking: ReturnType<typeof setInterval>;
  #peer: Peer | null = null;
  #incoming: DataConnection | null = null;
  #isReachable = false;
  #isUrgent = false;
  #isClosed = false;
  #isRenewing = false;
  #failedTries = 0;
  #heardAtMs = 0;
  #askedAtMs = 0;
  #openAtMs: number;
  #waiters: (() => void)[] = [];

  /** Begins to register at once. */
  constructor(options: PeerOptions, handlers: StationHandlers) {
    this.#options = options;
    this.#handlers = handlers;
    this.#otherId = peerIdOf(options.sessionId, otherRole(options.role));
    this.#openAtMs = performance.now();
    this.#ticking = setInterval(() => this.#tick(), TICK_MS);
    addEventListener('online', this.#hurry);
    this.#open();
  }

  get isReachable(): boolean {
    return this.#isReachable;
  }

  /** Whether somebody waits for signalling: then it is asked often, and tried often. */
  setUrgent(isUrgent: boolean): void {
    if (isUrgent === this.#isUrgent) return;
    this.#isUrgent = isUrgent;
    const nowMs = performance.now();
    this.#openAtMs = Math.min(this.#openAtMs, nowMs);
    // What was silent in peace has to answer first.
    this.#heardAtMs = nowMs;
    this.#ask(nowMs);
  }

  /** Passes a box on, if there is anybody to take it; nobody says whether it arrived. */
  sendSealed(box: string): void {
    if (this.#isReachable) this.#peer?.socket.send({ type: 'SEALED', dst: this.#otherId, payload: { box } });
  }

  /** Calls the other side; gives up after `timeoutMs`. Rejects with a `DesksideError`, or the signal's reason. */
  async call(timeoutMs: number, signal: AbortSignal): Promise<PeerLink> {
    await this.#whenReachable(signal);
    const peer = this.#peer;
    if (peer === null) throw new DesksideError('server-unreachable');
    let connection: DataConnection | undefined;
    let off = () => {};
    try {
      return await new Promise<PeerLink>((resolve, reject) => {
        const fail = () => reject(new DesksideError('peer-unreachable'));
        const onAbort = () => reject(signal.reason);
        const onError = (error: Parameters<typeof codedError>[0]) => reject(codedError(error));
        const timer = setTimeout(fail, timeoutMs);
        off = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', onAbort);
          peer.off('error', onError);
          peer.off('close', fail);
        };
        signal.addEventListener('abort', onAbort);
        peer.on('error', onError);
        peer.on('close', fail);
        connection = peer.connect(this.#otherId, { serialization: 'raw', reliable: true });
        const calling = connection;
        calling.on('open', () => resolve(takeOver(peer, calling)));
        calling.on('error', fail);
        calling.on('close', fail);
      });
    } catch (error) {
      connection?.close();
      throw error;
    } finally {
      off();
    }
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#isReachable = false;
    clearInterval(this.#ticking);
    removeEventListener('online', this.#hurry);
    this.#peer?.destroy();
    this.#peer = null;
    this.#wake();
  }

  get #patience(): Patience {
    return this.#isUrgent ? URGENT : CALM;
  }

  #open(): void {
    // With the ticket that has run out there is no point in it.
    if (this.#isRenewing) return;
    const peer = openPeer(this.#options);
    this.#peer = peer;
    this.#heardAtMs = performance.now();
    this.#askedAtMs = this.#heardAtMs;
    const isOurs = () => this.#peer === peer && !this.#isClosed;
    peer.socket.on('message', (message: unknown) => {
      if (isOurs()) this.#hear(message);
    });
    peer.on('open', () => {
      if (!isOurs()) return;
      this.#isReachable = true;
      this.#failedTries = 0;
      this.#wake();
      this.#handlers.onReachable?.();
    });
    peer.on('error', (error) => {
      if (!isOurs()) return;
      // What concerns one call tells itself; everything else means that this registration is no good.
      if (error.type === 'peer-unavailable' || error.type === 'webrtc') return;
      const coded = codedError(error);
      if (coded.code === 'sign-in-required') void this.#renewAccess();
      else if (FINAL.has(coded.code) || coded.code === 'browser-unsupported') this.#refuse(coded);
      else this.#reopenLater(coded);
    });
    peer.on('disconnected', () => {
      if (isOurs()) this.#reopenLater(new DesksideError('server-unreachable', 'the socket closed'));
    });
    peer.on('call', (call) => call.close());
    peer.on('connection', (connection) => {
      if (isOurs()) this.#answer(peer, connection);
    });
  }

  #hear(message: unknown): void {
    this.#heardAtMs = performance.now();
    if (typeof message !== 'object' || message === null || !('type' in message)) return;
    if (message.type !== 'SEALED' || !('payload' in message)) return;
    const { payload } = message;
    if (typeof payload === 'object' && payload !== null && 'box' in payload) {
      this.#handlers.onSealed(payload.box);
    }
  }

  #answer(peer: Peer, connection: DataConnection): void {
    if (connection.peer !== this.#otherId || this.#handlers.onLink === undefined) {
      connection.close();
      return;
    }
    // Somebody who tries again has given up the earlier try.
    const previous = this.#incoming;
    this.#incoming = connection;
    previous?.close();
    this.#handlers.onIncoming?.();
    const fail = () => {
      clearTimeout(deadline);
      if (this.#incoming !== connection) return;
      this.#incoming = null;
      this.#handlers.onCallFailed?.(new DesksideError('peer-unreachable'));
    };
    // PeerJS tells nobody when it closes a connection that never opened.
    const deadline = setTimeout(() => {
      connection.close();
      fail();
    }, INCOMING_TIMEOUT_MS);
    connection.on('error', fail);
    connection.on('close', fail);
    connection.on('open', () => {
      clearTimeout(deadline);
      if (this.#incoming !== connection) return;
      this.#incoming = null;
      this.#handlers.onLink?.(takeOver(peer, connection));
    });
  }

  #tick(): void {
    const nowMs = performance.now();
    if (this.#peer === null) {
      if (nowMs >= this.#openAtMs) this.#open();
      return;
    }
    const silentMs = nowMs - this.#heardAtMs;
    const limitMs = this.#isReachable ? this.#patience.silence : this.#patience.opening;
    if (silentMs >= limitMs) this.#reopenLater(new DesksideError('server-unreachable', 'no answer'));
    else if (this.#isUrgent && nowMs - this.#askedAtMs >= URGENT.silence / 2) this.#ask(nowMs);
  }

  /** The server answers, which a socket that is dead does not. In peace PeerJS asks every five seconds. */
  #ask(nowMs: number): void {
    this.#askedAtMs = nowMs;
    if (this.#isReachable) this.#peer?.socket.send({ type: 'HEARTBEAT' });
  }

  #reopenLater(error: DesksideError): void {
    const { firstDelay, maxDelay } = this.#patience;
    const delayMs = backoffMs(this.#failedTries, { firstMs: firstDelay, maxMs: maxDelay }, Math.random);
    this.#failedTries += 1;
    this.#openAtMs = performance.now() + delayMs;
    this.#drop();
    this.#handlers.onUnreachable?.(error);
  }

  /** The ticket ran out, as while the computer slept: there is another one, or this side is out. */
  async #renewAccess(): Promise<void> {
    this.#isRenewing = true;
    this.#drop();
    try {
      await this.#options.access.renew();
      this.#isRenewing = false;
      this.#hurry();
    } catch (cause) {
      this.#isRenewing = false;
      if (this.#isClosed) return;
      const code = errorCodeOf(cause, 'server-unreachable');
      if (PASSING_FAILURES.has(code))
        this.#reopenLater(new DesksideError(code, 'no other ticket', { cause }));
      else this.#refuse(new DesksideError(FINAL.has(code) ? code : 'signalling-refused', code, { cause }));
    }
  }

  #refuse(error: DesksideError): void {
    this.close();
    this.#handlers.onRefused(error);
  }

  #drop(): void {
    const peer = this.#peer;
    this.#peer = null;
    this.#isReachable = false;
    peer?.destroy();
  }

  /** The network is back: whatever was waited for is tried now. */
  readonly #hurry = (): void => {
    if (this.#isClosed) return;
    this.#failedTries = 0;
    this.#drop();
    this.#open();
  };

  #wake(): void {
    for (const wake of this.#waiters.splice(0)) wake();
  }

  async #whenReachable(signal: AbortSignal): Promise<void> {
    while (!this.#isReachable) {
      signal.throwIfAborted();
      if (this.#isClosed) throw new DesksideError('server-unreachable', 'closed');
      await new Promise<void>((resolve) => {
        const wake = () => {
          signal.removeEventListener('abort', wake);
          resolve();
        };
        signal.addEventListener('abort', wake);
        this.#waiters.push(wake);
      });
    }
  }
}
