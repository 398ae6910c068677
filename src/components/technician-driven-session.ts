// A technician's real session over fakes of its ports, for tests and pictures to drive from the other side.

import type { SessionMessage } from '../protocol/control-message.ts';
import type { TechnicianProfile } from '../protocol/session-api.ts';
import { type FakeCapture, FakeConnection, FakeListener, fakeSupportPorts } from '../session/ports.fake.ts';
import type { ListenerEvents } from '../session/ports.ts';
import { NO_NOTES } from '../session/session-report.ts';
import { createStore, type Readable } from '../session/store.ts';
import type { FakeSupportKeys } from '../session/support-keys.fake.ts';
import { TechnicianSession } from '../session/technician-session.ts';
import { drawDesktop } from './technician-drawn-desktop.ts';
import {
  emptyStage,
  type ReadyStage,
  type SessionHandle,
  withSession,
} from './technician-shell/technician-stage.ts';

export const ANA: TechnicianProfile = { name: 'Ana Souza', organisation: 'ACME Support', verified: 'none' };
const LINK =
  'https://help.example/#1.0123456789abcdef0123456789abcdef.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA';

/** A session that a test drives from the other side. */
export interface DrivenSession {
  /** A console with this session in view. */
  readonly stage: ReadyStage;
  readonly handle: SessionHandle;
  readonly session: TechnicianSession;
  readonly connection: FakeConnection;
  readonly events: ListenerEvents;
  readonly listener: FakeListener;
  readonly clock: { nowMs: number };
  readonly capture: FakeCapture;
  readonly keys: FakeSupportKeys;
  setPicture(picture: MediaStream | null): void;
}

/** A session that has started to wait for its customer. */
export function startSession(technician: TechnicianProfile = ANA, number = 1): DrivenSession {
  const listener = new FakeListener();
  const ports = fakeSupportPorts();
  ports.clock.nowMs = Date.now() - 252_000;
  const session = new TechnicianSession(LINK, { ...ports, listener });
  const picture = createStore<MediaStream | null>(null);
  session.start();
  const { events } = listener;
  if (events === null) throw new TypeError('the session does not listen');
  const handle: SessionHandle = {
    id: String(number).padStart(32, '0'),
    number,
    startedAtMs: ports.clock.nowMs,
    session,
    picture,
    notes: createStore(NO_NOTES),
    linkExpiresAtMs: Date.UTC(2026, 4, 6, 17, 30),
  };
  return {
    stage: withSession(emptyStage(technician), handle),
    handle,
    session,
    connection: new FakeConnection(),
    events,
    listener,
    clock: ports.clock,
    capture: ports.capture,
    keys: ports.keys,
    setPicture: (stream) => picture.set(stream),
  };
}

/** A session that the customer has joined. */
export async function connectSession(canShareScreen = true, number = 1): Promise<DrivenSession> {
  const driven = startSession(ANA, number);
  driven.events.onReady();
  driven.events.onStep('proof');
  driven.listener.arrival.resolve(driven.connection);
  await until(() => driven.session.state.value.connection.phase === 'connected', driven.session);
  driven.connection.deliver({ type: 'introduction', canShareScreen, language: 'pt-BR' });
  driven.clock.nowMs += 252_000;
  return driven;
}

/** Tells the console that the customer shares their screen, and brings its picture. */
export function shareScreen(driven: DrivenSession): void {
  driven.setPicture(drawDesktop());
  driven.connection.deliver({
    type: 'screen-state',
    sharing: { surface: 'monitor', isPaused: false, isSending: true },
  });
}

/** Lets the customer answer the open request with a refusal. */
export function refuseScreen(
  driven: DrivenSession,
  reason: Extract<SessionMessage, { type: 'screen-refused' }>['reason'],
): void {
  driven.session.requestScreen();
  const requestId = driven.connection.sentOf('screen-request').at(-1)?.requestId ?? '';
  driven.connection.deliver({ type: 'screen-refused', requestId, reason });
}

/** Has the two say something to each other. */
export function talk({ connection, session }: DrivenSession): void {
  connection.deliver({
    type: 'chat',
    id: 'c1',
    text: 'Olá Ana! A impressora não imprime mais.',
    sentAtMs: 1,
  });
  session.sendChat('Olá! Vamos ver isso juntos. Posso ver a sua tela?');
  connection.deliver({ type: 'chat', id: 'c2', text: 'Pode sim, um momento.', sentAtMs: 2 });
}

/** Settles once the session has come to where `isTrue`. */
export function until(isTrue: () => boolean, session: { readonly state: Readable<unknown> }): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (isTrue()) resolve();
    };
    session.state.subscribe(check);
    check();
  });
}
