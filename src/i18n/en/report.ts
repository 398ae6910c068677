// English words of reports and receipts, which both pages write. This is the source: other languages have the
// same keys.

import type { Surface } from '../../protocol/control-message.ts';
import type { ScreenAnswer } from '../../session/journal.ts';
import type { FileOutcome } from '../../session/journal-files.ts';

/** Who is meant, as the reader of the page calls them. */
export interface ReportPeople {
  /** A name. */
  readonly technician: string;
  /** At the beginning of a sentence. */
  readonly customer: string;
  /** The customer's screen, within a sentence. */
  readonly screen: string;
}

const surfaces: Record<Surface, string> = {
  monitor: 'entire screen',
  window: 'one window',
  browser: 'one browser tab',
  unknown: 'kind not known',
};

const answers: Record<ScreenAnswer, (who: ReportPeople) => string> = {
  agreed: ({ customer }) => `${customer} agreed.`,
  declined: ({ customer }) => `${customer} declined.`,
  withdrawn: ({ technician }) => `${technician} took the request back.`,
  failed: () => 'The browser could not share anything.',
  unsupported: () => 'That browser can’t share a screen.',
};

const outcomes: Record<FileOutcome, string> = {
  offered: 'Not answered',
  accepted: 'Not finished',
  declined: 'Declined',
  cancelled: 'Cancelled',
  failed: 'Failed',
  done: 'Complete',
};

export const reportWords = {
  /** The customer, to a technician. */
  customer: 'The customer',
  customersScreen: 'the customer’s screen',
  /** The same, to the customer. */
  you: 'You',
  yourScreen: 'your screen',

  reportTitle: 'Session report',
  receiptTitle: 'Your copy of the session',
  technician: 'Technician',
  organisation: 'Organisation',
  session: 'Session',
  started: 'Started',
  joined: 'Joined',
  ended: 'Ended',
  endedBy: 'Ended by',
  byNobody: 'Lost connection',
  noEnd: 'No end was recorded',
  duration: 'Duration',
  neverJoined: 'Nobody joined',
  written: (time: string) => `Written ${time}`,
  timeZone: (zone: string) => `Times are in ${zone}.`,

  timeline: 'What happened',
  nothingHappened: 'Nothing happened.',
  visible: 'When the screen could be seen',
  neverVisible: 'The screen was never visible.',
  visibleTotal: (count: number, total: string) =>
    count === 1 ? `Once, for ${total}.` : `${count} times, ${total} in all.`,
  files: 'Files',
  noFiles: 'No files were sent.',
  /** Before the checksum of a file. */
  checksum: 'Checksum',
  outcomes,
  chat: 'Chat',
  noChat: 'No messages were written.',
  notes: 'Notes',
  code: (code: string) => `Code: ${code}`,

  surfaces,
  entries: {
    omitted: (count: number) =>
      count === 1 ? 'An earlier entry was not kept.' : `${count} earlier entries were not kept.`,
    joinRefused: 'Somebody tried to join and was turned away.',
    joined: (who: ReportPeople) => `${who.customer} joined.`,
    interrupted: 'The connection was interrupted.',
    restored: 'The connection was restored.',
    endedBy: (name: string) => `${name} ended the session.`,
    lost: 'The connection was lost, and the session ended.',
    asked: (who: ReportPeople) => `${who.technician} asked to see ${who.screen}.`,
    answers,
    startedAsked: (who: ReportPeople, surface: string) => `${who.customer} began to share: ${surface}.`,
    started: (who: ReportPeople, surface: string) =>
      `${who.customer} began to share without being asked: ${surface}.`,
    changed: (who: ReportPeople, surface: string) => `${who.customer} changed what is shared: ${surface}.`,
    paused: (who: ReportPeople) => `${who.customer} paused sharing.`,
    resumed: (who: ReportPeople) => `${who.customer} resumed sharing.`,
    stopped: 'Sharing stopped.',
    stoppedAfter: (time: string) => `Sharing stopped after ${time}.`,
    viewingStopped: (who: ReportPeople) => `${who.technician} stopped viewing.`,
    viewingResumed: (who: ReportPeople) => `${who.technician} resumed viewing.`,
    ownStarted: (who: ReportPeople) => `${who.technician} began to show a screen.`,
    ownStartedWith: (who: ReportPeople, surface: string) =>
      `${who.technician} began to show a screen: ${surface}.`,
    ownStopped: (who: ReportPeople) => `${who.technician} stopped showing it.`,
    ownStoppedAfter: (who: ReportPeople, time: string) =>
      `${who.technician} stopped showing it after ${time}.`,
    viewerClosed: (who: ReportPeople) => `${who.customer} closed the view of it.`,
    viewerOpened: (who: ReportPeople) => `${who.customer} opened the view of it.`,
    fileOffered: (name: string, file: string, size: string) => `${name} offered “${file}” (${size}).`,
    fileAccepted: (name: string, file: string) => `${name} accepted “${file}”.`,
    fileDeclined: (name: string, file: string) => `${name} declined “${file}”.`,
    fileCancelled: (name: string, file: string) => `${name} cancelled “${file}”.`,
    fileFailed: (file: string) => `“${file}” could not be sent.`,
    fileDone: (file: string) => `“${file}” arrived whole.`,
  },

  time: (hours: number, minutes: number, seconds: number) =>
    hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`,
};

/** The same keys, in any language. */
export type ReportWords = typeof reportWords;
