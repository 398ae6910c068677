import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BOX_LENGTH } from '../src/protocol/limits.ts';
import { decodeSignallingFrame, encodeForwarded, MAX_SIGNALLING_FRAME_BYTES } from './signalling-frame.ts';
import { answer, candidate, offer, sealed } from './testing/peerjs-frames.ts';

const SEED = 20_250_101;
const decodeJson = (value: unknown) => decodeSignallingFrame(JSON.stringify(value));

describe('decodeSignallingFrame', () => {
  it.each([
    ['OFFER', offer('x')],
    ['OFFER with metadata', offer('x', { metadata: { a: [1, { b: 'c' }] } })],
    ['ANSWER', answer('x')],
    ['CANDIDATE', candidate('x')],
    ['HEARTBEAT', { type: 'HEARTBEAT' }],
    ['LEAVE', { type: 'LEAVE', dst: 'x' }],
    ['EXPIRE', { type: 'EXPIRE', dst: 'x' }],
    ['SEALED', sealed('x')],
    ['SEALED at its longest', sealed('x', 'A'.repeat(MAX_BOX_LENGTH))],
  ])('reads %s as the PeerJS client writes it', (_type, frame) => {
    expect(decodeJson(frame)).toEqual(frame);
  });

  it('reads a candidate without the parts that some browsers leave out', () => {
    const frame = candidate('x');
    const bare = { ...frame, payload: { ...frame.payload, candidate: { candidate: '', sdpMid: null } } };
    expect(decodeJson(bare)).toEqual(bare);
  });

  it.each(['', 'A'.repeat(MAX_BOX_LENGTH + 1), 'a=', 'a b', '{}', 7, null])(
    'reads no box that is not base64url in bounds (%#)',
    (box) => {
      expect(decodeJson({ type: 'SEALED', dst: 'x', payload: { box } })).toBeNull();
    },
  );

  it('reads JSON of eight levels and no deeper', () => {
    const nested = (levels: number): unknown => (levels === 0 ? 0 : [nested(levels - 1)]);
    expect(decodeJson(offer('x', { metadata: nested(6) }))).not.toBeNull();
    expect(decodeJson(offer('x', { metadata: nested(7) }))).toBeNull();
  });

  it('counts brackets in texts as text', () => {
    const frame = offer('x', { metadata: `${'['.repeat(50)}"\\"${'{'.repeat(50)}` });
    expect(decodeJson(frame)).toEqual(frame);
  });

  it('never throws, and never lets anything through but known frames, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 200 }), fc.json(), fc.string({ unit: 'binary' })),
        (text) => {
          expect(decodeSignallingFrame(text)).toBeNull();
        },
      ),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it('never throws on frames that went wrong in one place, and what it reads can be sent on in bounds', () => {
    const wrong = fc.oneof(fc.anything({ withBigInt: false }), fc.constant('x'.repeat(70_000)));
    const path = fc.constantFrom(
      ['type'],
      ['dst'],
      ['payload'],
      ['payload', 'type'],
      ['payload', 'sdp'],
      ['payload', 'sdp', 'sdp'],
      ['payload', 'candidate'],
      ['payload', 'candidate', 'sdpMLineIndex'],
      ['payload', 'connectionId'],
      ['payload', 'metadata'],
      ['payload', 'reliable'],
      ['payload', 'box'],
    );
    const frames = fc.constantFrom(offer('x'), answer('x'), candidate('x'), sealed('x'));
    fc.assert(
      fc.property(frames, path, wrong, (frame, keys, value) => {
        const decoded = decodeSignallingFrame(JSON.stringify(replaceAt(frame, keys, value)) ?? '');
        if (decoded === null || decoded.type === 'HEARTBEAT') return;
        const text = encodeForwarded(decoded, 'a'.repeat(64));
        expect(text.length).toBeLessThan(MAX_SIGNALLING_FRAME_BYTES + 1_000);
        expect(JSON.parse(text)).toMatchObject({ src: 'a'.repeat(64) });
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });
});

/** A copy of `target` with the value at `keys` replaced. */
function replaceAt(target: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const entries = Object(target);
  return { ...entries, [key]: replaceAt(entries[key], rest, value) };
}
