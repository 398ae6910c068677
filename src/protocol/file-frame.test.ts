import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFileFrame, encodeFileFrame, type FileFrame, MAX_FILE_DATA_BYTES } from './file-frame.ts';
import { MAX_FILE_FRAME_BYTES } from './limits.ts';
import { codeOf } from './testing/code-of.ts';

const sha256 = Uint8Array.from({ length: 32 }, (_, index) => index);
const frames: FileFrame[] = [
  { kind: 'data', fileNo: 0, bytes: Uint8Array.of(1, 2, 3) },
  { kind: 'data', fileNo: 4_294_967_295, bytes: new Uint8Array(MAX_FILE_DATA_BYTES) },
  { kind: 'end', fileNo: 7, sha256 },
  { kind: 'ack', fileNo: 7, writtenBytes: Number.MAX_SAFE_INTEGER },
  { kind: 'ack', fileNo: 7, writtenBytes: 0 },
  { kind: 'from', fileNo: 7, position: Number.MAX_SAFE_INTEGER, writtenBytes: 5 },
];

function bufferOf(...bytes: number[]): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

describe('frames of the files channel', () => {
  it.each(frames)('carry $kind as it was sent', (frame) => {
    expect(decodeFileFrame(encodeFileFrame(frame).buffer)).toEqual(frame);
  });

  it('are laid out as docs/protocol.md says', () => {
    const bytesOf = (frame: FileFrame) => [...encodeFileFrame(frame)];
    expect(bytesOf({ kind: 'data', fileNo: 258, bytes: Uint8Array.of(9) })).toEqual([1, 0, 0, 1, 2, 9]);
    expect(bytesOf({ kind: 'end', fileNo: 1, sha256 })).toEqual([2, 0, 0, 0, 1, ...sha256]);
    expect(bytesOf({ kind: 'ack', fileNo: 1, writtenBytes: 65_536 })).toEqual([
      0x11, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0,
    ]);
    expect(bytesOf({ kind: 'from', fileNo: 1, position: 3, writtenBytes: 2 })).toEqual([
      0x12, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 2,
    ]);
  });

  it('fit into 64 KiB', () => {
    const full = encodeFileFrame({ kind: 'data', fileNo: 0, bytes: new Uint8Array(MAX_FILE_DATA_BYTES) });
    expect(full.byteLength).toBe(MAX_FILE_FRAME_BYTES);
  });

  it.each([
    ['text', 'text'],
    ['nothing', undefined],
    ['a view instead of a buffer', new Uint8Array(40)],
    ['shorter than a header', bufferOf(1, 0, 0, 0)],
    ['longer than 64 KiB', new ArrayBuffer(MAX_FILE_FRAME_BYTES + 1)],
    ['of a kind that does not exist', bufferOf(4, 0, 0, 0, 0, 0)],
    ['data without data', bufferOf(1, 0, 0, 0, 0)],
    ['an end with half a hash', bufferOf(2, 0, 0, 0, 0, 1, 2, 3)],
    ['an acknowledgement of more than there can be', bufferOf(0x11, 0, 0, 0, 0, 0xff, 0, 0, 0, 0, 0, 0, 0)],
    ['an acknowledgement of seven bytes', bufferOf(0x11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['a request with one number', bufferOf(0x12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
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
