// What a session needs from the world, as narrow interfaces. `rtc/` implements them for browsers, tests
// implement them with fakes. Nothing here knows WebRTC.

import type { DeliveryFrame, Surface } from '../protocol/control-message.ts';
import type { ErrorCode } from '../protocol/deskside-error.ts';
import type { SupportKey } from '../protocol/support-key.ts';
import type { FileChannel } from './file-ports.ts';

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface Timer {
  /** Calls `run` once after `delayMs`, unless the returned function was called before. */
  after(delayMs: number, run: () => void): () => void;
}

/** The steps to a proven connection, in their order. */
export type ConnectStep = 'server' | 'peer' | 'proof';

/** A screen being captured. It lives until `stop()` or until the browser ends it. */
export interface CapturedScreen {
  readonly surface: Surface;
  /** Whether what is captured would show this very page. */
  readonly showsThisPage: boolean;
  /** Ends the capture at once, locally. */
  stop(): void;
  /** Called when `surface` or `showsThisPage` changed: browsers let people switch what they share. */
  onChange(listener: () => void): void;
  /** Called when the capture ended by anything but `stop()`. */
  onEnded(listener: () => void): void;
}

export interface ScreenCapture {
  /** Whether this browser can capture a screen at all. */
  readonly isSupported: boolean;
  /**
   * Opens the browser's picker. Must be called in the very click, before any await.
   *
   * Rejects with a `DesksideError`: `screen-picker-dismissed`, `screen-denied-by-system`,
   * `screen-source-failed` or `screen-unsupported`.
   */
  start(): Promise<CapturedScreen>;
}

/** Why the other side can't be reached, as far as this side knows. */
export type InterruptionCause =
  /** Nothing comes in any more. */
  | 'line'
  /** This browser says that it has no network. */
  | 'offline'
  /** The other side's page was closed, or is being loaded again. */
  | 'page-left'
  /** This page was loaded again, and is on its way back into the session. */
  | 'returning';

/** What becomes of a connection. `closed` is final. */
/** The way between the two browsers. */
export interface LinePath {
  /** Connections that files take, beside the session's own. */
  readonly lanes: number;
  /** By a relay (TURN), and not from browser to browser. */
  readonly isRelayed: boolean;
}

export type ConnectionNews =
  | { readonly status: 'connected' }
  | { readonly status: 'interrupted'; readonly cause: InterruptionCause }
  /** `code` says why, where it is known. */
  | { readonly status: 'closed'; readonly code: ErrorCode | null }
  /** How long people wait for what they send to be answered. */
  | { readonly status: 'line'; readonly isPoor: boolean }
  | { readonly status: 'path'; readonly path: LinePath };

/** The ways that files can take, as they come and go. */
export interface FileLaneEvents {
  onLane(channel: FileChannel): void;
  /** What was on its way there and is not known to have arrived is lost. */
  onLaneGone(channel: FileChannel): void;
}

/** A connection whose two ends have proven themselves to each other. It heals by itself as long as it can. */
export interface Connection {
  /** Sends a frame, reliably and in order. Throws a `DesksideError`: `message-not-sent` on a dead channel, `message-too-long`. */
  send(frame: DeliveryFrame): void;
  /** Sets the one receiver; frames that came before it was set are delivered to it first. */
  onFrame(listener: (frame: DeliveryFrame) => void): void;
  /** Begins to keep ways open for the bytes of files. */
  openFiles(events: FileLaneEvents): void;
  /** Sets the one listener for changes. */
  onNews(listener: (news: ConnectionNews) => void): void;
  /** Adds a captured screen to the connection, or takes it away with `null`. Nothing is sent before `sendPicture(true)`. */
  setScreen(screen: CapturedScreen | null): Promise<void>;
  /** Whether the captured screen's picture flows. */
  sendPicture(isSending: boolean): Promise<void>;
  /**
   * Closes. With a `farewell`, sends it first and gives the other side a moment to receive it.
   * Settles in bounded time, never rejects.
   */
  close(farewell: DeliveryFrame | null): Promise<void>;
}

/** The way back into a session that was joined: new connections between the same two people. */
export interface Rejoining {
  /** Begins to take new connections, until the signal aborts. Called once. */
  startRejoining(events: RejoinEvents, signal: AbortSignal): void;
  /** Says whether there is no connection, so that a new one is wanted as soon as can be. */
  setRejoinWanted(isWanted: boolean): void;
}

export interface RejoinEvents {
  /** A new connection was proven; it takes the place of any other. */
  onConnection(connection: Connection): void;
  /**
   * The server lets this side in no more: `session-ended`, `session-revoked` (which ends even what lives), or a code
   * that says why there is no way back.
   */
  onRefused(code: ErrorCode): void;
}

/** The customer's way to the technician. */
export interface Connector extends Rejoining {
  /** Rejects with a `DesksideError`; with the signal's reason when it was aborted. */
  connect(onStep: (step: ConnectStep) => void, signal: AbortSignal): Promise<Connection>;
}

/** The technician's side: waits for the customer. */
export interface Listener extends Rejoining {
  /**
   * Waits for the customer. `onReady` is called once the customer can reach this browser, `onStep` for each
   * step of an attempt, and `onRefused` when an attempt failed; waiting then goes on.
   * Rejects with a `DesksideError` when waiting itself is impossible.
   */
  accept(events: ListenerEvents, signal: AbortSignal): Promise<Connection>;
}

export interface ListenerEvents {
  onReady(): void;
  onStep(step: ConnectStep): void;
  onRefused(code: ErrorCode): void;
  /** The key that lets somebody in at this moment: the very same object until it is replaced. `null`: none. */
  currentKey(): SupportKey | null;
  /** Somebody came by key and proved not to hold this one. `onRefused` is called too. */
  onWrongKey(key: SupportKey): void;
}

/** Makes the support keys of one session. */
export interface SupportKeys {
  /** A new key; the one before stops leading here. Rejects with a `DesksideError`. */
  make(): Promise<SupportKey>;
}

/** The server's record of the session: who is in it, and that it is over. */
export interface SessionRecord {
  /** Says that the link has been used. Never rejects: a session does not depend on its server. */
  markJoined(): Promise<void>;
  /** Says that the session is over. Never rejects. */
  markEnded(): Promise<void>;
}

/** A file that was chosen to be sent. */
export interface OutgoingFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** Where it is in a folder that was chosen as a whole, outermost first; else empty. */
  readonly folders: readonly string[];
  /** When it was changed last, in ms since the epoch. */
  readonly modifiedAtMs: number;
  /** The bytes from `start` up to, not including, `end`. Rejects with a `DesksideError` `file-unreadable`. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Makes ids that nobody can guess. */
export type NewId = () => string;
