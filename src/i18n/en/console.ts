// English words of several sessions in one console, their notes and their reports. This is the source: other
// languages have the same keys.

export const consoleWords = {
  sessions: {
    title: 'Sessions',
    newSession: 'New session',
    creating: 'Making a session…',
    /** A session that was given no name of its own. */
    numbered: (number: number) => `Session ${number}`,
    close: (name: string) => `Close ${name}`,
    unread: (count: number) => (count === 1 ? '1 unread message' : `${count} unread messages`),
    /** The customer's screen can be seen here. */
    visible: 'Screen visible',
    /** Something waits for an answer here. */
    offersFiles: 'Offers files',
    ownScreenSeen: 'Sees your screen',
    state: {
      gettingReady: 'Getting ready',
      waiting: 'Waiting',
      connecting: 'Connecting',
      connected: 'Connected',
      reconnecting: 'Reconnecting',
      failed: 'Could not start',
      endedByCustomer: 'Ended by customer',
      endedByTechnician: 'Ended by you',
      lost: 'Connection lost',
    },
    /** Read aloud when something happens in a session that is not in view. */
    news: (name: string, what: string) => `${name}: ${what}`,
  },

  notes: {
    title: 'Notes',
    label: 'Session name',
    labelHint: 'Ticket number or name',
    hint: 'For you only',
  },

  reports: {
    title: 'Reports',
    open: 'Reports',
    back: 'Back to the console',
    backToList: 'All reports',
    intro: 'Reports are kept in this browser only.',
    search: 'Search',
    searchHint: 'Name, notes, messages, file names',
    none: 'No reports yet. One is written for each session that somebody joins.',
    noneFound: 'No report matches.',
    found: (count: number) => (count === 1 ? '1 report' : `${count} reports`),
    damaged: (count: number) =>
      count === 1
        ? 'One more report is there but can’t be read.'
        : `${count} more reports are there but can’t be read.`,
    unnamed: 'Session without a name',
    messages: (count: number) => (count === 1 ? '1 message' : `${count} messages`),
    files: (count: number) => (count === 1 ? '1 file' : `${count} files`),
    shares: (count: number) => (count === 1 ? 'screen shown once' : `screen shown ${count} times`),
    download: 'Download report',
    formatHtml: 'As a page (HTML)',
    formatJson: 'As data (JSON)',
    delete: 'Delete report',
    deleteQuestion: 'Delete this report?',
    deleteAll: 'Delete all reports',
    deleteAllQuestion: 'Delete all reports?',
    deleteBody: 'It is deleted from this browser for good.',
    deleteAllBody: 'All of them are deleted from this browser for good.',
    yes: 'Delete',
    no: 'Keep',
    retention: 'Delete reports after',
    retentionChoices: {
      7: '7 days',
      30: '30 days',
      90: '90 days',
      365: 'A year',
      never: 'Never',
    },
  },
};

/** The same keys, in any language. */
export type ConsoleWords = typeof consoleWords;
