// What crosses the files channel, byte by byte: the bytes of files, and how far they have come. It travels in order. A
// file's number is its sender's; each direction counts for itself. A channel may be gone at any moment and another one
// take its place, so what becomes of a file is said in messages that arrive whatever happens: `control-message.ts`.
//
//   kind, 1 byte | file number, 4 bytes | payload                                        (all big-endian)
//
//   from the file's sender     0x01 data     1–65,531 bytes of the file
//                              0x02 end      SHA-256 of the whole file, 32 bytes
//   from the file's receiver   0x11 ack      bytes safely written so far, 8 bytes
//                              0x12 from     send me the file from this byte on, 8 bytes; written so far, 8 bytes

import { DesksideError } from './deskside-error.ts';
import { MAX_FILE_FRAME_BYTES } from './limits.ts';

const HEADER_BYTES = 5;
const SHA256_BYTES = 32;

/** Bytes of a file that one frame can hold. */
export const MAX_FILE_DATA_BYTES = MAX_FILE_FRAME_BYTES - HEADER_BYTES;

export type FileFrame =
  | { readonly kind: 'data'; readonly fileNo: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end'; readonly fileNo: number; readonly sha256: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'ack'; readonly fileNo: number; readonly writtenBytes: number }
  | {
      readonly kind: 'from';
      readonly fileNo: number;
      readonly position: number;
      readonly writtenBytes: number;
    };

const KINDS: Record<FileFrame['kind'], number> = {
  data: 0x01,
  end: 0x02,
  ack: 0x11,
  from: 0x12,
};

/** Writes a frame. `bytes` must be 1 to `MAX_FILE_DATA_BYTES` long, `sha256` 32, numbers whole and not negative. */
export function encodeFileFrame(frame: FileFrame): Uint8Array<ArrayBuffer> {
  switch (frame.kind) {
    case 'data':
      return assemble(frame, frame.bytes);
    case 'end':
      return assemble(frame, frame.sha256);
    case 'ack':
      return assemble(frame, numbers(frame.writtenBytes));
    case 'from':
      return assemble(frame, numbers(frame.position, frame.writtenBytes));
  }
}

function numbers(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  for (const [index, value] of values.entries()) view.setBigUint64(8 * index, BigInt(value));
  return new Uint8Array(view.buffer);
}

function assemble({ kind, fileNo }: FileFrame, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES + payload.length);
  bytes[0] = KINDS[kind];
  new DataView(bytes.buffer).setUint32(1, fileNo);
  bytes.set(payload, HEADER_BYTES);
  return bytes;
}

/**
 * Reads a frame. What it returns shares `frame`'s memory.
 *
 * @throws DesksideError `protocol-violation` when it is anything but one frame of those above, to the byte.
 */
export function decodeFileFrame(frame: unknown): FileFrame {
  if (!(frame instanceof ArrayBuffer)) throw malformed('file frame is not binary');
  if (frame.byteLength < HEADER_BYTES || frame.byteLength > MAX_FILE_FRAME_BYTES) throw malformed('size');
  const view = new DataView(frame);
  const fileNo = view.getUint32(1);
  const payload = new Uint8Array(frame, HEADER_BYTES);
  switch (view.getUint8(0)) {
    case KINDS.data:
      if (payload.length === 0) throw malformed('empty data');
      return { kind: 'data', fileNo, bytes: payload };
    case KINDS.end:
      if (payload.length !== SHA256_BYTES) throw malformed('end');
      return { kind: 'end', fileNo, sha256: payload };
    case KINDS.ack: {
      const [writtenBytes = 0] = numbersOf(payload, 1);
      return { kind: 'ack', fileNo, writtenBytes };
    }
    case KINDS.from: {
      const [position = 0, writtenBytes = 0] = numbersOf(payload, 2);
      return { kind: 'from', fileNo, position, writtenBytes };
    }
    default:
      throw malformed('unknown kind of file frame');
  }
}

function numbersOf(payload: Uint8Array, count: number): readonly number[] {
  if (payload.length !== 8 * count) throw malformed('numbers');
  const view = new DataView(payload.buffer, payload.byteOffset);
  const values = Array.from({ length: count }, (_, index) => Number(view.getBigUint64(8 * index)));
  if (!values.every(Number.isSafeInteger)) throw malformed('a number of too much');
  return values;
}

function malformed(what: string): DesksideError {
  return new DesksideError('protocol-violation', `malformed file frame: ${what}`);
}
