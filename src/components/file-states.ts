// Every state of what both pages show about files, by name. The lists are given to the elements themselves: how a
// session comes to them is the session's own tests' business.

import type { Role } from '../protocol/role.ts';
import type { HeldReason, Transfer, TransferProgress, TransfersState } from '../session/transfer-state.ts';
import type { TechnicianStateRecipe } from './console-states.ts';
import type { CustomerShell } from './customer-shell/customer-shell.ts';
import { type CustomerStateRecipe, DrivenSession } from './customer-states.ts';
import type { FileDialogs } from './file-dialogs/file-dialogs.ts';
import { connectSession, shareScreen, talk } from './technician-driven-session.ts';
import type { TechnicianShell } from './technician-shell/technician-shell.ts';

const SHA256 = '3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea';
const NOW_MS = Date.UTC(2026, 4, 6, 15, 0);

type Phase<Name extends TransferProgress['phase']> = Extract<TransferProgress, { phase: Name }>;

function running(movedBytes: number, bytesPerSecond: number | null): Phase<'running'> {
  return { phase: 'running', movedBytes, startedAtMs: NOW_MS, bytesPerSecond };
}

function held(reason: HeldReason, more: Partial<Phase<'held'>> = {}): Phase<'held'> {
  return {
    phase: 'held',
    reason,
    by: null,
    problem: null,
    movedBytes: 40_000_000,
    startedAtMs: NOW_MS,
    ...more,
  };
}

function done(canSaveAgain: boolean): Phase<'done'> {
  const finishedAtMs = NOW_MS + 24_000;
  return { phase: 'done', checksum: SHA256, startedAtMs: NOW_MS, finishedAtMs, canSaveAgain };
}

let nextId = 0;

/** One file of a session; alone in its offer unless `offerId` says otherwise. */
export function transfer(
  direction: Transfer['direction'],
  name: string,
  progress: TransferProgress,
  more: Partial<Transfer> = {},
): Transfer {
  const id = `file-${nextId++}`;
  const file = { name, sizeBytes: 100_000_000, modifiedAtMs: null, isProgram: false };
  return { id, token: `${id}.0`, offerId: id, direction, ...file, progress, ...more };
}

const LONG_NAME = `${'relatório final revisado com todas as observações '.repeat(4)}(versão 12).jpg.exe`;

const OFFERED: TransferProgress = { phase: 'offered' };

/** Everything that can become of a file, as `self` sees it. */
export function everyKind(self: Role): TransfersState {
  const other = self === 'customer' ? 'technician' : 'customer';
  return {
    transfers: [
      transfer('outgoing', 'photos of the printer.zip', { phase: 'offered' }),
      transfer('incoming', 'printer driver 12.4 for everybody.msi', running(12_000_000, 1_600_000), {
        isProgram: true,
      }),
      transfer('outgoing', 'log.txt', running(300, null), { sizeBytes: 4_200 }),
      transfer('incoming', 'manual.pdf', { phase: 'checking', movedBytes: 100_000_000, startedAtMs: NOW_MS }),
      transfer('outgoing', 'settings.json', done(false), { sizeBytes: 5_321 }),
      transfer('incoming', LONG_NAME, done(true)),
      transfer('outgoing', 'holiday.mov', { phase: 'declined' }),
      transfer('incoming', 'setup.exe', { phase: 'declined' }, { isProgram: true }),
      transfer('outgoing', 'old backup.tar.gz', { phase: 'cancelled', by: self }),
      transfer('incoming', 'new backup.tar.gz', { phase: 'cancelled', by: other }),
      transfer('outgoing', 'report.docx', { phase: 'failed', code: 'file-unreadable' }),
    ],
  };
}

/** Every reason for which a file can stop, as `self` sees it. */
export function everyStop(self: Role): TransfersState {
  const other = self === 'customer' ? 'technician' : 'customer';
  return {
    transfers: [
      transfer('incoming', 'a.iso', held('reloaded')),
      transfer('outgoing', 'dump of the whole database.bak', held('file-needed')),
      transfer('outgoing', 'log.zip', held('file-needed', { problem: 'file-changed' })),
      transfer('incoming', 'manual.pdf', held('file-needed')),
      transfer('outgoing', 'photos.zip', held('paused', { by: self })),
      transfer('incoming', LONG_NAME, held('paused', { by: other })),
      transfer('incoming', 'setup.exe', held('full'), { isProgram: true }),
      transfer('outgoing', 'video.mp4', held('full')),
    ],
  };
}

const ONE_OFFER: TransfersState = { transfers: [transfer('incoming', 'manual.pdf', OFFERED)] };

const PROGRAM_OFFER: TransfersState = {
  transfers: [transfer('incoming', LONG_NAME, OFFERED, { isProgram: true })],
};

const SEVERAL_OFFERS: TransfersState = {
  transfers: [
    transfer('incoming', 'driver.msi', OFFERED, { offerId: 'one', isProgram: true }),
    ...Array.from({ length: 11 }, (_, index) =>
      transfer('incoming', `page ${index + 1} of the manual.pdf`, OFFERED, {
        offerId: 'one',
        sizeBytes: 1_234_567 * (index + 1),
      }),
    ),
    transfer('incoming', 'one more.txt', OFFERED),
  ],
};

const CHOOSING: TransfersState = {
  transfers: [transfer('incoming', 'manual.pdf', { phase: 'choosing' })],
};

const CHOSEN = [
  new File(['x'.repeat(2_345)], 'what the printer says.txt'),
  new File(['x'.repeat(12_345_678)], LONG_NAME),
  new File([], 'empty.log'),
];

type Act = (dialogs: FileDialogs, self: Role) => void | Promise<void>;

async function failOne(dialogs: FileDialogs, code: 'file-unreadable' | null): Promise<void> {
  const started = transfer('outgoing', 'report.docx', running(1, null));
  dialogs.files = { transfers: [started] };
  await dialogs.updateComplete;
  const progress: TransferProgress = code === null ? done(false) : { phase: 'failed', code };
  dialogs.files = { transfers: [{ ...started, progress }] };
}

/** What is done to the dialogs of either page. */
const ACTS: Readonly<Record<string, Act>> = {
  'choosing files, none yet': (dialogs) => dialogs.chooseFiles(),
  'choosing files, some chosen': async (dialogs) => {
    dialogs.chooseFiles();
    await dialogs.updateComplete;
    dialogs.renderRoot.querySelector('deskside-send-files-dialog')?.add(CHOSEN);
  },
  'choosing files, refused': async (dialogs) => {
    dialogs.chooseFiles();
    dialogs.problem = 'message-not-sent';
    await dialogs.updateComplete;
    dialogs.renderRoot.querySelector('deskside-send-files-dialog')?.add(CHOSEN);
  },
  'offered one file': (dialogs) => {
    dialogs.files = ONE_OFFER;
  },
  'offered a program with a long name': (dialogs) => {
    dialogs.files = PROGRAM_OFFER;
  },
  'offered several files, and more': (dialogs) => {
    dialogs.files = SEVERAL_OFFERS;
  },
  'asked where to save': (dialogs) => {
    dialogs.files = CHOOSING;
  },
  'no transfers': (dialogs) => dialogs.showTransfers(),
  'every kind of transfer': (dialogs, self) => {
    dialogs.files = everyKind(self);
    dialogs.showTransfers();
  },
  'files that have stopped': (dialogs, self) => {
    dialogs.files = everyStop(self);
    dialogs.showTransfers();
  },
  'a file was sent': (dialogs) => failOne(dialogs, null),
  'a file was not sent': (dialogs) => failOne(dialogs, 'file-unreadable'),
};

function dialogsOf(shell: CustomerShell | TechnicianShell): FileDialogs {
  const within = shell.renderRoot.querySelector('deskside-technician-session') ?? shell;
  const dialogs = within.renderRoot.querySelector('deskside-file-dialogs');
  if (dialogs === null) throw new TypeError('nothing about files is shown');
  return dialogs;
}

async function joined(): Promise<DrivenSession> {
  return (await new DrivenSession().joined()).sharing('monitor');
}

function toolbarOf(shell: CustomerShell) {
  return shell.renderRoot.querySelector('deskside-support-toolbar');
}

const MENU_OPEN: CustomerStateRecipe = {
  build: async () => (await joined()).stage,
  act: (shell) => toolbarOf(shell)?.renderRoot.querySelector<HTMLElement>('.files')?.click(),
};

const RING: CustomerStateRecipe = {
  build: async () => (await joined()).stage,
  act: (shell) => {
    const toolbar = toolbarOf(shell);
    if (toolbar?.state) toolbar.state = { ...toolbar.state, files: everyKind('customer') };
  },
};

export const CUSTOMER_FILE_STATES: Readonly<Record<string, CustomerStateRecipe>> = {
  'file menu open': MENU_OPEN,
  'files on their way': RING,
  ...Object.fromEntries(
    Object.entries(ACTS).map(([name, act]): [string, CustomerStateRecipe] => [
      name,
      {
        build: async () => (await joined()).talk().stage,
        act: (shell) => act(dialogsOf(shell), 'customer'),
      },
    ]),
  ),
};

export const TECHNICIAN_FILE_STATES: Readonly<Record<string, TechnicianStateRecipe>> = Object.fromEntries(
  Object.entries(ACTS).map(([name, act]): [string, TechnicianStateRecipe] => [
    name,
    {
      build: async () => {
        const driven = await connectSession();
        talk(driven);
        shareScreen(driven);
        return driven.stage;
      },
      act: (shell) => act(dialogsOf(shell), 'technician'),
    },
  ]),
);
