// Reports a session to the server, with the customer's ticket.

import { type AbuseReport, abuseReportedSchema } from '../protocol/abuse-report.ts';
import type { SessionServer } from './session-server.ts';

/** Returns the reference. Rejects with a `DesksideError`: the server's own code, or that it can't be reached. */
export async function reportAbuse(
  server: SessionServer,
  { sessionId, ticket }: { readonly sessionId: string; readonly ticket: string },
  report: AbuseReport,
): Promise<string> {
  const path = `/api/sessions/${sessionId}/report`;
  const options = { method: 'POST', ticket, body: report, keepalive: true } as const;
  return (await server.json(abuseReportedSchema, path, options)).reference;
}
