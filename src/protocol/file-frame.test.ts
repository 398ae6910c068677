import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFileFrame, encodeFileFrame, type FileFrame, MAX_FILE_DATA_BYTES } from './file-frame.ts';
import { MAX_FILE_FRAME_BYTES } from './limits.ts';
import { codeOf } from './testing/code-of.ts';

const leaf = Uint8Array.from({ length: 32 }, (_, index) => index);
const frames: FileFrame[] = [
  { kind: 'block', fileNo: 0, blockNo: 0, leaf },
  { kind: 'block', fileNo: 4_294_967_295, blockNo: 4_294_967_295, leaf },
  { kind: 'data', bytes: Uint8Array.of(1, 2, 3) },
  { kind: 'data', bytes: new Uint8Array(MAX_FILE_DATA_BYTES) },
  { kind: 'written', fileNo: 7, blockNo: 100_000 },
  { kind: 'again', fileNo: 7, blockNo: 0 },
];

function bufferOf(...bytes: number[]): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

describe('frames of a files channel', () => {
  it.each(frames)('carry $kind as it was sent', (frame) => {
    expect(decodeFileFrame(encodeFileFrame(frame).buffer)).toEqual(frame);
  });

  it('are laid out as docs/protocol.md says', () => {
    const bytesOf = (frame: FileFrame) => [...encodeFileFrame(frame)];
    expect(bytesOf({ kind: 'block', fileNo: 258, blockNo: 3, leaf })).toEqual([
      1,
      ...[0, 0, 1, 2],
      ...[0, 0, 0, 3],
      ...leaf,
    ]);
    expect(bytesOf({ kind: 'data', bytes: Uint8Array.of(9, 8) })).toEqual([2, 9, 8]);
    expect(bytesOf({ kind: 'written', fileNo: 1, blockNo: 65_536 })).toEqual([0x11, 0, 0, 0, 1, 0, 1, 0, 0]);
    expect(bytesOf({ kind: 'again', fileNo: 1, blockNo: 2 })).toEqual([0x12, 0, 0, 0, 1, 0, 0, 0, 2]);
  });

  it('fit into 64 KiB', () => {
    const full = encodeFileFrame({ kind: 'data', bytes: new Uint8Array(MAX_FILE_DATA_BYTES) });
    expect(full.byteLength).toBe(MAX_FILE_FRAME_BYTES);
  });

  it.each([
    ['text', 'text'],
    ['nothing', undefined],
    ['a view instead of a buffer', new Uint8Array(40)],
    ['empty', bufferOf()],
    ['longer than 64 KiB', new ArrayBuffer(MAX_FILE_FRAME_BYTES + 1)],
    ['of a kind that does not exist', bufferOf(4, 0, 0, 0, 0, 0)],
    ['data without data', bufferOf(2)],
    ['a block with half a hash', bufferOf(1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3)],
    ['an acknowledgement with one number', bufferOf(0x11, 0, 0, 0, 0)],
    ['an acknowledgement with more than two', bufferOf(0x11, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['a second request with seven bytes', bufferOf(0x12, 0, 0, 0, 0, 0, 0, 0)],
  ])('that are %s are refused', (_, frame) => {
    expect(codeOf(() => decodeFileFrame(frame))).toBe('protocol-violation');
  });

  it('of any bytes are refused or read to the byte', () => {
    const kind = fc.constantFrom(0, 1, 2, 3, 0x11, 0x12, 0x13, 0xff);
    fc.assert(
      fc.property(kind, fc.uint8Array({ maxLength: 45 }), (first, rest) => {
        const frame = bufferOf(first, ...rest);
        if (codeOf(() => decodeFileFrame(frame)) === 'protocol-violation') return;
        expect(encodeFileFrame(decodeFileFrame(frame))).toEqual(new Uint8Array(frame));
      }),
      { numRuns: 3_000 },
    );
  });
});
