// An entry of a journal as a sentence. Pure.

import type { ReportPeople, ReportWords } from '../../i18n/en/report.ts';
import { sizeText, spanText } from '../../i18n/format.ts';
import type { Role } from '../../protocol/role.ts';
import { assertNever } from '../../session/assert-never.ts';
import type { JournalEntry } from '../../session/journal.ts';
import type { SessionReport } from '../../session/session-report.ts';

/** Who is who to the reader of a report. */
export function peopleOf({ side, technician }: SessionReport, words: ReportWords): ReportPeople {
  return side === 'technician'
    ? { technician: technician.name, customer: words.customer, screen: words.customersScreen }
    : { technician: technician.name, customer: words.you, screen: words.yourScreen };
}

/** What the reader calls a side. */
export function nameOf(role: Role, people: ReportPeople): string {
  return role === 'technician' ? people.technician : people.customer;
}

/** `language` is the BCP 47 tag of `words`. */
export function describeEntry(
  entry: JournalEntry,
  people: ReportPeople,
  words: ReportWords,
  language: string,
): string {
  const { entries, surfaces } = words;
  const span = (ms: number): string => spanText(ms, words.time);
  switch (entry.kind) {
    case 'omitted':
      return entries.omitted(entry.count);
    case 'join-refused':
      return `${entries.joinRefused} ${words.code(entry.code)}`;
    case 'joined':
      return entries.joined(people);
    case 'interrupted':
      return entries.interrupted;
    case 'restored':
      return entries.restored;
    case 'ended':
      if (entry.by !== null) return entries.endedBy(nameOf(entry.by, people));
      return entry.code === null ? entries.lost : `${entries.lost} ${words.code(entry.code)}`;
    case 'screen-asked':
      return entries.asked(people);
    case 'screen-answered':
      return entries.answers[entry.answer](people);
    case 'screen-started':
      return entry.isAsked
        ? entries.startedAsked(people, surfaces[entry.surface])
        : entries.started(people, surfaces[entry.surface]);
    case 'screen-changed':
      return entries.changed(people, surfaces[entry.surface]);
    case 'screen-paused':
      return entries.paused(people);
    case 'screen-resumed':
      return entries.resumed(people);
    case 'screen-stopped':
      return entry.durationMs === null ? entries.stopped : entries.stoppedAfter(span(entry.durationMs));
    case 'viewing-stopped':
      return entries.viewingStopped(people);
    case 'viewing-resumed':
      return entries.viewingResumed(people);
    case 'own-screen-started':
      return entry.surface === null
        ? entries.ownStarted(people)
        : entries.ownStartedWith(people, surfaces[entry.surface]);
    case 'own-screen-stopped':
      return entry.durationMs === null
        ? entries.ownStopped(people)
        : entries.ownStoppedAfter(people, span(entry.durationMs));
    case 'viewer-closed':
      return entries.viewerClosed(people);
    case 'viewer-opened':
      return entries.viewerOpened(people);
    case 'file-offered': {
      const { from, name, sizeBytes } = entry.file;
      return entries.fileOffered(nameOf(from, people), name, sizeText(sizeBytes, language));
    }
    case 'file-accepted':
      return entries.fileAccepted(receiverOf(entry.file.from, people), entry.file.name);
    case 'file-declined':
      return entries.fileDeclined(receiverOf(entry.file.from, people), entry.file.name);
    case 'file-cancelled':
      return entries.fileCancelled(nameOf(entry.by, people), entry.file.name);
    case 'file-failed':
      return `${entries.fileFailed(entry.file.name)} ${words.code(entry.code)}`;
    case 'file-done':
      return entries.fileDone(entry.file.name);
    default:
      return assertNever(entry);
  }
}

function receiverOf(from: Role, people: ReportPeople): string {
  return nameOf(from === 'technician' ? 'customer' : 'technician', people);
}
