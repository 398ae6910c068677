// Every kind of entry about people and screens, from real sessions over fakes of their ports.

import { describe, expect, it } from 'vitest';
import { DesksideError } from '../protocol/deskside-error.ts';
import { customerEvents } from './customer-journal.ts';
import { CustomerSession } from './customer-session.ts';
import type { JournalEntry } from './journal.ts';
import {
  FakeCapture,
  FakeConnection,
  FakeConnector,
  FakeListener,
  FakeScreen,
  fakeSupportPorts,
} from './ports.fake.ts';
import { technicianEvents } from './technician-journal.ts';
import { TechnicianSession } from './technician-session.ts';
import type { OwnScreenState, ViewerState } from './viewer-state.ts';

async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

/** The events of a journal, without their times. */
function eventsOf(session: {
  readonly state: { readonly value: { readonly journal: readonly JournalEntry[] } };
}) {
  return session.state.value.journal.map(({ atMs: _, ...event }) => event);
}

const MONITOR = { surface: 'monitor', isPaused: false, isSending: true } as const;

async function technicianInSession() {
  const listener = new FakeListener();
  const connection = new FakeConnection();
  const ports = fakeSupportPorts();
  const session = new TechnicianSession('https://help.example/#link', { ...ports, listener });
  session.start();
  listener.events?.onReady();
  listener.events?.onStep('proof');
  listener.arrival.resolve(connection);
  await settle();
  return { session, connection, clock: ports.clock };
}

async function customerInSession(options = { shareScreen: false }) {
  const connector = new FakeConnector();
  const capture = new FakeCapture();
  const connection = new FakeConnection();
  const ports = fakeSupportPorts();
  const session = new CustomerSession({ name: 'Ana', organisation: null, verified: 'none' }, 'en', {
    ...ports,
    connector,
    capture,
  });
  session.join(options);
  const screen = new FakeScreen();
  if (options.shareScreen) {
    capture.picker.resolve(screen);
    await settle();
    ports.clock.nowMs += 5_000;
  }
  connector.onStep('proof');
  connector.attempt.resolve(connection);
  await settle();
  return { session, connection, capture, screen, clock: ports.clock };
}

describe('the technician’s journal', () => {
  it('tells a whole session in order, with times and durations', async () => {
    const { session, connection, clock } = await technicianInSession();
    session.requestScreen();
    connection.deliver({ type: 'screen-refused', requestId: 'id-0', reason: 'declined' });
    clock.nowMs += 1_000;
    session.requestScreen();
    connection.deliver({ type: 'screen-state', sharing: MONITOR });
    clock.nowMs += 10_000;
    connection.deliver({ type: 'screen-state', sharing: { ...MONITOR, isPaused: true, isSending: false } });
    connection.deliver({ type: 'screen-state', sharing: MONITOR });
    session.setWatching(false);
    session.setWatching(true);
    connection.deliver({ type: 'screen-state', sharing: { ...MONITOR, surface: 'window' } });
    clock.nowMs += 20_000;
    connection.deliver({ type: 'screen-state', sharing: null });
    connection.change({ status: 'interrupted', cause: 'line' });
    connection.change({ status: 'connected' });
    connection.deliver({ type: 'end' });
    expect(session.state.value.journal).toEqual([
      { kind: 'joined', atMs: 60_000 },
      { kind: 'screen-asked', atMs: 60_000 },
      { kind: 'screen-answered', answer: 'declined', atMs: 60_000 },
      { kind: 'screen-asked', atMs: 61_000 },
      { kind: 'screen-answered', answer: 'agreed', atMs: 61_000 },
      { kind: 'screen-started', surface: 'monitor', isAsked: true, atMs: 61_000 },
      { kind: 'screen-paused', atMs: 71_000 },
      { kind: 'screen-resumed', atMs: 71_000 },
      { kind: 'viewing-stopped', atMs: 71_000 },
      { kind: 'viewing-resumed', atMs: 71_000 },
      { kind: 'screen-changed', surface: 'window', atMs: 71_000 },
      { kind: 'screen-stopped', durationMs: 30_000, atMs: 91_000 },
      { kind: 'interrupted', atMs: 91_000 },
      { kind: 'restored', atMs: 91_000 },
      { kind: 'ended', by: 'customer', code: null, atMs: 91_000 },
    ]);
  });

  it.each(['declined', 'failed', 'unsupported'] as const)('tells the answer “%s”', async (reason) => {
    const { session, connection } = await technicianInSession();
    session.requestScreen();
    connection.deliver({ type: 'screen-refused', requestId: 'id-0', reason });
    expect(eventsOf(session).slice(1)).toEqual([
      { kind: 'screen-asked' },
      { kind: 'screen-answered', answer: reason },
    ]);
  });

  it('tells that a request was taken back, and that a screen came without one', async () => {
    const { session, connection } = await technicianInSession();
    session.requestScreen();
    session.withdrawRequest();
    connection.deliver({ type: 'screen-state', sharing: { ...MONITOR, isPaused: true, isSending: false } });
    expect(eventsOf(session).slice(1)).toEqual([
      { kind: 'screen-asked' },
      { kind: 'screen-answered', answer: 'withdrawn' },
      { kind: 'screen-started', surface: 'monitor', isAsked: false },
      { kind: 'screen-paused' },
    ]);
  });

  it('tells who was turned away, and a screen that stopped only because the session ended', async () => {
    const listener = new FakeListener();
    const session = new TechnicianSession('https://help.example/#link', { ...fakeSupportPorts(), listener });
    session.start();
    listener.events?.onReady();
    listener.events?.onStep('proof');
    listener.events?.onRefused('proof-failed');
    const connection = new FakeConnection();
    listener.events?.onStep('proof');
    listener.arrival.resolve(connection);
    await settle();
    connection.deliver({ type: 'screen-state', sharing: MONITOR });
    connection.change({ status: 'closed', code: 'protocol-violation' });
    expect(eventsOf(session)).toEqual([
      { kind: 'join-refused', code: 'proof-failed' },
      { kind: 'joined' },
      { kind: 'screen-started', surface: 'monitor', isAsked: false },
      { kind: 'screen-stopped', durationMs: 0 },
      { kind: 'ended', by: null, code: 'protocol-violation' },
    ]);
  });

  it('tells of the technician’s own screen and of the customer’s view of it', async () => {
    const { session } = await technicianInSession();
    const state = session.state.value;
    const off: OwnScreenState = { phase: 'off', problem: null };
    const open: OwnScreenState = { phase: 'sharing', surface: 'window', isViewerOpen: true };
    const steps = [off, { phase: 'choosing' } as const, open, { ...open, isViewerOpen: false }, open, off];
    const events = steps.flatMap((ownScreen, index) =>
      technicianEvents({ ...state, ownScreen: steps[index - 1] ?? off }, { ...state, ownScreen }),
    );
    expect(events).toEqual([
      { kind: 'own-screen-started', surface: 'window' },
      { kind: 'viewer-closed' },
      { kind: 'viewer-opened' },
      { kind: 'own-screen-stopped', durationMs: null },
    ]);
  });
});

describe('the customer’s journal', () => {
  it('begins sharing with the session, even if the screen was chosen before', async () => {
    const { session } = await customerInSession({ shareScreen: true });
    expect(session.state.value.journal).toEqual([
      { kind: 'joined', atMs: 65_000 },
      { kind: 'screen-started', surface: 'monitor', isAsked: false, atMs: 65_000 },
    ]);
  });

  it('tells each request and what came of it', async () => {
    const { session, connection, capture } = await customerInSession();
    connection.deliver({ type: 'screen-request', requestId: 'r1' });
    session.answerScreenRequest(false);
    connection.deliver({ type: 'screen-request', requestId: 'r2' });
    connection.deliver({ type: 'screen-request-withdrawn', requestId: 'r2' });
    connection.deliver({ type: 'screen-request', requestId: 'r3' });
    session.answerScreenRequest(true);
    capture.picker.reject(new DesksideError('screen-picker-dismissed'));
    await settle();
    connection.deliver({ type: 'screen-request', requestId: 'r4' });
    session.answerScreenRequest(true);
    capture.picker.reject(new DesksideError('screen-denied-by-system'));
    await settle();
    connection.deliver({ type: 'screen-request', requestId: 'r5' });
    session.answerScreenRequest(true);
    connection.deliver({ type: 'screen-request-withdrawn', requestId: 'r5' });
    capture.picker.resolve(new FakeScreen());
    await settle();
    expect(eventsOf(session).slice(1)).toEqual([
      { kind: 'screen-asked' },
      { kind: 'screen-answered', answer: 'declined' },
      { kind: 'screen-asked' },
      { kind: 'screen-answered', answer: 'withdrawn' },
      { kind: 'screen-asked' },
      { kind: 'screen-answered', answer: 'declined' },
      { kind: 'screen-asked' },
      { kind: 'screen-answered', answer: 'failed' },
      { kind: 'screen-asked' },
      { kind: 'screen-answered', answer: 'withdrawn' },
      { kind: 'screen-started', surface: 'monitor', isAsked: false },
    ]);
  });

  it('tells what was done with the shared screen, and who ended', async () => {
    const { session, connection, capture, clock } = await customerInSession();
    connection.deliver({ type: 'screen-request', requestId: 'r1' });
    session.answerScreenRequest(true);
    capture.picker.resolve(new FakeScreen());
    await settle();
    session.setPaused(true);
    session.setPaused(false);
    connection.deliver({ type: 'screen-view', isWatching: false });
    connection.deliver({ type: 'screen-view', isWatching: true });
    session.changeScreen();
    capture.picker.resolve(new FakeScreen());
    await settle();
    session.changeScreen();
    capture.picker.reject(new DesksideError('screen-picker-dismissed'));
    await settle();
    clock.nowMs += 7_000;
    session.end();
    expect(eventsOf(session).slice(1)).toEqual([
      { kind: 'screen-asked' },
      { kind: 'screen-answered', answer: 'agreed' },
      { kind: 'screen-started', surface: 'monitor', isAsked: true },
      { kind: 'screen-paused' },
      { kind: 'screen-resumed' },
      { kind: 'viewing-stopped' },
      { kind: 'viewing-resumed' },
      { kind: 'screen-changed', surface: 'monitor' },
      { kind: 'screen-stopped', durationMs: 7_000 },
      { kind: 'ended', by: 'customer', code: null },
    ]);
  });

  it('leaves a request that the end cut off without an answer', async () => {
    const { session, connection } = await customerInSession();
    connection.deliver({ type: 'screen-request', requestId: 'r1' });
    connection.deliver({ type: 'end' });
    expect(eventsOf(session).slice(1)).toEqual([
      { kind: 'screen-asked' },
      { kind: 'ended', by: 'technician', code: null },
    ]);
  });

  it('tells of the technician’s screen and of the view of it', async () => {
    const { session } = await customerInSession();
    const state = session.state.value;
    const phases: readonly ViewerState['phase'][] = ['off', 'open', 'closed', 'open', 'off', 'closed'];
    const events = phases.flatMap((phase, index) =>
      customerEvents(
        { ...state, viewer: { phase: phases[index - 1] ?? 'off' } },
        { ...state, viewer: { phase } },
      ),
    );
    expect(events).toEqual([
      { kind: 'own-screen-started', surface: null },
      { kind: 'viewer-closed' },
      { kind: 'viewer-opened' },
      { kind: 'own-screen-stopped', durationMs: null },
      { kind: 'own-screen-started', surface: null },
      { kind: 'viewer-closed' },
    ]);
  });
});
