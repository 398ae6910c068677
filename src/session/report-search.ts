// Finding reports by what is in them. Pure.

import { filesOf } from './journal-files.ts';
import type { SessionReport } from './session-report.ts';

/** The reports that hold every word of `query`, whatever its case and accents; all of them for an empty one. */
export function searchReports(reports: readonly SessionReport[], query: string): readonly SessionReport[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return reports;
  return reports.filter((report) => {
    const text = fold(
      [
        report.label,
        report.notes,
        ...report.chat.map((message) => message.text),
        ...filesOf(report.journal).map(({ name }) => name),
      ].join('\n'),
    );
    return words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  // By way of capitals, so that ß is found by ss.
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();
}
