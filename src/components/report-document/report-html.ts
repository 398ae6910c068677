// A report or a receipt as one HTML page that needs nothing else: no script, no request, everything escaped,
// readable on paper too. Pure.

import type { ReportPeople } from '../../i18n/en/report.ts';
import type { SharedWords } from '../../i18n/en/shared.ts';
import { dateTimeText, sizeText, timeText } from '../../i18n/format.ts';
import { directionOf } from '../../i18n/language.ts';
import { filesOf } from '../../session/journal-files.ts';
import type { SessionReport } from '../../session/session-report.ts';
import { describeEntry, nameOf, peopleOf } from './describe-entry.ts';
import { type Markup, markup } from './markup.ts';
import { factsOf, visibleOf } from './report-facts.ts';
import { reportStyles } from './report-styles.ts';

/** Nothing may be loaded or run, whatever somebody managed to write into a chat. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The page, in the language of `words`. */
export function reportHtml(report: SessionReport, words: SharedWords): string {
  const { language, report: texts } = words;
  const people = peopleOf(report, texts);
  const title = report.side === 'customer' ? texts.receiptTitle : texts.reportTitle;
  const heading = report.label === '' ? title : `${title}: ${report.label}`;
  const page = markup`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${heading} – ${dateTimeText(report.joinedAtMs ?? report.startedAtMs, language)}</title>
${reportStyles}
</head>
<body>
<main>
<h1>${heading}</h1>
<dl>
${factsOf(report, words).map(({ term, value }) => markup`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
</dl>
${report.notes === '' ? null : section(texts.notes, markup`<p class="text" dir="auto">${report.notes}</p>`)}
${section(texts.visible, visiblePart(report, words))}
${section(texts.timeline, timelinePart(report, words, people))}
${section(texts.files, filesPart(report, words, people))}
${section(texts.chat, chatPart(report, words, people))}
<footer>
<p>${texts.timeZone(Intl.DateTimeFormat(language).resolvedOptions().timeZone)} ${texts.written(dateTimeText(report.savedAtMs, language))}. Deskside.</p>
</footer>
</main>
</body>
</html>
`;
  return page.text;
}

function section(heading: string, content: Markup): Markup {
  return markup`<section>
<h2>${heading}</h2>
${content}
</section>`;
}

function visiblePart(report: SessionReport, words: SharedWords): Markup {
  const { sum, spans } = visibleOf(report, words);
  return markup`<p>${sum}</p>
${spans.length === 0 ? null : markup`<ul>${spans.map((span) => markup`<li>${span}</li>`)}</ul>`}`;
}

function timelinePart({ journal }: SessionReport, words: SharedWords, people: ReportPeople): Markup {
  const { language, report: texts } = words;
  if (journal.length === 0) return markup`<p>${texts.nothingHappened}</p>`;
  return markup`<ol class="timeline">
${journal.map(
  (entry) =>
    markup`<li data-kind="${entry.kind}">${moment(entry.atMs, language)} <span>${describeEntry(entry, people, texts, language)}</span></li>`,
)}
</ol>`;
}

function filesPart({ journal }: SessionReport, words: SharedWords, people: ReportPeople): Markup {
  const { language, report: texts } = words;
  const files = filesOf(journal);
  if (files.length === 0) return markup`<p>${texts.noFiles}</p>`;
  return markup`<ul class="files">
${files.map(({ name, sizeBytes, from, outcome, checksum }) => {
  const facts = [sizeText(sizeBytes, language), nameOf(from, people), texts.outcomes[outcome]].join(' · ');
  const hash =
    checksum === null
      ? null
      : markup`<br><small>${texts.checksum} <code dir="ltr">${checksum}</code></small>`;
  return markup`<li><strong><bdi>${name}</bdi></strong><br>${facts}${hash}</li>`;
})}
</ul>`;
}

function chatPart({ chat }: SessionReport, words: SharedWords, people: ReportPeople): Markup {
  const { language, report: texts } = words;
  if (chat.length === 0) return markup`<p>${texts.noChat}</p>`;
  return markup`<ol class="chat">
${chat.map(
  ({ from, text, atMs }) =>
    markup`<li>${moment(atMs, language)} <strong>${nameOf(from, people)}</strong> <p class="text" dir="auto">${text}</p></li>`,
)}
</ol>`;
}

function moment(atMs: number, language: string): Markup {
  return markup`<time datetime="${new Date(atMs).toISOString()}">${timeText(atMs, language)}</time>`;
}
