// One side of a session in hostile hands: a page of ours, which really proves itself, and whose channels the test has
// hold of. It can send anything beside what the page sends, in place of it, and can have the page say nothing more.

import type { Page } from '@playwright/test';

export type ChannelName = 'control' | 'files';
/** Text, or bytes. */
export type Frame = string | Uint8Array;
/** In place of a frame of the handshake: some other one, the real one, or that with one bit turned. */
export type HandshakeFrame = Frame | 'real' | { readonly turnBit: number };

/** A frame on its way into the page: bytes as base64. */
type Carried =
  | { readonly text: string }
  | { readonly base64: string }
  | 'real'
  | { readonly turnBit: number };

interface Grip {
  /** The page's own control messages, but for heartbeats, go nowhere in either direction. */
  isCutOff: boolean;
  /** What is sent in place of each of the page's own handshake frames. */
  handshake: readonly Carried[] | null;
  /** The last number that the page gave to a message. */
  lastNo: number;
  /** False where there is no such channel. */
  send(name: ChannelName, frames: readonly Carried[]): boolean;
  /** Frames of the files channel that the page has sent, a few of each kind, as base64. */
  fileFrames(): string[];
  /** Descriptions of both ends of every connection that is open. */
  descriptions(): string[];
  /** Passes a box to the other side by signalling: false where there is no socket. */
  signal(box: string): boolean;
  /** Closes a note in a box, as the page could. */
  seal(note: unknown): Promise<string>;
  /** Boxes that the page has sent. */
  boxes: string[];
  /** Names the present connection in notes. */
  connectionId: string;
}

export class HostilePage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Takes hold of a page that was not opened yet. */
  static async take(page: Page): Promise<HostilePage> {
    await page.addInitScript(installGrip);
    return new HostilePage(page);
  }

  send(name: ChannelName, frames: readonly Frame[]): Promise<boolean> {
    return this.page.evaluate(
      ([to, carried]) => (window as unknown as { grip: Grip }).grip.send(to, carried),
      [name, frames.map(carry)] as const,
    );
  }

  /** Silences the page from now on; the last number of its messages. */
  cutOff(): Promise<number> {
    return this.page.evaluate(() => {
      const { grip } = window as unknown as { grip: Grip };
      grip.isCutOff = true;
      return grip.lastNo;
    });
  }

  /** The page works again as it is. */
  letGo(): Promise<void> {
    return this.page.evaluate(() => {
      Object.assign((window as unknown as { grip: Grip }).grip, { isCutOff: false, handshake: null });
    });
  }

  replaceHandshake(frames: readonly HandshakeFrame[]): Promise<void> {
    return this.page.evaluate(
      (carried) => {
        (window as unknown as { grip: Grip }).grip.handshake = carried;
      },
      frames.map((frame) =>
        frame === 'real' || 'turnBit' in Object(frame) ? frame : carry(frame as Frame),
      ) as Carried[],
    );
  }

  async fileFrames(): Promise<Uint8Array[]> {
    const frames = await this.page.evaluate(() => (window as unknown as { grip: Grip }).grip.fileFrames());
    return frames.map((base64) => Uint8Array.from(Buffer.from(base64, 'base64')));
  }

  descriptions(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as { grip: Grip }).grip.descriptions());
  }

  boxes(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as { grip: Grip }).grip.boxes);
  }

  signal(box: string): Promise<boolean> {
    return this.page.evaluate((text) => (window as unknown as { grip: Grip }).grip.signal(text), box);
  }

  /** Seals a note about the present connection, or another one, and sends it. */
  async signalNote(note: unknown, connectionId?: string): Promise<void> {
    await this.page.evaluate(
      async ([inside, id]) => {
        const { grip } = window as unknown as { grip: Grip };
        grip.signal(await grip.seal({ connectionId: id ?? grip.connectionId, note: inside }));
      },
      [note, connectionId] as const,
    );
  }
}

function carry(frame: Frame): Carried {
  return typeof frame === 'string' ? { text: frame } : { base64: Buffer.from(frame).toString('base64') };
}

/** Runs in the page before its scripts do. */
function installGrip(): void {
  const connections: RTCPeerConnection[] = [];
  const channels: Record<ChannelName, RTCDataChannel[]> = { control: [], files: [] };
  const sockets: WebSocket[] = [];
  const sealKeys: CryptoKey[] = [];
  const fileFrames = new Map<number, Uint8Array[]>();
  const sendReally = RTCDataChannel.prototype.send as (
    this: RTCDataChannel,
    data: string | Uint8Array<ArrayBuffer>,
  ) => void;
  const nameOf = ({ label }: RTCDataChannel): ChannelName => (label === 'files' ? 'files' : 'control');
  const isHeartbeat = (text: string) => /^\{"type":"p[io]ng"/.test(text);
  const toBase64 = (bytes: Uint8Array) =>
    btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const fromBase64 = (text: string) => Uint8Array.from(atob(text), (digit) => digit.charCodeAt(0));

  const put = (channel: RTCDataChannel, frame: Carried, own?: Uint8Array<ArrayBuffer>) => {
    if (frame === 'real') {
      if (own !== undefined) sendReally.call(channel, own);
    } else if ('text' in frame) {
      sendReally.call(channel, frame.text);
    } else if ('base64' in frame) {
      sendReally.call(channel, fromBase64(frame.base64));
    } else if (own !== undefined) {
      const turned = Uint8Array.from(own);
      const at = (frame.turnBit >> 3) % turned.length;
      turned[at] = (turned[at] ?? 0) ^ (1 << (frame.turnBit & 7));
      sendReally.call(channel, turned);
    }
  };

  const grip: Grip = {
    isCutOff: false,
    handshake: null,
    lastNo: 0,
    boxes: [],
    connectionId: '',
    send(name, frames) {
      const channel = channels[name].findLast(({ readyState }) => readyState === 'open');
      if (channel === undefined) return false;
      try {
        for (const frame of frames) put(channel, frame);
      } catch {
        // It is full, or was closed meanwhile.
        return false;
      }
      return true;
    },
    fileFrames: () => [...fileFrames.values()].flat().map(toBase64),
    descriptions: () =>
      connections
        .filter(({ connectionState }) => connectionState === 'connected')
        .flatMap(({ localDescription, remoteDescription }) => [localDescription?.sdp, remoteDescription?.sdp])
        .filter((sdp) => sdp !== undefined),
    signal(box) {
      const socket = sockets.findLast(({ readyState }) => readyState === WebSocket.OPEN);
      if (socket === undefined) return false;
      const own = new URL(socket.url).searchParams.get('id') ?? '';
      const dst = own.endsWith('-customer')
        ? own.replace('-customer', '-technician')
        : own.replace('-technician', '-customer');
      socket.send(JSON.stringify({ type: 'SEALED', dst, payload: { box } }));
      return true;
    },
    async seal(note) {
      // Each side makes its own key first.
      const key = sealKeys.at(-2);
      if (key === undefined) throw new Error('nobody has proven themselves');
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(note));
      const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text));
      const base64 = toBase64(Uint8Array.of(...iv, ...sealed));
      return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    },
  };
  Object.assign(window, { grip });

  const hold = (channel: RTCDataChannel) => {
    channels[nameOf(channel)].push(channel);
    channel.addEventListener('message', (event) => {
      const { data } = event;
      if (grip.isCutOff && typeof data === 'string' && !isHeartbeat(data)) event.stopImmediatePropagation();
    });
  };
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.push(this);
      this.addEventListener('datachannel', ({ channel }) => hold(channel));
    }
    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options);
      hold(channel);
      return channel;
    }
  };
  RTCDataChannel.prototype.send = function (this: RTCDataChannel, data: unknown) {
    if (typeof data === 'string') {
      if (grip.isCutOff && !isHeartbeat(data)) return;
      const [, no] = /^\{"type":"numbered","no":(\d+)/.exec(data) ?? [];
      grip.lastNo = Math.max(grip.lastNo, Number(no ?? 0));
      sendReally.call(this, data);
      return;
    }
    const bytes = data as Uint8Array<ArrayBuffer>;
    if (nameOf(this) === 'files') {
      const kind = bytes[0] ?? 0;
      fileFrames.set(kind, [...(fileFrames.get(kind) ?? []), Uint8Array.from(bytes)].slice(-3));
    } else if (grip.handshake !== null) {
      for (const frame of grip.handshake) put(this, frame, bytes);
      return;
    }
    sendReally.call(this, bytes);
  } as RTCDataChannel['send'];

  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      sockets.push(this);
    }
    override send(data: string): void {
      const [, box] = /"type":"SEALED".*"box":"([\w-]+)"/.exec(data) ?? [];
      if (box !== undefined) grip.boxes = [...grip.boxes, box].slice(-50);
      super.send(data);
    }
  };
  const { deriveKey, digest } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.deriveKey = async function (
    this: SubtleCrypto,
    ...parameters: Parameters<typeof deriveKey>
  ) {
    const key = await deriveKey.apply(this, parameters);
    if (key.algorithm.name === 'AES-GCM') sealKeys.push(key);
    return key;
  };
  SubtleCrypto.prototype.digest = async function (algorithm, data) {
    const hash = await digest.call(this, algorithm, data);
    // Both nonces behind their lengths: what names a connection.
    if (data.byteLength === 72) {
      const name = Array.from(new Uint8Array(hash, 0, 16), (byte) => byte.toString(16).padStart(2, '0'));
      grip.connectionId = name.join('');
    }
    return hash;
  };
}
