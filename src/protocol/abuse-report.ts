// A customer's report about a technician, as it goes to the server: never what was said, sent or shown.

import * as v from 'valibot';

export const ABUSE_REASONS = ['money', 'impostor', 'other'] as const;

/** Longest text of a report, in UTF-16 code units. */
export const MAX_ABUSE_TEXT_LENGTH = 1_000;

/** `POST /api/sessions/:id/report`, request. */
export const abuseReportSchema = v.strictObject({
  reason: v.picklist(ABUSE_REASONS),
  text: v.pipe(v.string(), v.maxLength(MAX_ABUSE_TEXT_LENGTH)),
});
export type AbuseReport = v.InferOutput<typeof abuseReportSchema>;

/** By what a report is named afterwards, such as `BCDF-1234`. */
export const referenceSchema = v.pipe(v.string(), v.regex(/^[A-Z]{4}-\d{4}$/));

/** `POST /api/sessions/:id/report`, answer. */
export const abuseReportedSchema = v.object({ reference: referenceSchema });
