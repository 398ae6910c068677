// Every state of the customer's page by name, each reached as a person reaches it: a real session, driven
// through fakes of its ports. Tests of accessibility, pictures and pages for looking iterate over it.

import type { AbuseReport } from '../protocol/abuse-report.ts';
import { DesksideError, type ErrorCode } from '../protocol/deskside-error.ts';
import type { TechnicianProfile } from '../protocol/session-api.ts';
import { CustomerSession } from '../session/customer-session.ts';
import {
  FakeCapture,
  FakeConnection,
  FakeConnector,
  FakeRecord,
  FakeScreen,
  fakeSupportPorts,
} from '../session/ports.fake.ts';
import type { ConnectStep } from '../session/ports.ts';
import { createStore } from '../session/store.ts';
import type { CustomerShell } from './customer-shell/customer-shell.ts';
import type { CustomerStage } from './customer-shell/customer-stage.ts';
import { FakeNotifier } from './notices/notifier.fake.ts';
import type { NoticeState } from './notices/notifier.ts';
import { drawDesktop } from './technician-drawn-desktop.ts';

export const ANA: TechnicianProfile = { name: 'Ana Souza', organisation: 'ACME Support', verified: 'none' };

const LONG: TechnicianProfile = {
  name: 'Maximiliana-Alexandrina Wolfeschlegelsteinhausenbergerdorff',
  organisation: 'Departamento de Tecnologia da Informação e Comunicação da Prefeitura',
  verified: 'none',
};

/** How long the sessions have lasted, in ms. */
const ELAPSED_MS = 252_000;

/** Lets settled promises run on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

/** The other side says that it has got everything, as it does within moments. */
export function confirmSent(connection: FakeConnection): void {
  const no = Math.max(0, ...connection.frames.map((frame) => (frame.type === 'numbered' ? frame.no : 0)));
  connection.deliverFrame({ type: 'confirm', no });
}

/** The stage of a session; its reports go nowhere unless it is said where. */
export function stageOf(
  session: CustomerSession,
  picture = createStore<MediaStream | null>(null),
  report: (report: AbuseReport) => Promise<string> = async () => 'BCDF-1234',
): CustomerStage {
  return { phase: 'invited', session, picture, report };
}

/** A real session with the fakes that move it. */
export class DrivenSession {
  readonly connector = new FakeConnector();
  readonly capture = new FakeCapture();
  readonly connection = new FakeConnection();
  readonly screen = new FakeScreen();
  readonly clock = { nowMs: Date.now() - ELAPSED_MS, now: () => this.clock.nowMs };
  readonly session: CustomerSession;
  readonly picture = createStore<MediaStream | null>(null);
  readonly reports: AbuseReport[] = [];
  report = async (report: AbuseReport) => {
    this.reports.push(report);
    return 'BCDF-1234';
  };
  #nextId = 0;

  constructor(technician: TechnicianProfile = ANA, canShareScreen = true) {
    this.capture.isSupported = canShareScreen;
    const { connector, capture, clock } = this;
    const newId = (): string => `own-${this.#nextId++}`;
    const ports = {
      ...fakeSupportPorts(),
      connector,
      capture,
      clock,
      newId,
      record: new FakeRecord(),
    };
    this.session = new CustomerSession(technician, 'en', ports);
  }

  get stage(): CustomerStage {
    return stageOf(this.session, this.picture, this.report);
  }

  connecting(step: ConnectStep, shareScreen = false): this {
    this.session.join({ shareScreen });
    this.connector.onStep(step);
    return this;
  }

  async failed(step: ConnectStep, code: ErrorCode): Promise<this> {
    this.connecting(step);
    this.connector.attempt.reject(new DesksideError(code));
    await settle();
    return this;
  }

  async joined(): Promise<this> {
    return this.connecting('proof').arrived();
  }

  /** The other browser is reached and proven. */
  async arrived(): Promise<this> {
    this.connector.attempt.resolve(this.connection);
    await settle();
    return this;
  }

  requested(): this {
    this.connection.deliver({ type: 'screen-request', requestId: `ask-${this.#nextId++}` });
    return this;
  }

  choosing(): this {
    this.requested().session.answerScreenRequest(true);
    return this;
  }

  async sharing(surface: FakeScreen['surface'] = 'window'): Promise<this> {
    this.choosing();
    this.screen.surface = surface;
    this.capture.picker.resolve(this.screen);
    await settle();
    return this;
  }

  async pickerFailed(code: ErrorCode): Promise<this> {
    this.choosing().capture.picker.reject(new DesksideError(code));
    await settle();
    return this;
  }

  /** The technician shows their screen; its picture comes in unless told otherwise. */
  shown(picture: MediaStream | null = drawDesktop()): this {
    this.connection.deliver({ type: 'own-screen', isShared: true });
    this.picture.set(picture);
    return this;
  }

  hear(text: string): this {
    const id = `other-${this.#nextId++}`;
    this.connection.deliver({ type: 'chat', id, text, sentAtMs: this.clock.nowMs });
    return this;
  }

  say(text: string): this {
    this.session.sendChat(text);
    return this;
  }

  talk(): this {
    this.hear('Hello Ben, Ana here. What can I help you with?');
    this.hear('You can also send me a link: https://example.org/help?a=1.');
    this.say('The printer says “offline” since this morning.\nI have restarted it twice.');
    confirmSent(this.connection);
    this.clock.nowMs += 60_000;
    return this.hear('Thank you. Could you show me the settings window?');
  }

  collapse(): this {
    this.session.setToolbarCollapsed(true);
    return this;
  }

  end(by: 'customer' | 'technician' | 'nobody'): this {
    this.clock.nowMs += ELAPSED_MS;
    if (by === 'customer') this.session.end();
    else if (by === 'technician') this.connection.deliver({ type: 'end' });
    else {
      this.connection.change({ status: 'closed', code: 'connection-lost' });
      this.connector.rejoin?.onRefused('signalling-refused');
    }
    return this;
  }
}

export interface CustomerStateRecipe {
  /** Reaches the state. */
  build(): Promise<CustomerStage>;
  /** What a person does in the page on top of that. */
  act?(shell: CustomerShell): void | Promise<void>;
}

export function still(stage: CustomerStage): CustomerStateRecipe {
  return { build: async () => stage };
}

export function driven(
  drive: (session: DrivenSession) => unknown,
  technician?: TechnicianProfile,
): CustomerStateRecipe {
  return {
    build: async () => {
      const session = new DrivenSession(technician);
      await drive(session);
      return session.stage;
    },
  };
}

function withNotices(state: NoticeState): CustomerStateRecipe {
  return {
    ...driven(async (session) => (await session.joined()).hear('Hello Ben, Ana here.')),
    act: (shell) => {
      const notifier = new FakeNotifier();
      notifier.state.set(state);
      shell.notifier = notifier;
    },
  };
}

export const CUSTOMER_STATES = {
  'no link': still({ phase: 'no-link', problem: null }),
  'no link, the last one damaged': still({ phase: 'no-link', problem: 'link-malformed' }),
  'no link, a wrong key': still({ phase: 'no-link', problem: 'key-wrong', text: '012 345 679' }),
  'no link, an unknown key': still({ phase: 'no-link', problem: 'key-unknown', text: '0123456789' }),
  'no link, neither key nor link': still({ phase: 'no-link', problem: 'key-malformed', text: '12 34' }),
  'no link, too many tries': still({ phase: 'no-link', problem: 'too-many-tries', text: '012-345-678' }),
  loading: still({ phase: 'loading' }),
  'invite failed for good': still({ phase: 'invite-failed', code: 'link-used', canRetry: false }),
  'invite failed for now': still({ phase: 'invite-failed', code: 'server-unreachable', canRetry: true }),
  invited: driven(() => {}),
  'invited by an account': driven(() => {}, { ...ANA, verified: 'account' }),
  'invited through the organisation': driven(() => {}, { ...LONG, verified: 'oidc' }),
  'invited by long names': driven(() => {}, LONG),
  'invited, cannot share': { build: async () => new DrivenSession(ANA, false).stage },
  'connecting, server': driven((session) => session.connecting('server')),
  'connecting, peer, picker open': driven((session) => session.connecting('peer', true)),
  'connecting, proof': driven((session) => session.connecting('proof')),
  'connecting failed': driven((session) => session.failed('peer', 'technician-absent')),
  'in session, nothing shared': driven((session) => session.joined()),
  'asked for the screen': driven(async (session) => (await session.joined()).requested()),
  'picker open': driven(async (session) => (await session.joined()).choosing()),
  'picker dismissed': driven(async (session) =>
    (await session.joined()).pickerFailed('screen-picker-dismissed'),
  ),
  'screen denied by the system': driven(async (session) =>
    (await session.joined()).pickerFailed('screen-denied-by-system'),
  ),
  visible: driven(async (session) => (await session.joined()).sharing()),
  'visible to long names': driven(async (session) => (await session.joined()).sharing(), LONG),
  'visible, chatting': driven(async (session) => (await (await session.joined()).sharing('monitor')).talk()),
  'shared, technician looks away': driven(async (session) => {
    await (await session.joined()).sharing();
    session.connection.deliver({ type: 'screen-view', isWatching: false });
  }),
  paused: driven(async (session) => {
    await (await session.joined()).sharing();
    session.session.setPaused(true);
  }),
  'picker open to change the screen': driven(async (session) => {
    await (await session.joined()).sharing();
    session.session.changeScreen();
  }),
  'chat open and empty': driven(async (session) => (await session.joined()).session.setChatOpen(true)),
  reconnecting: driven(async (session) => {
    await (await session.joined()).sharing();
    session.talk().connection.change({ status: 'interrupted', cause: 'line' });
  }),
  collapsed: driven(async (session) => (await session.joined()).collapse()),
  'collapsed, visible, unread': driven(async (session) =>
    (await (await session.joined()).sharing()).collapse().hear('Are you there?').hear('Hello?'),
  ),
  'chat closed, unread': driven(async (session) =>
    (await session.joined()).collapse().hear('Are you there?').session.setToolbarCollapsed(false),
  ),
  'viewer open': driven(async (session) => (await session.joined()).shown()),
  'viewer open, the picture not there yet': driven(async (session) => (await session.joined()).shown(null)),
  'viewer open to long names, chatting': driven(
    async (session) => (await session.joined()).shown().talk(),
    LONG,
  ),
  'viewer at 100 %, visible, collapsed': {
    ...driven(async (session) => (await (await session.joined()).sharing()).shown().collapse()),
    act: (shell) => {
      const viewer = shell.renderRoot.querySelector('deskside-screen-viewer');
      viewer?.renderRoot.querySelector<HTMLElement>('.sizes button:nth-child(2)')?.click();
    },
  },
  'viewer closed': driven(async (session) => (await session.joined()).shown().session.setViewerOpen(false)),
  'notices offered': withNotices('offered'),
  'notices blocked by the browser': withNotices('blocked'),
  'asked whether to end': {
    ...driven(async (session) => (await session.joined()).sharing()),
    act: (shell) => {
      const toolbar = shell.renderRoot.querySelector('deskside-support-toolbar');
      toolbar?.renderRoot.querySelector<HTMLElement>('[role="toolbar"] .danger')?.click();
    },
  },
  'ended by the customer': driven(async (session) => (await session.joined()).end('customer')),
  'ended by the technician': driven(async (session) => (await session.joined()).end('technician')),
  'ended by a lost connection': driven(async (session) => (await session.joined()).end('nobody')),
  'ended after a screen and messages': driven(async (session) => {
    await (await session.joined()).sharing();
    session.talk().session.stopSharing();
    session.end('customer');
  }),
  'cancelled while connecting': driven((session) => session.connecting('peer').session.end()),
} satisfies Record<string, CustomerStateRecipe>;
