// A session that outlives its connections: what waits, what is sent again, what comes twice, and who gives up when.

import { describe, expect, it } from 'vitest';
import type { DeliveryFrame } from '../protocol/control-message.ts';
import { MAX_ABSENCE_MS } from '../protocol/limits.ts';
import { codeOf } from '../protocol/testing/code-of.ts';
import { CustomerSession } from './customer-session.ts';
import { FakeKeeping } from './keeping-ports.fake.ts';
import { FakeConnection, FakeConnector, FakeListener, FakeScreen, fakeSupportPorts } from './ports.fake.ts';
import type { CustomerSnapshot, SessionSnapshot, TechnicianSnapshot } from './session-snapshot.ts';
import { TechnicianSession } from './technician-session.ts';

const ANA = { name: 'Ana', organisation: null, verified: 'none' } as const;
const LOST = { status: 'closed', code: 'connection-lost' } as const;

async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

async function joined(options = { shareScreen: false, keeps: false }) {
  const connector = new FakeConnector();
  const connection = new FakeConnection();
  const keeping = options.keeps ? new FakeKeeping() : null;
  const ports = { ...fakeSupportPorts(), connector, keeping };
  const session = new CustomerSession(ANA, 'en', ports);
  const screen = new FakeScreen();
  session.join(options);
  if (options.shareScreen) ports.capture.picker.resolve(screen);
  connector.onStep('proof');
  connector.attempt.resolve(connection);
  await settle();
  const state = () => session.state.value;
  /** The transport dies, and another one comes; `receivedNo` is what the other side has got until then. */
  const rejoin = async (receivedNo: number, life = 'their-life', deliveredNo = 0) => {
    const next = new FakeConnection({ life, receivedNo }, deliveredNo);
    connector.rejoin?.onConnection(next);
    await settle();
    return next;
  };
  return { session, connector, connection, ports, keeping, screen, state, rejoin };
}

/** The texts of chat messages, as they went out over a connection. */
const texts = (connection: FakeConnection) => connection.sentOf('chat').map(({ text }) => text);
const chat = (text: string) => ({ type: 'chat', id: text, text, sentAtMs: 1 }) as const;
const FILE_ANSWER = { type: 'file-answer', offerId: 'o', isAccepted: true } as const;
const numbersOf = (frames: readonly DeliveryFrame[]) =>
  frames.flatMap((frame) => (frame.type === 'numbered' ? [frame.no] : []));

describe('a connection that is lost', () => {
  it('interrupts the session, which asks for another one and keeps the capture', async () => {
    const { connection, connector, screen, state } = await joined({ shareScreen: true, keeps: false });
    connection.change(LOST);
    expect(state().connection).toEqual({
      phase: 'interrupted',
      connectedAtMs: 60_000,
      sinceMs: 60_000,
      cause: 'line',
    });
    expect(connector.isRejoinWanted).toBe(true);
    expect(screen.isStopped).toBe(false);
    expect(state().screen.phase).toBe('sharing');
  });

  it('is told from a page that went away', async () => {
    const { connection, state } = await joined();
    connection.deliverFrame({ type: 'leaving' });
    connection.change(LOST);
    expect(state().connection).toMatchObject({ phase: 'interrupted', cause: 'page-left' });
  });

  it('brings the capture back on the next one, without asking', async () => {
    const { connection, connector, screen, state, rejoin } = await joined({
      shareScreen: true,
      keeps: false,
    });
    connection.change(LOST);
    const next = await rejoin(numbersOf(connection.frames).length);
    expect(state().connection.phase).toBe('connected');
    expect(connector.isRejoinWanted).toBe(false);
    expect(next.screen).toBe(screen);
    expect(next.isSending).toBe(true);
    expect(next.sentOf('screen-state').at(-1)?.sharing).toMatchObject({ isSending: true });
  });

  it('loses nothing that was written meanwhile, and sends nothing twice that arrived', async () => {
    const { session, connection, state, rejoin } = await joined();
    session.sendChat('arrived');
    const arrivedNo = numbersOf(connection.frames).at(-1) ?? 0;
    session.sendChat('on its way');
    connection.change(LOST);
    session.sendChat('written meanwhile');
    expect(state().chat.undelivered).toHaveLength(3);
    const next = await rejoin(arrivedNo);
    expect(texts(next)).toEqual(['on its way', 'written meanwhile']);
    expect(state().chat.undelivered).toHaveLength(2);
    next.deliverFrame({ type: 'confirm', no: numbersOf(next.frames).at(-1) ?? 0 });
    expect(state().chat.undelivered).toEqual([]);
    expect(state().chat.entries.map(({ text }) => text)).toEqual([
      'arrived',
      'on its way',
      'written meanwhile',
    ]);
  });

  it('takes a message once that comes again', async () => {
    const { connection, state, rejoin } = await joined();
    connection.deliver(chat('one'));
    connection.deliver(chat('two'));
    connection.change(LOST);
    const next = await rejoin(1);
    expect(next.frames[0]).toEqual({ type: 'resume', life: 'own-life', receivedNo: 2 });
    next.deliver(chat('one'));
    next.deliver(chat('two'));
    next.deliver(chat('three'));
    expect(state().chat.entries.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(next.frames.at(-1)).toEqual({ type: 'confirm', no: 3 });
  });

  it('holds back what is new until the other side has said what it has got', async () => {
    const { session, connection, connector } = await joined();
    connection.change(LOST);
    const next = new FakeConnection(null);
    connector.rejoin?.onConnection(next);
    session.sendChat('hello');
    expect(next.frames.map(({ type }) => type)).toEqual(['resume']);
    next.deliverFrame({ type: 'resume', life: 'their-life', receivedNo: 1 });
    expect(texts(next)).toEqual(['hello']);
  });

  it('gives way to another one, however alive it believes to be', async () => {
    const { connection, rejoin, state } = await joined();
    const next = await rejoin(1);
    expect(connection.isClosed).toBe(true);
    expect(next.isClosed).toBe(false);
    connection.change(LOST);
    expect(state().connection.phase).toBe('connected');
  });

  it('is never more than a hundred messages ahead of what is confirmed', async () => {
    const { session, connection, rejoin } = await joined();
    connection.change(LOST);
    for (let index = 0; index < 250; index++) session.sendChat(`${index}`);
    const next = await rejoin(1);
    expect(texts(next)).toHaveLength(100);
    next.deliverFrame({ type: 'confirm', no: 51 });
    expect(texts(next)).toHaveLength(150);
  });

  it('confirms at once, and then twice a second at most', async () => {
    const { connection, ports } = await joined();
    const confirmed = () =>
      connection.frames.flatMap((frame) => (frame.type === 'confirm' ? [frame.no] : []));
    for (const text of ['one', 'two', 'three']) connection.deliver(chat(text));
    expect(confirmed()).toEqual([1]);
    ports.timer.elapse(500);
    expect(confirmed()).toEqual([1, 3]);
    ports.timer.elapse(500);
    expect(confirmed()).toEqual([1, 3]);
    connection.deliver(chat('four'));
    expect(confirmed()).toEqual([1, 3, 4]);
  });

  it('ends the session after twenty minutes, and what comes later is turned away', async () => {
    const { connection, ports, state, screen, rejoin } = await joined({ shareScreen: true, keeps: false });
    connection.change(LOST);
    ports.timer.elapse(MAX_ABSENCE_MS - 1);
    expect(state().connection.phase).toBe('interrupted');
    ports.timer.elapse(1);
    expect(state().connection).toMatchObject({ phase: 'ended', by: null, code: 'connection-lost' });
    expect(screen.isStopped).toBe(true);
    expect((await rejoin(1)).isClosed).toBe(true);
  });

  it('ends it too when the computer slept through that time', async () => {
    const { connection, ports, state, rejoin } = await joined();
    connection.change(LOST);
    ports.clock.nowMs += MAX_ABSENCE_MS;
    expect((await rejoin(1)).isClosed).toBe(true);
    expect(state().connection.phase).toBe('ended');
  });

  it.each([
    ['session-ended', { by: 'technician', code: null }],
    ['signalling-refused', { by: null, code: 'connection-lost' }],
  ] as const)('ends when the server says %s', async (code, ended) => {
    const { connection, connector, state } = await joined();
    connection.change(LOST);
    connector.rejoin?.onRefused(code);
    expect(state().connection).toMatchObject({ phase: 'ended', ...ended });
  });

  it.each([
    ['signalling-refused', { by: null, code: 'connection-lost' }],
    ['session-ended', { by: 'technician', code: null }],
  ] as const)('does not care for a server that says %s while it lives', async (code, ended) => {
    const { connection, connector, state } = await joined();
    connector.rejoin?.onRefused(code);
    expect(state().connection.phase).toBe('connected');
    connection.change(LOST);
    expect(state().connection).toMatchObject({ phase: 'ended', ...ended });
  });

  it('ends, even while it lives, when the technician may not help any more', async () => {
    const { connection, connector, ports, state } = await joined();
    connector.rejoin?.onRefused('session-revoked');
    expect(state().connection).toMatchObject({ phase: 'ended', by: null, code: 'session-revoked' });
    expect(connection.isClosed).toBe(true);
    expect(ports.record.marks).toEqual(['ended']);
  });

  it('stays ended when it was ended meanwhile', async () => {
    const { session, connection, connector, ports, state, rejoin } = await joined();
    connection.change(LOST);
    session.end();
    expect(ports.record.marks).toEqual(['ended']);
    expect(connector.isOver).toBe(true);
    expect((await rejoin(1)).isClosed).toBe(true);
    expect(state().connection).toMatchObject({ phase: 'ended', by: 'customer' });
  });

  it.each<[string, DeliveryFrame]>([
    ['a second resume', { type: 'resume', life: 'their-life', receivedNo: 0 }],
    ['a confirmation of what was never sent', { type: 'confirm', no: 99 }],
  ])('is not healed but ended by %s', async (_, frame) => {
    const { connection, state } = await joined();
    connection.deliverFrame(frame);
    expect(state().connection).toMatchObject({ phase: 'ended', code: 'protocol-violation' });
  });

  it('begins with a resume, or not at all', async () => {
    const { connection, connector, state } = await joined();
    connection.change(LOST);
    const next = new FakeConnection(null);
    connector.rejoin?.onConnection(next);
    next.deliverFrame({ type: 'confirm', no: 1 });
    expect(state().connection).toMatchObject({ phase: 'ended', code: 'protocol-violation' });
  });
});

describe('a session that is kept', () => {
  it('tells nobody of a message before it is kept with it', async () => {
    const { session, connection, keeping } = await joined({ shareScreen: false, keeps: true });
    session.sendChat('hello');
    expect(texts(connection)).toEqual([]);
    await settle();
    expect(texts(connection)).toEqual(['hello']);
    expect(keeping?.kept?.chat.entries.map(({ text }) => text)).toEqual(['hello']);
    expect(keeping?.kept?.ledger.unconfirmed.at(-1)?.message).toMatchObject({ text: 'hello' });
  });

  it('confirms nothing before it is kept', async () => {
    const { connection, keeping } = await joined({ shareScreen: false, keeps: true });
    connection.deliver(chat('one'));
    expect(connection.frames.some(({ type }) => type === 'confirm')).toBe(false);
    await settle();
    expect(connection.frames.at(-1)).toEqual({ type: 'confirm', no: 1 });
    expect(keeping?.kept?.ledger.receivedNo).toBe(1);
  });

  it.each(['session-not-kept', 'session-not-kept-full'] as const)('goes on when it is %s', async (code) => {
    const { session, connection, keeping, ports, state } = await joined({ shareScreen: false, keeps: true });
    if (keeping === null) throw new TypeError('not kept');
    keeping.refusal = code;
    session.sendChat('hello');
    await settle();
    expect(state().keeping).toBe(code);
    expect(texts(connection)).toEqual(['hello']);
    // Nothing to wait for any more.
    session.sendChat('again');
    expect(texts(connection)).toEqual(['hello', 'again']);
    keeping.refusal = null;
    ports.timer.elapse(60_000);
    await settle();
    expect(state().keeping).toBeNull();
  });

  it('does not wait for ever for a storage that does not answer', async () => {
    const { session, connection, keeping, ports } = await joined({ shareScreen: false, keeps: true });
    if (keeping === null) throw new TypeError('not kept');
    keeping.save = () => new Promise(() => {});
    session.sendChat('hello');
    await settle();
    expect(texts(connection)).toEqual([]);
    ports.timer.elapse(1_000);
    await settle();
    expect(texts(connection)).toEqual(['hello']);
  });

  it('is forgotten when it ends', async () => {
    const { session, keeping } = await joined({ shareScreen: false, keeps: true });
    session.sendChat('hello');
    await settle();
    expect(keeping?.kept).not.toBeNull();
    session.end();
    expect(keeping?.isForgotten).toBe(true);
  });

  it('is kept until the page was there, without any change', async () => {
    const { keeping, ports } = await joined({ shareScreen: false, keeps: true });
    ports.clock.nowMs += 60_000;
    ports.timer.elapse(60_000);
    await settle();
    expect(keeping?.kept?.atMs).toBe(120_000);
  });

  it('has the absence counted from its beginning, however often the page is loaded', async () => {
    const { session, connection, keeping, ports } = await joined({ shareScreen: false, keeps: true });
    connection.change(LOST);
    ports.clock.nowMs += 300_000;
    session.leave();
    expect(keeping?.kept?.atMs).toBe(60_000);
  });
});

/** What was kept of a session that did some things. */
async function keptCustomer(shareScreen: boolean): Promise<CustomerSnapshot> {
  const { session, connection, keeping } = await joined({ shareScreen, keeps: true });
  session.sendChat('mine');
  connection.deliver(chat('theirs'));
  connection.deliver({ type: 'file-offer', offerId: 'o', files: [{ fileNo: 0, name: 'a', sizeBytes: 1 }] });
  await settle();
  session.leave();
  return snapshotOf(keeping?.kept ?? null, 'customer') as CustomerSnapshot;
}

function snapshotOf(kept: SessionSnapshot | null, role: SessionSnapshot['role']): SessionSnapshot {
  if (kept?.role !== role) throw new TypeError('nothing was kept');
  return structuredClone(kept);
}

describe('a session whose page was loaded again', () => {
  it('is there as it was, and goes back', async () => {
    const snapshot = await keptCustomer(true);
    const connector = new FakeConnector();
    const session = new CustomerSession(ANA, 'en', { ...fakeSupportPorts(), connector }, snapshot);
    session.returnToSession();
    const state = () => session.state.value;
    expect(state().connection).toMatchObject({ phase: 'interrupted', cause: 'returning' });
    expect(connector.isRejoinWanted).toBe(true);
    expect(state().chat.entries.map(({ text }) => text)).toEqual(['mine', 'theirs']);
    // What lived in the page only is gone, and says so.
    expect(state().screen).toEqual({ phase: 'off', problem: 'screen-cut' });
    // An offer is made again by whoever has the file.
    expect(state().files.transfers[0]?.progress).toMatchObject({ phase: 'held', reason: 'reloaded' });
    const next = new FakeConnection({ life: 'their-life', receivedNo: snapshot.ledger.sentNo }, 2);
    connector.rejoin?.onConnection(next);
    await settle();
    expect(state().connection.phase).toBe('connected');
    expect(next.sentOf('screen-state')).toEqual([{ type: 'screen-state', sharing: null }]);
    expect(texts(next)).toEqual([]);
  });

  it('goes on in its report without an event too many or too few', async () => {
    const snapshot = await keptCustomer(true);
    const connector = new FakeConnector();
    const session = new CustomerSession(ANA, 'en', { ...fakeSupportPorts(), connector }, snapshot);
    session.returnToSession();
    connector.rejoin?.onConnection(new FakeConnection({ life: 'their-life', receivedNo: 0 }, 2));
    await settle();
    session.end();
    expect(session.state.value.journal.map(({ kind }) => kind)).toEqual([
      'joined',
      'screen-started',
      'file-offered',
      'interrupted',
      'screen-stopped',
      'restored',
      'file-cancelled',
      'ended',
    ]);
  });

  it('sends what had not arrived, and nothing about files of before', async () => {
    const snapshot = await keptCustomer(false);
    const connector = new FakeConnector();
    const session = new CustomerSession(
      ANA,
      'en',
      { ...fakeSupportPorts(), connector },
      {
        ...snapshot,
        ledger: {
          sentNo: 9,
          receivedNo: 2,
          unconfirmed: [
            { no: 7, message: FILE_ANSWER },
            { no: 8, message: chat('arrived') },
            { no: 9, message: chat('not arrived') },
          ],
        },
      },
    );
    session.returnToSession();
    const next = new FakeConnection({ life: 'their-life', receivedNo: 8 }, 2);
    connector.rejoin?.onConnection(next);
    await settle();
    expect(texts(next)).toEqual(['not arrived']);
    expect(next.sentOf('file-answer')).toEqual([]);
  });

  it('asks once more what the technician had asked', async () => {
    const snapshot = await keptCustomer(false);
    const asked = { phase: 'choosing', requestId: 'r1' } as const;
    const ports = { ...fakeSupportPorts(), connector: new FakeConnector() };
    const session = new CustomerSession(ANA, 'en', ports, { ...snapshot, screen: asked });
    session.returnToSession();
    expect(session.state.value.screen).toEqual({ phase: 'requested', requestId: 'r1' });
  });

  it('gives up at once when it was away for too long', async () => {
    const snapshot = await keptCustomer(false);
    const ports = { ...fakeSupportPorts(), connector: new FakeConnector() };
    ports.clock.nowMs = snapshot.atMs + MAX_ABSENCE_MS;
    const session = new CustomerSession(ANA, 'en', ports, snapshot);
    session.returnToSession();
    ports.timer.elapse(0);
    expect(session.state.value.connection).toMatchObject({ phase: 'ended', code: 'connection-lost' });
  });

  it('lets go of it when it goes on elsewhere, and keeps it', async () => {
    const { session, connection, keeping, screen, connector } = await joined({
      shareScreen: true,
      keeps: true,
    });
    await session.suspend();
    expect(keeping?.isForgotten).toBe(false);
    expect(keeping?.kept?.screen).toMatchObject({ phase: 'sharing' });
    expect(screen.isStopped).toBe(true);
    expect(connector.isOver).toBe(true);
    expect(connection.frames.at(-1)).toEqual({ type: 'leaving' });
    expect(connection.isClosed).toBe(true);
    expect(session.state.value.connection.phase).toBe('connected');
    expect(codeOf(() => session.end())).toBe('no error');
    expect(keeping?.isForgotten).toBe(false);
  });
});

async function technicianInSession() {
  const listener = new FakeListener();
  const connection = new FakeConnection();
  const keeping = new FakeKeeping();
  const ports = { ...fakeSupportPorts(), listener, keeping };
  const session = new TechnicianSession('https://help.example/#link', ports);
  session.start();
  listener.events?.onReady();
  listener.events?.onStep('proof');
  listener.arrival.resolve(connection);
  await settle();
  connection.deliver({ type: 'introduction', canShareScreen: true, language: 'pt-BR' });
  return { session, listener, connection, keeping, ports };
}

describe('the technician’s side', () => {
  it('learns that the customer’s page was loaded again', async () => {
    const { session, connection, listener } = await technicianInSession();
    connection.deliver({
      type: 'screen-state',
      sharing: { surface: 'monitor', isPaused: false, isSending: true },
    });
    connection.change(LOST);
    expect(session.state.value.screen.phase).toBe('shared');
    listener.rejoin?.onConnection(new FakeConnection({ life: 'another-life', receivedNo: 0 }, 2));
    expect(session.state.value.screen).toEqual({ phase: 'off', reason: 'page-reloaded' });
  });

  it('comes back with what it knew, and says what it shows and wants', async () => {
    const { session, connection, keeping } = await technicianInSession();
    connection.deliver({
      type: 'screen-state',
      sharing: { surface: 'monitor', isPaused: false, isSending: true },
    });
    session.setWatching(false);
    await settle();
    session.leave();
    const snapshot = snapshotOf(keeping.kept, 'technician') as TechnicianSnapshot;
    const listener = new FakeListener();
    const ports = { ...fakeSupportPorts(), listener };
    const again = new TechnicianSession('', ports, {
      ...snapshot,
      ownScreen: { phase: 'sharing', surface: 'window', isViewerOpen: true },
    });
    again.returnToSession();
    expect(again.state.value).toMatchObject({
      customerLanguage: 'pt-BR',
      supportKey: { phase: 'none' },
      ownScreen: { phase: 'off', problem: 'screen-cut' },
      screen: { phase: 'shared', isWatching: false },
    });
    const next = new FakeConnection({ life: 'their-life', receivedNo: snapshot.ledger.sentNo }, 2);
    listener.rejoin?.onConnection(next);
    await settle();
    expect(next.sent).toEqual([
      { type: 'own-screen', isShared: false },
      { type: 'screen-view', isWatching: false },
    ]);
  });
});
