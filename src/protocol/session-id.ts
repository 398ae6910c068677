// A session's id, and the PeerJS ids that both sides derive from it.

import { SESSION_ID_BYTES } from './limits.ts';
import type { Role } from './role.ts';

const PATTERN = new RegExp(`^[0-9a-f]{${SESSION_ID_BYTES * 2}}$`);

/** Whether `text` is a session id: 32 lower-case hexadecimal digits. */
export function isSessionId(text: string): boolean {
  return PATTERN.test(text);
}

/** The id under which a side of a session registers at signalling. */
export function peerIdOf(sessionId: string, role: Role): string {
  return `${sessionId}-${role}`;
}
