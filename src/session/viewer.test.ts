// The technician's own screen through both sessions: who says what, and when the picture flows.

import { describe, expect, it } from 'vitest';
import { ALL_PERMITTED } from '../protocol/permissions.ts';
import { CustomerSession } from './customer-session.ts';
import { FakeConnection, FakeConnector, FakeListener, FakeScreen, fakeSupportPorts } from './ports.fake.ts';
import { TechnicianSession } from './technician-session.ts';

/** Lets promises that are settled run on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

async function technicianSide(permissions = ALL_PERMITTED) {
  const ports = { ...fakeSupportPorts(), permissions, listener: new FakeListener() };
  const session = new TechnicianSession('https://help.example/#link', ports);
  const connection = new FakeConnection();
  session.start();
  ports.listener.events?.onStep('proof');
  ports.listener.arrival.resolve(connection);
  await settle();
  const share = async (screen = new FakeScreen()) => {
    session.shareOwnScreen();
    ports.capture.picker.resolve(screen);
    await settle();
    return screen;
  };
  return { ...ports, session, connection, share, ownScreen: () => session.state.value.ownScreen };
}

async function customerSide(permissions = ALL_PERMITTED) {
  const ports = { ...fakeSupportPorts(), permissions, connector: new FakeConnector() };
  const session = new CustomerSession({ name: 'Ana', organisation: null, verified: 'none' }, 'en', ports);
  const connection = new FakeConnection();
  session.join({ shareScreen: false });
  ports.connector.onStep('proof');
  ports.connector.attempt.resolve(connection);
  await settle();
  return { ...ports, session, connection, viewer: () => session.state.value.viewer };
}

describe('a technician’s screen that is withheld', () => {
  const withheld = { ...ALL_PERMITTED, technicianScreen: false };

  it('is not captured', async () => {
    const { session, capture, ownScreen } = await technicianSide(withheld);
    session.shareOwnScreen();
    expect(capture.pickersOpened).toBe(0);
    expect(ownScreen()).toMatchObject({ phase: 'off' });
  });

  it('is refused on the customer’s side, whatever the technician’s page does', async () => {
    const { session, connection, viewer } = await customerSide(withheld);
    connection.deliver({ type: 'own-screen', isShared: true });
    expect(session.state.value.connection).toMatchObject({ phase: 'ended', code: 'not-permitted' });
    expect(viewer()).toMatchObject({ phase: 'off' });
  });
});

describe('the technician shows their screen', () => {
  it('opens the picker in the very call, and tells the customer what comes', async () => {
    const { session, capture, connection, share, ownScreen } = await technicianSide();
    session.shareOwnScreen();
    expect(capture.pickersOpened).toBe(1);
    expect(ownScreen()).toEqual({ phase: 'choosing' });
    capture.picker.reject(new DOMException('', 'NotAllowedError'));
    await settle();
    expect(connection.sentOf('own-screen')).toEqual([]);
    await share();
    expect(connection.sentOf('own-screen')).toEqual([{ type: 'own-screen', isShared: true }]);
  });

  it('sends the picture only while the customer has the viewer open', async () => {
    const { connection, share, ownScreen } = await technicianSide();
    await share();
    expect(connection.isSending).toBe(false);
    connection.deliver({ type: 'viewer', isOpen: true });
    await settle();
    expect(connection.isSending).toBe(true);
    connection.deliver({ type: 'viewer', isOpen: false });
    await settle();
    expect(connection.isSending).toBe(false);
    expect(ownScreen()).toEqual({ phase: 'sharing', surface: 'monitor', isViewerOpen: false });
  });

  it.each([
    ['the button', ({ session }: Awaited<ReturnType<typeof technicianSide>>) => session.stopOwnScreen()],
    ['the browser', (_: unknown, screen: FakeScreen) => screen.endByBrowser()],
  ])('stops by %s, and says so', async (_, stop) => {
    const side = await technicianSide();
    const screen = await side.share();
    stop(side, screen);
    expect(screen.isStopped).toBe(true);
    expect(side.ownScreen()).toEqual({ phase: 'off', problem: null });
    expect(side.connection.sentOf('own-screen').at(-1)).toEqual({ type: 'own-screen', isShared: false });
    await settle();
    expect(side.connection.screen).toBeNull();
  });

  it('stops the capture when the session ends, and when it ended while the picker was open', async () => {
    const running = await technicianSide();
    const screen = await running.share();
    running.connection.deliver({ type: 'end' });
    expect(screen.isStopped).toBe(true);

    const choosing = await technicianSide();
    choosing.session.shareOwnScreen();
    choosing.session.end();
    const late = new FakeScreen();
    choosing.capture.picker.resolve(late);
    await settle();
    expect(late.isStopped).toBe(true);
    expect(choosing.ownScreen().phase).toBe('off');
  });

  it('says when the connection will not take the picture', async () => {
    const { connection, share, ownScreen } = await technicianSide();
    connection.refusesScreens = true;
    const screen = await share();
    expect(screen.isStopped).toBe(true);
    expect(ownScreen()).toEqual({ phase: 'off', problem: 'screen-not-sent' });
    expect(connection.sentOf('own-screen').at(-1)).toEqual({ type: 'own-screen', isShared: false });
  });

  it('shows nothing without a customer', async () => {
    const ports = { ...fakeSupportPorts(), listener: new FakeListener() };
    const session = new TechnicianSession('https://help.example/#link', ports);
    session.shareOwnScreen();
    expect(ports.capture.pickersOpened).toBe(0);
  });
});

describe('the customer', () => {
  it('gets the viewer when the technician shows something, and says that it is open', async () => {
    const { connection, viewer } = await customerSide();
    connection.deliver({ type: 'own-screen', isShared: true });
    expect(viewer()).toEqual({ phase: 'open' });
    expect(connection.sentOf('viewer')).toEqual([{ type: 'viewer', isOpen: true }]);
    connection.deliver({ type: 'own-screen', isShared: false });
    expect(viewer()).toEqual({ phase: 'off' });
  });

  it('closes it and opens it again, each told once, and the session goes on', async () => {
    const { session, connection, viewer } = await customerSide();
    connection.deliver({ type: 'own-screen', isShared: true });
    session.setViewerOpen(false);
    session.setViewerOpen(false);
    expect(viewer()).toEqual({ phase: 'closed' });
    session.sendChat('still here');
    session.setViewerOpen(true);
    expect(connection.sentOf('viewer').map(({ isOpen }) => isOpen)).toEqual([true, false, true]);
  });

  it('cannot ask for a screen that is not shown', async () => {
    const { session, connection, viewer } = await customerSide();
    session.setViewerOpen(true);
    expect(viewer()).toEqual({ phase: 'off' });
    expect(connection.sentOf('viewer')).toEqual([]);
  });

  it('has no viewer after the end', async () => {
    const { connection, viewer } = await customerSide();
    connection.deliver({ type: 'own-screen', isShared: true });
    connection.deliver({ type: 'end' });
    expect(viewer()).toEqual({ phase: 'off' });
  });

  it('shares their own screen of their own will, in the very call, once at a time', async () => {
    const { session, capture, connection } = await customerSide();
    session.shareScreen();
    session.shareScreen();
    expect(capture.pickersOpened).toBe(1);
    capture.picker.resolve(new FakeScreen());
    await settle();
    expect(connection.isSending).toBe(true);
    session.shareScreen();
    expect(capture.pickersOpened).toBe(1);
  });
});
