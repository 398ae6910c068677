// A snapshot of a session with something of everything, for tests.

import { type CustomerSnapshot, SNAPSHOT_VERSION, type TechnicianSnapshot } from './session-snapshot.ts';

const common = {
  version: SNAPSHOT_VERSION,
  atMs: 1_700_000_000_000,
  connectedAtMs: 1_699_999_000_000,
  ledger: {
    sentNo: 4,
    receivedNo: 2,
    unconfirmed: [
      { no: 3, message: { type: 'chat', id: 'm3', text: 'olá 👋', sentAtMs: 1 } },
      { no: 4, message: { type: 'screen-state', sharing: null } },
    ],
  },
  chat: {
    entries: [{ id: 'm3', from: 'customer', text: 'olá 👋', atMs: 1_699_999_500_000 }],
    isOpen: true,
    unreadCount: 0,
    undelivered: ['m3'],
  },
  transfers: [
    {
      id: 't1',
      offerId: 'o1',
      direction: 'incoming',
      name: 'a.txt',
      sizeBytes: 5,
      isProgram: false,
      token: 'o1.0',
      modifiedAtMs: null,
      progress: {
        phase: 'done',
        checksum: 'a'.repeat(64),
        startedAtMs: 1,
        finishedAtMs: 2,
        canSaveAgain: true,
      },
    },
  ],
  journal: [{ kind: 'joined', atMs: 1_699_999_000_000 }],
} as const;

export const customerSnapshot: CustomerSnapshot = {
  ...common,
  role: 'customer',
  technician: { name: 'Ana', organisation: null, verified: 'none' },
  screen: { phase: 'off', problem: null, answer: 'declined' },
  viewer: { phase: 'open' },
  isToolbarCollapsed: false,
};

export const technicianSnapshot: TechnicianSnapshot = {
  ...common,
  role: 'technician',
  customerLanguage: 'pt-BR',
  screen: { phase: 'shared', surface: 'monitor', isWatching: true, isPaused: false, isSending: true },
  ownScreen: { phase: 'sharing', surface: 'window', isViewerOpen: false },
};
