// Types of embed.js, for those who import it. What each thing means is in docs/embedding.md.

export interface LauncherWords {
  readonly start: string;
  readonly show: string;
  readonly open: string;
  readonly connecting: string;
  readonly connected: string;
  readonly visible: string;
  readonly reconnecting: string;
  readonly ended: string;
  readonly unread: string;
  readonly popupRefused: string;
  readonly openInTab: string;
  readonly serverInvalid: string;
}

export interface SupportState {
  readonly phase: 'open' | 'connecting' | 'connected' | 'reconnecting' | 'ended';
  readonly technician: string | null;
  readonly isScreenVisible: boolean;
  readonly unreadCount: number;
}

export declare class DesksideSupport extends HTMLElement {
  static readonly observedAttributes: string[];
  words: Partial<LauncherWords>;
  readonly state: SupportState | null;
}

type By = 'customer' | 'technician';

export interface DesksideSupportEvents {
  'deskside-ready': CustomEvent<Record<string, never>>;
  'deskside-session-start': CustomEvent<Record<string, never>>;
  'deskside-share-start': CustomEvent<Record<string, never>>;
  'deskside-share-stop': CustomEvent<Record<string, never>>;
  'deskside-message': CustomEvent<{ readonly from: By }>;
  'deskside-file': CustomEvent<{ readonly from: By }>;
  'deskside-session-end': CustomEvent<{ readonly by: By | null; readonly durationMs: number | null }>;
  'deskside-error': CustomEvent<{ readonly code: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-support': DesksideSupport;
  }
  interface HTMLElementEventMap extends DesksideSupportEvents {}
  interface DocumentEventMap extends DesksideSupportEvents {}
}
