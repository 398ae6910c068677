// States of both pages in which the connection is interrupted, slow or not kept, and after a reload; as customer-states.ts
// and technician-states.ts have the others.

import type { ErrorCode } from '../protocol/deskside-error.ts';
import { CustomerSession } from '../session/customer-session.ts';
import { FakeKeeping } from '../session/keeping-ports.fake.ts';
import { FakeConnection, FakeConnector, fakeSupportPorts } from '../session/ports.fake.ts';
import { type CustomerSnapshot, SNAPSHOT_VERSION } from '../session/session-snapshot.ts';
import type { TechnicianStateRecipe } from './console-states.ts';
import type { CustomerStage } from './customer-shell/customer-stage.ts';
import {
  ANA,
  type CustomerStateRecipe,
  confirmSent,
  type DrivenSession,
  driven,
  stageOf,
  still,
} from './customer-states.ts';
import {
  connectSession,
  type DrivenSession as DrivenConsole,
  shareScreen,
  talk,
  until,
} from './technician-driven-session.ts';
import { emptyStage } from './technician-shell/technician-stage.ts';
import { connected } from './technician-states.ts';

const NOW_MS = Date.now();

/** A session that was being watched when its page was loaded again. */
const SNAPSHOT: CustomerSnapshot = {
  version: SNAPSHOT_VERSION,
  role: 'customer',
  atMs: NOW_MS - 5_000,
  connectedAtMs: NOW_MS - 252_000,
  ledger: { sentNo: 3, receivedNo: 2, unconfirmed: [] },
  chat: {
    entries: [{ id: 'a', from: 'technician', text: 'Hello Ben, Ana here.', atMs: NOW_MS - 200_000 }],
    isOpen: true,
    unreadCount: 0,
    undelivered: [],
  },
  transfers: [],
  journal: [],
  technician: ANA,
  screen: {
    phase: 'sharing',
    surface: 'monitor',
    showsThisPage: false,
    isWatched: true,
    isPaused: false,
    isChanging: false,
    problem: null,
  },
  viewer: { phase: 'off' },
  isToolbarCollapsed: false,
};

async function reloaded(isBack: boolean): Promise<CustomerStage> {
  const connector = new FakeConnector();
  const ports = { ...fakeSupportPorts(), connector, clock: { nowMs: NOW_MS, now: () => NOW_MS } };
  const session = new CustomerSession(ANA, 'en', ports, SNAPSHOT);
  session.returnToSession();
  if (isBack) connector.rejoin?.onConnection(new FakeConnection({ life: 'theirs', receivedNo: 3 }, 2));
  return stageOf(session);
}

async function interruptedWhileTalking(session: DrivenSession): Promise<void> {
  await (await session.joined()).sharing();
  session.talk().connection.change({ status: 'interrupted', cause: 'offline' });
  session.say('Are you still there?');
}

async function notKept(code: ErrorCode): Promise<CustomerStage> {
  const connector = new FakeConnector();
  const keeping = new FakeKeeping();
  keeping.refusal = code;
  const clock = { now: () => NOW_MS };
  const session = new CustomerSession(ANA, 'en', { ...fakeSupportPorts(), connector, keeping, clock });
  session.join({ shareScreen: false });
  connector.onStep('proof');
  connector.attempt.resolve(new FakeConnection());
  await until(() => session.state.value.keeping !== null, session);
  return stageOf(session);
}

export const CUSTOMER_LINE_STATES = {
  'no network, writing on': driven(interruptedWhileTalking),
  'the technician’s page left': driven(async (session) => {
    (await session.joined()).connection.change({ status: 'interrupted', cause: 'page-left' });
  }),
  'the connection slow': driven(async (session) => {
    await (await session.joined()).sharing();
    session.connection.change({ status: 'line', isPoor: true });
  }),
  'viewer open, reconnecting': driven(async (session) => {
    (await session.joined()).shown().connection.change({ status: 'interrupted', cause: 'line' });
  }),
  'reloaded, on the way back': { build: () => reloaded(false) },
  'reloaded, the screen to be shared again': { build: () => reloaded(true) },
  'not kept': { build: () => notKept('session-not-kept') },
  'not kept for lack of room': { build: () => notKept('session-not-kept-full') },
  elsewhere: still({ phase: 'elsewhere', technician: ANA, isMoving: false }),
  'elsewhere, being brought here': still({ phase: 'elsewhere', technician: ANA, isMoving: true }),
  'not restored': still({ phase: 'no-link', problem: 'session-not-restored' }),
} satisfies Record<string, CustomerStateRecipe>;

function interrupted(cause: 'offline' | 'page-left' | 'returning') {
  return (driven: DrivenConsole) => {
    talk(driven);
    shareScreen(driven);
    confirmSent(driven.connection);
    driven.connection.change({ status: 'interrupted', cause });
    driven.session.sendChat('Are you still there?');
  };
}

export const TECHNICIAN_LINE_STATES = {
  'no network, writing on': connected(interrupted('offline')),
  'the customer’s page left': connected(interrupted('page-left')),
  'on the way back': connected(interrupted('returning')),
  'the connection slow': connected((driven) => {
    shareScreen(driven);
    driven.connection.change({ status: 'line', isPoor: true });
  }),
  'the customer’s page reloaded': connected((driven) => {
    shareScreen(driven);
    driven.connection.change({ status: 'closed', code: null });
    driven.listener.rejoin?.onConnection(new FakeConnection({ life: 'another', receivedNo: 0 }, 2));
  }),
  'sessions elsewhere': {
    build: async () => ({ ...(await connectSession()).stage, elsewhereCount: 2 }),
  },
  'a session elsewhere, none here': { build: async () => ({ ...emptyStage(ANA), elsewhereCount: 1 }) },
} satisfies Record<string, TechnicianStateRecipe>;
