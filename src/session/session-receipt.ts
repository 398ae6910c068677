// The customer's receipt: a report of the session as their side knows it. Pure.

import type { CustomerState } from './customer-session.ts';
import { NO_NOTES, reportOf, type SessionReport } from './session-report.ts';

/** The receipt of a session that is over; `null` where it never was one, so that there is nothing to keep. */
export function receiptOf(state: CustomerState): SessionReport | null {
  const { journal, technician } = state;
  const joinedAtMs = journal.find(({ kind }) => kind === 'joined')?.atMs;
  const endedAtMs = journal.findLast(({ kind }) => kind === 'ended')?.atMs;
  if (joinedAtMs === undefined || endedAtMs === undefined) return null;
  const source = {
    side: 'customer',
    sessionId: null,
    technician,
    startedAtMs: joinedAtMs,
    notes: NO_NOTES,
  } as const;
  return reportOf(source, state, endedAtMs);
}
