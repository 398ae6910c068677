// The two ways into a session, as the session's ports: the customer connects, the technician waits.
// Both end in a link that is proven, or in a reason why not.

import { DesksideError, errorCodeOf } from '../protocol/deskside-error.ts';
import type { Joined } from '../protocol/session-api.ts';
import type { SupportLink } from '../protocol/support-link.ts';
import type { Connection, Connector, ConnectStep, Listener, ListenerEvents } from '../session/ports.ts';
import { createStore, type Readable, type Store } from '../session/store.ts';
import { type Identity, remoteFingerprint } from './identity.ts';
import { proveIdentity } from './identity-proof.ts';
import { answerCalls, callPeer, type PeerLink, type PeerLinkOptions } from './peer-link.ts';
import { ProvenConnection } from './proven-connection.ts';

export interface CustomerMeeting {
  readonly support: SupportLink;
  readonly signallingUrl: URL;
  identity(): Promise<Identity>;
  /** Asks the server to let this browser in; a link that was used is refused here. */
  join(signal: AbortSignal): Promise<Joined>;
}

export class CustomerConnector implements Connector {
  readonly #meeting: CustomerMeeting;
  readonly #picture: Store<MediaStream | null>;

  /** `picture` gets the technician's screen, once there is a connection that brings one. */
  constructor(meeting: CustomerMeeting, picture: Store<MediaStream | null>) {
    this.#meeting = meeting;
    this.#picture = picture;
  }

  async connect(onStep: (step: ConnectStep) => void, signal: AbortSignal): Promise<Connection> {
    const { support, signallingUrl } = this.#meeting;
    onStep('server');
    const identity = await this.#meeting.identity();
    const access = await this.#meeting.join(signal);
    const options: PeerLinkOptions = {
      role: 'customer',
      sessionId: support.sessionId,
      access,
      identity,
      signallingUrl,
    };
    const { link, leave } = await callPeer(options, () => onStep('peer'), signal);
    onStep('proof');
    try {
      const connection = await prove(link, options, support, signal);
      signal.addEventListener('abort', leave, { once: true });
      follow(connection.picture, this.#picture);
      return connection;
    } catch (error) {
      leave();
      throw error;
    }
  }
}

export interface TechnicianMeeting {
  readonly support: SupportLink;
  readonly access: Joined;
  readonly identity: Identity;
  readonly signallingUrl: URL;
}

export class TechnicianListener implements Listener {
  readonly #meeting: TechnicianMeeting;
  readonly #picture: Store<MediaStream | null> = createStore<MediaStream | null>(null);

  constructor(meeting: TechnicianMeeting) {
    this.#meeting = meeting;
  }

  /** The customer's screen, once there is a connection that brings one. */
  get picture(): Readable<MediaStream | null> {
    return this.#picture;
  }

  async accept(events: ListenerEvents, signal: AbortSignal): Promise<Connection> {
    const { support } = this.#meeting;
    const options: PeerLinkOptions = {
      role: 'technician',
      sessionId: support.sessionId,
      access: this.#meeting.access,
      identity: this.#meeting.identity,
      signallingUrl: this.#meeting.signallingUrl,
    };
    signal.throwIfAborted();
    let stop = () => {};
    try {
      const connection = await new Promise<ProvenConnection>((resolve, reject) => {
        let isTaken = false;
        const handle = async (link: PeerLink) => {
          events.onStep('proof');
          try {
            const proven = await prove(link, options, support, signal);
            // A link works once: whoever proved first is the customer.
            if (isTaken) {
              await proven.close(null);
              return;
            }
            isTaken = true;
            resolve(proven);
          } catch (error) {
            if (!isTaken && !signal.aborted) events.onRefused(errorCodeOf(error, 'proof-failed'));
          }
        };
        stop = answerCalls(options, {
          onReachable: () => !isTaken && events.onReady(),
          onUnreachable: () => !isTaken && events.onStep('server'),
          onIncoming: () => !isTaken && events.onStep('peer'),
          onLink: (link) => {
            if (isTaken) link.pc.close();
            else void handle(link);
          },
          onCallFailed: ({ code }) => !isTaken && events.onRefused(code),
          onRefused: reject,
        });
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
      follow(connection.picture, this.#picture);
      signal.addEventListener('abort', stop, { once: true });
      return connection;
    } catch (error) {
      stop();
      throw error;
    }
  }
}

/** Keeps `target` as `source` is, from now on. */
function follow<T>(source: Readable<T>, target: Store<T>): void {
  source.subscribe(() => target.set(source.value));
  target.set(source.value);
}

/** Runs the proof on a link; closes the link when it does not hold. */
async function prove(
  link: PeerLink,
  options: PeerLinkOptions,
  support: SupportLink,
  signal: AbortSignal,
): Promise<ProvenConnection> {
  try {
    await proveIdentity(
      {
        role: options.role,
        sessionId: support.sessionId,
        secret: support.secret,
        localFingerprint: options.identity.fingerprint,
        remoteFingerprint: await remoteFingerprint(link.pc),
      },
      {
        send: (frame) => sendFrame(link.channel, frame),
        take: (taking) => link.inbox.take(taking),
      },
      signal,
    );
    return new ProvenConnection(link, options.role);
  } catch (error) {
    link.pc.close();
    throw error;
  }
}

function sendFrame(channel: RTCDataChannel, frame: Uint8Array<ArrayBuffer>): void {
  try {
    channel.send(frame);
  } catch (cause) {
    throw new DesksideError('proof-failed', 'closed during the handshake', { cause });
  }
}
