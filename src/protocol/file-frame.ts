// What crosses a files channel, byte by byte. There may be several channels; each one carries whole blocks, one after
// the other, and a block's bytes follow its announcement on the same channel. A file's number is its sender's; each
// direction counts for itself. A channel may be gone at any moment, so what becomes of a file is said in messages that
// arrive whatever happens: `control-message.ts`.
//
//   kind, 1 byte | payload                                                             (all big-endian)
//
//   from the file's sender     0x01 block    file number, 4 bytes; block number, 4 bytes; SHA-256 of the block, 32 bytes.
//                                            What is missing of the block before does not come on this channel.
//                              0x02 data     the next 1–65,535 bytes of the block announced last
//   from the file's receiver   0x11 written  file number, 4 bytes; block number, 4 bytes: it is right, and safely written
//                              0x12 again    the same: it is not what its hash says, or is wanted again

import { LEAF_BYTES } from './blocks.ts';
import { DesksideError } from './deskside-error.ts';
import { MAX_FILE_FRAME_BYTES } from './limits.ts';

const NUMBERS_BYTES = 8;

/** Bytes of a file that one frame can hold. */
export const MAX_FILE_DATA_BYTES = MAX_FILE_FRAME_BYTES - 1;

interface BlockNumber {
  readonly fileNo: number;
  readonly blockNo: number;
}

export type FileFrame =
  | ({ readonly kind: 'block'; readonly leaf: Uint8Array<ArrayBuffer> } & BlockNumber)
  | { readonly kind: 'data'; readonly bytes: Uint8Array<ArrayBuffer> }
  | ({ readonly kind: 'written' | 'again' } & BlockNumber);

/** What the sender of a file says, and what its receiver says. */
export type SenderFrame = Extract<FileFrame, { kind: 'block' | 'data' }>;
export type ReceiverFrame = Extract<FileFrame, { kind: 'written' | 'again' }>;

const KINDS: Record<FileFrame['kind'], number> = {
  block: 0x01,
  data: 0x02,
  written: 0x11,
  again: 0x12,
};

/** Writes a frame. `bytes` must be 1 to `MAX_FILE_DATA_BYTES` long, `leaf` 32, numbers whole and below 2³². */
export function encodeFileFrame(frame: FileFrame): Uint8Array<ArrayBuffer> {
  switch (frame.kind) {
    case 'data':
      return assemble(frame.kind, frame.bytes);
    case 'block':
      return assemble(frame.kind, numbers(frame), frame.leaf);
    case 'written':
    case 'again':
      return assemble(frame.kind, numbers(frame));
  }
}

function numbers({ fileNo, blockNo }: BlockNumber): Uint8Array {
  const view = new DataView(new ArrayBuffer(NUMBERS_BYTES));
  view.setUint32(0, fileNo);
  view.setUint32(4, blockNo);
  return new Uint8Array(view.buffer);
}

function assemble(kind: FileFrame['kind'], ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 1));
  bytes[0] = KINDS[kind];
  let offset = 1;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/**
 * Reads a frame. What it returns shares `frame`'s memory.
 *
 * @throws DesksideError `protocol-violation` when it is anything but one frame of those above, to the byte.
 */
export function decodeFileFrame(frame: unknown): FileFrame {
  if (!(frame instanceof ArrayBuffer)) throw malformed('not binary');
  if (frame.byteLength < 2 || frame.byteLength > MAX_FILE_FRAME_BYTES) throw malformed('size');
  const view = new DataView(frame);
  switch (view.getUint8(0)) {
    case KINDS.data:
      return { kind: 'data', bytes: new Uint8Array(frame, 1) };
    case KINDS.block: {
      const blockNumber = blockNumberOf(view, LEAF_BYTES);
      return { kind: 'block', ...blockNumber, leaf: new Uint8Array(frame, 1 + NUMBERS_BYTES) };
    }
    case KINDS.written:
      return { kind: 'written', ...blockNumberOf(view, 0) };
    case KINDS.again:
      return { kind: 'again', ...blockNumberOf(view, 0) };
    default:
      throw malformed('unknown kind');
  }
}

function blockNumberOf(view: DataView, restBytes: number): BlockNumber {
  if (view.byteLength !== 1 + NUMBERS_BYTES + restBytes) throw malformed('length');
  return { fileNo: view.getUint32(1), blockNo: view.getUint32(5) };
}

function malformed(what: string): DesksideError {
  return new DesksideError('protocol-violation', `malformed file frame: ${what}`);
}
