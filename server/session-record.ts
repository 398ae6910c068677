// A session that is not over, as the registry holds it and as it is written down.

import type { Reporter, SessionRecord } from './state-record.ts';
import type { Technician } from './technician.ts';

export interface Session {
  /** Who made it, as they were then. */
  readonly technician: Technician;
  /** When the link stops working unless it was used, in ms since the epoch. */
  readonly expiresAtMs: number;
  /** How far it has come. From `joined` on its link is used up. */
  stage: 'invited' | 'joining' | 'joined';
  /** Customers that were given a ticket so far. Only the last one's is good, unless the stage is `invited` again. */
  generation: number;
  /** The digits by which a support key leads here, while the session waits for its customer. */
  routing: string | null;
  /** When a side was last at signalling, in ms since the epoch. Not written down: absence counts from each start anew. */
  presentAtMs: number;
}

export function recordOf(sessionId: string, session: Session): SessionRecord {
  const { technician, expiresAtMs, routing, stage, generation } = session;
  return { kind: 'session', sessionId, technician, expiresAtMs, routing, stage, generation };
}

/** Who may report the session, until then; `null` while no customer has a ticket to it. */
export function reporterOf({ technician, stage, generation }: Session, untilMs: number): Reporter | null {
  return stage === 'invited' ? null : { technician, generation, hasJoined: stage === 'joined', untilMs };
}

/** The session behind a record, with what the record does not say, or not for certain. */
export function sessionOf(
  { technician, expiresAtMs, stage, generation }: SessionRecord,
  rest: Pick<Session, 'routing' | 'presentAtMs'>,
): Session {
  return { technician, expiresAtMs, stage, generation, ...rest };
}
