// English words that both pages use. This is the source: other languages have the same keys.

import type { ErrorCode } from '../../protocol/deskside-error.ts';
import { keyErrors } from './key.ts';
import { reportWords } from './report.ts';

/** What happened and what it means; what to do next. */
export interface ErrorWords {
  readonly what: string;
  readonly next: string;
}

/** What only the console meets, which has words of its own for it (console-errors.ts). */
const atConsole: ErrorWords = {
  what: 'This concerns the technician’s console.',
  next: 'Tell the technician the code below.',
};

const errors: Record<ErrorCode, ErrorWords> = {
  ...keyErrors,
  'link-malformed': {
    what: 'This support link is incomplete or damaged.',
    next: 'Copy the whole link from the message you were sent, or ask the technician to send it once more.',
  },
  'link-unknown': {
    what: 'This support link leads nowhere. Part of it may be wrong, or it may be too old.',
    next: 'Check the link, or ask the technician for a new one.',
  },
  'link-used': {
    what: 'This support link has already been used. Each link works once.',
    next: 'Ask the technician for a new link. If it was not you who used this one, say so.',
  },
  'link-expired': {
    what: 'This support link has expired.',
    next: 'Ask the technician for a new link.',
  },
  'session-ended': {
    what: 'This session has already ended.',
    next: 'If you still need help, ask the technician for a new link.',
  },
  'session-revoked': {
    what: 'Whoever runs the support service has ended this session.',
    next: 'If you still need help, ask the organisation that you know.',
  },
  'server-unreachable': {
    what: 'The support service can’t be reached from here.',
    next: 'Check your internet connection, then try again.',
  },
  'server-busy': {
    what: 'The support service is very busy at the moment.',
    next: 'Wait a minute, then try again.',
  },
  'server-response-invalid': {
    what: 'The support service gave an answer that this page does not understand.',
    next: 'Try again. If it stays like this, give the technician the code below.',
  },
  'sign-in-required': atConsole,
  'sign-in-refused': atConsole,
  'sign-in-limited': atConsole,
  'password-refused': atConsole,
  'technician-blocked': atConsole,
  'oidc-unreachable': atConsole,
  'oidc-failed': atConsole,
  'oidc-not-allowed': atConsole,
  'browser-unsupported': {
    what: 'This browser can’t make the direct connection that a session needs.',
    next: 'Open the link in a recent Chrome, Edge, Firefox or Safari.',
  },
  'signalling-refused': {
    what: 'The support service did not let this page into the session.',
    next: 'Try again. If it stays like this, ask the technician for a new link.',
  },
  'technician-absent': {
    what: 'The technician’s page is not open at the moment.',
    next: 'Ask the technician to keep it open, then try again.',
  },
  'peer-unreachable': {
    what: 'The two browsers could not reach each other. A firewall or a VPN may be in the way.',
    next: 'Try again. If it stays like this, try another network or switch the VPN off.',
  },
  'proof-timeout': {
    what: 'It could not be confirmed in time who is at the other end, so the connection was closed.',
    next: 'Nothing was shared. Try again.',
  },
  'proof-failed': {
    what: 'It could not be confirmed that the right person is at the other end, so the connection was closed.',
    next: 'Nothing was shared. Check that you opened the whole link, or ask the technician for a new one.',
  },
  'version-mismatch': {
    what: 'This page and the other side come from different versions of Deskside.',
    next: 'Reload the page. If that does not help, ask the technician for a new link.',
  },
  'protocol-violation': {
    what: 'The other side sent something that is not accepted here, so the connection was closed.',
    next: 'Start again with a new link.',
  },
  'connection-lost': {
    what: 'The connection was lost and could not be restored.',
    next: 'If you still need help, ask the technician for a new link.',
  },
  'message-too-long': {
    what: 'This message is too long to send.',
    next: 'Shorten it, or send it in parts.',
  },
  'message-not-sent': {
    what: 'The message could not be sent. Your text is still there.',
    next: 'Try again when the connection is back.',
  },
  'copy-failed': {
    what: 'The browser did not allow copying.',
    next: 'Select the text and copy it with the keyboard.',
  },
  'window-refused': {
    what: 'The browser did not open the window above the others.',
    next: 'Press Keep on top again. A window of this kind opens only right after a press, and some browsers have none.',
  },
  'session-not-kept': {
    what: 'This browser keeps nothing for this page, as in a private window.',
    next: 'The session goes on. Do not reload or close this page until it is over.',
  },
  'session-not-kept-full': {
    what: 'There is no room left on this device to keep the session.',
    next: 'The session goes on. Free some space, or do not reload or close this page until it is over.',
  },
  'session-not-restored': {
    what: 'What was kept of your last session is damaged or from another version, so it can’t go on.',
    next: 'Ask for a new link.',
  },
  'screen-picker-dismissed': {
    what: 'Your screen is not shared, because nothing was chosen.',
    next: 'The technician can ask again.',
  },
  'screen-denied-by-system': {
    what: 'Your computer does not allow this browser to share the screen.',
    next: 'Allow screen recording for this browser in the system’s privacy settings. Then the technician can ask again.',
  },
  'screen-source-failed': {
    what: 'What you chose could not be shared.',
    next: 'Choose something else when the technician asks again.',
  },
  'screen-unsupported': {
    what: 'This browser can’t share a screen.',
    next: 'You can use the chat. To share your screen, open a new link on a computer.',
  },
  'screen-not-sent': {
    what: 'Your screen could not be sent, so sharing was stopped.',
    next: 'The technician can ask again.',
  },
  'screen-cut': {
    what: 'This page was loaded again, which ended sharing your screen.',
    next: 'Share it again if you want to go on.',
  },
  'report-not-kept': atConsole,
  'file-changed': {
    what: 'This is another file than before, or it was changed.',
    next: 'Choose the one that was being sent, or cancel and send the new one.',
  },
  'file-unreadable': {
    what: 'This file can’t be read any more. It may have been moved or changed.',
    next: 'Choose it again.',
  },
  'file-damaged': {
    what: 'What arrived is not what was sent, so the file was not kept.',
    next: 'Send it once more.',
  },
  'file-not-permitted': {
    what: 'Files of this kind or size are not allowed in this session.',
    next: 'Choose other files, or ask the technician how else to pass them on.',
  },
  'not-permitted': {
    what: 'Something was tried that the technician’s organisation does not allow, so the session was ended.',
    next: 'If you did not expect this, tell the organisation that you asked for help.',
  },
  'files-too-many': {
    what: 'These are too many files to send at once.',
    next: 'Send fewer at a time, or put them into one ZIP file.',
  },
  'transfer-cut': {
    what: 'One of the two pages was loaded again while this file was on its way.',
    next: 'Send it again.',
  },
  'save-dismissed': {
    what: 'Nothing is saved yet, because no place was chosen.',
    next: 'Choose where to save, or decline the files.',
  },
  'save-failed': {
    what: 'The file could not be saved.',
    next: 'Try another folder, and check that there is room for it. Then have it sent once more.',
  },
  'save-unsupported': {
    what: 'This browser can’t save files that are sent this way.',
    next: 'Use a recent Chrome, Edge, Firefox or Safari, not in a private window.',
  },
  'storage-full': {
    what: 'There is not enough room for this file.',
    next: 'Free some space on this computer. Then have it sent once more.',
  },
};

export const sharedWords = {
  /** BCP 47 tag of these words, for dates and numbers too. */
  language: 'en',
  chat: {
    title: 'Chat',
    log: 'Chat messages',
    message: 'Message',
    send: 'Send',
    empty: 'No messages yet.',
    you: 'You',
    /** Beneath a message that waits for the connection. */
    undelivered: 'Will be sent',
    /** Precedes a message for those who hear it. */
    sentBy: (name: string) => `${name}:`,
    newMessages: 'New messages',
    charactersLeft: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
    tooLong: (max: number) => `Messages can be up to ${max} characters long.`,
    hint: 'Enter sends, Shift+Enter starts a new line.',
  },
  endQuestion: {
    title: 'End session?',
    yes: 'Yes',
    no: 'No',
  },
  notices: {
    turnOn: 'Turn on notices',
    notNow: 'Not now',
    blocked:
      'This browser does not allow notices from this page. You can change that in its settings for this site.',
  },
  /** A page's title while there are unread messages. */
  unreadTitle: (count: number, title: string) => `(${count}) ${title}`,
  errorCode: (code: string) => `Code: ${code}`,
  tryAgain: 'Try again',
  dismiss: 'Dismiss',
  languageLabel: 'Language',
  errors,
  report: reportWords,
};

/** The same keys, in any language. */
export type SharedWords = typeof sharedWords;
