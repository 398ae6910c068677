// What a browser may say to signalling: the PeerJS client's messages and one of our own, checked and bounded, and what
// the server says to it. Pure; knows no sockets. What is not listed here is not forwarded.

import * as v from 'valibot';
import {
  MAX_BOX_LENGTH,
  MAX_CANDIDATE_LENGTH,
  MAX_ID_LENGTH,
  MAX_SDP_LENGTH,
} from '../src/protocol/limits.ts';
import type { ApiErrorCode } from '../src/protocol/session-api.ts';

/** Largest frame, in bytes. */
export const MAX_SIGNALLING_FRAME_BYTES = 64 * 1024;

/** Deepest nesting of objects and lists. PeerJS needs three; the rest is for a connection's metadata. */
const MAX_DEPTH = 8;

const text = v.pipe(v.string(), v.maxLength(MAX_ID_LENGTH));
const id = v.pipe(text, v.minLength(1));

/** What the payloads of offer, answer and candidate have in common. Only data connections exist here. */
const connectionEntries = { type: v.literal('data'), connectionId: id };

const descriptionOf = (type: 'offer' | 'answer') =>
  v.object({ type: v.literal(type), sdp: v.pipe(v.string(), v.maxLength(MAX_SDP_LENGTH)) });

const frameSchema = v.variant('type', [
  v.object({ type: v.literal('HEARTBEAT') }),
  v.object({
    type: v.literal('OFFER'),
    dst: id,
    payload: v.object({
      ...connectionEntries,
      sdp: descriptionOf('offer'),
      metadata: v.optional(v.unknown()),
      label: v.optional(text),
      reliable: v.optional(v.boolean()),
      serialization: v.optional(text),
    }),
  }),
  v.object({
    type: v.literal('ANSWER'),
    dst: id,
    payload: v.object({ ...connectionEntries, sdp: descriptionOf('answer') }),
  }),
  v.object({
    type: v.literal('CANDIDATE'),
    dst: id,
    payload: v.object({
      ...connectionEntries,
      candidate: v.object({
        candidate: v.pipe(v.string(), v.maxLength(MAX_CANDIDATE_LENGTH)),
        sdpMid: v.nullish(text),
        sdpMLineIndex: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255))),
        usernameFragment: v.nullish(v.pipe(v.string(), v.maxLength(256))),
      }),
    }),
  }),
  // Ours: negotiation that only the two browsers can read. The PeerJS client ignores it.
  v.object({
    type: v.literal('SEALED'),
    dst: id,
    payload: v.object({
      box: v.pipe(v.string(), v.maxLength(MAX_BOX_LENGTH), v.regex(/^[\w-]+$/)),
    }),
  }),
  v.object({ type: v.literal('LEAVE'), dst: id }),
  v.object({ type: v.literal('EXPIRE'), dst: id }),
]);

export type SignallingFrame = v.InferOutput<typeof frameSchema>;
/** A frame that is meant for the other side. */
export type AddressedFrame = Exclude<SignallingFrame, { type: 'HEARTBEAT' }>;

/** Reads a frame from a browser; `null` for anything that a browser has no business sending. Never throws. */
export function decodeSignallingFrame(frame: string): SignallingFrame | null {
  if (frame.length > MAX_SIGNALLING_FRAME_BYTES || isTooDeep(frame)) return null;
  let value: unknown;
  try {
    value = JSON.parse(frame);
  } catch {
    return null;
  }
  const result = v.safeParse(frameSchema, value);
  return result.success ? result.output : null;
}

/** A browser's frame as the other side gets it: `src` is the server's word. */
export function encodeForwarded(frame: AddressedFrame, src: string): string {
  return JSON.stringify({ ...frame, src });
}

/** The first frame to a browser that was let in. */
export const OPEN_FRAME = JSON.stringify({ type: 'OPEN' });

/** The answer to a heartbeat, which only a socket that is alive brings. The PeerJS client ignores it. */
export const HEARTBEAT_FRAME = JSON.stringify({ type: 'HEARTBEAT' });

/** Why a browser, or its frame, is refused. The PeerJS client gives up its socket when it gets one. */
export function encodeRefusal(code: ApiErrorCode): string {
  return JSON.stringify({ type: 'ERROR', payload: { msg: code } });
}

/** Tells `sender` that its offer reached nobody: the PeerJS client reports `peer-unavailable`. */
export function encodeExpired(sender: string, absent: string): string {
  return JSON.stringify({ type: 'EXPIRE', src: absent, dst: sender });
}

/** Whether JSON nests deeper than `MAX_DEPTH`; asked before parsing, since what walks a value recurses. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let i = 0; i < json.length; i++) {
    const character = json[i];
    if (isInString) {
      if (character === '\\') i += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return false;
}
