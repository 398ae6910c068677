// English words about the technician's own screen, at the technician's.

export const ownScreenWords = {
  region: 'My screen',
  share: 'Share my screen',
  stop: 'Stop sharing my screen',
  choosing: 'Choose what to show in the browser’s window.',
  visible: 'The customer can see your screen',
  /** The browser's title meanwhile. */
  visibleTitle: (title: string) => `● Visible – ${title}`,
  surfaces: {
    monitor: 'Everything on the screen you chose.',
    window: 'The window you chose, and nothing else.',
    browser: 'The browser tab you chose, and nothing else.',
    unknown: 'What you chose.',
  },
  opening: 'The customer cannot see your screen yet, or has closed it. They can open it again.',
  problems: {
    dismissed: 'Your screen is not shown, because nothing was chosen.',
    failed: 'What you chose could not be shown. Try something else.',
    unsupported:
      'This browser can’t share a screen. Use a recent Chrome, Edge, Firefox or Safari on a computer.',
    cut: 'This page was loaded again, which ended showing your screen.',
    notSent: 'Your screen could not be sent, so it was stopped. Try once more.',
    denied: {
      mac: 'This Mac does not allow it. Open System Settings › Privacy & Security › Screen & System Audio Recording, switch this browser on, and start it again.',
      windows: 'This computer does not allow it. A policy of your organisation may forbid it.',
      other:
        'This computer does not allow it. Allow screen capture for this browser in the system’s privacy settings.',
    },
  },
};

export type OwnScreenWords = typeof ownScreenWords;
