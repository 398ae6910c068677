// The WebSocket at /signal/peerjs: who is let in, and `ws` sockets made into members of the hub. It asks
// `Sessions` about tickets; what members say to each other is in signalling-hub.ts. There is no check of
// Origin: nothing here rests on cookies, only on the ticket in the address.

import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Role } from '../src/protocol/role.ts';
import { isSessionId } from '../src/protocol/session-id.ts';
import type { BucketLimits } from '../src/protocol/token-bucket.ts';
import { ApiFailure, RETRY_AFTER_SECONDS } from './api-failure.ts';
import { addressForLog, clientAddress, limiterKey } from './client-address.ts';
import type { Clock } from './clock.ts';
import { KeyedBuckets } from './keyed-buckets.ts';
import { type Log, sessionForLog } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Sessions } from './sessions.ts';
import { encodeRefusal, MAX_SIGNALLING_FRAME_BYTES } from './signalling-frame.ts';
import type { SignallingHub } from './signalling-hub.ts';
import { CLOSE_POLICY, CLOSE_TRY_AGAIN_LATER, type PeerSocket } from './signalling-member.ts';
import type { Tickets } from './tickets.ts';

export interface SocketLimits {
  readonly maxSockets: number;
  readonly maxSocketsPerAddress: number;
  /** New sockets from one address. */
  readonly upgrades: BucketLimits;
  /** Sockets over the limits that are told why at one time; what comes on top is refused without a word. */
  readonly maxTurnedAway: number;
  /** How long a closing handshake may take, in ms. */
  readonly closeTimeoutMs: number;
}

export const DEFAULT_SOCKET_LIMITS: SocketLimits = {
  maxSockets: 10_000,
  maxSocketsPerAddress: 200,
  upgrades: { burst: 120, perSecond: 20 },
  maxTurnedAway: 100,
  closeTimeoutMs: 2_000,
};

interface SignallingParts {
  readonly limits: SocketLimits;
  readonly sessions: Sessions;
  readonly tickets: Tickets;
  readonly hub: SignallingHub;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly trustedProxies: BlockList;
}

/** Who comes in. */
interface Admission {
  readonly sessionId: string;
  readonly role: Role;
}

export class Signalling {
  readonly #parts: SignallingParts;
  readonly #server: WebSocketServer;
  readonly #upgrades: KeyedBuckets;
  readonly #countByAddress = new Map<string, number>();
  #count = 0;
  #turnedAwayCount = 0;

  constructor(parts: SignallingParts) {
    this.#parts = parts;
    this.#upgrades = new KeyedBuckets(parts.limits.upgrades, parts.clock);
    // `closeTimeout` is missing in the types.
    const socketOptions = { closeTimeout: parts.limits.closeTimeoutMs, maxFragments: 64 };
    this.#server = new WebSocketServer({
      ...socketOptions,
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: MAX_SIGNALLING_FRAME_BYTES,
    });
  }

  /** Handles an upgrade of Node's HTTP server. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const url = URL.canParse(request.url ?? '', 'ws://host') ? new URL(request.url ?? '', 'ws://host') : null;
    if (url?.pathname !== '/signal/peerjs') {
      refuseUpgrade(socket, '404 Not Found');
      return;
    }
    const address = this.#addressOf(request);
    const key = limiterKey(address);
    if (this.#isFull(key) || !this.#upgrades.take(key)) {
      this.#parts.log.warn({ address: addressForLog(address) }, 'signalling: too many sockets');
      this.#turnAway(request, socket, head);
      return;
    }
    this.#count += 1;
    this.#countByAddress.set(key, (this.#countByAddress.get(key) ?? 0) + 1);
    socket.once('close', () => this.#forget(key));
    // Before there is a socket, so that none of its frames can come before the answer.
    void this.#judge(url.searchParams).then((admission) => {
      this.#server.handleUpgrade(request, socket, head, (webSocket) => {
        this.#admit(webSocket, admission, url.searchParams, address);
      });
    });
  }

  /** Takes no more sockets; those that are there are the hub's to close. */
  close(): void {
    this.#server.close();
  }

  /** A browser learns nothing from a refused upgrade, so as long as there are few, the reason is a frame. */
  #turnAway(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#parts.metrics.socketsRefused.add('server-busy');
    if (this.#turnedAwayCount >= this.#parts.limits.maxTurnedAway) {
      refuseUpgrade(socket, '503 Service Unavailable');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      this.#turnedAwayCount += 1;
      webSocket.on('close', () => {
        this.#turnedAwayCount -= 1;
      });
      webSocket.on('error', () => {});
      webSocket.send(encodeRefusal('server-busy'), () => {});
      webSocket.close(CLOSE_TRY_AGAIN_LATER, 'server-busy');
    });
  }

  /**
   * Reads the ticket, and returns what says who comes, or throws why nobody does: to be asked in the very moment when they
   * come in, since the session may be over by then. Never rejects.
   */
  async #judge(query: URLSearchParams): Promise<() => Admission> {
    try {
      const { sessionId, role, ticket: text } = readAdmission(query);
      const { sessions, tickets } = this.#parts;
      const ticket = await tickets.readOld(text);
      const runOut = await tickets.read(text).then(
        () => null,
        (error: unknown) => error,
      );
      return () => {
        // Whose ticket has run out still learns what became of the session.
        sessions.authorise(sessionId, role, ticket);
        if (runOut !== null) throw runOut;
        return { sessionId, role };
      };
    } catch (refusal) {
      return () => {
        throw refusal;
      };
    }
  }

  #admit(webSocket: WebSocket, admission: () => Admission, query: URLSearchParams, address: string): void {
    // `ws` closes the socket itself, for instance over a frame that is too long; only the report is ours.
    webSocket.on('error', (error) => {
      this.#parts.log.debug(
        { address: addressForLog(address), reason: error.message },
        'signalling: socket error',
      );
    });
    try {
      this.#connect(webSocket, admission());
    } catch (error) {
      if (!(error instanceof ApiFailure)) {
        this.#giveUp(webSocket, error);
        return;
      }
      const { code } = error;
      this.#parts.metrics.socketsRefused.add(code);
      // For the same reason as in `#turnAway` the socket is accepted, and the refusal is a frame.
      const session = sessionForLog(query.get('id') ?? '');
      this.#parts.log.info({ address: addressForLog(address), session, code }, 'signalling: refused');
      webSocket.send(encodeRefusal(code), () => {});
      webSocket.close(CLOSE_POLICY, code);
    }
  }

  #connect(webSocket: WebSocket, { sessionId, role }: Admission): void {
    const { hub } = this.#parts;
    const member = hub.enter(sessionId, role, peerSocketOf(webSocket));
    webSocket.on('message', (data, isBinary) => {
      try {
        hub.receive(member, isBinary ? null : data.toString());
      } catch (error) {
        this.#giveUp(webSocket, error);
      }
    });
    webSocket.on('ping', () => hub.noteControlFrame(member));
    webSocket.on('pong', () => hub.noteControlFrame(member));
    webSocket.on('close', () => hub.leave(member));
  }

  /** A mistake of ours costs one socket, not the process. */
  #giveUp(webSocket: WebSocket, error: unknown): void {
    this.#parts.log.error({ err: error }, 'signalling: unexpected error');
    webSocket.terminate();
  }

  #isFull(key: string): boolean {
    const { maxSockets, maxSocketsPerAddress } = this.#parts.limits;
    return this.#count >= maxSockets || (this.#countByAddress.get(key) ?? 0) >= maxSocketsPerAddress;
  }

  #forget(key: string): void {
    this.#count -= 1;
    const left = (this.#countByAddress.get(key) ?? 0) - 1;
    if (left > 0) this.#countByAddress.set(key, left);
    else this.#countByAddress.delete(key);
  }

  #addressOf(request: IncomingMessage): string {
    const forwardedFor = request.headers['x-forwarded-for'];
    const hops = Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor;
    return clientAddress(request.socket.remoteAddress, hops, this.#parts.trustedProxies);
  }
}

/** Throws `bad-request` unless the query is that of a PeerJS client with one of our ids. */
function readAdmission(query: URLSearchParams): Admission & { readonly ticket: string } {
  const [, sessionId = '', role] = /^(\w+)-(technician|customer)$/.exec(query.get('id') ?? '') ?? [];
  const ticket = query.get('token') ?? '';
  if (!isSessionId(sessionId) || (role !== 'technician' && role !== 'customer') || ticket.length > 512) {
    throw new ApiFailure('bad-request');
  }
  return { sessionId, role, ticket };
}

function peerSocketOf(webSocket: WebSocket): PeerSocket {
  return {
    get bufferedBytes() {
      return webSocket.bufferedAmount;
    },
    // The callbacks keep `ws` from throwing when the socket is closing.
    send: (frame) => webSocket.send(frame, () => {}),
    ping: () => webSocket.ping(undefined, undefined, () => {}),
    close: (code, reason) => webSocket.close(code, reason),
    terminate: () => webSocket.terminate(),
  };
}

function refuseUpgrade(socket: Duplex, status: '404 Not Found' | '503 Service Unavailable'): void {
  // A client that never closes its half is not waited for.
  socket.once('finish', () => socket.destroy());
  const later = status.startsWith('503') ? `Retry-After: ${RETRY_AFTER_SECONDS}\r\n` : '';
  socket.end(`HTTP/1.1 ${status}\r\n${later}Connection: close\r\nContent-Length: 0\r\n\r\n`);
}
