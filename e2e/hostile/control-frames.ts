// Generated frames for the control channel: most of them valid in themselves and said at the wrong time, so that they get
// further than the decoder.

import type {
  ControlMessage,
  NegotiationMessage,
  SessionMessage,
} from '../../src/protocol/control-message.ts';
import type { Role } from '../../src/protocol/role.ts';
import type { Frame } from './hostile-page.ts';
import type { Random } from './random.ts';

type MessageMakers = {
  readonly [Type in SessionMessage['type']]: (random: Random) => Extract<SessionMessage, { type: Type }>;
};

const id = (random: Random) => random.pick(['a', 'b', `id-${random.below(1_000)}`]);
const token = (random: Random) => `${id(random)}.${random.below(3)}`;
const fileNo = (random: Random) => random.pick([0, 1, 2, 3, random.below(5_000)]);

/** A valid message of each type; the compiler asks for one of a new type. */
const MESSAGES: MessageMakers = {
  introduction: (random) => ({ type: 'introduction', canShareScreen: random.chance(0.5), language: 'en' }),
  chat: (random) => ({
    type: 'chat',
    id: id(random),
    text: random.pick(['<b>hello</b>', 'https://example.com', random.text(1 + random.below(4_000))]),
    sentAtMs: random.number(64),
  }),
  'screen-request': (random) => ({ type: 'screen-request', requestId: id(random) }),
  'screen-request-withdrawn': (random) => ({ type: 'screen-request-withdrawn', requestId: id(random) }),
  'screen-refused': (random) => ({
    type: 'screen-refused',
    requestId: id(random),
    reason: random.pick(['declined', 'failed', 'unsupported']),
  }),
  'screen-view': (random) => ({ type: 'screen-view', isWatching: random.chance(0.5) }),
  'screen-state': (random) => ({
    type: 'screen-state',
    sharing: random.chance(0.3)
      ? null
      : { surface: 'monitor', isPaused: random.chance(0.5), isSending: random.chance(0.5) },
  }),
  'own-screen': (random) => ({ type: 'own-screen', isShared: random.chance(0.5) }),
  viewer: (random) => ({ type: 'viewer', isOpen: random.chance(0.5) }),
  'file-offer': (random) => ({
    type: 'file-offer',
    offerId: id(random),
    files: random.times(1 + random.below(random.pick([3, 200])), (index) => ({
      fileNo: random.chance(0.9) ? index : fileNo(random),
      name: random.pick(['a.txt', '../../etc/passwd', 'con', `\u202E${random.text(40)}`]),
      sizeBytes: random.number(64),
    })),
    ...(random.chance(0.2) ? { continues: random.times(1 + random.below(3), () => token(random)) } : {}),
  }),
  'file-answer': (random) => ({
    type: 'file-answer',
    offerId: id(random),
    isAccepted: random.chance(0.5),
    ...(random.chance(0.2) ? { have: random.pick(['', 'gA', 'AAAA']) } : {}),
  }),
  'file-hold': (random) => ({
    type: 'file-hold',
    tokens: random.times(1 + random.below(3), () => token(random)),
    reason: random.pick(['paused', 'full', 'file-needed']),
  }),
  'file-arrived': (random) => ({
    type: 'file-arrived',
    files: random.times(1 + random.below(3), () => ({ token: token(random), checksum: '0'.repeat(64) })),
  }),
  'file-continue': (random) => ({ type: 'file-continue', token: token(random) }),
  'file-drop': (random) => ({
    type: 'file-drop',
    tokens: random.times(1 + random.below(3), () => token(random)),
    reason: random.pick(['cancelled', 'cut']),
  }),
  'file-withdrawn': (random) => ({
    type: 'file-withdrawn',
    fileNos: random.times(1 + random.below(5), () => fileNo(random)),
    reason: random.pick(['cancelled', 'unreadable']),
  }),
  'file-refused': (random) => ({
    type: 'file-refused',
    fileNo: fileNo(random),
    reason: random.pick(['cancelled', 'unsaved', 'damaged']),
  }),
  'file-checksum': (random) => ({
    type: 'file-checksum',
    fileNo: fileNo(random),
    checksum: random.pick(['0', 'f']).repeat(64),
  }),
  'file-done': (random) => ({ type: 'file-done', fileNos: [fileNo(random)] }),
  end: () => ({ type: 'end' }),
};

const TYPES = Object.keys(MESSAGES) as SessionMessage['type'][];
/** What each side may say at any time. */
const HARMLESS: Record<Role, readonly SessionMessage['type'][]> = {
  technician: ['chat', 'screen-request', 'screen-request-withdrawn', 'screen-view', 'own-screen'],
  customer: ['chat', 'screen-refused', 'screen-state', 'viewer'],
};
const FILE_TYPES = TYPES.filter((type) => type.startsWith('file-'));
/** Frames of one burst. */
const BURST = 15;

/** Frames of one hostile side over one connection, numbered as its messages have to be. */
export class ControlFrames {
  readonly #random: Random;
  readonly #harmless: readonly SessionMessage['type'][];
  #lastNo: number;

  /** `lastNo`: the number of the last message that was sent before. */
  constructor(random: Random, role: Role, lastNo: number) {
    this.#random = random;
    this.#harmless = HARMLESS[role];
    this.#lastNo = lastNo;
  }

  /** What may come next; mostly something that ends nothing. */
  burst(): Frame[] {
    const random = this.#random;
    switch (random.below(30)) {
      case 0:
        return random.times(5, () => this.#wrong());
      case 1:
        return [random.chance(0.5) ? this.#nonsense() : this.#belowSession()];
      case 2:
        return this.#flood();
      case 3:
        return [this.#numbered(MESSAGES[random.pick(TYPES)](random))];
      case 4:
      case 5:
      case 6: {
        const message = this.#anyHarmless();
        return random.times(BURST, () => this.#numbered(message));
      }
      default:
        return random.times(BURST, () => this.#numbered(this.#anyHarmless()));
    }
  }

  /** About files only. */
  fileBurst(): Frame[] {
    const random = this.#random;
    const message = MESSAGES[random.pick(FILE_TYPES)](random);
    return random.times(random.pick([1, 1, 20]), () =>
      this.#numbered(random.chance(0.8) ? message : random.damaged(message)),
    );
  }

  /** What any page would say. */
  chat(text: string): Frame {
    return this.#numbered({ type: 'chat', id: 'still-here', text, sentAtMs: 1 });
  }

  #anyHarmless(): SessionMessage {
    return MESSAGES[this.#random.pick(this.#harmless)](this.#random);
  }

  #numbered(message: unknown): Frame {
    this.#lastNo += 1;
    return JSON.stringify({ type: 'numbered', no: this.#lastNo, message });
  }

  /** A valid frame with one thing in it gone wrong. */
  #wrong(): Frame {
    const random = this.#random;
    const message = MESSAGES[random.pick(TYPES)](random);
    const frame = { type: 'numbered', no: this.#lastNo + 1, message };
    return JSON.stringify(random.damaged(frame));
  }

  #belowSession(): Frame {
    const random = this.#random;
    const no = random.pick([this.#lastNo, random.number(64) || 1]);
    const frames: readonly (ControlMessage | { type: 'newer' })[] = [
      { type: 'ping', no: no || 1 },
      { type: 'pong', no: no || 1 },
      { type: 'confirm', no: no || 1 },
      { type: 'resume', life: 'x', receivedNo: no },
      { type: 'leaving' },
      { type: 'newer' },
      { type: 'numbered', no: no || 1, message: null },
    ];
    return JSON.stringify(random.pick(frames));
  }

  #nonsense(): Frame {
    const random = this.#random;
    return random.pick<() => Frame>([
      () => random.bytes(random.below(100)),
      () => random.text(random.below(1_000)),
      () => JSON.stringify(random.json()) ?? '',
      () => '['.repeat(60_000),
      () => `{"type":${'{"type":'.repeat(7_000)}`,
      () => JSON.stringify({ type: 'newer', text: 'x'.repeat(random.pick([60_000, 70_000, 200_000])) }),
      () => '',
    ])();
  }

  #flood(): Frame[] {
    const random = this.#random;
    const frame = random.pick<() => Frame>([
      () => JSON.stringify({ type: 'ping', no: 1 }),
      () => JSON.stringify({ type: 'newer', text: 'x'.repeat(10_000) }),
      () => this.#numbered(MESSAGES.chat(random)),
    ]);
    return random.times(random.pick([100, 1_500]), frame);
  }
}

/** Addresses that are nobody's (RFC 5737, RFC 6761). */
const ADDRESSES = ['127.0.0.1', '192.0.2.1', '::1', 'x.invalid', '0.0.0.0', '999.1.1.1', ''];

/** Generated negotiation of the connection itself, made of real descriptions of it. */
export function negotiation(random: Random, descriptions: readonly string[]): NegotiationMessage {
  if (random.chance(0.5)) {
    return {
      type: 'candidate',
      candidate:
        `candidate:${random.below(9)} ${random.pick([1, 1, 2, 300])} ${random.pick(['udp', 'udp', 'tcp', 'x'])} ` +
        `${random.number(32)} ${random.pick(ADDRESSES)} ${random.number(32)} typ ${random.pick(['host', 'relay', 'x'])}`,
      sdpMid: random.pick(['0', '1', null, 'x']),
      sdpMLineIndex: random.pick([0, 1, 255, null]),
      usernameFragment: random.pick([null, 'x', ufragOf(random.pick(descriptions))]),
    };
  }
  return {
    type: 'description',
    kind: random.pick(['offer', 'offer', 'answer']),
    round: random.pick([1, 2, 3, random.below(50) + 1, random.number(64) || 1]),
    sdp: damagedDescription(random, random.pick(descriptions)),
  };
}

/** The same for the connection that files take, or whatever else a peer could send there. */
export function negotiationFrame(random: Random, descriptions: readonly string[]): Frame {
  const message = negotiation(random, descriptions);
  const frame = random.chance(0.5)
    ? message
    : {
        type: 'lane',
        no: random.pick([1, 2, 3, random.below(12), random.number(64)]),
        message: random.chance(0.2) ? { type: 'lost' } : message,
      };
  return JSON.stringify(random.chance(0.1) ? random.damaged(frame) : frame);
}

function ufragOf(sdp: string): string {
  return /a=ice-ufrag:(\S+)/.exec(sdp)?.[1] ?? '';
}

function damagedDescription(random: Random, sdp: string): string {
  const lines = sdp.replace(/a=setup:\w+/g, 'a=setup:actpass').split('\r\n');
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  const changes: readonly (() => void)[] = [
    () => {},
    () => lines.splice(at, 1),
    () => lines.splice(at, 0, line),
    () => lines.splice(at, 0, random.text(random.pick([10, 40_000])).replace(/[\r\n]/g, '')),
    () => lines.splice(at, 1, line.replace(/\d+/, String(random.number(64)))),
    () => lines.splice(at, 1, line.replace(/:.*/, `:${random.text(20)}`)),
    () =>
      lines.splice(
        lines.length - 1,
        0,
        ...random.times(random.pick([1, 7, 400]), () => 'm=video 9 UDP/TLS/RTP/SAVPF 96'),
      ),
    () =>
      lines.splice(
        lines.length - 1,
        0,
        line.replace(/^a=fingerprint.*/, `a=fingerprint:sha-256 ${'AA:'.repeat(31)}AA`),
      ),
    () =>
      lines.splice(
        lines.length - 1,
        0,
        ...random.times(300, () => 'a=candidate:1 1 udp 1 192.0.2.1 9 typ host'),
      ),
  ];
  for (let count = random.below(3); count >= 0; count--) random.pick(changes)();
  return lines.join('\r\n').slice(0, 48 * 1024);
}
