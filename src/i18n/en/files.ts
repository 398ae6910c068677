// English words about files, on both pages. Each page says in its own way who the other side is.

import type { SharedWords } from './shared.ts';

/** The other side, as parts of sentences. Some languages melt a preposition into what follows it. */
export interface OtherSide {
  /** At the beginning of a sentence. */
  start(name: string): string;
  /** Within one. */
  mid(name: string): string;
  /** As where something goes. */
  to(name: string): string;
  /** As where something comes from. */
  from(name: string): string;
}

const named: OtherSide = {
  start: (name) => name,
  mid: (name) => name,
  to: (name) => `to ${name}`,
  from: (name) => `from ${name}`,
};

const customer: OtherSide = {
  start: () => 'The customer',
  mid: () => 'the customer',
  to: () => 'to the customer',
  from: () => 'from the customer',
};

function files(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}

function wordsAbout(other: OtherSide) {
  return {
    menu: {
      button: 'File transfer',
      /** What stands on it: a part of its name. */
      short: 'File transfer',
      send: (name: string) => `Send files ${other.to(name)}…`,
      viewStatus: 'View status',
      /** The console's shorter buttons. */
      sendShort: 'Send files',
      /** What the button is described by while files are under way. */
      running: (count: number, percent: string) =>
        count === 1
          ? `1 file is being transferred, ${percent}`
          : `${count} files are being transferred, ${percent}`,
      waiting: (count: number, name: string) => `${files(count)} not answered yet by ${other.mid(name)}`,
    },

    sending: {
      title: (name: string) => `Send files ${other.to(name)}`,
      asked: (name: string) => `${other.start(name)} is asked first, and chooses where to save them.`,
      drop: 'Drop files or folders here',
      /** Over the whole page while files are dragged across it. */
      dropAnywhere: (name: string) => `Drop to send ${other.to(name)}`,
      chooseFiles: 'Choose files',
      takePhoto: 'Take a photo',
      chooseFolder: 'Choose a folder',
      reading: 'Reading the folder…',
      chosen: 'Chosen files',
      remove: (file: string) => `Remove ${file}`,
      total: (count: number, size: string) => `${files(count)}, ${size}`,
      tooMany: (max: number) => `Up to ${max} files can be sent at once. The others were left out.`,
      send: 'Send',
      cancel: 'Cancel',
    },

    incoming: {
      title: 'Incoming file transfer',
      intro: (count: number, name: string) =>
        count === 1
          ? `${other.start(name)} would like to send you a file.`
          : `${other.start(name)} would like to send you ${count} files.`,
      list: 'Offered files',
      total: (count: number, size: string) => `${files(count)}, ${size}`,
      program: 'Program',
      programWarning: 'Programs can change this computer. Save it only if you expected it.',
      programsWarning: 'Programs can change this computer. Save them only if you expected them.',
      choosing: 'Choose where to save in the browser’s window.',
      more: (count: number) =>
        count === 1 ? 'One more offer comes after this one.' : `${count} more offers come after this one.`,
      save: 'Save',
      decline: 'Decline',
    },

    status: {
      title: 'File transfers',
      list: 'Files of this session',
      close: 'Close',
      empty: 'No files have been sent or received in this session.',
      sentTo: (name: string) => `Sent ${other.to(name)}`,
      sendingTo: (name: string) => `Sending ${other.to(name)}`,
      offeredTo: (name: string) => `Offered ${other.to(name)}`,
      from: (name: string) => `From ${other.mid(name)}`,
      waiting: (name: string) => `Waiting for ${other.mid(name)} to accept`,
      waitingForYou: 'Waiting for your answer',
      queued: 'Waiting for its turn',
      choosing: 'Choose where to save',
      moved: (moved: string, total: string) => `${moved} of ${total}`,
      timeLeft: (time: string) => `${time} left`,
      secondsLeft: 'a few seconds left',
      lineDown: 'goes on when the connection is back',
      checking: 'Checking that all of it arrived…',
      sent: 'Sent and checked',
      saved: 'Saved and checked',
      took: (size: string, time: string) => `${size} in ${time}`,
      declinedByYou: 'You declined',
      declinedBy: (name: string) => `${other.start(name)} declined`,
      cancelledByYou: 'Cancelled by you',
      cancelledBy: (name: string) => `Cancelled by ${other.mid(name)}`,
      cancel: 'Cancel',
      path: (connections: number, isRelayed: boolean) =>
        `${connections === 1 ? '1 connection' : `${connections} connections`}, ${isRelayed ? 'through a relay' : 'directly from browser to browser'}`,
      heldReloaded: 'Goes on by itself in a moment',
      heldFileNeeded: 'Stopped, since this page was loaded again',
      heldAwaitsFile: (name: string) => `Waiting for ${other.mid(name)} to choose the file again`,
      pausedByYou: 'Paused by you',
      pausedBy: (name: string) => `Paused by ${other.mid(name)}`,
      full: 'There is no room left here. Free some, then continue.',
      fullThere: (name: string) => `${other.start(name)} has no room for it at the moment`,
      sendAgain: 'Send again',
      pause: 'Pause',
      continue: 'Continue',
      chooseAgain: 'Choose the file again…',
      saveAgain: 'Save again',
      details: 'Checksum',
      copy: 'Copy checksum',
      copied: 'Copied',
    },

    /** Told politely when it happens, and shown while the list is closed. */
    news: {
      startedOutgoing: (subject: string, name: string) => `${subject}: on the way ${other.to(name)}.`,
      startedIncoming: (subject: string, name: string) => `${subject}: on the way ${other.from(name)}.`,
      sent: (subject: string, name: string) => `Sent ${other.to(name)}: ${subject}.`,
      saved: (subject: string) => `Saved: ${subject}.`,
      declined: (subject: string, name: string) => `${other.start(name)} declined: ${subject}.`,
      cancelled: (subject: string, name: string) => `${other.start(name)} cancelled: ${subject}.`,
      notSent: (subject: string) => `Not sent: ${subject}.`,
      notSaved: (subject: string) => `Not received: ${subject}.`,
      files,
      partly: (done: number, total: number) => `${done} of ${total} files arrived.`,
      view: 'View status',
      dismiss: 'Dismiss',
    },
  };
}

/** The customer's page: the technician has a name. */
export const filesWithTechnician = wordsAbout(named);

/** The technician's console: the customer has none. */
export const filesWithCustomer = wordsAbout(customer);

/** The same keys, in any language and about anybody. */
export type FileWords = typeof filesWithTechnician;

/** The words of either page, as far as both show files. */
export interface WordsWithFiles extends SharedWords {
  readonly files: FileWords;
}
