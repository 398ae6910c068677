import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ControlMessage,
  decodeControlMessage,
  encodeControlMessage,
  type SessionMessage,
} from './control-message.ts';
import { DesksideError } from './deskside-error.ts';
import { MAX_CHAT_TEXT_LENGTH, MAX_CONTROL_FRAME_BYTES } from './limits.ts';

const sessionMessages: SessionMessage[] = [
  { type: 'introduction', canShareScreen: true, language: 'pt-BR' },
  { type: 'chat', id: 'a-1', text: 'olá 👋', sentAtMs: 1_700_000_000_000 },
  { type: 'screen-request', requestId: 'r1' },
  { type: 'screen-request-withdrawn', requestId: 'r1' },
  { type: 'screen-refused', requestId: 'r1', reason: 'declined' },
  { type: 'screen-view', isWatching: false },
  { type: 'screen-state', sharing: null },
  { type: 'screen-state', sharing: { surface: 'monitor', isPaused: false, isSending: true } },
  { type: 'file-offer', offerId: 'o1', files: [{ fileNo: 0, name: '../olá.txt', sizeBytes: 0 }] },
  { type: 'file-answer', offerId: 'o1', isAccepted: true },
  { type: 'file-withdrawn', fileNos: [0, 4_999], reason: 'unreadable' },
  { type: 'file-refused', fileNo: 3, reason: 'damaged' },
  { type: 'file-checksum', fileNo: 4, checksum: 'a'.repeat(64) },
  { type: 'file-done', fileNos: [4, 5] },
  { type: 'end' },
];

const messages: ControlMessage[] = [
  { type: 'description', kind: 'offer', round: 1, sdp: 'v=0\r\n' },
  { type: 'description', kind: 'answer', round: 7, sdp: '' },
  { type: 'candidate', candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: null },
  { type: 'ping', no: 1 },
  { type: 'pong', no: 1 },
  { type: 'resume', life: 'a-1', receivedNo: 0 },
  { type: 'confirm', no: 12 },
  { type: 'leaving' },
  ...sessionMessages.map((message): ControlMessage => ({ type: 'numbered', no: 3, message })),
];

function offered(fileNo: number) {
  return { fileNo, name: 'a', sizeBytes: 1 };
}

/** What the decoder made of a frame: a message, nothing, or a violation. Anything else fails the test. */
function outcomeOf(frame: unknown): 'message' | 'unknown' | 'protocol-violation' {
  try {
    return decodeControlMessage(frame) === null ? 'unknown' : 'message';
  } catch (error) {
    if (error instanceof DesksideError && error.code === 'protocol-violation') return error.code;
    throw error;
  }
}

describe('the control channel', () => {
  it.each(messages)('carries $type $message.type as it was sent', (message) => {
    expect(decodeControlMessage(encodeControlMessage(message))).toEqual(message);
  });

  it('leaves a type that it does not know to newer versions', () => {
    expect(decodeControlMessage('{"type":"hologram","x":1}')).toBeNull();
    // What is numbered still counts.
    const frame = { type: 'numbered', no: 5, message: { type: 'hologram', x: 1 } };
    expect(decodeControlMessage(JSON.stringify(frame))).toEqual({ ...frame, message: null });
  });

  it.each([
    ['a number that is none', { type: 'numbered', no: 0, message: { type: 'end' } }],
    ['half a number', { type: 'confirm', no: 1.5 }],
    ['a confirmation of nothing', { type: 'confirm', no: 0 }],
    ['a life with markup', { type: 'resume', life: '<b>', receivedNo: 0 }],
    ['fewer than no messages', { type: 'resume', life: 'a', receivedNo: -1 }],
    ['an offer without its round', { type: 'description', kind: 'offer', sdp: '' }],
    ['a session’s message without a number', { type: 'end' }],
  ])('does not take %s for a frame', (_, value) => {
    expect(outcomeOf(JSON.stringify(value))).not.toBe('message');
  });

  it.each([
    ['a property too many', { type: 'end', extra: 1 }],
    ['a property too few', { type: 'chat', id: 'a', text: 'x' }],
    ['a wrong type', { type: 'screen-view', isWatching: 'yes' }],
    ['an empty chat text', { type: 'chat', id: 'a', text: '', sentAtMs: 1 }],
    [
      'a chat text over the limit',
      { type: 'chat', id: 'a', text: 'x'.repeat(MAX_CHAT_TEXT_LENGTH + 1), sentAtMs: 1 },
    ],
    ['a time that is no time', { type: 'chat', id: 'a', text: 'x', sentAtMs: -1 }],
    ['an id with markup', { type: 'screen-request', requestId: '<b>' }],
    [
      'a surface that does not exist',
      { type: 'screen-state', sharing: { surface: 'tv', isPaused: false, isSending: true } },
    ],
    ['an offer of nothing', { type: 'file-offer', offerId: 'o', files: [] }],
    [
      'an offer of more files than may be offered together',
      {
        type: 'file-offer',
        offerId: 'o',
        files: Array.from({ length: 501 }, (_, fileNo) => offered(fileNo)),
      },
    ],
    [
      'a file with half a byte',
      { type: 'file-offer', offerId: 'o', files: [{ ...offered(0), sizeBytes: 1.5 }] },
    ],
    ['a file without a name', { type: 'file-offer', offerId: 'o', files: [{ ...offered(0), name: '' }] }],
    ['a file of a number too high', { type: 'file-offer', offerId: 'o', files: [offered(5_000)] }],
    ['no type', { kind: 'offer' }],
    ['an inherited name as type', { type: ['end'] }],
    ['an array', []],
    ['null', null],
  ])('refuses a message with %s', (_, message) => {
    expect(outcomeOf(JSON.stringify({ type: 'numbered', no: 1, message }))).toBe('protocol-violation');
    // And what is no frame at all.
    if (message === null || !('type' in message)) {
      expect(outcomeOf(JSON.stringify(message))).toBe('protocol-violation');
    }
  });

  it.each([
    ['binary', new ArrayBuffer(4)],
    ['no JSON', '{'],
    ['too long', `{"type":"leaving"${' '.repeat(MAX_CONTROL_FRAME_BYTES)}}`],
    ['nothing', undefined],
  ])('refuses a frame that is %s', (_, frame) => {
    expect(outcomeOf(frame)).toBe('protocol-violation');
  });

  it('survives any text and any JSON', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void outcomeOf(text)));
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(outcomeOf(text)).not.toBe('message');
      }),
      { numRuns: 500 },
    );
  });

  it('survives every message with one value replaced by garbage, and lets through only what it can carry', () => {
    fc.assert(
      fc.property(fc.constantFrom(...messages), fc.nat(), fc.jsonValue(), (message, pick, garbage) => {
        const keys = Object.keys(message);
        const key = keys[pick % keys.length] ?? 'type';
        const frame = JSON.stringify({ ...message, [key]: garbage });
        if (outcomeOf(frame) !== 'message') return;
        const decoded = decodeControlMessage(frame);
        expect(decoded).toEqual(JSON.parse(frame));
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not send what the other side would refuse for its size', () => {
    const message: ControlMessage = {
      type: 'description',
      kind: 'offer',
      round: 1,
      sdp: '\u0800'.repeat(40_000),
    };
    expect(() => encodeControlMessage(message)).toThrow(DesksideError);
  });
});
