// English words of the technician's console. This is the source: other languages have the same keys.

import { elsewhereWords, technicianLineWords } from './connection.ts';
import { consoleWords } from './console.ts';
import { consoleErrors } from './console-errors.ts';
import { filesWithCustomer } from './files.ts';
import { inviteKeyWords, technicianKeyErrors } from './invite-key.ts';
import { ownScreenWords } from './own-screen.ts';
import { sharedWords } from './shared.ts';

export const technicianWords = {
  ...sharedWords,
  ...consoleWords,
  files: filesWithCustomer,
  // The same codes, said to the person who invites.
  errors: {
    ...sharedWords.errors,
    ...consoleErrors,
    ...technicianKeyErrors,
    'session-ended': {
      what: 'This session is already over on the server.',
      next: 'Start a new session.',
    },
    'session-revoked': {
      what: 'Your administrator has ended this session, signed you out or changed your password.',
      next: 'Start a new session. If you are asked to, sign in again.',
    },
    'session-not-restored': {
      what: 'What was kept of a session is damaged or from another version, so it can’t go on.',
      next: 'Start a new session and send the customer its link.',
    },
    'browser-unsupported': {
      what: 'This browser can’t make the direct connection that a session needs.',
      next: 'Use the console in a recent Chrome, Edge, Firefox or Safari.',
    },
    'signalling-refused': {
      what: 'The server did not let this page wait for the customer.',
      next: 'Try again. If it stays like this, start a new session.',
    },
    'signalling-lost': {
      what: 'The connection to the server broke off before the customer came.',
      next: 'Check your internet connection, then try again.',
    },
    'version-mismatch': {
      what: 'The customer’s page comes from another version of Deskside than this one.',
      next: 'Reload this page and send the customer a new link.',
    },
    'protocol-violation': {
      what: 'The other side sent something that is not accepted here, so the connection was closed.',
      next: 'Start a new session with a new link.',
    },
    'server-response-invalid': {
      what: 'The server gave an answer that this page does not understand.',
      next: 'Reload the page. If it stays like this, show your administrator the code below.',
    },
    'proof-failed': {
      what: 'Someone tried to join with a link that does not match, and was turned away. They saw nothing.',
      next: 'Still waiting. If it was your customer, ask them to open the whole link again.',
    },
    'proof-timeout': {
      what: 'Someone tried to join, but their browser did not prove in time that it has the link.',
      next: 'Still waiting. If it was your customer, ask them to open the link again.',
    },
    'peer-unreachable': {
      what: 'The customer’s browser and yours could not reach each other.',
      next: 'Still waiting. Ask the customer to try again, if they can from another network.',
    },
    'connection-lost': {
      what: 'The connection to the customer was lost and could not be restored.',
      next: 'Start a new session and send them the new link.',
    },
    'copy-failed': {
      what: 'The browser did not let us copy this. It is selected for you.',
      next: 'Press Ctrl+C, or ⌘C on a Mac.',
    },
  },
  productName: 'Deskside',
  consoleName: 'Deskside console',
  /** The browser's title while the console is in some state. */
  pageTitle: (state: string) => `${state} – Deskside console`,
  customer: 'Customer',
  loading: 'Finding out who you are…',

  signIn: {
    title: 'Sign in to the console',
    intro: 'Open the sign-in link that the server printed when it started. It signs you in by itself.',
    orToken: 'Or paste the token from that link, the part after “#”.',
    token: 'Console token',
    submit: 'Sign in',
    or: 'or',
    username: 'Username',
    password: 'Password',
    /** A button: the organisation's own sign-in. */
    withOrganisation: (organisation: string) => `Sign in with ${organisation}`,
    withOwn: 'Sign in with your organisation',
    busy: 'Signing in…',
  },

  signOut: {
    open: 'Sign out',
    signedInAs: (who: string) => `Signed in as ${who}`,
    title: 'Sign out?',
    /** `count` is at least one where the question is asked. */
    body: (count: number) =>
      count === 1 ? 'That ends your session.' : `That ends all of your ${count} sessions.`,
    yes: 'Sign out',
    no: 'Stay',
  },

  start: {
    title: (name: string) => `Hello, ${name}`,
    organisation: (organisation: string) => `Customers see you as ${organisation}.`,
    newSession: 'New session',
    creating: 'Making a session…',
    stepsTitle: 'How a session goes',
    steps: [
      {
        title: 'Give the link',
        text: 'A new session makes a support link. Send it by mail, chat or ticket.',
      },
      { title: 'The customer opens it', text: 'Any recent browser will do. They install nothing.' },
      { title: 'Ask to see the screen', text: 'They say yes or no, and can stop whenever they like.' },
    ],
  },

  status: {
    gettingReady: 'Getting ready…',
    waiting: 'Waiting for the customer',
    peer: 'The customer is connecting…',
    proof: 'Checking the customer’s link…',
    connected: 'Connected',
    reconnecting: 'Reconnecting…',
    failed: 'The session could not start',
    endedByCustomer: 'The customer ended the session',
    endedByTechnician: 'You ended the session',
    lost: 'The connection was lost',
    revoked: 'Your administrator ended the session',
  },

  inviteKey: inviteKeyWords,

  invite: {
    title: 'Invite the customer',
    intro:
      'Send the link to the person you want to help, or read them the key. The session begins when they join.',
    link: 'Support link',
    copy: 'Copy link',
    copyMessage: 'Copy message',
    copied: 'Copied',
    message: 'Message to the customer',
    customerLanguage: 'Customer’s language',
    qrCode: 'QR code of the support link',
    once: 'Link and key work once, for one person.',
    until: (time: string) => `Unused, they stop working ${time}.`,
    stepsTitle: 'Where it stands',
    steps: { opens: 'They use link or key', connects: 'Browsers connect', proves: 'Link or key is checked' },
    keepOpen: 'Keep this page open. The customer appears here by themselves.',
    keepSecret: 'Whoever has the link or the key can join. Give them to your customer only.',
  },

  session: {
    end: 'End session',
    endBody: 'The customer’s screen disappears from here and the chat closes. To go on, you need a new link.',
    endUnusedBody: 'The support link and the key stop working at once.',
    isVisible: 'Customer’s screen is visible',
    reads: (language: string) => `Reads ${language}`,
  },

  screen: {
    region: "Customer's screen",
    request: 'Request screen view',
    cancelRequest: 'Cancel request',
    stop: 'Stop viewing',
    resume: 'Resume viewing',
    requesting: {
      title: 'Waiting for the customer’s answer…',
      text: 'They see your question now. They choose what to share.',
    },
    waitingForPicture: { title: 'Waiting for the picture…', text: 'The customer has begun to share.' },
    paused: {
      title: 'The customer paused sharing',
      text: 'The picture comes back by itself when they resume.',
    },
    notWatching: {
      title: 'You stopped viewing',
      text: 'The customer knows. Resume any time.',
    },
    off: {
      'not-shared': {
        title: 'Nothing is shared yet',
        text: 'Ask to see the screen. The customer says yes or no, and the chat works meanwhile.',
      },
      declined: {
        title: 'The customer declined',
        text: 'Say in the chat why you would like to look, then ask again if they agree.',
      },
      failed: {
        title: 'The customer’s browser could not share the screen',
        text: 'Their system may forbid it. Ask what they see on their side, then ask again.',
      },
      unsupported: {
        title: 'The customer’s browser can’t share a screen',
        text: 'Phones and tablets can’t. Chat on, or ask them to open a new link on a computer.',
      },
      'page-reloaded': {
        title: 'The customer’s page was loaded again',
        text: 'That ended sharing. They are asked to share again; you can ask too.',
      },
      'stopped-by-customer': {
        title: 'The customer stopped sharing',
        text: 'You can’t see their screen any more. Ask again when you need it.',
      },
    },
    view: 'View',
    fit: 'Fit',
    actualSize: '100 %',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomLevel: (percent: number) => `${percent} %`,
    saveStill: 'Save a still',
    fullScreen: 'Full screen',
    leaveFullScreen: 'Leave full screen',
    /** The picture can be scrolled; this names it for the keyboard. */
    picture: 'Picture of the customer’s screen',
    resolution: (width: number, height: number) => `${width} × ${height}`,
    surfaces: {
      monitor: 'Entire screen',
      window: 'One window',
      browser: 'One browser tab',
      unknown: 'Shared',
    },
  },

  ended: {
    title: 'Session ended',
    nothingVisible: 'Nobody can see or reach the customer’s computer any more.',
    neverJoined: 'The customer had not joined. The link no longer works.',
    duration: 'Duration',
    endedBy: 'Ended by',
    byCustomer: 'The customer',
    byTechnician: 'You',
    byNobody: 'Lost connection',
    messages: 'Messages',
    report: 'Show report',
    close: 'Remove from list',
  },

  ownScreen: ownScreenWords,
  line: technicianLineWords,
  elsewhere: elsewhereWords,
  notices: {
    ...sharedWords.notices,
    offer: 'Get a notice when the customer joins or writes while you are in another window?',
    openPage: 'Press here to answer.',
    joined: { title: 'The customer has joined', body: 'The session has begun.' },
    agreed: { title: 'The customer shares their screen', body: 'Press here to see it.' },
  },

  shortcuts: {
    title: 'Keyboard shortcuts',
    open: 'Keyboard shortcuts',
    close: 'Close',
    intro: 'They work anywhere outside a text field.',
    isEnabled: 'Use single-key shortcuts',
    actions: {
      request: 'Request screen view, or cancel the request',
      watch: 'Stop or resume viewing',
      fit: 'Fit the picture',
      actualSize: 'Picture at 100 %',
      zoomIn: 'Zoom in',
      zoomOut: 'Zoom out',
      fullScreen: 'Full screen',
      ownScreen: 'Share my screen, or stop sharing it',
      chat: 'Write a message',
      sendFiles: 'Send files',
      viewFiles: 'File transfers',
      end: 'End session',
      newSession: 'New session',
      nextSession: 'Next session',
      previousSession: 'Previous session',
      help: 'This list',
    },
    /** A control's tooltip: what it does, and its key. */
    tooltip: (action: string, key: string) => `${action} (${key})`,
  },
};

/** The same keys, in any language. */
export type TechnicianWords = typeof technicianWords;
