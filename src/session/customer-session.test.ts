import { describe, expect, it } from 'vitest';
import { DesksideError } from '../protocol/deskside-error.ts';
import { codeOf } from '../protocol/testing/code-of.ts';
import { CustomerSession } from './customer-session.ts';
import { FakeCapture, FakeConnection, FakeConnector, FakeScreen, fakeSupportPorts } from './ports.fake.ts';
import { isScreenVisible, isTypingVisible } from './screen-visibility.ts';

function setUp() {
  const ports = { ...fakeSupportPorts(), connector: new FakeConnector(), capture: new FakeCapture() };
  const session = new CustomerSession({ name: 'Ana', organisation: null, verified: 'none' }, 'en', ports);
  return { ...ports, session, state: () => session.state.value };
}

/** Lets promises that are settled run on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

async function joined(options = { shareScreen: false }) {
  const parts = setUp();
  const connection = new FakeConnection();
  const screen = new FakeScreen();
  parts.session.join(options);
  parts.connector.onStep('proof');
  parts.connector.attempt.resolve(connection);
  if (options.shareScreen) parts.capture.picker.resolve(screen);
  await settle();
  return { ...parts, connection, screen };
}

describe('joining', () => {
  it('with the screen opens the picker in the same task as the call', () => {
    const { session, capture } = setUp();
    session.join({ shareScreen: true });
    expect(capture.pickersOpened).toBe(1);
  });

  it('without the screen opens no picker', () => {
    const { session, capture } = setUp();
    session.join({ shareScreen: false });
    expect(capture.pickersOpened).toBe(0);
  });

  it('introduces this browser before anything else', async () => {
    const { connection } = await joined({ shareScreen: true });
    expect(connection.sent[0]).toEqual({ type: 'introduction', canShareScreen: true, language: 'en' });
  });

  it('shares the screen whichever is ready first, picker or connection', async () => {
    const early = await joined({ shareScreen: true });
    expect(early.connection.isSending).toBe(true);
    expect(early.connection.sentOf('screen-state').at(-1)?.sharing).toEqual({
      surface: 'monitor',
      isPaused: false,
      isSending: true,
    });

    const parts = setUp();
    parts.session.join({ shareScreen: true });
    parts.capture.picker.resolve(new FakeScreen());
    await settle();
    expect(isScreenVisible(parts.state())).toBe(false);
    const connection = new FakeConnection();
    parts.connector.onStep('proof');
    parts.connector.attempt.resolve(connection);
    await settle();
    expect(connection.isSending).toBe(true);
    expect(isScreenVisible(parts.state())).toBe(true);
  });

  it('twice at once connects once', () => {
    const { session, connector } = setUp();
    session.join({ shareScreen: false });
    session.join({ shareScreen: false });
    expect(connector.attempts).toBe(1);
  });

  it('that fails names the step and the reason, captures nothing any more, and can be tried again', async () => {
    const { session, connector, capture, state } = setUp();
    const screen = new FakeScreen();
    session.join({ shareScreen: true });
    capture.picker.resolve(screen);
    await settle();
    connector.onStep('proof');
    connector.attempt.reject(new DesksideError('proof-failed'));
    await settle();
    expect(state().connection).toEqual({ phase: 'failed', code: 'proof-failed', step: 'proof' });
    expect(screen.isStopped).toBe(true);
    session.join({ shareScreen: false });
    expect(connector.attempts).toBe(2);
  });

  it('whose picker is still open when it fails stops what is chosen later', async () => {
    const { session, connector, capture, state } = setUp();
    const screen = new FakeScreen();
    session.join({ shareScreen: true });
    connector.attempt.reject(new DesksideError('server-unreachable'));
    await settle();
    capture.picker.resolve(screen);
    await settle();
    expect(screen.isStopped).toBe(true);
    expect(state().screen.phase).toBe('off');
  });

  it('goes on without the screen when the picker was dismissed', async () => {
    const { session, connector, capture, state } = setUp();
    session.join({ shareScreen: true });
    capture.picker.reject(new DesksideError('screen-picker-dismissed'));
    connector.onStep('proof');
    connector.attempt.resolve(new FakeConnection());
    await settle();
    expect(state().connection.phase).toBe('connected');
    expect(state().screen).toEqual({ phase: 'off', problem: 'screen-picker-dismissed' });
  });
});

describe('the screen', () => {
  it('is asked for, agreed to in the click, and then seen', async () => {
    const { session, connection, capture, screen, state } = await joined();
    connection.deliver({ type: 'screen-request', requestId: 'r1' });
    expect(state().screen.phase).toBe('requested');
    session.answerScreenRequest(true);
    expect(capture.pickersOpened).toBe(1);
    capture.picker.resolve(screen);
    await settle();
    expect(isScreenVisible(state())).toBe(true);
    expect(connection.isSending).toBe(true);
  });

  it('stays private after No, and the technician is told', async () => {
    const { session, connection, capture } = await joined();
    connection.deliver({ type: 'screen-request', requestId: 'r1' });
    session.answerScreenRequest(false);
    expect(capture.pickersOpened).toBe(0);
    expect(connection.sent.at(-1)).toEqual({ type: 'screen-refused', requestId: 'r1', reason: 'declined' });
  });

  it('counts a dismissed picker as No and a broken source as a failure', async () => {
    for (const [code, reason] of [
      ['screen-picker-dismissed', 'declined'],
      ['screen-source-failed', 'failed'],
    ] as const) {
      const { session, connection, capture } = await joined();
      connection.deliver({ type: 'screen-request', requestId: 'r1' });
      session.answerScreenRequest(true);
      capture.picker.reject(new DesksideError(code));
      await settle();
      expect(connection.sent.at(-1)).toEqual({ type: 'screen-refused', requestId: 'r1', reason });
    }
  });

  it('stops here first, then the technician is told', async () => {
    const { session, connection, screen, state } = await joined({ shareScreen: true });
    let wasStoppedBeforeTold = false;
    const send = connection.send.bind(connection);
    connection.send = (message) => {
      if (message.type === 'numbered' && message.message?.type === 'screen-state')
        wasStoppedBeforeTold = screen.isStopped;
      send(message);
    };
    session.stopSharing();
    expect(wasStoppedBeforeTold).toBe(true);
    expect(connection.sent.at(-1)).toEqual({ type: 'screen-state', sharing: null });
    expect(state().screen).toEqual({ phase: 'off', problem: null });
    await settle();
    expect(connection.screen).toBeNull();
  });

  it('stopped in the browser’s own bar is the same as by our button', async () => {
    const { connection, screen, state } = await joined({ shareScreen: true });
    screen.endByBrowser();
    expect(connection.sent.at(-1)).toEqual({ type: 'screen-state', sharing: null });
    expect(state().screen).toEqual({ phase: 'off', problem: null });
  });

  it('is not sent while the technician does not look, and again when they do', async () => {
    const { connection, state } = await joined({ shareScreen: true });
    connection.deliver({ type: 'screen-view', isWatching: false });
    await settle();
    expect(connection.isSending).toBe(false);
    expect(isScreenVisible(state())).toBe(false);
    expect(connection.sentOf('screen-state').at(-1)?.sharing?.isSending).toBe(false);
    connection.deliver({ type: 'screen-view', isWatching: true });
    await settle();
    expect(connection.isSending).toBe(true);
    expect(isScreenVisible(state())).toBe(true);
  });

  it('cannot be brought back by looking again after it was stopped', async () => {
    const { session, connection, state } = await joined({ shareScreen: true });
    session.stopSharing();
    await settle();
    connection.deliver({ type: 'screen-view', isWatching: true });
    expect(connection.screen).toBeNull();
    expect(isScreenVisible(state())).toBe(false);
  });

  it('of a browser that has no capture is refused by itself', async () => {
    const { connection, capture } = await joined();
    capture.isSupported = false;
    connection.deliver({ type: 'screen-request', requestId: 'r1' });
    expect(connection.sent.at(-1)).toEqual({
      type: 'screen-refused',
      requestId: 'r1',
      reason: 'unsupported',
    });
  });

  it('that the connection will not take is given up and said', async () => {
    const { session, connection, capture, screen, state } = await joined();
    connection.refusesScreens = true;
    connection.deliver({ type: 'screen-request', requestId: 'r1' });
    session.answerScreenRequest(true);
    capture.picker.resolve(screen);
    await settle();
    expect(screen.isStopped).toBe(true);
    expect(state().screen).toEqual({ phase: 'off', problem: 'screen-not-sent' });
    expect(connection.sent.at(-1)).toEqual({ type: 'screen-refused', requestId: 'r1', reason: 'failed' });
  });

  it('answers a request that crossed with the sharing', async () => {
    const { connection } = await joined({ shareScreen: true });
    const before = connection.sentOf('screen-state').length;
    connection.deliver({ type: 'screen-request', requestId: 'r1' });
    expect(connection.sentOf('screen-state')).toHaveLength(before + 1);
  });
});

describe('pausing and changing', () => {
  it('holds the picture back without ending the capture, and lets it go on without asking', async () => {
    const { session, connection, screen, capture, state } = await joined({ shareScreen: true });
    session.setPaused(true);
    await settle();
    expect(connection.isSending).toBe(false);
    expect(screen.isStopped).toBe(false);
    expect(isScreenVisible(state())).toBe(false);
    expect(connection.sentOf('screen-state').at(-1)?.sharing).toMatchObject({
      isPaused: true,
      isSending: false,
    });
    session.setPaused(false);
    await settle();
    expect(connection.isSending).toBe(true);
    expect(isScreenVisible(state())).toBe(true);
    expect(capture.pickersOpened).toBe(1);
  });

  it('stays paused when the technician looks again', async () => {
    const { session, connection, state } = await joined({ shareScreen: true });
    session.setPaused(true);
    connection.deliver({ type: 'screen-view', isWatching: false });
    connection.deliver({ type: 'screen-view', isWatching: true });
    await settle();
    expect(connection.isSending).toBe(false);
    expect(isScreenVisible(state())).toBe(false);
  });

  it('replaces what is shared, and ends what was', async () => {
    const { session, connection, screen, capture } = await joined({ shareScreen: true });
    const other = new FakeScreen();
    other.surface = 'window';
    session.changeScreen();
    expect(capture.pickersOpened).toBe(2);
    capture.picker.resolve(other);
    await settle();
    expect(screen.isStopped).toBe(true);
    expect(connection.screen).toBe(other);
    expect(connection.isSending).toBe(true);
    expect(connection.sentOf('screen-state').at(-1)?.sharing).toMatchObject({ surface: 'window' });
  });

  it('goes on with what is shared when the picker was dismissed', async () => {
    const { session, connection, screen, capture, state } = await joined({ shareScreen: true });
    session.changeScreen();
    capture.picker.reject(new DesksideError('screen-picker-dismissed'));
    await settle();
    expect(screen.isStopped).toBe(false);
    expect(connection.isSending).toBe(true);
    expect(state().screen).toMatchObject({
      phase: 'sharing',
      isChanging: false,
      problem: 'screen-picker-dismissed',
    });
    expect(connection.sentOf('screen-refused')).toHaveLength(0);
  });

  it('stops what is chosen after the customer stopped sharing', async () => {
    const { session, capture, state } = await joined({ shareScreen: true });
    const other = new FakeScreen();
    session.changeScreen();
    session.stopSharing();
    capture.picker.resolve(other);
    await settle();
    expect(other.isStopped).toBe(true);
    expect(state().screen.phase).toBe('off');
  });
});

describe('typing', () => {
  it('is visible on a whole screen and in this tab, and only while the technician looks', async () => {
    const { connection, screen, state } = await joined({ shareScreen: true });
    expect(isTypingVisible(state())).toBe(true);
    screen.switchTo('window', false);
    expect(isTypingVisible(state())).toBe(false);
    screen.switchTo('browser', true);
    expect(isTypingVisible(state())).toBe(true);
    connection.deliver({ type: 'screen-view', isWatching: false });
    expect(isTypingVisible(state())).toBe(false);
  });
});

describe('the chat', () => {
  it('opens for a message, unless the toolbar is collapsed: then it opens with the toolbar', async () => {
    const { session, connection, state } = await joined();
    connection.deliver({ type: 'chat', id: 'a', text: 'hello', sentAtMs: 1 });
    expect(state().chat).toMatchObject({ isOpen: true, unreadCount: 0 });
    session.setToolbarCollapsed(true);
    connection.deliver({ type: 'chat', id: 'b', text: 'still there?', sentAtMs: 2 });
    expect(state().chat).toMatchObject({ isOpen: false, unreadCount: 1 });
    session.setToolbarCollapsed(false);
    expect(state().chat).toMatchObject({ isOpen: true, unreadCount: 0 });
    expect(state().chat.entries.map(({ text }) => text)).toEqual(['hello', 'still there?']);
  });

  it('sends trimmed text, and nothing for blank text', async () => {
    const { session, connection, state } = await joined();
    session.sendChat('  hi \n');
    session.sendChat('   ');
    expect(connection.sentOf('chat').map(({ text }) => text)).toEqual(['hi']);
    expect(state().chat.entries).toHaveLength(1);
  });

  it('keeps nothing in the log that could not be sent', async () => {
    const { session, state } = await joined();
    expect(codeOf(() => session.sendChat('x'.repeat(4_001)))).toBe('message-too-long');
    session.end();
    expect(codeOf(() => session.sendChat('hi'))).toBe('message-not-sent');
    expect(state().chat.entries).toHaveLength(0);
  });
});

describe('the state', () => {
  it('tells nobody of a change that is none', async () => {
    const { session } = await joined();
    let changes = 0;
    session.state.subscribe(() => {
      changes += 1;
    });
    session.setLooking(true);
    session.setChatOpen(false);
    session.setToolbarCollapsed(false);
    session.setPaused(true);
    expect(changes).toBe(0);
    session.setLooking(false);
    expect(changes).toBe(1);
  });
});

describe('the end', () => {
  it('stops the capture before anybody is told, and tells', async () => {
    const { session, connection, screen, record, state, clock } = await joined({ shareScreen: true });
    clock.nowMs += 90_000;
    session.end();
    expect(screen.isStopped).toBe(true);
    expect(connection.sent.at(-1)).toEqual({ type: 'end' });
    expect(record.marks).toEqual(['ended']);
    expect(state().connection).toEqual({ phase: 'ended', by: 'customer', code: null, durationMs: 90_000 });
  });

  it('holds even if the other side is already gone', async () => {
    const { session, connection, state } = await joined();
    connection.isClosed = true;
    session.end();
    expect(state().connection).toMatchObject({ phase: 'ended', by: 'customer' });
  });

  it('by the technician stops everything here', async () => {
    const { connection, screen, state } = await joined({ shareScreen: true });
    connection.deliver({ type: 'end' });
    expect(screen.isStopped).toBe(true);
    expect(connection.isClosed).toBe(true);
    expect(state().connection).toMatchObject({ phase: 'ended', by: 'technician' });
  });

  it('stays: nothing that comes after it has any effect', async () => {
    const { session, connection, connector, capture, state } = await joined();
    session.end();
    const after = state();
    connection.deliver({ type: 'screen-request', requestId: 'r1' });
    connection.deliver({ type: 'chat', id: 'x', text: 'psst', sentAtMs: 1 });
    connection.change({ status: 'connected' });
    session.join({ shareScreen: true });
    expect(state()).toBe(after);
    expect(connector.attempts).toBe(1);
    expect(capture.pickersOpened).toBe(0);
  });

  it('while still connecting gives the attempt up', async () => {
    const { session, state } = setUp();
    session.join({ shareScreen: false });
    session.end();
    await settle();
    expect(state().connection).toEqual({ phase: 'ended', by: 'customer', code: null, durationMs: null });
  });

  it('while the picker is open stops what is chosen in it', async () => {
    const { session, connection, capture, screen } = await joined();
    connection.deliver({ type: 'screen-request', requestId: 'r1' });
    session.answerScreenRequest(true);
    session.end();
    capture.picker.resolve(screen);
    await settle();
    expect(screen.isStopped).toBe(true);
  });
});

describe('the connection', () => {
  it('may be interrupted and come back; nobody sees the screen meanwhile', async () => {
    const { connection, screen, state } = await joined({ shareScreen: true });
    connection.change({ status: 'interrupted', cause: 'line' });
    expect(state().connection.phase).toBe('interrupted');
    expect(isScreenVisible(state())).toBe(false);
    connection.change({ status: 'connected' });
    expect(state().connection.phase).toBe('connected');
    expect(screen.isStopped).toBe(false);
  });

  it('is closed on a message that only a customer may send', async () => {
    const { connection, state } = await joined();
    connection.deliver({ type: 'screen-state', sharing: null });
    expect(connection.isClosed).toBe(true);
    expect(state().connection).toMatchObject({ phase: 'ended', code: 'protocol-violation' });
  });
});
