// ICE servers for one session: STUN as configured, TURN with credentials that are good for one day.
// Follows draft-uberti-behave-turn-rest-00, which coturn calls `use-auth-secret`.

import { createHmac } from 'node:crypto';
import type { IceServer } from '../src/protocol/session-api.ts';

export interface IceSettings {
  readonly stunUrls: readonly string[];
  /** `null` when no TURN server is configured. */
  readonly turn: { readonly urls: readonly string[]; readonly secret: string } | null;
}

/** How long TURN credentials are good for, in seconds. */
const VALIDITY_S = 24 * 60 * 60;

/** The ICE servers to hand to either side of a session at `nowMs`, in ms since the epoch. */
export function iceServersFor(settings: IceSettings, sessionId: string, nowMs: number): IceServer[] {
  const servers: IceServer[] = [];
  if (settings.stunUrls.length > 0) servers.push({ urls: [...settings.stunUrls] });
  if (settings.turn) {
    const username = `${Math.floor(nowMs / 1000) + VALIDITY_S}:${sessionId}`;
    const credential = createHmac('sha1', settings.turn.secret).update(username).digest('base64');
    servers.push({ urls: [...settings.turn.urls], username, credential });
  }
  return servers;
}
