import { describe, expect, it } from 'vitest';
import { DesksideError } from '../protocol/deskside-error.ts';
import { FakeConnection, FakeListener, fakeSupportPorts } from './ports.fake.ts';
import { TechnicianSession } from './technician-session.ts';

function setUp() {
  const ports = { ...fakeSupportPorts(), listener: new FakeListener() };
  const session = new TechnicianSession('https://help.example/#1.x.y', ports);
  session.start();
  return { ...ports, session, state: () => session.state.value };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

async function connected() {
  const parts = setUp();
  const connection = new FakeConnection();
  parts.listener.events?.onReady();
  parts.listener.events?.onStep('proof');
  parts.listener.arrival.resolve(connection);
  await settle();
  connection.deliver({ type: 'introduction', canShareScreen: true, language: 'pt-BR' });
  return { ...parts, connection };
}

describe('waiting for the customer', () => {
  it('begins when the customer can reach this browser', () => {
    const { listener, state } = setUp();
    expect(state().connection).toEqual({ phase: 'connecting', step: 'server' });
    listener.events?.onReady();
    expect(state().connection).toEqual({ phase: 'waiting', refused: null });
  });

  it('goes on after an attempt that could not prove itself, and says so', () => {
    const { listener, state } = setUp();
    listener.events?.onReady();
    listener.events?.onStep('proof');
    listener.events?.onRefused('proof-failed');
    expect(state().connection).toEqual({ phase: 'waiting', refused: 'proof-failed' });
  });

  it('that is impossible fails with the reason, and can be tried again', async () => {
    const { session, listener, state } = setUp();
    listener.arrival.reject(new DesksideError('signalling-refused'));
    await settle();
    expect(state().connection).toMatchObject({ phase: 'failed', code: 'signalling-refused' });
    session.start();
    expect(state().connection).toEqual({ phase: 'connecting', step: 'server' });
  });

  it('ends with the session, and whoever comes later is turned away', async () => {
    const { session, listener, record, state } = setUp();
    const late = new FakeConnection();
    session.end();
    listener.arrival.resolve(late);
    await settle();
    expect(state().connection).toMatchObject({ phase: 'ended', by: 'technician', durationMs: null });
    expect(record.marks).toEqual(['ended']);
  });
});

describe('with the customer', () => {
  it('marks the link as used', async () => {
    const { record, state } = await connected();
    expect(record.marks).toEqual(['joined']);
    expect(state().customerLanguage).toBe('pt-BR');
  });

  it('asks for the screen, once at a time, and can take it back', async () => {
    const { session, connection, state } = await connected();
    session.requestScreen();
    session.requestScreen();
    expect(connection.sentOf('screen-request')).toHaveLength(1);
    session.withdrawRequest();
    expect(state().screen.phase).toBe('off');
    expect(connection.sent.at(-1)?.type).toBe('screen-request-withdrawn');
  });

  it('learns of a No, and may ask again', async () => {
    const { session, connection, state } = await connected();
    session.requestScreen();
    const requestId = connection.sentOf('screen-request')[0]?.requestId ?? '';
    connection.deliver({ type: 'screen-refused', requestId, reason: 'declined' });
    expect(state().screen).toEqual({ phase: 'off', reason: 'declined' });
    session.requestScreen();
    expect(state().screen.phase).toBe('requesting');
  });

  it('does not ask a browser that cannot share', async () => {
    const { session, connection } = await connected();
    connection.deliver({ type: 'introduction', canShareScreen: false, language: 'en' });
    session.requestScreen();
    expect(connection.sentOf('screen-request')).toHaveLength(0);
  });

  it('stops and resumes viewing without asking again', async () => {
    const { session, connection, state } = await connected();
    connection.deliver({
      type: 'screen-state',
      sharing: { surface: 'monitor', isPaused: false, isSending: true },
    });
    session.setWatching(false);
    session.setWatching(false);
    session.setWatching(true);
    expect(connection.sentOf('screen-view').map(({ isWatching }) => isWatching)).toEqual([false, true]);
    expect(connection.sentOf('screen-request')).toHaveLength(0);
    expect(state().screen).toMatchObject({ phase: 'shared', isWatching: true });
  });

  it('cannot view what the customer stopped', async () => {
    const { session, connection, state } = await connected();
    connection.deliver({
      type: 'screen-state',
      sharing: { surface: 'monitor', isPaused: false, isSending: true },
    });
    connection.deliver({ type: 'screen-state', sharing: null });
    session.setWatching(true);
    expect(connection.sentOf('screen-view')).toHaveLength(0);
    expect(state().screen).toEqual({ phase: 'off', reason: 'stopped-by-customer' });
  });

  it('does nothing more after the customer ended', async () => {
    const { session, connection, state } = await connected();
    connection.deliver({ type: 'end' });
    const sent = connection.sent.length;
    session.requestScreen();
    expect(() => session.sendChat('hello?')).toThrow(DesksideError);
    session.start();
    expect(connection.sent).toHaveLength(sent);
    expect(state().connection).toMatchObject({ phase: 'ended', by: 'customer' });
  });

  it('is closed on a message that only a technician may send', async () => {
    const { connection, state } = await connected();
    connection.deliver({ type: 'screen-request', requestId: 'r1' });
    expect(connection.isClosed).toBe(true);
    expect(state().connection).toMatchObject({ phase: 'ended', code: 'protocol-violation' });
  });
});
