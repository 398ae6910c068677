import { describe, expect, it } from 'vitest';
import { DesksideError } from '../protocol/deskside-error.ts';
import { FakeConnection, FakeListener, fakeSupportPorts } from './ports.fake.ts';
import { ReportKeeper } from './report-keeper.ts';
import { FakeReportStore } from './report-ports.fake.ts';
import type { Retention } from './report-retention.ts';
import { NO_NOTES } from './session-report.ts';
import { createStore } from './store.ts';
import { TechnicianSession } from './technician-session.ts';
import { FakeTimer } from './timer.fake.ts';

const ANA = { name: 'Ana Souza', organisation: 'ACME Support', verified: 'none' } as const;
const DAY_MS = 24 * 60 * 60 * 1000;

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

function makeKeeper(store = new FakeReportStore()) {
  const timer = new FakeTimer();
  const clock = { nowMs: 60_000, now: () => clock.nowMs };
  return { store, timer, clock, keeper: new ReportKeeper({ store, timer, clock }) };
}

/** A session with a customer in it, that `keeper` follows. */
async function followSession(keeper: ReportKeeper, number = 1, startedAtMs = 50_000) {
  const listener = new FakeListener();
  const connection = new FakeConnection();
  const session = new TechnicianSession('https://help.example/#link', { ...fakeSupportPorts(), listener });
  const notes = createStore(NO_NOTES);
  const sessionId = String(number).padStart(32, '0');
  keeper.follow({ sessionId, technician: ANA, startedAtMs, state: session.state, notes });
  session.start();
  listener.events?.onStep('proof');
  listener.arrival.resolve(connection);
  await settle();
  return { session, connection, notes, sessionId };
}

describe('keeping reports', () => {
  it('writes once a second at most, and lists the report only once the session is over', async () => {
    const { keeper, store, timer } = makeKeeper();
    await keeper.open(90);
    const { connection } = await followSession(keeper);
    connection.deliver({ type: 'chat', id: 'c1', text: 'Hello', sentAtMs: 1 });
    await settle();
    const before = store.writes;
    connection.deliver({ type: 'chat', id: 'c2', text: 'Hello?', sentAtMs: 1 });
    connection.deliver({ type: 'chat', id: 'c3', text: 'Hello??', sentAtMs: 1 });
    await settle();
    expect(store.writes).toBe(before);
    timer.elapse(1_000);
    await settle();
    expect(store.writes).toBe(before + 1);
    timer.elapse(1_000);
    await settle();
    expect(store.writes).toBe(before + 1);
    expect([...store.saved.values()]).toMatchObject([
      { endedAtMs: null, chat: [{ text: 'Hello' }, {}, { text: 'Hello??' }] },
    ]);
    expect(keeper.state.value.reports).toEqual([]);
    connection.deliver({ type: 'end' });
    await settle();
    expect(keeper.state.value.reports).toMatchObject([{ endedBy: 'customer', technician: ANA }]);
    expect([...store.saved.values()]).toMatchObject([{ endedBy: 'customer' }]);
  });

  it('keeps notes that were written after the end', async () => {
    const { keeper, store, timer } = makeKeeper();
    await keeper.open(90);
    const { session, notes } = await followSession(keeper);
    session.end();
    notes.set({ label: 'Ticket 42', notes: 'Replaced the cable.' });
    timer.elapse(1_000);
    await settle();
    expect(keeper.state.value.reports).toMatchObject([{ label: 'Ticket 42', notes: 'Replaced the cable.' }]);
    expect([...store.saved.values()]).toMatchObject([{ label: 'Ticket 42' }]);
    notes.set({ label: 'Ticket 43', notes: '' });
    await keeper.refresh();
    expect(keeper.state.value.reports).toMatchObject([{ label: 'Ticket 43' }]);
  });

  it('writes what waits before a page that goes away is gone', async () => {
    const { keeper, store } = makeKeeper();
    const { session, notes } = await followSession(keeper);
    session.end();
    notes.set({ label: '', notes: 'One last word' });
    keeper.leave();
    expect([...store.saved.values()]).toMatchObject([{ notes: 'One last word' }]);
  });

  it('keeps nothing of a link that nobody used and nobody noted anything about', async () => {
    const { keeper, store } = makeKeeper();
    const listener = new FakeListener();
    const session = new TechnicianSession('https://help.example/#link', { ...fakeSupportPorts(), listener });
    keeper.follow({
      sessionId: '1'.repeat(32),
      technician: ANA,
      startedAtMs: 50_000,
      state: session.state,
      notes: createStore(NO_NOTES),
    });
    session.start();
    session.end();
    await settle();
    expect(store.saved.size).toBe(0);
    expect(keeper.state.value.reports).toEqual([]);
  });

  it('lists what earlier visits left, newest first, however much of it is damaged', async () => {
    const { keeper, store } = makeKeeper();
    const first = await followSession(keeper, 1, 10_000);
    const second = await followSession(keeper, 2, 20_000);
    first.session.end();
    second.session.end();
    await settle();
    store.damagedCount = 2;
    const next = makeKeeper(store).keeper;
    await next.open(90);
    expect(next.state.value.reports.map(({ startedAtMs }) => startedAtMs)).toEqual([20_000, 10_000]);
    expect(next.state.value).toMatchObject({ storage: 'kept', damagedCount: 2 });
  });

  it('says that nothing is kept where storage is refused, and has the reports of this page all the same', async () => {
    const { keeper, store } = makeKeeper();
    store.refusal = new DesksideError('report-not-kept');
    await keeper.open(90);
    expect(keeper.state.value.storage).toBe('refused');
    const { session, sessionId } = await followSession(keeper);
    session.end();
    await settle();
    keeper.unfollow(sessionId);
    await keeper.refresh();
    expect(keeper.state.value).toMatchObject({ storage: 'refused', reports: [{ sessionId }] });
  });
});

describe('deleting reports', () => {
  it.each<[Retention, number, number]>([
    [90, 90 * DAY_MS, 1],
    [90, 90 * DAY_MS + 1, 0],
    [7, 7 * DAY_MS + 1, 0],
    [null, 4_000 * DAY_MS, 1],
  ])('with retention %o and an age of %i ms leaves %i', async (retention, ageMs, count) => {
    const { keeper, store, clock } = makeKeeper();
    const { session, sessionId } = await followSession(keeper);
    session.end();
    await settle();
    keeper.unfollow(sessionId);
    clock.nowMs = 50_000 + ageMs;
    await keeper.setRetention(retention);
    expect(store.saved.size).toBe(count);
    expect(keeper.state.value.reports).toHaveLength(count);
  });

  it('looks for old ones every day', async () => {
    const { keeper, store, timer, clock } = makeKeeper();
    await keeper.open(7);
    const { session, sessionId } = await followSession(keeper);
    session.end();
    keeper.unfollow(sessionId);
    await settle();
    for (let day = 0; day < 7; day++) {
      expect(store.saved.size).toBe(1);
      clock.nowMs += DAY_MS;
      timer.elapse(DAY_MS);
      await settle();
    }
    expect(store.saved.size).toBe(0);
  });

  it('deletes one for good, even if its session is still on the list and noted on', async () => {
    const { keeper, store, timer } = makeKeeper();
    const first = await followSession(keeper, 1);
    const second = await followSession(keeper, 2);
    first.session.end();
    second.session.end();
    await settle();
    const [report] = keeper.state.value.reports.filter(({ sessionId }) => sessionId === first.sessionId);
    if (report === undefined) throw new TypeError('no report');
    await keeper.remove(report);
    first.notes.set({ label: 'again', notes: '' });
    timer.elapse(1_000);
    await settle();
    expect(keeper.state.value.reports.map(({ sessionId }) => sessionId)).toEqual([second.sessionId]);
    expect(store.saved.size).toBe(1);
  });

  it('deletes all, damaged ones too, and goes on writing the sessions that run', async () => {
    const { keeper, store } = makeKeeper();
    store.damagedCount = 1;
    const ended = await followSession(keeper, 1);
    const running = await followSession(keeper, 2);
    ended.session.end();
    await settle();
    await keeper.removeAll();
    await settle();
    expect(keeper.state.value).toMatchObject({ reports: [], damagedCount: 0 });
    expect([...store.saved.values()].map(({ sessionId }) => sessionId)).toEqual([running.sessionId]);
  });
});
