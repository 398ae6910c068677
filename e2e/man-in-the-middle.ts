// A server between the two browsers, built for the tests: it passes the pages and the API through to the real
// server, but keeps signalling to itself, and ends both peer connections in peers of its own (in a page of a
// third context). Everything that comes over one side's data channel is passed on to the other side.

import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { type WebSocket, WebSocketServer } from 'ws';

type Side = 'technician' | 'customer';

/** What the one in the middle saw of a data channel. */
export interface Overheard {
  readonly from: Side;
  readonly isText: boolean;
  readonly length: number;
}

export interface ManInTheMiddle {
  readonly origin: string;
  readonly overheard: readonly Overheard[];
  close(): Promise<void>;
}

/** What it does beyond passing things on. */
export interface Mischief {
  /** The PeerJS serializer that it names to the technician. */
  readonly serialization?: string;
  /** A frame that it sends to the technician before anything else. */
  readonly firstBytes?: readonly number[];
}

interface SignallingFrame {
  readonly type: string;
  readonly payload?: { readonly connectionId?: string; readonly sdp?: unknown; readonly candidate?: unknown };
}

/** Starts it in front of `upstream`; `page` is any page whose browser runs its two peers. */
export async function startManInTheMiddle(
  upstream: URL,
  page: Page,
  mischief: Mischief = {},
): Promise<ManInTheMiddle> {
  const overheard: Overheard[] = [];
  const sockets = new Map<Side, { readonly socket: WebSocket; readonly id: string }>();
  const connectionIds: Record<Side, string> = { customer: '', technician: 'dc_between' };

  const sendTo = (side: Side, type: string, payload: object) => {
    const own = sockets.get(side);
    const other = sockets.get(side === 'customer' ? 'technician' : 'customer');
    own?.socket.send(
      JSON.stringify({
        type,
        src: other?.id,
        payload: { type: 'data', connectionId: connectionIds[side], ...payload },
      }),
    );
  };

  await page.exposeFunction('tellSignalling', (side: Side, type: string, payload: object) =>
    sendTo(side, type, payload),
  );
  await page.exposeFunction('overhear', (from: Side, isText: boolean, length: number) => {
    overheard.push({ from, isText, length });
  });
  await page.evaluate(installPeers, mischief);

  const receive = async (side: Side, frame: SignallingFrame) => {
    if (frame.type === 'OFFER') connectionIds.customer = frame.payload?.connectionId ?? '';
    if (frame.type === 'OFFER' || frame.type === 'ANSWER' || frame.type === 'CANDIDATE') {
      await page.evaluate(
        ([to, type, payload]) => (window as unknown as BetweenWindow).receiveSignal(to, type, payload),
        [side, frame.type, frame.payload ?? {}] as const,
      );
    }
  };

  const server = createServer((incoming, outgoing) => passThrough(upstream, incoming, outgoing));
  const signalling = new WebSocketServer({ noServer: true });
  server.on('upgrade', (incoming, socket, head) => {
    signalling.handleUpgrade(incoming, socket, head, (accepted) => {
      const id = new URL(incoming.url ?? '', 'http://localhost').searchParams.get('id') ?? '';
      const side: Side = id.endsWith('-technician') ? 'technician' : 'customer';
      sockets.set(side, { socket: accepted, id });
      accepted.on('message', (data) => void receive(side, JSON.parse(String(data)) as SignallingFrame));
      accepted.send(JSON.stringify({ type: 'OPEN' }));
    });
  });
  server.listen(0, 'localhost');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    overheard,
    close: async () => {
      for (const { socket } of sockets.values()) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function passThrough(upstream: URL, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const headers = { ...incoming.headers, host: upstream.host };
  if (headers.origin !== undefined) headers.origin = upstream.origin;
  const onward = request(
    {
      hostname: upstream.hostname,
      port: upstream.port,
      path: incoming.url,
      method: incoming.method,
      headers,
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}

interface BetweenWindow {
  receiveSignal(side: Side, type: string, payload: Record<string, unknown>): Promise<void>;
  tellSignalling(side: Side, type: string, payload: object): Promise<void>;
  overhear(from: Side, isText: boolean, length: number): Promise<void>;
}

/** Runs in the page: one peer towards each side, and a pipe between their data channels. */
function installPeers({ serialization = 'raw', firstBytes }: Mischief): void {
  const between = window as unknown as BetweenWindow;
  const peers: Record<Side, RTCPeerConnection> = {
    customer: new RTCPeerConnection(),
    technician: new RTCPeerConnection(),
  };
  const channels: Partial<Record<Side, RTCDataChannel>> = {};
  const held: Record<Side, (string | ArrayBuffer)[]> = { customer: [], technician: [] };

  const passOn = (to: Side) => {
    const channel = channels[to];
    if (channel?.readyState !== 'open') return;
    for (const frame of held[to].splice(0)) {
      if (typeof frame === 'string') channel.send(frame);
      else channel.send(frame);
    }
  };
  const tap = (side: Side, channel: RTCDataChannel) => {
    const other: Side = side === 'customer' ? 'technician' : 'customer';
    channels[side] = channel;
    channel.binaryType = 'arraybuffer';
    channel.addEventListener('open', () => {
      if (side === 'technician' && firstBytes !== undefined) channel.send(Uint8Array.from(firstBytes));
      passOn(side);
    });
    channel.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      const isText = typeof data === 'string';
      void between.overhear(side, isText, isText ? data.length : data.byteLength);
      held[other].push(data);
      passOn(other);
    });
    channel.addEventListener('close', () => channels[other]?.close());
    passOn(side);
  };
  for (const side of ['customer', 'technician'] as const) {
    peers[side].addEventListener('icecandidate', ({ candidate }) => {
      if (candidate !== null)
        void between.tellSignalling(side, 'CANDIDATE', { candidate: candidate.toJSON() });
    });
  }
  peers.customer.addEventListener('datachannel', ({ channel }) => tap('customer', channel));

  between.receiveSignal = async (side, type, payload) => {
    const peer = peers[side];
    if (type === 'OFFER') {
      await peer.setRemoteDescription(payload.sdp as RTCSessionDescriptionInit);
      await peer.setLocalDescription();
      await between.tellSignalling('customer', 'ANSWER', { sdp: peer.localDescription?.toJSON() });
      tap('technician', peers.technician.createDataChannel('between', { ordered: true }));
      await peers.technician.setLocalDescription();
      await between.tellSignalling('technician', 'OFFER', {
        sdp: peers.technician.localDescription?.toJSON(),
        label: 'between',
        serialization,
        reliable: true,
      });
    } else if (type === 'ANSWER') {
      await peer.setRemoteDescription(payload.sdp as RTCSessionDescriptionInit);
    } else {
      await peer.addIceCandidate(payload.candidate as RTCIceCandidateInit);
    }
  };
}
