// The technician's side, as the session's port: waits for the customer, and later for the same customer to come back.

import { DesksideError, errorCodeOf } from '../protocol/deskside-error.ts';
import type { Joined } from '../protocol/session-api.ts';
import type { SupportKey } from '../protocol/support-key.ts';
import type { SupportLink } from '../protocol/support-link.ts';
import type { Connection, Listener, ListenerEvents, RejoinEvents } from '../session/ports.ts';
import { createStore, type Readable, type Store } from '../session/store.ts';
import { Access } from './access.ts';
import { credentialOf, loadKeyExchange, type WayBack } from './credential.ts';
import { follow } from './follow.ts';
import type { Identity } from './identity.ts';
import { type Admission, proveAsTechnician } from './identity-proof.ts';
import { MeetingPoint } from './meeting-point.ts';
import type { StationHandlers } from './peer-station.ts';
import type { ProvenConnection } from './proven-connection.ts';
import { prove } from './proving.ts';
import type { PeerLink } from './silent-peer.ts';

export interface TechnicianMeeting {
  readonly sessionId: string;
  /** How somebody proves to be the customer: in the first place, or when coming back. */
  readonly wayIn: ({ readonly way: 'link' } & Pick<SupportLink, 'secret'>) | WayBack;
  /** The newest. */
  access(): Joined;
  /** Asks the server for another ticket before one runs out. */
  renew(ticket: string): Promise<Joined>;
  /** There is a new one. */
  onRenewed(access: Joined): void;
  readonly identity: Identity;
  readonly signallingUrl: URL;
  /** The first proof held: with this the way back is found, even by the page as it is loaded again. */
  onJoined(resumeKey: CryptoKey): void;
}

export class TechnicianListener implements Listener {
  readonly #meeting: TechnicianMeeting;
  readonly #picture: Store<MediaStream | null> = createStore<MediaStream | null>(null);
  #point: MeetingPoint | null = null;
  #hasEntered = false;
  #resumeKey: CryptoKey | null;

  constructor(meeting: TechnicianMeeting) {
    this.#meeting = meeting;
    this.#resumeKey = meeting.wayIn.way === 'resume' ? meeting.wayIn.key : null;
  }

  /** The customer's screen, once there is a connection that brings one. */
  get picture(): Readable<MediaStream | null> {
    return this.#picture;
  }

  async accept(events: ListenerEvents, signal: AbortSignal): Promise<Connection> {
    signal.throwIfAborted();
    // There by the time that somebody comes with a key; whoever comes finds out if it is not.
    void loadKeyExchange().catch(() => {});
    // Waiting that fails leaves nothing behind; otherwise it lasts as long as the session.
    const attempt = new AbortController();
    signal.addEventListener('abort', () => attempt.abort(signal.reason), { once: true });
    try {
      return await new Promise<Connection>((resolve, reject) => {
        attempt.signal.addEventListener('abort', () => reject(attempt.signal.reason), { once: true });
        const isWaiting = () => this.#resumeKey === null;
        this.#enter(
          {
            onReachable: () => isWaiting() && events.onReady(),
            onUnreachable: () => isWaiting() && events.onStep('server'),
            onIncoming: () => isWaiting() && events.onStep('peer'),
            onLink: (link) => {
              if (!isWaiting()) void this.#admitAgain(link, attempt.signal);
              else
                void this.#admitFirst(link, events, attempt.signal).then((first) => first && resolve(first));
            },
            onCallFailed: ({ code }) => isWaiting() && events.onRefused(code),
            onRefused: reject,
          },
          attempt.signal,
        );
      });
    } catch (error) {
      attempt.abort(error);
      throw error;
    }
  }

  startRejoining(events: RejoinEvents, signal: AbortSignal): void {
    if (this.#point === null) {
      this.#enter({ onLink: (link) => void this.#admitAgain(link, signal), onRefused: () => {} }, signal);
    }
    this.#point?.startRejoining(events);
  }

  /** It is the customer who calls; all there is to do is to be at signalling. */
  setRejoinWanted(isWanted: boolean): void {
    this.#point?.setRejoinWanted(isWanted);
  }

  #enter(handlers: Omit<StationHandlers, 'onSealed'>, signal: AbortSignal): void {
    const { sessionId, identity, signallingUrl, renew, onRenewed, wayIn } = this.#meeting;
    const isFresh = wayIn.way !== 'resume' && !this.#hasEntered;
    const access = new Access({ first: this.#meeting.access(), isFresh, renew, onRenewed }, signal);
    this.#hasEntered = true;
    const options = { role: 'technician', sessionId, access, identity, signallingUrl } as const;
    this.#point = new MeetingPoint(options, handlers, signal);
    if (this.#resumeKey !== null) this.#point.setResumeKey(this.#resumeKey);
    follow(this.#point.picture, this.#picture);
  }

  /** Somebody comes by link or key: the customer, if their proof holds. `null` otherwise. */
  async #admitFirst(
    link: PeerLink,
    events: ListenerEvents,
    signal: AbortSignal,
  ): Promise<ProvenConnection | null> {
    events.onStep('proof');
    const { admission, tried } = this.#admissionFor(events);
    try {
      const connection = await this.#prove(link, admission, signal);
      if (connection !== null) return connection;
    } catch (error) {
      if (this.#resumeKey !== null || signal.aborted) return null;
      const code = errorCodeOf(error, 'proof-failed');
      const key = tried();
      if (code === 'key-wrong' && key !== null) events.onWrongKey(key);
      events.onRefused(code);
    }
    return null;
  }

  /** The customer comes back. Anybody else is turned away without a word. */
  async #admitAgain(link: PeerLink, signal: AbortSignal): Promise<void> {
    const key = this.#resumeKey;
    if (key === null) return;
    const admission: Admission = { credentialFor: async () => ({ way: 'resume', key }), confirm: () => {} };
    try {
      const connection = await this.#prove(link, admission, signal);
      if (connection !== null) this.#point?.deliver(connection);
    } catch {
      // A stranger, or a try that came to nothing; the next one may do better.
    }
  }

  /** `null` when somebody else has proven themselves meanwhile: a link works once. */
  async #prove(link: PeerLink, admission: Admission, signal: AbortSignal): Promise<ProvenConnection | null> {
    const point = this.#point;
    if (point === null) return null;
    const isFirst = this.#resumeKey === null;
    const proven = await prove(link, point.options, (input, channel) =>
      proveAsTechnician(input, admission, channel, signal),
    );
    if (isFirst) {
      if (this.#resumeKey !== null) {
        link.pc.close();
        return null;
      }
      this.#resumeKey = proven.resumeKey;
      this.#meeting.onJoined(proven.resumeKey);
    }
    return point.adopt(link, proven);
  }

  /** How the first customer is let in: by the link, or by the key that works while they come and still works at the end. */
  #admissionFor(events: ListenerEvents): { admission: Admission; tried(): SupportKey | null } {
    const { sessionId, wayIn } = this.#meeting;
    let key: SupportKey | null = null;
    const admission: Admission = {
      credentialFor: async (way) => {
        if (way === wayIn.way) return wayIn;
        key = way === 'key' ? events.currentKey() : null;
        if (key === null) throw new DesksideError('key-unknown');
        return credentialOf({ way: 'key', key }, 'technician', sessionId);
      },
      confirm: () => {
        if (key !== null && events.currentKey() !== key) throw new DesksideError('key-unknown');
      },
    };
    return { admission, tried: () => key };
  }
}
