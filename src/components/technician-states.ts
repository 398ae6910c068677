// Every state of the console by name, each reached as a person reaches it: a real session, driven through fakes
// of its ports. Tests of accessibility and pages for looking iterate over it.

import { DesksideError, type ErrorCode } from '../protocol/deskside-error.ts';
import type { TechnicianProfile } from '../protocol/session-api.ts';
import { FakeScreen } from '../session/ports.fake.ts';
import { CONSOLE_STATES, type TechnicianStateRecipe } from './console-states.ts';
import { FakeNotifier } from './notices/notifier.fake.ts';
import type { NoticeState } from './notices/notifier.ts';
import { SIGN_IN_STATES } from './sign-in-states.ts';
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
import { TECHNICIAN_KEY_STATES } from './technician-key-states.ts';
import type { TechnicianShell } from './technician-shell/technician-shell.ts';
import { emptyStage, type TechnicianStage } from './technician-shell/technician-stage.ts';

const LONG: TechnicianProfile = {
  name: 'Maximiliana-Alexandrina Wolfeschlegelsteinhausenbergerdorff',
  organisation: 'Departamento de Tecnologia da Informação e Comunicação da Prefeitura',
  verified: 'none',
};

function still(stage: TechnicianStage): TechnicianStateRecipe {
  return { build: async () => stage };
}

function ready(isCreating: boolean, problem: ErrorCode | null): TechnicianStateRecipe {
  return still({ ...emptyStage(ANA), isCreating, problem });
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

export function connected(
  drive: (driven: DrivenSession) => void,
  canShareScreen = true,
): TechnicianStateRecipe {
  return {
    build: async () => {
      const driven = await connectSession(canShareScreen);
      talk(driven);
      drive(driven);
      return driven.stage;
    },
  };
}

/** A session in which the technician has pressed *Share my screen*, and the picker is answered. */
function ownScreen(answer: (driven: DrivenSession) => Promise<void>): TechnicianStateRecipe {
  return {
    build: async () => {
      const driven = await connectSession();
      driven.session.shareOwnScreen();
      await answer(driven);
      await until(() => driven.session.state.value.ownScreen.phase !== 'choosing', driven.session);
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
  ...SIGN_IN_STATES,
  ready: ready(false, null),
  'ready, long names': still(emptyStage(LONG)),
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
  ...TECHNICIAN_KEY_STATES,
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
    driven.connection.change({ status: 'interrupted', cause: 'line' });
  }),
  'choosing an own screen': connected(({ session }) => session.shareOwnScreen()),
  'own screen not chosen': ownScreen(async ({ capture }) => {
    capture.picker.reject(new DesksideError('screen-picker-dismissed'));
  }),
  'own screen denied by the system': ownScreen(async ({ capture }) => {
    capture.picker.reject(new DesksideError('screen-denied-by-system'));
  }),
  'own screen seen': ownScreen(async (driven) => {
    shareScreen(driven);
    driven.capture.picker.resolve(new FakeScreen());
    await until(() => driven.session.state.value.ownScreen.phase === 'sharing', driven.session);
    driven.connection.deliver({ type: 'viewer', isOpen: true });
  }),
  'own screen closed by the customer': ownScreen(async ({ capture }) => {
    capture.picker.resolve(new FakeScreen());
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
  'connection lost': connected(({ connection, listener }) => {
    connection.change({ status: 'closed', code: 'connection-lost' });
    listener.rejoin?.onRefused('signalling-refused');
  }),
  'ended before anybody joined': waiting(({ session }) => session.end()),
  ...CONSOLE_STATES,
} satisfies Record<string, TechnicianStateRecipe>;
