// Everything that may cross the control channel once both proofs hold: one schema, one decoder.
// A frame is one message as JSON text. docs/protocol.md describes each message in words.

import * as v from 'valibot';
import { DesksideError } from './deskside-error.ts';
import {
  MAX_CANDIDATE_LENGTH,
  MAX_CHAT_TEXT_LENGTH,
  MAX_CONTROL_FRAME_BYTES,
  MAX_FILE_BYTES,
  MAX_FILE_NAME_LENGTH,
  MAX_FILES_ARRIVED,
  MAX_FILES_IN_OFFER,
  MAX_FILES_IN_SESSION,
  MAX_FOLDER_DEPTH,
  MAX_HAVE_LENGTH,
  MAX_ID_LENGTH,
  MAX_SDP_LENGTH,
} from './limits.ts';
import { utf8Length } from './utf8-length.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID_LENGTH), v.regex(/^[\w-]+$/));
const epochMs = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sequenceNo = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** A number that is 0 before the first. */
const lastNo = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const fileNo = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_FILES_IN_SESSION - 1));
const fileNos = v.pipe(v.array(fileNo), v.minLength(1), v.maxLength(MAX_FILES_IN_SESSION));

const checksum = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** A file through whatever happens to its pages: the first offer's id, and the file's place in that offer, from 0. */
const fileToken = v.pipe(v.string(), v.maxLength(MAX_ID_LENGTH + 4), v.regex(/^[\w-]+\.(?:0|[1-9]\d{0,2})$/));

const fileTokens = v.pipe(v.array(fileToken), v.minLength(1), v.maxLength(MAX_FILES_IN_OFFER));

/** What the customer chose in the browser's picker (Screen Capture, `DisplayCaptureSurfaceType`). */
export const surfaceSchema = v.picklist(['monitor', 'window', 'browser', 'unknown']);
export type Surface = v.InferOutput<typeof surfaceSchema>;

const negotiationSchemas = [
  /** Perfect negotiation (WebRTC 1.0 section 10.7) of media on the connection that carries this channel. */
  v.strictObject({
    type: v.literal('description'),
    kind: v.picklist(['offer', 'answer']),
    /** Counts the offers of whoever made the offer, from 1; an answer names the offer that it answers. */
    round: sequenceNo,
    sdp: v.pipe(v.string(), v.maxLength(MAX_SDP_LENGTH)),
  }),
  v.strictObject({
    type: v.literal('candidate'),
    candidate: v.pipe(v.string(), v.maxLength(MAX_CANDIDATE_LENGTH)),
    sdpMid: v.nullable(v.pipe(v.string(), v.maxLength(MAX_ID_LENGTH))),
    sdpMLineIndex: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255))),
    usernameFragment: v.nullable(v.pipe(v.string(), v.maxLength(256))),
  }),
] as const;

const laneSchemas = [
  /**
   * Negotiation of a connection that files take, beside this one: the customer offers it, under a number of its own, which
   * goes up by one each time. `closed`: this end of it is closed, and it carries nothing any more.
   */
  v.strictObject({
    type: v.literal('lane'),
    no: sequenceNo,
    message: v.variant('type', [...negotiationSchemas, v.strictObject({ type: v.literal('closed') })]),
  }),
] as const;

const heartbeatSchemas = [
  /** Either way, every few seconds: are you there? */
  v.strictObject({ type: v.literal('ping'), no: sequenceNo }),
  /** The answer, at once. */
  v.strictObject({ type: v.literal('pong'), no: sequenceNo }),
] as const;

const sessionSchemas = [
  /** Customer → technician, first message: what this browser can do. */
  v.strictObject({
    type: v.literal('introduction'),
    canShareScreen: v.boolean(),
    /** BCP 47 tag of the language that the page is shown in. */
    language: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,35}$/)),
  }),
  /** Either way. `sentAtMs` is the sender's clock, in ms since the epoch. */
  v.strictObject({
    type: v.literal('chat'),
    id,
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_CHAT_TEXT_LENGTH)),
    sentAtMs: epochMs,
  }),
  /** Technician → customer: may I see your screen? */
  v.strictObject({ type: v.literal('screen-request'), requestId: id }),
  /** Technician → customer: never mind. */
  v.strictObject({ type: v.literal('screen-request-withdrawn'), requestId: id }),
  /** Customer → technician: the request came to nothing. (A *Yes* is answered by `screen-state`.) */
  v.strictObject({
    type: v.literal('screen-refused'),
    requestId: id,
    reason: v.picklist(['declined', 'failed', 'unsupported']),
  }),
  /** Technician → customer: whether the picture is wanted at this moment. */
  v.strictObject({ type: v.literal('screen-view'), isWatching: v.boolean() }),
  /** Customer → technician: the whole truth about the screen, after each change. */
  v.strictObject({
    type: v.literal('screen-state'),
    sharing: v.nullable(
      v.strictObject({ surface: surfaceSchema, isPaused: v.boolean(), isSending: v.boolean() }),
    ),
  }),
  /** Technician → customer: whether the technician shows their own screen. */
  v.strictObject({ type: v.literal('own-screen'), isShared: v.boolean() }),
  /** Customer → technician: whether the customer looks at it. Its picture is sent only while they do. */
  v.strictObject({ type: v.literal('viewer'), isOpen: v.boolean() }),
  /**
   * Either way: may I send you these? Numbers go on from the sender's last offer, from 0, and begin anew when one of the pages is
   * loaded again. `continues`, of each file the token: these were offered before. Such an offer is of one file, if it was accepted.
   */
  v.strictObject({
    type: v.literal('file-offer'),
    offerId: id,
    files: v.pipe(
      v.array(
        v.strictObject({
          fileNo,
          name: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_FILE_NAME_LENGTH)),
          sizeBytes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_FILE_BYTES)),
          /** Where the file is in a folder that was chosen as a whole, outermost first. */
          folders: v.exactOptional(
            v.pipe(
              v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_FILE_NAME_LENGTH))),
              v.minLength(1),
              v.maxLength(MAX_FOLDER_DEPTH),
            ),
          ),
        }),
      ),
      v.minLength(1),
      v.maxLength(MAX_FILES_IN_OFFER),
    ),
    continues: v.exactOptional(fileTokens),
  }),
  /**
   * Either way: the answer to the other side's offer. `have`, where a file goes on: the blocks that are here already, a bit each,
   * the first one highest in the first byte, in base64url (RFC 4648 section 5).
   */
  v.strictObject({
    type: v.literal('file-answer'),
    offerId: id,
    isAccepted: v.boolean(),
    have: v.exactOptional(v.pipe(v.string(), v.maxLength(MAX_HAVE_LENGTH), v.regex(/^[\w-]*$/))),
  }),
  /**
   * Either way: these files stop for now. `paused` by a person, `full` where the receiver has no room, `file-needed` where
   * the sender's page was loaded again and has to be given the file once more.
   */
  v.strictObject({
    type: v.literal('file-hold'),
    tokens: fileTokens,
    reason: v.picklist(['paused', 'full', 'file-needed']),
  }),
  /** Receiver → sender: this one can go on. */
  v.strictObject({ type: v.literal('file-continue'), token: fileToken }),
  /** Either way: these files, which have stopped, do not go on. */
  v.strictObject({
    type: v.literal('file-drop'),
    tokens: fileTokens,
    reason: v.picklist(['cancelled', 'cut']),
  }),
  /** Either way: these files of mine do not come, or not whole. */
  v.strictObject({
    type: v.literal('file-withdrawn'),
    fileNos,
    reason: v.picklist(['cancelled', 'unreadable']),
  }),
  /** Either way: this file of yours is not wanted any more, or can't be kept. */
  v.strictObject({
    type: v.literal('file-refused'),
    fileNo,
    reason: v.picklist(['cancelled', 'unsaved', 'damaged']),
  }),
  /** Either way: the checksum of a file of mine that has more than one block (`blocks.ts`). */
  v.strictObject({
    type: v.literal('file-checksum'),
    fileNo,
    checksum,
  }),
  /** Receiver → sender, after one of their pages was loaded again: these have arrived, should that not be known. */
  v.strictObject({
    type: v.literal('file-arrived'),
    files: v.pipe(
      v.array(v.strictObject({ token: fileToken, checksum })),
      v.minLength(1),
      v.maxLength(MAX_FILES_ARRIVED),
    ),
  }),
  /** Either way: these files of yours are here as a whole, and their checksums are right. */
  v.strictObject({ type: v.literal('file-done'), fileNos }),
  /** Either way, last message: the sender has ended the session. */
  v.strictObject({ type: v.literal('end') }),
] as const;

export const sessionMessageSchema = v.variant('type', [...sessionSchemas]);

const deliverySchemas = [
  /**
   * Either way, first frame of every connection: which messages have come in on earlier ones. `life` names the page as
   * it was loaded: another one means that it was loaded again.
   */
  v.strictObject({ type: v.literal('resume'), life: id, receivedNo: lastNo }),
  /** Either way: everything up to this number has come in, and is kept. */
  v.strictObject({ type: v.literal('confirm'), no: sequenceNo }),
  /** Either way: the sender's page is going away. */
  v.strictObject({ type: v.literal('leaving') }),
  /** Either way: what sessions say to each other, numbered from 1 over all connections of the session. */
  v.strictObject({
    type: v.literal('numbered'),
    no: sequenceNo,
    message: v.pipe(
      v.unknown(),
      v.rawTransform(({ dataset, addIssue, NEVER }) => {
        const message = decodeKnown(sessionMessageSchema, SESSION_TYPES, dataset.value);
        if (message !== 'malformed') return message;
        addIssue({ message: 'malformed message' });
        return NEVER;
      }),
    ),
  }),
] as const;

const negotiationSchema = v.variant('type', [...negotiationSchemas]);
const laneSchema = v.variant('type', [...laneSchemas]);
const heartbeatSchema = v.variant('type', [...heartbeatSchemas]);
const deliverySchema = v.variant('type', [...deliverySchemas]);
const controlSchema = v.variant('type', [negotiationSchema, laneSchema, heartbeatSchema, deliverySchema]);

/** Negotiation of the connection's paths and media; handled below the session. */
export type NegotiationMessage = v.InferOutput<typeof negotiationSchema>;
/** Negotiation of the way that files take; handled below the session. */
export type LaneMessage = v.InferOutput<typeof laneSchema>;
/** Whether the other side is there; handled below the session. */
export type HeartbeatMessage = v.InferOutput<typeof heartbeatSchema>;
/** What sessions say to each other. */
export type SessionMessage = v.InferOutput<typeof sessionMessageSchema>;
/** How sessions see to it that each message arrives once. In `numbered`, `null` is a type of a newer version. */
export type DeliveryFrame = v.InferOutput<typeof deliverySchema>;
/** What sessions say about files, whose bytes go another way: `file-frame.ts`. */
export type FileMessage = Extract<SessionMessage, { type: `file-${string}` }>;
export type ControlMessage = v.InferOutput<typeof controlSchema>;

type Schemas = readonly { readonly entries: { readonly type: { readonly literal: string } } }[];
const typesOf = (schemas: Schemas) => new Set<unknown>(schemas.map(({ entries }) => entries.type.literal));

const SESSION_TYPES = typesOf(sessionSchemas);
const CONTROL_TYPES = typesOf([
  ...negotiationSchemas,
  ...laneSchemas,
  ...heartbeatSchemas,
  ...deliverySchemas,
]);

/** Whether a message belongs to negotiation. */
export function isNegotiationMessage(message: ControlMessage): message is NegotiationMessage {
  return message.type === 'description' || message.type === 'candidate';
}

/** Whether a message asks or says that somebody is there. */
export function isHeartbeatMessage(message: ControlMessage): message is HeartbeatMessage {
  return message.type === 'ping' || message.type === 'pong';
}

/** Whether a message is about files by their numbers, which mean nothing once one of the pages was loaded again. */
export function isAboutFileNumbers(message: SessionMessage): boolean {
  switch (message.type) {
    case 'file-offer':
    case 'file-answer':
    case 'file-withdrawn':
    case 'file-refused':
    case 'file-checksum':
    case 'file-done':
      return true;
    default:
      return false;
  }
}

/** Whether a message is about files. */
export function isFileMessage(message: SessionMessage): message is FileMessage {
  return message.type.startsWith('file-');
}

/**
 * Writes a message as a frame of the control channel.
 *
 * @throws DesksideError `message-too-long` when the frame would exceed 64 KiB.
 */
export function encodeControlMessage(message: ControlMessage): string {
  const frame = JSON.stringify(message);
  if (utf8Length(frame) > MAX_CONTROL_FRAME_BYTES) throw new DesksideError('message-too-long');
  return frame;
}

/**
 * Reads a frame of the control channel: the message, or `null` for a type that this version does not know.
 *
 * @throws DesksideError `protocol-violation` for anything else.
 */
export function decodeControlMessage(frame: unknown): ControlMessage | null {
  if (typeof frame !== 'string') throw new DesksideError('protocol-violation', 'control frame is not text');
  if (frame.length > MAX_CONTROL_FRAME_BYTES) throw new DesksideError('protocol-violation', 'frame too long');
  const value = parseJson(frame);
  const message = decodeKnown(controlSchema, CONTROL_TYPES, value);
  if (message === 'malformed') throw new DesksideError('protocol-violation', 'malformed frame');
  return message;
}

/**
 * Reads what has come over the other path, through signalling.
 *
 * @throws DesksideError `protocol-violation` for anything that is no negotiation.
 */
export function decodeNegotiation(value: unknown): NegotiationMessage {
  const message = v.safeParse(negotiationSchema, value);
  if (!message.success) throw new DesksideError('protocol-violation', 'malformed negotiation');
  return message.output;
}

/** `null` for a type that this version does not know. */
function decodeKnown<Schema extends v.GenericSchema>(
  schema: Schema,
  types: ReadonlySet<unknown>,
  value: unknown,
): v.InferOutput<Schema> | null | 'malformed' {
  const envelope = v.safeParse(v.looseObject({ type: id }), value);
  if (!envelope.success) return 'malformed';
  if (!types.has(envelope.output.type)) return null;
  const message = v.safeParse(schema, value);
  return message.success ? message.output : 'malformed';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DesksideError('protocol-violation', 'frame is not JSON', { cause });
  }
}
