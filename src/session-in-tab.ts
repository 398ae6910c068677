// One tab of a browser has a session: under which name it claims it, and how it lets go when another tab takes over.

import type { Role } from './protocol/role.ts';
import type { SupportSession, SupportState } from './session/support-session.ts';
import type { SessionClaim } from './storage/session-claim.ts';

export function claimName(role: Role, sessionId: string): string {
  return `deskside-session.${role}.${sessionId}`;
}

/** When another tab asks for what is being claimed, lets go of the session, and says so. */
export async function handOverWhenAsked(
  claiming: Promise<SessionClaim | null>,
  session: SupportSession<SupportState>,
  onTaken: () => void,
): Promise<void> {
  const claim = await claiming;
  claim?.onTaken(async () => {
    await session.suspend();
    onTaken();
  });
}
