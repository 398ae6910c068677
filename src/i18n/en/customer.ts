// English words of the customer's page. This is the source: other languages have the same keys.
// People are named, so that no word has to guess at anybody's gender.

import type { ConnectStep } from '../../session/ports.ts';
import { customerLineWords, elsewhereWords, shareAgainWords } from './connection.ts';
import { filesWithTechnician } from './files.ts';
import { keyFormWords } from './key.ts';
import { receiptWords } from './receipt.ts';
import { sharedWords } from './shared.ts';
import { viewerWords } from './viewer.ts';

const stepNames: Record<ConnectStep, (name: string) => string> = {
  server: () => 'Reaching the support service',
  peer: (name) => `Reaching ${name}`,
  proof: () => 'Making sure nobody is in between',
};

export const customerWords = {
  ...sharedWords,
  receipt: receiptWords,
  files: filesWithTechnician,
  productName: 'Deskside',
  /** The browser's title during a session with `name`. */
  pageTitle: (name: string) => `${name} – Deskside`,
  /** The same while the screen can be seen. */
  visibleTitle: (title: string) => `● Visible – ${title}`,

  keyForm: keyFormWords,

  loading: 'Looking up who invites you…',
  inviteFailed: 'This link can’t be used',

  join: {
    title: (name: string) => `${name} wants to help you`,
    /** What the server at `host` knows of who invites; it is the address that a customer can check. */
    verified: {
      account: (host: string, organisation: string | null) =>
        `Verified: signed in at ${host} with an account${organisation === null ? '' : ` of ${organisation}`}.`,
      oidc: (host: string, organisation: string | null) =>
        `Verified: signed in at ${host} through ${organisation ?? 'the organisation behind it'}.`,
      none: (host: string) => `Not verified: ${host} does not know who this is.`,
    },
    abilities: {
      screen: (name: string) => `${name} sees your screen only while you share it.`,
      noControl: (name: string) => `${name} cannot control your computer.`,
      chat: 'You can chat, and end the session at any time.',
    },
    shareScreen: 'Join and share my screen',
    withoutSharing: 'Join without sharing',
    cannotShare:
      'This browser can’t share a screen, as no phone’s can. You can still chat, send photos and files, and see what is shown to you. To share your screen, open the link on a computer.',
    warning: {
      title: 'Did you ask for this help?',
      text: 'If somebody you don’t know called or wrote to you about your computer, close this page.',
    },
    encrypted: (name: string) => `Your screen and messages are encrypted between your browser and ${name}’s.`,
    failed: 'You are not connected yet',
    failedStep: (step: string) => `It stopped at this step: ${step}.`,
  },

  connect: {
    title: (name: string) => `Connecting to ${name}`,
    step: stepNames,
    done: 'Done',
    now: 'Now',
    next: 'Next',
    cancel: 'Cancel',
  },

  session: {
    title: (name: string) => `You are connected with ${name}`,
    keepOpen: 'You can use your other programs. Keep this page open.',
    visible: (name: string) => `${name} can see your screen`,
    notVisible: (name: string) => `${name} cannot see your screen`,
    reconnecting: 'Reconnecting…',
    visibleShort: 'Visible',
    notVisibleShort: 'Not visible',
    seen: {
      monitor: (name: string) => `${name} sees everything on the screen you chose.`,
      window: (name: string) => `${name} sees the window you chose, and nothing else.`,
      browser: (name: string) => `${name} sees the browser tab you chose, and nothing else.`,
      unknown: (name: string) => `${name} sees what you chose.`,
    },
    notShared: (name: string) => `Nothing is shared. ${name} can ask to see your screen, and you decide.`,
    notLooking: (name: string) => `You are sharing; ${name} is not looking right now.`,
    paused: (name: string) => `You paused sharing. ${name} sees nothing until you resume.`,
    choose: 'Choose what to share in the browser’s window.',
    typingVisible: (name: string) => `${name} can see what you type.`,
    /** Where each system allows the capture of screens. */
    allowCapture: {
      mac: 'Open System Settings › Privacy & Security › Screen & System Audio Recording, switch this browser on, and start it again.',
      windows: 'A policy of your organisation may forbid it. Ask whoever looks after this computer.',
      other: 'Allow screen capture for this browser in the system’s privacy settings.',
    },
    canAskAgain: (name: string) => `${name} can ask again.`,
  },

  viewer: viewerWords,
  line: customerLineWords,
  elsewhere: elsewhereWords,
  shareAgain: shareAgainWords,

  toolbar: {
    name: 'Support session',
    stopSharing: 'Stop sharing screen',
    /** Each with the word that stands on the button; it is the beginning of the name. */
    pause: { name: 'Pause sharing', short: 'Pause' },
    resume: { name: 'Resume sharing', short: 'Resume' },
    change: { name: 'Change screen', short: 'Change' },
    chat: 'Chat',
    end: 'End session',
    /** Without a question. */
    stopAll: 'Stop everything',
    stopAllHint: (keys: string) => `${keys} stops everything at once.`,
    keepOnTop: 'Keep on top',
    putBack: 'Put back in the page',
    collapse: 'Collapse',
    expand: 'Expand',
    move: 'Move toolbar',
    moveHint: 'Arrow keys move the toolbar. Enter leaves it there, Escape puts it back.',
    unread: (count: number) => (count === 1 ? '1 unread message' : `${count} unread messages`),
  },

  /** On the page, while the session is in a window above the others. */
  onTop: {
    title: 'Your support session is in a window of its own',
    text: 'It stays above other windows. Closing it ends nothing: it comes back here.',
  },

  consent: {
    title: (name: string) => `${name} would like to see your screen`,
    body: (name: string) =>
      `If you say Yes, you choose what to show and can stop at any time. ${name} cannot control your computer.`,
    yes: 'Yes',
    no: 'No',
  },

  notices: {
    ...sharedWords.notices,
    offer: (name: string) => `Get a notice when ${name} writes while you are in another window?`,
    openPage: 'Press here to answer.',
  },

  reportSession: 'Report this session…',

  endBody: (name: string) => `${name} can’t see your screen or chat with you any more after that.`,

  ended: {
    title: 'Session ended',
    text: 'The session has ended. Nobody can see or reach this computer any more.',
    close: 'You can close this page.',
    by: 'Ended by',
    you: 'You',
    duration: 'Duration',
  },
};

/** The same keys, in any language. */
export type CustomerWords = typeof customerWords;
