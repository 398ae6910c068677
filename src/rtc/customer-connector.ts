// The customer's way to the technician, as the session's port: the first time by link or key, and back again later by
// what came of that. It is always the customer who calls.

import { DesksideError, errorCodeOf } from '../protocol/deskside-error.ts';
import type { Joined } from '../protocol/session-api.ts';
import type { WayIn } from '../protocol/way-in.ts';
import type { Connection, Connector, ConnectStep, RejoinEvents } from '../session/ports.ts';
import type { Store } from '../session/store.ts';
import { Access } from './access.ts';
import { anySignal } from './any-signal.ts';
import { credentialOf, type WayBack } from './credential.ts';
import { follow } from './follow.ts';
import type { Identity } from './identity.ts';
import { type Credential, proveAsCustomer } from './identity-proof.ts';
import { type MeetingHandlers, MeetingPoint } from './meeting-point.ts';
import type { ProvenConnection } from './proven-connection.ts';
import { prove } from './proving.ts';
import { retryDelay } from './retry-delay.ts';

/** Time for the two browsers to reach each other, in ms: the first time ICE may try every path before it gives up. */
const CALL_TIMEOUT_MS = 30_000;
/** When coming back another try does better than a long one. */
const RECALL_TIMEOUT_MS = 10_000;
/** The same where there may still be life in the old connection: either is there soon, or it waits for the browser. */
const RACE_TIMEOUT_MS = 4_000;
/** A call may have gone to the page that was there before; who has come back answers it within this time, in ms. */
const ANSWER_TIMEOUT_MS = 1_500;
/** Before calling again, in ms. */
const RECALL = { firstMs: 200, maxMs: 3_000 };

export interface CustomerMeeting {
  readonly sessionId: string;
  readonly wayIn: WayIn | WayBack;
  readonly signallingUrl: URL;
  identity(): Promise<Identity>;
  /** Asks the server to let this browser in; a link that was used is refused here. */
  join(signal: AbortSignal): Promise<Joined>;
  /** Asks the server for another ticket before one runs out. */
  renew(ticket: string): Promise<Joined>;
  /** There is a new one. */
  onRenewed(access: Joined): void;
  /** The first proof held: with this the way back is found, even by the page as it is loaded again. */
  onJoined(resumeKey: CryptoKey): void;
}

export class CustomerConnector implements Connector {
  readonly #meeting: CustomerMeeting;
  readonly #picture: Store<MediaStream | null>;
  #point: MeetingPoint | null = null;
  #resumeKey: CryptoKey | null;
  #isWanted = false;
  #isCalling = false;
  /** Gives up the present call; `null` once it is answered. */
  #hangUp: (() => void) | null = null;
  #lifetime: AbortSignal | null = null;

  /** `picture` gets the technician's screen, once there is a connection that brings one. */
  constructor(meeting: CustomerMeeting, picture: Store<MediaStream | null>) {
    this.#meeting = meeting;
    this.#picture = picture;
    this.#resumeKey = meeting.wayIn.way === 'resume' ? meeting.wayIn.key : null;
  }

  async connect(onStep: (step: ConnectStep) => void, signal: AbortSignal): Promise<Connection> {
    onStep('server');
    // A try that fails leaves nothing behind; one that does not lasts as long as the session.
    const attempt = new AbortController();
    signal.addEventListener('abort', () => attempt.abort(signal.reason), { once: true });
    try {
      // Before the other side's five seconds begin.
      const credential = await credentialOf(this.#meeting.wayIn, 'customer', this.#meeting.sessionId);
      const giveUp = (error: Error) => {
        if (this.#point === null) attempt.abort(error);
      };
      const handlers = { onReachable: () => onStep('peer'), onUnreachable: giveUp, onRefused: giveUp };
      const point = await this.#enter(handlers, attempt.signal);
      const connection = await this.#call(point, credential, CALL_TIMEOUT_MS, attempt.signal, () =>
        onStep('proof'),
      );
      this.#point = point;
      return connection;
    } catch (error) {
      attempt.abort(error);
      throw error;
    }
  }

  startRejoining(events: RejoinEvents, signal: AbortSignal): void {
    this.#lifetime = signal;
    if (this.#point !== null) this.#point.startRejoining(events);
    else void this.#return(events, signal);
  }

  setRejoinWanted(isWanted: boolean): void {
    this.#isWanted = isWanted;
    this.#point?.setRejoinWanted(isWanted);
    if (isWanted) void this.#callAgain();
  }

  /** The page was loaded again: it enters with what was kept. */
  async #return(events: RejoinEvents, signal: AbortSignal): Promise<void> {
    try {
      this.#point = await this.#enter({ onRefused: () => {} }, signal);
      this.#point.startRejoining(events);
      this.setRejoinWanted(this.#isWanted);
    } catch (error) {
      if (!signal.aborted) events.onRefused(errorCodeOf(error, 'browser-unsupported'));
    }
  }

  async #enter(handlers: MeetingHandlers, signal: AbortSignal): Promise<MeetingPoint> {
    const { sessionId, signallingUrl } = this.#meeting;
    const identity = await this.#meeting.identity();
    const first = await this.#meeting.join(signal);
    signal.throwIfAborted();
    const { renew, onRenewed } = this.#meeting;
    const isFresh = this.#meeting.wayIn.way !== 'resume';
    const access = new Access({ first, isFresh, renew, onRenewed }, signal);
    const options = { role: 'customer', sessionId, access, identity, signallingUrl } as const;
    const point = new MeetingPoint(
      options,
      { ...handlers, onDead: () => void this.#race(), onReturned: () => this.#handleReturned() },
      signal,
    );
    if (this.#resumeKey !== null) point.setResumeKey(this.#resumeKey);
    follow(point.picture, this.#picture);
    return point;
  }

  async #call(
    point: MeetingPoint,
    credential: Credential,
    timeoutMs: number,
    signal: AbortSignal,
    onLink: () => void,
  ): Promise<ProvenConnection> {
    const link = await point.station.call(timeoutMs, signal);
    onLink();
    const proven = await prove(link, point.options, (input, channel) =>
      proveAsCustomer(input, credential, channel, signal),
    );
    if (this.#resumeKey === null) {
      this.#resumeKey = proven.resumeKey;
      this.#meeting.onJoined(proven.resumeKey);
    }
    return point.adopt(link, proven);
  }

  /** Calls until somebody answers, or nobody is wanted any more. */
  async #callAgain(): Promise<void> {
    const [point, key, signal] = [this.#point, this.#resumeKey, this.#lifetime];
    if (this.#isCalling || point === null || key === null || signal === null) return;
    this.#isCalling = true;
    for (let tries = 0; this.#isWanted && !signal.aborted; tries++) {
      try {
        const attempt = new AbortController();
        this.#hangUp = () => attempt.abort(new DesksideError('peer-unreachable', 'not answered'));
        const either = anySignal(signal, attempt.signal);
        const onLink = () => {
          this.#hangUp = null;
        };
        point.deliver(await this.#call(point, { way: 'resume', key }, RECALL_TIMEOUT_MS, either, onLink));
      } catch {
        // Whether there is a point in going on, the session and the server know.
        await retryDelay(tries, RECALL);
      }
    }
    this.#isCalling = false;
  }

  /** The technician's page is there again: what was called before may have gone to the one that is gone. */
  #handleReturned(): void {
    const hangUp = this.#hangUp;
    if (hangUp === null) return;
    setTimeout(() => {
      if (this.#hangUp === hangUp) hangUp();
    }, ANSWER_TIMEOUT_MS);
  }

  /**
   * A browser believes in a dead path for five seconds, however early another one is found, and SCTP then waits for its
   * own timer: a new connection is there before, if it finds its way.
   */
  async #race(): Promise<void> {
    const [point, key, signal] = [this.#point, this.#resumeKey, this.#lifetime];
    if (this.#isCalling || key === null || signal === null || point?.station.isReachable !== true) return;
    this.#isCalling = true;
    try {
      point.deliver(await this.#call(point, { way: 'resume', key }, RACE_TIMEOUT_MS, signal, () => {}));
    } catch {
      // The old one heals, or it is given up and calling begins in earnest.
    }
    this.#isCalling = false;
    if (this.#isWanted) void this.#callAgain();
  }
}
