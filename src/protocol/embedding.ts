// What the support window tells the page that opened it: how things stand, and what just happened. It goes one way only;
// the window takes no orders from another site. Decoded by hand, since the launcher has to stay small and so carries no
// library.

import { MAX_NAME_LENGTH } from './limits.ts';

/** Query parameters of the customer's page by which a launcher opens it: the origin of the page around the button. */
export const OPENER_PARAMETER = 'opener';

export const SUPPORT_PHASES = [
  /** The window is there, and nobody has joined anything yet. */
  'open',
  'connecting',
  'connected',
  'reconnecting',
  'ended',
] as const;
export type SupportPhase = (typeof SUPPORT_PHASES)[number];

/** How things stand in the support window. */
export interface SupportState {
  readonly phase: SupportPhase;
  /** Who helps, 1 to 80 characters; `null` while that is not known. */
  readonly technician: string | null;
  readonly isScreenVisible: boolean;
  /** Chat messages that nobody has looked at. */
  readonly unreadCount: number;
}

/** The public events of the customer's element, under the same names. */
export const SUPPORT_EVENTS = [
  'deskside-ready',
  'deskside-session-start',
  'deskside-share-start',
  'deskside-share-stop',
  'deskside-message',
  'deskside-file',
  'deskside-session-end',
  'deskside-error',
] as const;
export type SupportEventName = (typeof SUPPORT_EVENTS)[number];

/** What the launcher itself can fail with; the page that it stands in is told by `deskside-error`. */
export const LAUNCHER_ERROR_CODES = ['popup-refused', 'server-invalid'] as const;
export type LauncherErrorCode = (typeof LAUNCHER_ERROR_CODES)[number];

export interface SupportEvent {
  readonly name: SupportEventName;
  /** Few and flat: texts of at most 64 characters, numbers, booleans and `null`. */
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

export interface SupportMessage {
  /** Marks a message of ours, and its version. */
  readonly deskside: 1;
  readonly state: SupportState;
  /** What has happened just now; `null` where the message only says how things stand. */
  readonly event: SupportEvent | null;
}

const MAX_DETAILS = 8;
const MAX_TEXT_LENGTH = 64;

/** Reads what another window posted; `null` for everything that is no message of ours. */
export function decodeSupportMessage(data: unknown): SupportMessage | null {
  if (!isRecord(data) || data.deskside !== 1) return null;
  const state = decodeState(data.state);
  if (state === null) return null;
  if (data.event === null) return { deskside: 1, state, event: null };
  const event = decodeEvent(data.event);
  return event && { deskside: 1, state, event };
}

function decodeState(data: unknown): SupportState | null {
  if (!isRecord(data)) return null;
  const { phase, technician, isScreenVisible, unreadCount } = data;
  const known = SUPPORT_PHASES.find((name) => name === phase);
  if (known === undefined || typeof isScreenVisible !== 'boolean') return null;
  if (technician !== null && !isText(technician, MAX_NAME_LENGTH)) return null;
  if (typeof unreadCount !== 'number' || !Number.isSafeInteger(unreadCount) || unreadCount < 0) return null;
  return { phase: known, technician, isScreenVisible, unreadCount };
}

function decodeEvent(data: unknown): SupportEvent | null {
  if (!isRecord(data) || !isRecord(data.detail)) return null;
  const name = SUPPORT_EVENTS.find((known) => known === data.name);
  const entries = Object.entries(data.detail);
  if (name === undefined || entries.length > MAX_DETAILS) return null;
  const detail: Record<string, string | number | boolean | null> = {};
  for (const [key, value] of entries) {
    const isFlat = value === null || typeof value === 'boolean' || Number.isFinite(value);
    if (!/^[a-z]\w{0,31}$/i.test(key) || !(isFlat || isText(value, MAX_TEXT_LENGTH))) return null;
    detail[key] = value as string | number | boolean | null;
  }
  return { name, detail };
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isText(data: unknown, maxLength: number): data is string {
  return typeof data === 'string' && data.length > 0 && data.length <= maxLength;
}
