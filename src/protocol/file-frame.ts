// What crosses the files channel, byte by byte: the bytes of files, and what concerns a single one of them. It
// travels in order with the data. A file's number is its sender's; each direction counts for itself.
//
//   kind, 1 byte | file number, 4 bytes | payload                                        (all big-endian)
//
//   from the file's sender     0x01 data     1–65,531 bytes of the file
//                              0x02 end      SHA-256 of the whole file, 32 bytes
//                              0x03 cancel   reason, 1 byte
//   from the file's receiver   0x11 ack      bytes safely written so far, 8 bytes
//                              0x12 done     nothing: the whole file is there and its hash is right
//                              0x13 cancel   reason, 1 byte

import { DesksideError } from './deskside-error.ts';
import { MAX_FILE_FRAME_BYTES } from './limits.ts';

const HEADER_BYTES = 5;
const SHA256_BYTES = 32;

/** Bytes of a file that one frame can hold. */
export const MAX_FILE_DATA_BYTES = MAX_FILE_FRAME_BYTES - HEADER_BYTES;

/** Why a transfer was given up. The codes are bytes on the wire. */
const REASONS = { cancelled: 1, unreadable: 2, unsaved: 3, damaged: 4 } as const;
export type FileCancelReason = keyof typeof REASONS;

export type FileFrame =
  | { readonly kind: 'data'; readonly fileNo: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end'; readonly fileNo: number; readonly sha256: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'sender-cancel'; readonly fileNo: number; readonly reason: FileCancelReason }
  | { readonly kind: 'ack'; readonly fileNo: number; readonly writtenBytes: number }
  | { readonly kind: 'done'; readonly fileNo: number }
  | { readonly kind: 'receiver-cancel'; readonly fileNo: number; readonly reason: FileCancelReason };

const KINDS: Record<FileFrame['kind'], number> = {
  data: 0x01,
  end: 0x02,
  'sender-cancel': 0x03,
  ack: 0x11,
  done: 0x12,
  'receiver-cancel': 0x13,
};

/** Writes a frame. `bytes` must be 1 to `MAX_FILE_DATA_BYTES` long, `sha256` 32, numbers whole and not negative. */
export function encodeFileFrame(frame: FileFrame): Uint8Array<ArrayBuffer> {
  switch (frame.kind) {
    case 'data':
      return assemble(frame, frame.bytes);
    case 'end':
      return assemble(frame, frame.sha256);
    case 'ack': {
      const payload = new Uint8Array(8);
      new DataView(payload.buffer).setBigUint64(0, BigInt(frame.writtenBytes));
      return assemble(frame, payload);
    }
    case 'done':
      return assemble(frame, new Uint8Array(0));
    case 'sender-cancel':
    case 'receiver-cancel':
      return assemble(frame, Uint8Array.of(REASONS[frame.reason]));
  }
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
    case KINDS['sender-cancel']:
      return { kind: 'sender-cancel', fileNo, reason: reasonOf(payload) };
    case KINDS.ack: {
      if (payload.length !== 8) throw malformed('ack');
      const writtenBytes = Number(view.getBigUint64(HEADER_BYTES));
      if (!Number.isSafeInteger(writtenBytes)) throw malformed('ack of too much');
      return { kind: 'ack', fileNo, writtenBytes };
    }
    case KINDS.done:
      if (payload.length !== 0) throw malformed('done');
      return { kind: 'done', fileNo };
    case KINDS['receiver-cancel']:
      return { kind: 'receiver-cancel', fileNo, reason: reasonOf(payload) };
    default:
      throw malformed('unknown kind of file frame');
  }
}

function reasonOf(payload: Uint8Array): FileCancelReason {
  const names = Object.keys(REASONS) as FileCancelReason[];
  const reason = names.find((name) => REASONS[name] === payload[0]);
  if (payload.length !== 1 || reason === undefined) throw malformed('cancel');
  return reason;
}

function malformed(what: string): DesksideError {
  return new DesksideError('protocol-violation', `malformed file frame: ${what}`);
}
