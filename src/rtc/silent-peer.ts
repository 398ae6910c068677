// The one file that knows PeerJS. It uses PeerJS to meet: to register at signalling and to bring up one peer
// connection with one data channel. From then on the connection is taken out of PeerJS's hands.

import {
  BufferedConnection,
  type DataConnection,
  Peer,
  type PeerError,
  type SerializerMapping,
} from 'peerjs';
import { DesksideError } from '../protocol/deskside-error.ts';
import type { Role } from '../protocol/role.ts';
import type { IceServer } from '../protocol/session-api.ts';
import { peerIdOf } from '../protocol/session-id.ts';
import type { Access } from './access.ts';
import { FrameInbox } from './frame-inbox.ts';
import type { Identity } from './identity.ts';

/** A peer connection with its one open data channel. Nothing was proven yet. */
export interface PeerLink {
  readonly pc: RTCPeerConnection;
  readonly channel: RTCDataChannel;
  readonly inbox: FrameInbox;
}

/** Who comes to signalling, and how. */
export interface PeerOptions {
  readonly role: Role;
  readonly sessionId: string;
  readonly access: Access;
  readonly identity: Identity;
  /** Where signalling is: everything before PeerJS's own `peerjs`, such as `https://host/signal/`. */
  readonly signallingUrl: URL;
}

/**
 * A data connection that moves no data: it only keeps what comes in from the very first frame on. It stands
 * for every serializer, because the *remote* side names the one to use, and PeerJS's own can be made to hang.
 */
class SilentConnection extends BufferedConnection {
  readonly serialization = 'raw';
  // Set by a method that PeerJS's constructor may call, so it must not have an initializer.
  declare inbox: FrameInbox | undefined;

  override _initializeDataChannel(channel: RTCDataChannel): void {
    if (this.inbox !== undefined) {
      // A second channel would replace the first one.
      channel.close();
      return;
    }
    this.inbox = new FrameInbox(channel);
    super._initializeDataChannel(channel);
  }

  protected override _handleDataMessage(): void {}

  protected override _send(): void {}
}

class SilentPeer extends Peer {
  // PeerJS looks the remote's word up in a plain object, where even `constructor` is found.
  override readonly _serializers: SerializerMapping = new Proxy<SerializerMapping>(
    {},
    { get: () => SilentConnection },
  );
}

/** A new registration at signalling; whoever registered as the same side before makes way. */
export function openPeer(options: PeerOptions): Peer {
  const { signallingUrl, identity } = options;
  const { current } = options.access;
  const isSecure = signallingUrl.protocol === 'https:';
  return new SilentPeer(peerIdOf(options.sessionId, options.role), {
    host: signallingUrl.hostname,
    port: Number(signallingUrl.port) || (isSecure ? 443 : 80),
    path: signallingUrl.pathname,
    secure: isSecure,
    token: current.ticket,
    debug: 0,
    config: {
      iceServers: current.iceServers.map(toRtcIceServer),
      certificates: [identity.certificate],
      bundlePolicy: 'max-bundle',
    } satisfies RTCConfiguration,
  });
}

/** `exactOptionalPropertyTypes`: what is absent must stay absent. */
function toRtcIceServer({ urls, username, credential }: IceServer): RTCIceServer {
  return username === undefined || credential === undefined ? { urls } : { urls, username, credential };
}

/** Makes an open connection ours: PeerJS would close it on `failed`, on LEAVE, or when it is destroyed. */
export function takeOver(peer: Peer, connection: DataConnection): PeerLink {
  const { peerConnection: pc, dataChannel: channel } = connection;
  if (!(connection instanceof SilentConnection) || connection.inbox === undefined) {
    throw new DesksideError('peer-unreachable', 'a connection that is not ours');
  }
  connection.removeAllListeners();
  peer._removeConnection(connection);
  pc.onicecandidate = pc.oniceconnectionstatechange = pc.ondatachannel = pc.ontrack = null;
  channel.onopen = channel.onmessage = channel.onclose = null;
  return { pc, channel, inbox: connection.inbox };
}

/** Why PeerJS gave up, as one of our codes. */
export function codedError(error: PeerError<string>): DesksideError {
  const options = { cause: error };
  switch (error.type) {
    case 'peer-unavailable':
      return new DesksideError('technician-absent', error.message, options);
    case 'browser-incompatible':
      return new DesksideError('browser-unsupported', error.message, options);
    case 'server-error':
    case 'unavailable-id':
      return new DesksideError(refusalCode(error.message), error.message, options);
    case 'webrtc':
      return new DesksideError('peer-unreachable', error.message, options);
    default:
      return new DesksideError('server-unreachable', error.message, options);
  }
}

const REFUSALS = [
  'session-ended',
  'session-revoked',
  'link-used',
  'server-busy',
  // The ticket has run out.
  'sign-in-required',
] as const;

/** Our server says why as a code; another server's words are only for the log. */
function refusalCode(message: string): (typeof REFUSALS)[number] | 'signalling-refused' {
  return REFUSALS.find((code) => code === message) ?? 'signalling-refused';
}
