// A session that is not over, as the registry holds it and as it is written down.

import type { Reporter, SessionRecord } from './state-record.ts';
import type { Technician } from './technician.ts';

/** How far a session has come. From `joined` on its link is used up. */
type Stage =
  | { readonly kind: 'invited' }
  | { readonly kind: 'joining'; readonly customerDigest: Buffer }
  | { readonly kind: 'joined'; readonly customerDigest: Buffer };

export interface Session {
  /** Who made it, as they were then. */
  readonly technician: Technician;
  readonly technicianDigest: Buffer;
  /** When the link stops working unless it was used, in ms since the epoch. */
  readonly expiresAtMs: number;
  stage: Stage;
  /** The digits by which a support key leads here, while the session waits for its customer. */
  routing: string | null;
  /** When a side was last at signalling, in ms since the epoch. Not written down: absence counts from each start anew. */
  presentAtMs: number;
}

export function recordOf(sessionId: string, session: Session): SessionRecord {
  const { technician, expiresAtMs, routing, stage } = session;
  const technicianDigest = session.technicianDigest.toString('hex');
  const record = { kind: 'session', sessionId, technician, technicianDigest, expiresAtMs, routing } as const;
  if (stage.kind === 'invited') return { ...record, stage: 'invited' };
  return { ...record, stage: stage.kind, customerDigest: stage.customerDigest.toString('hex') };
}

/** Who may report the session, until then; `null` while no customer has a ticket to it. */
export function reporterOf({ technician, stage }: Session, untilMs: number): Reporter | null {
  if (stage.kind === 'invited') return null;
  const customerDigest = stage.customerDigest.toString('hex');
  return { technician, customerDigest, hasJoined: stage.kind === 'joined', untilMs };
}

/** The session behind a record, with what the record does not say, or not for certain. */
export function sessionOf(
  record: SessionRecord,
  { technician, routing, presentAtMs }: Pick<Session, 'technician' | 'routing' | 'presentAtMs'>,
): Session {
  return {
    technician,
    technicianDigest: Buffer.from(record.technicianDigest, 'hex'),
    expiresAtMs: record.expiresAtMs,
    stage:
      record.stage === 'invited'
        ? { kind: 'invited' }
        : { kind: record.stage, customerDigest: Buffer.from(record.customerDigest, 'hex') },
    routing,
    presentAtMs,
  };
}
