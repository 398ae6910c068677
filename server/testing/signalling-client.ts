// A PeerJS client as signalling sees it: a WebSocket, and the frames that came over it, to be awaited one by one.

import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import type { Role } from '../../src/protocol/role.ts';

type Frame = Readonly<Record<string, unknown>>;

export interface Closing {
  readonly code: number;
  readonly reason: string;
}

export class SignallingClient {
  readonly socket: WebSocket;
  /** Settles when the socket is closed, however that came about. */
  readonly closed: Promise<Closing>;
  readonly #frames: Frame[] = [];
  #onFrame: (() => void) | null = null;

  /** @param options `ca` is the certificate to trust for wss. */
  constructor(url: string, options: { headers?: Record<string, string>; ca?: string } = {}) {
    this.socket = new WebSocket(url, options);
    this.socket.on('error', () => {});
    this.socket.on('message', (data) => {
      this.#frames.push(JSON.parse(data.toString()));
      this.#onFrame?.();
    });
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
  }

  /** The next frame; rejects when the socket closes first. */
  async next(): Promise<Frame> {
    while (this.#frames.length === 0) {
      const arrival = new Promise<'frame'>((resolve) => {
        this.#onFrame = () => resolve('frame');
      });
      const event = await Promise.race([arrival, this.closed]);
      if (event !== 'frame' && this.#frames.length === 0)
        throw new Error(`closed: ${event.code} ${event.reason}`);
    }
    const [frame] = this.#frames.splice(0, 1);
    return frame ?? {};
  }

  /** The TCP socket below, to write what no WebSocket would, or to stop reading. */
  get tcpSocket(): Socket {
    const socket: unknown = Reflect.get(this.socket, '_socket');
    if (socket instanceof Object && 'write' in socket) return socket as Socket;
    throw new Error('ws keeps its socket elsewhere');
  }

  /** Waits until the server has handled everything that was sent so far. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.socket.once('pong', () => resolve());
      this.socket.ping(undefined, undefined, () => {});
    });
  }

  send(frame: object | string | Buffer): void {
    const isRaw = typeof frame === 'string' || Buffer.isBuffer(frame);
    this.socket.send(isRaw ? frame : JSON.stringify(frame), () => {});
  }
}

/** The address that a PeerJS client would open. */
export function signallingUrl(origin: string, sessionId: string, role: Role, ticket: string): string {
  const query = `key=peerjs&id=${sessionId}-${role}&token=${ticket}&version=1.5.5`;
  return `${origin.replace(/^http/, 'ws')}/signal/peerjs?${query}`;
}
