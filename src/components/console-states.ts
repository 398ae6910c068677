// The states of the console that are about several sessions, notes and reports.

import type { ReportsState } from '../session/report-keeper.ts';
import { EVERY_ENTRY, sampleReport } from '../session/session-report.fake.ts';
import { createStore } from '../session/store.ts';
import {
  ANA,
  connectSession,
  refuseScreen,
  shareScreen,
  startSession,
  talk,
} from './technician-driven-session.ts';
import type { TechnicianShell } from './technician-shell/technician-shell.ts';
import {
  emptyStage,
  type ReadyStage,
  type TechnicianStage,
  withSession,
  withShown,
} from './technician-shell/technician-stage.ts';

export interface TechnicianStateRecipe {
  /** Reaches the state. */
  build(): Promise<TechnicianStage>;
  /** What a person does in the console on top of that. */
  act?(shell: TechnicianShell): void | Promise<void>;
}

/** A console with sessions in many states; the one with that number is in view. */
async function severalSessions(shown: number): Promise<ReadyStage> {
  const viewing = await connectSession(true, 1);
  talk(viewing);
  shareScreen(viewing);
  viewing.handle.notes.set({ label: 'Ticket 4711', notes: 'The printer says “offline” since this morning.' });
  const waiting = startSession(ANA, 2);
  waiting.events.onReady();
  const chatting = await connectSession(true, 3);
  talk(chatting);
  shareScreen(chatting);
  chatting.handle.notes.set({
    label: 'Maximiliana-Alexandrina Wolfeschlegelsteinhausenbergerdorff',
    notes: '',
  });
  chatting.session.setLooking(false);
  chatting.connection.deliver({ type: 'chat', id: 'c7', text: 'Hello?', sentAtMs: 1 });
  const lost = await connectSession(true, 4);
  lost.connection.change({ status: 'interrupted', cause: 'line' });
  const ended = await connectSession(true, 5);
  talk(ended);
  refuseScreen(ended, 'declined');
  ended.connection.deliver({ type: 'end' });
  const stage = [viewing, waiting, chatting, lost, ended].reduce(
    (current, { handle }) => withSession(current, handle),
    emptyStage(ANA),
  );
  return withShown(stage, stage.sessions[shown - 1]?.id ?? '');
}

function reports(state: Partial<ReportsState>, wantedReportId: string | null = null): TechnicianStateRecipe {
  return {
    build: async () => emptyStage(ANA),
    act: (shell) => {
      shell.reports = createStore<ReportsState>({
        storage: 'kept',
        reports: [],
        damagedCount: 0,
        retention: 90,
        ...state,
      });
      shell.wantedReportId = wantedReportId;
      shell.isShowingReports = true;
    },
  };
}

const long = sampleReport({
  sessionId: '2'.repeat(32),
  label: 'Maximiliana-Alexandrina Wolfeschlegelsteinhausenbergerdorff',
  endedBy: null,
  journal: [...EVERY_ENTRY],
});
const cutOff = sampleReport({
  sessionId: '3'.repeat(32),
  label: '',
  notes: '',
  endedAtMs: null,
  durationMs: null,
  journal: [],
  chat: [],
});
const REPORTS = [sampleReport(), long, cutOff];

export const CONSOLE_STATES = {
  'several sessions, one viewed': { build: () => severalSessions(1) },
  'several sessions, one waiting': { build: () => severalSessions(2) },
  'several sessions, one ended': { build: () => severalSessions(5) },
  'several sessions, the next not made': {
    build: async () => ({ ...(await severalSessions(4)), problem: 'server-busy' as const }),
  },
  'several sessions, the next being made': {
    build: async () => ({ ...(await severalSessions(3)), isCreating: true }),
  },
  reports: reports({ reports: REPORTS, damagedCount: 1 }),
  'no reports': reports({}),
  'reports not kept': reports({ storage: 'refused', reports: REPORTS }),
  'a report': reports({ reports: REPORTS }, sampleReport().sessionId),
  'a report with every kind of entry': reports({ reports: REPORTS }, long.sessionId),
  'a report without an end': reports({ reports: REPORTS }, cutOff.sessionId),
} satisfies Record<string, TechnicianStateRecipe>;
