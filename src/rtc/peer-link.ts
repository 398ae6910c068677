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
import { otherRole, type Role } from '../protocol/role.ts';
import type { IceServer, Joined } from '../protocol/session-api.ts';
import { peerIdOf } from '../protocol/session-id.ts';
import { FrameInbox } from './frame-inbox.ts';
import type { Identity } from './identity.ts';

/** Time for signalling to accept us, in ms. */
const SERVER_TIMEOUT_MS = 15_000;
/** Time for the two browsers to reach each other, in ms: ICE tries every path before it gives up. */
const PEER_TIMEOUT_MS = 30_000;
/** Longest wait before the next try to reach signalling again, in ms. */
const MAX_RECONNECT_DELAY_MS = 30_000;

/** A peer connection with its one open data channel. Nothing was proven yet. */
export interface PeerLink {
  readonly pc: RTCPeerConnection;
  readonly channel: RTCDataChannel;
  readonly inbox: FrameInbox;
}

export interface PeerLinkOptions {
  readonly role: Role;
  readonly sessionId: string;
  readonly access: Joined;
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

function openPeer(options: PeerLinkOptions): Peer {
  const { signallingUrl, access, identity } = options;
  const isSecure = signallingUrl.protocol === 'https:';
  return new SilentPeer(peerIdOf(options.sessionId, options.role), {
    host: signallingUrl.hostname,
    port: Number(signallingUrl.port) || (isSecure ? 443 : 80),
    path: signallingUrl.pathname,
    secure: isSecure,
    token: access.ticket,
    debug: 0,
    config: {
      iceServers: access.iceServers.map(toRtcIceServer),
      certificates: [identity.certificate],
      bundlePolicy: 'max-bundle',
    } satisfies RTCConfiguration,
  });
}

/** `exactOptionalPropertyTypes`: what is absent must stay absent. */
function toRtcIceServer({ urls, username, credential }: IceServer): RTCIceServer {
  return username === undefined || credential === undefined ? { urls } : { urls, username, credential };
}

/** The customer's way: calls the technician. Rejects with a `DesksideError`, or the signal's reason. */
export async function callPeer(
  options: PeerLinkOptions,
  onServerReached: () => void,
  signal: AbortSignal,
): Promise<{ link: PeerLink; leave: () => void }> {
  const peer = openPeer(options);
  const leave = () => peer.destroy();
  try {
    await settled<void>(SERVER_TIMEOUT_MS, 'server-unreachable', signal, (resolve, reject) => {
      peer.on('open', () => resolve());
      peer.on('error', (error) => reject(codedError(error)));
    });
    onServerReached();
    const link = await settled<PeerLink>(PEER_TIMEOUT_MS, 'peer-unreachable', signal, (resolve, reject) => {
      peer.on('error', (error) => reject(codedError(error)));
      const connection = peer.connect(peerIdOf(options.sessionId, otherRole(options.role)), {
        serialization: 'raw',
        reliable: true,
      });
      connection.on('open', () => resolve(takeOver(peer, connection)));
      connection.on('error', () => reject(new DesksideError('peer-unreachable')));
      connection.on('close', () => reject(new DesksideError('peer-unreachable')));
    });
    return { link, leave };
  } catch (error) {
    leave();
    throw error;
  }
}

export interface CallHandlers {
  /** Signalling has us: calls can come in. */
  onReachable(): void;
  /** Signalling lost us; we try again by ourselves. */
  onUnreachable(): void;
  /** The other side begins to connect. */
  onIncoming(): void;
  /** A link is up. */
  onLink(link: PeerLink): void;
  /** A call came to nothing. */
  onCallFailed(error: DesksideError): void;
  /** Signalling will not have us any more. */
  onRefused(error: DesksideError): void;
}

/** The technician's way: takes calls from the one expected peer until the returned function is called. */
export function answerCalls(options: PeerLinkOptions, handlers: CallHandlers): () => void {
  const peer = openPeer(options);
  const expected = peerIdOf(options.sessionId, otherRole(options.role));
  let current: DataConnection | null = null;
  let failedTries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  peer.on('open', () => {
    failedTries = 0;
    handlers.onReachable();
  });
  peer.on('error', (error) => {
    if (isClosed) return;
    if (error.type === 'server-error' || error.type === 'unavailable-id')
      handlers.onRefused(codedError(error));
    // A network error is followed by `disconnected`; the others concern one call, which tells itself.
  });
  peer.on('disconnected', () => {
    if (isClosed) return;
    handlers.onUnreachable();
    const delayMs = Math.min(MAX_RECONNECT_DELAY_MS, 1_000 * 2 ** failedTries++) * (0.5 + Math.random() / 2);
    timer = setTimeout(() => {
      if (!peer.destroyed) peer.reconnect();
    }, delayMs);
  });
  peer.on('call', (call) => call.close());
  peer.on('connection', (connection) => {
    if (connection.peer !== expected || isClosed) {
      connection.close();
      return;
    }
    // Somebody who tries again has given up the earlier try.
    const previous = current;
    current = connection;
    previous?.close();
    handlers.onIncoming();
    const fail = () => {
      if (current !== connection) return;
      current = null;
      handlers.onCallFailed(new DesksideError('peer-unreachable'));
    };
    // PeerJS tells nobody when it closes a connection that never opened.
    const deadline = setTimeout(() => {
      connection.close();
      fail();
    }, PEER_TIMEOUT_MS);
    connection.on('error', fail);
    connection.on('close', fail);
    connection.on('open', () => {
      clearTimeout(deadline);
      if (current !== connection) return;
      current = null;
      handlers.onLink(takeOver(peer, connection));
    });
  });

  return () => {
    isClosed = true;
    clearTimeout(timer);
    peer.destroy();
  };
}

/** Makes an open connection ours: PeerJS would close it on `failed`, on LEAVE, or when it is destroyed. */
function takeOver(peer: Peer, connection: DataConnection): PeerLink {
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

function codedError(error: PeerError<string>): DesksideError {
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

/** Our server says why as a code; another server's words are only for the log. */
function refusalCode(message: string): 'session-ended' | 'link-used' | 'server-busy' | 'signalling-refused' {
  return message === 'session-ended' || message === 'link-used' || message === 'server-busy'
    ? message
    : 'signalling-refused';
}

/** A promise with a time limit, which ends with the signal. */
async function settled<T>(
  timeoutMs: number,
  timeoutCode: 'server-unreachable' | 'peer-unreachable',
  signal: AbortSignal,
  start: (resolve: (value: T) => void, reject: (error: unknown) => void) => void,
): Promise<T> {
  signal.throwIfAborted();
  let giveUp: (error: unknown) => void = () => {};
  const onAbort = () => giveUp(signal.reason);
  const timer = setTimeout(() => giveUp(new DesksideError(timeoutCode, 'timed out')), timeoutMs);
  signal.addEventListener('abort', onAbort);
  try {
    return await new Promise<T>((resolve, reject) => {
      giveUp = reject;
      start(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
