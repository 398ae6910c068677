// Every state of the console by name, each reached as a person reaches it: a real session, driven through fakes
// of its ports. Tests of accessibility and pages for looking iterate over it.

import { DesksideError, type ErrorCode } from '../protocol/deskside-error.ts';
import { FakeNotifier } from './notices/notifier.fake.ts';
import type { NoticeState } from './notices/notifier.ts';
import {
  ANA,
  connectSession,
  type DrivenSession,
  refuseScreen,
  shareScreen,
  startSession,
  talk,
  until,
} from './technician-driven-session.ts';
import type { TechnicianShell } from './technician-shell/technician-shell.ts';
import type { TechnicianStage } from './technician-shell/technician-stage.ts';

const LONG = {
  name: 'Maximiliana-Alexandrina Wolfeschlegelsteinhausenbergerdorff',
  organisation: 'Departamento de Tecnologia da Informação e Comunicação da Prefeitura',
};

export interface TechnicianStateRecipe {
  /** Reaches the state. */
  build(): Promise<TechnicianStage>;
  /** What a person does in the console on top of that. */
  act?(shell: TechnicianShell): void | Promise<void>;
}

function still(stage: TechnicianStage): TechnicianStateRecipe {
  return { build: async () => stage };
}

function ready(isCreating: boolean, problem: ErrorCode | null): TechnicianStateRecipe {
  return still({ phase: 'ready', technician: ANA, isCreating, problem });
}

function waiting(drive: (driven: DrivenSession) => unknown): TechnicianStateRecipe {
  return {
    build: async () => {
      const driven = startSession();
      await drive(driven);
      return driven.stage;
    },
  };
}

function connected(drive: (driven: DrivenSession) => void, canShareScreen = true): TechnicianStateRecipe {
  return {
    build: async () => {
      const driven = await connectSession(canShareScreen);
      talk(driven);
      drive(driven);
      return driven.stage;
    },
  };
}

function withNotices(state: NoticeState): TechnicianStateRecipe {
  return {
    ...waiting(({ events }) => events.onReady()),
    act: (shell) => {
      const notifier = new FakeNotifier();
      notifier.state.set(state);
      shell.notifier = notifier;
    },
  };
}

/** Clicks within one of the console's parts. */
function click(part: string, target: string): (shell: TechnicianShell) => void {
  return (shell) => {
    shell.renderRoot.querySelector(part)?.shadowRoot?.querySelector<HTMLElement>(target)?.click();
  };
}

export const TECHNICIAN_STATES = {
  loading: still({ phase: 'loading', problem: null }),
  'loading failed': still({ phase: 'loading', problem: 'server-unreachable' }),
  'signed out': still({ phase: 'signed-out', problem: null }),
  'sign-in refused': still({ phase: 'signed-out', problem: 'sign-in-refused' }),
  ready: ready(false, null),
  'ready, long names': still({ phase: 'ready', technician: LONG, isCreating: false, problem: null }),
  'making a session': ready(true, null),
  'session not made': ready(false, 'server-busy'),
  'getting ready': waiting(() => {}),
  waiting: waiting(({ events }) => events.onReady()),
  'waiting, notices offered': withNotices('offered'),
  'waiting, notices blocked by the browser': withNotices('blocked'),
  'waiting, long names': {
    build: async () => {
      const { events, stage } = startSession(LONG);
      events.onReady();
      return stage;
    },
  },
  'waiting after a refused attempt': waiting(({ events }) => {
    events.onReady();
    events.onStep('proof');
    events.onRefused('proof-failed');
  }),
  'customer connecting': waiting(({ events }) => {
    events.onReady();
    events.onStep('peer');
  }),
  'checking the link': waiting(({ events }) => {
    events.onReady();
    events.onStep('proof');
  }),
  'waiting impossible': waiting(async ({ listener, session }) => {
    listener.arrival.reject(new DesksideError('signalling-refused'));
    await until(() => session.state.value.connection.phase === 'failed', session);
  }),
  'nothing shared': connected(() => {}),
  'nothing said': { build: async () => (await connectSession()).stage },
  requesting: connected(({ session }) => session.requestScreen()),
  declined: connected((driven) => refuseScreen(driven, 'declined')),
  'sharing failed': connected((driven) => refuseScreen(driven, 'failed')),
  'sharing unsupported': connected(() => {}, false),
  'waiting for the picture': connected(({ connection }) =>
    connection.deliver({
      type: 'screen-state',
      sharing: { surface: 'monitor', isPaused: false, isSending: true },
    }),
  ),
  viewing: connected(shareScreen),
  'viewing stopped': connected((driven) => {
    shareScreen(driven);
    driven.session.setWatching(false);
  }),
  'paused by the customer': connected((driven) => {
    shareScreen(driven);
    driven.connection.deliver({
      type: 'screen-state',
      sharing: { surface: 'monitor', isPaused: true, isSending: false },
    });
  }),
  'stopped by the customer': connected((driven) => {
    shareScreen(driven);
    driven.connection.deliver({ type: 'screen-state', sharing: null });
  }),
  reconnecting: connected((driven) => {
    shareScreen(driven);
    driven.connection.change('interrupted');
  }),
  'asked whether to end': {
    ...connected(shareScreen),
    act: click('deskside-technician-header', '.danger'),
  },
  'asked whether to give the link up': {
    ...waiting(({ events }) => events.onReady()),
    act: click('deskside-technician-header', '.danger'),
  },
  'list of shortcuts': {
    ...connected(shareScreen),
    act: click('deskside-technician-header', '.help'),
  },
  'ended by the customer': connected(({ connection }) => connection.deliver({ type: 'end' })),
  'ended by the technician': connected(({ session }) => session.end()),
  'connection lost': connected(({ connection }) => connection.change('closed', 'connection-lost')),
  'ended before anybody joined': waiting(({ session }) => session.end()),
} satisfies Record<string, TechnicianStateRecipe>;
