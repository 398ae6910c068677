// A report's facts, in the order in which they are read: for the page in the console and for the saved one. Pure.

import type { SharedWords } from '../../i18n/en/shared.ts';
import { dateTimeText, spanText, timeText } from '../../i18n/format.ts';
import type { SessionReport } from '../../session/session-report.ts';
import { visibleSpans } from '../../session/visible-spans.ts';
import { nameOf, peopleOf } from './describe-entry.ts';

export interface Fact {
  readonly term: string;
  readonly value: string;
}

/** Who, when and how long. */
export function factsOf(report: SessionReport, { report: words, language }: SharedWords): readonly Fact[] {
  const { technician, joinedAtMs, endedAtMs } = report;
  const facts: Fact[] = [{ term: words.technician, value: technician.name }];
  if (technician.organisation !== null) {
    facts.push({ term: words.organisation, value: technician.organisation });
  }
  if (report.side === 'technician') {
    facts.push({ term: words.started, value: dateTimeText(report.startedAtMs, language) });
  }
  facts.push({
    term: words.joined,
    value: joinedAtMs === null ? words.neverJoined : dateTimeText(joinedAtMs, language),
  });
  facts.push({
    term: words.ended,
    value: endedAtMs === null ? words.noEnd : dateTimeText(endedAtMs, language),
  });
  if (endedAtMs !== null) {
    const by = report.endedBy === null ? words.byNobody : nameOf(report.endedBy, peopleOf(report, words));
    facts.push({ term: words.endedBy, value: by });
  }
  if (report.durationMs !== null) {
    facts.push({ term: words.duration, value: spanText(report.durationMs, words.time) });
  }
  if (report.sessionId !== null) facts.push({ term: words.session, value: report.sessionId });
  return facts;
}

export interface Visible {
  /** How often and for how long in all. */
  readonly sum: string;
  /** Each span, as text. */
  readonly spans: readonly string[];
}

/** When the customer's screen could be seen. */
export function visibleOf(report: SessionReport, { report: words, language }: SharedWords): Visible {
  const spans = visibleSpans(report.journal, report.endedAtMs ?? report.savedAtMs);
  const totalMs = spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  return {
    sum:
      spans.length === 0
        ? words.neverVisible
        : words.visibleTotal(spans.length, spanText(totalMs, words.time)),
    spans: spans.map(
      ({ fromMs, toMs }) =>
        `${timeText(fromMs, language)} – ${timeText(toMs, language)} (${spanText(toMs - fromMs, words.time)})`,
    ),
  };
}
