// The two ways into a session, as the session's ports: the customer connects, the technician waits.
// Both end in a link that is proven, or in a reason why not.

import { DesksideError, errorCodeOf } from '../protocol/deskside-error.ts';
import type { Role } from '../protocol/role.ts';
import type { Joined } from '../protocol/session-api.ts';
import type { SupportKey } from '../protocol/support-key.ts';
import type { SupportLink } from '../protocol/support-link.ts';
import type { WayIn } from '../protocol/way-in.ts';
import type { Connection, Connector, ConnectStep, Listener, ListenerEvents } from '../session/ports.ts';
import { createStore, type Readable, type Store } from '../session/store.ts';
import { type Identity, remoteFingerprint } from './identity.ts';
import {
  type Admission,
  type Credential,
  type ProofChannel,
  type ProofInput,
  proveAsCustomer,
  proveAsTechnician,
} from './identity-proof.ts';
import { answerCalls, callPeer, type PeerLink, type PeerLinkOptions } from './peer-link.ts';
import { ProvenConnection } from './proven-connection.ts';

export interface CustomerMeeting {
  readonly sessionId: string;
  readonly wayIn: WayIn;
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
    const { sessionId, wayIn, signallingUrl } = this.#meeting;
    onStep('server');
    const identity = await this.#meeting.identity();
    // Before the other side's five seconds begin.
    const credential = await credentialOf(wayIn, 'customer', sessionId);
    const access = await this.#meeting.join(signal);
    const options: PeerLinkOptions = { role: 'customer', sessionId, access, identity, signallingUrl };
    const { link, leave } = await callPeer(options, () => onStep('peer'), signal);
    onStep('proof');
    try {
      const connection = await prove(link, options, (input, channel) =>
        proveAsCustomer(input, credential, channel, signal),
      );
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
    // There by the time that somebody comes with a key; whoever comes finds out if it is not.
    void loadKeyExchange().catch(() => {});
    let stop = () => {};
    try {
      const connection = await new Promise<ProvenConnection>((resolve, reject) => {
        let isTaken = false;
        const handle = async (link: PeerLink) => {
          events.onStep('proof');
          const { admission, tried } = this.#admit(events);
          try {
            const proven = await prove(link, options, (input, channel) =>
              proveAsTechnician(input, admission, channel, signal),
            );
            // A link works once: whoever proved first is the customer.
            if (isTaken) {
              await proven.close(null);
              return;
            }
            isTaken = true;
            resolve(proven);
          } catch (error) {
            if (isTaken || signal.aborted) return;
            const code = errorCodeOf(error, 'proof-failed');
            const key = tried();
            if (code === 'key-wrong' && key !== null) events.onWrongKey(key);
            events.onRefused(code);
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

  /** How one attempt is let in: by the link, or by the key that works while it comes and still works at its end. */
  #admit(events: ListenerEvents): { admission: Admission; tried(): SupportKey | null } {
    const { sessionId, secret } = this.#meeting.support;
    let key: SupportKey | null = null;
    const admission: Admission = {
      credentialFor: async (way) => {
        if (way === 'link') return { way, secret };
        key = events.currentKey();
        if (key === null) throw new DesksideError('key-unknown');
        return credentialOf({ way, key }, 'technician', sessionId);
      },
      confirm: () => {
        if (key !== null && events.currentKey() !== key) throw new DesksideError('key-unknown');
      },
    };
    return { admission, tried: () => key };
  }
}

async function credentialOf(wayIn: WayIn, role: Role, sessionId: string): Promise<Credential> {
  if (wayIn.way === 'link') return wayIn;
  const { startKeyExchange } = await loadKeyExchange();
  return { way: 'key', exchange: await startKeyExchange(role, sessionId, wayIn.key) };
}

/** The curve and what is done on it: more than all the rest of the handshake, and only for those with a key. */
async function loadKeyExchange(): Promise<typeof import('./key-exchange.ts')> {
  try {
    return await import('./key-exchange.ts');
  } catch (cause) {
    throw new DesksideError('server-unreachable', 'the key exchange did not load', { cause });
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
  { role, sessionId, identity }: PeerLinkOptions,
  run: (input: ProofInput, channel: ProofChannel) => Promise<void>,
): Promise<ProvenConnection> {
  try {
    const [local, remote] = [identity.fingerprint, await remoteFingerprint(link.pc)];
    const [technicianFingerprint, customerFingerprint] =
      role === 'technician' ? [local, remote] : [remote, local];
    await run(
      { sessionId, technicianFingerprint, customerFingerprint },
      {
        send: (frame) => sendFrame(link.channel, frame),
        take: (taking) => link.inbox.take(taking),
      },
    );
    return new ProvenConnection(link, role);
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
