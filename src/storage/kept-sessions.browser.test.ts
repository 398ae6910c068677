// Sessions kept in a real browser's storage.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_ABSENCE_MS } from '../protocol/limits.ts';
import { ALL_PERMITTED } from '../protocol/permissions.ts';
import { rejectionCodeOf } from '../protocol/testing/code-of.ts';
import { NO_NOTES } from '../session/session-report.ts';
import { customerSnapshot, technicianSnapshot } from '../session/session-snapshot.fake.ts';
import { type KeptBase, KeptSessions } from './kept-sessions.ts';
import { type KeyedStore, keyedStore } from './keyed-store.ts';

const SESSION_ID = '0123456789abcdef0123456789abcdef';
let nowMs = customerSnapshot.atMs;
let values: KeyedStore;
let kept: KeptSessions;
let base: KeptBase;

beforeEach(async () => {
  nowMs = customerSnapshot.atMs;
  values = keyedStore('deskside-sessions-test', 'sessions');
  kept = new KeptSessions(values, () => nowMs);
  base = {
    sessionId: SESSION_ID,
    access: { ticket: 't'.repeat(43), iceServers: [{ urls: ['stun:x'] }], ticketLifetimeS: 3_600 },
    resumeKey: await crypto.subtle.importKey('raw', new Uint8Array(32).fill(7), 'HKDF', false, [
      'deriveBits',
    ]),
    technician: { name: 'Ana', organisation: null, verified: 'none' },
    permissions: ALL_PERMITTED,
  };
});
afterEach(async () => {
  await values.clear();
  localStorage.clear();
});

const living = () => ({ ...base, access: () => base.access });
const customers = () => kept.keepingOf('customer', living(), () => null);
const extra = { notes: NO_NOTES, number: 3, startedAtMs: 1 };

describe('a kept session', () => {
  it('comes back with its key, which nothing can read out and which still works', async () => {
    await customers().save(customerSnapshot);
    const { sessions, damagedCount } = await kept.read('customer');
    expect(damagedCount).toBe(0);
    expect(sessions).toMatchObject([
      { extra: null, snapshot: customerSnapshot, base: { access: base.access } },
    ]);
    const key = sessions[0]?.base.resumeKey;
    if (key === undefined) throw new TypeError('no key');
    expect(key.extractable).toBe(false);
    const bits = (of: CryptoKey) =>
      crypto.subtle.deriveBits(
        { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new Uint8Array() },
        of,
        64,
      );
    expect(new Uint8Array(await bits(key))).toEqual(new Uint8Array(await bits(base.resumeKey)));
  });

  it('comes back to its own side only, with what the console knows of it', async () => {
    await kept.keepingOf('technician', living(), () => extra).save(technicianSnapshot);
    expect((await kept.read('customer')).sessions).toEqual([]);
    expect((await kept.read('technician')).sessions).toMatchObject([{ extra, snapshot: technicianSnapshot }]);
  });

  it('comes back as the page left it in its last moment', async () => {
    const keeping = customers();
    await keeping.save(customerSnapshot);
    keeping.saveAtOnce({ ...customerSnapshot, isToolbarCollapsed: true });
    const { sessions } = await kept.read('customer');
    expect(sessions[0]?.snapshot).toMatchObject({ isToolbarCollapsed: true });
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('comes back so however often it is read', async () => {
    const keeping = customers();
    await keeping.save(customerSnapshot);
    keeping.saveAtOnce({ ...customerSnapshot, isToolbarCollapsed: true });
    await kept.read('customer');
    const { sessions } = await kept.read('customer');
    expect(sessions[0]?.snapshot).toMatchObject({ isToolbarCollapsed: true });
  });

  it('comes back as the last page left it, which had written nothing else', async () => {
    const first = customers();
    for (let writes = 0; writes < 3; writes++) await first.save(customerSnapshot);
    nowMs += 1_000;
    customers().saveAtOnce({ ...customerSnapshot, isToolbarCollapsed: true });
    const { sessions } = await kept.read('customer');
    expect(sessions[0]?.snapshot).toMatchObject({ isToolbarCollapsed: true });
  });

  it('does not come back as an earlier moment, nor as a damaged one', async () => {
    const keeping = customers();
    keeping.saveAtOnce({ ...customerSnapshot, isToolbarCollapsed: true });
    await keeping.save(customerSnapshot);
    expect((await kept.read('customer')).sessions[0]?.snapshot).toEqual(customerSnapshot);
    localStorage.setItem(`deskside-session.customer.${SESSION_ID}`, '{"savedNo":99}');
    expect((await kept.read('customer')).sessions[0]?.snapshot).toEqual(customerSnapshot);
  });

  it('is written once for many that wait, and each hears of it', async () => {
    let writes = 0;
    const slow: KeyedStore = {
      ...values,
      set: async (key, value) => {
        writes += 1;
        await values.set(key, value);
      },
    };
    const keeping = new KeptSessions(slow, () => nowMs).keepingOf('customer', living(), () => null);
    const saves = Array.from({ length: 20 }, (_, index) =>
      keeping.save({ ...customerSnapshot, connectedAtMs: index }),
    );
    await Promise.all(saves);
    expect(writes).toBe(2);
    expect((await kept.read('customer')).sessions[0]?.snapshot.connectedAtMs).toBe(19);
  });

  it('is gone after twenty minutes', async () => {
    await customers().save(customerSnapshot);
    nowMs += MAX_ABSENCE_MS - 1;
    expect((await kept.read('customer')).sessions).toHaveLength(1);
    nowMs += 1;
    expect((await kept.read('customer')).sessions).toEqual([]);
    expect(await values.entries()).toEqual([]);
  });

  it('does not come back once it has ended, even if it was just being written', async () => {
    const keeping = customers();
    const saving = keeping.save(customerSnapshot);
    const waiting = keeping.save({ ...customerSnapshot, isToolbarCollapsed: true });
    await keeping.forget();
    await Promise.all([saving, waiting]);
    keeping.saveAtOnce(customerSnapshot);
    await keeping.save(customerSnapshot);
    expect(await kept.read('customer')).toEqual({ sessions: [], damagedCount: 0 });
  });

  it('does not come back once it has ended, though the page goes before the database has heard of it', async () => {
    await customers().save(customerSnapshot);
    const deaf: KeyedStore = { ...values, set: () => new Promise(() => {}) };
    void new KeptSessions(deaf, () => nowMs).keepingOf('customer', living(), () => null).forget();
    expect((await kept.read('customer')).sessions).toEqual([]);
    expect(Object.keys(localStorage)).toEqual([]);
    expect((await kept.read('customer')).sessions).toEqual([]);
  });

  it('does not come back from a copy of the page that had ended it', async () => {
    const copy = customers();
    await customers().forget();
    await copy.save(customerSnapshot);
    expect((await kept.read('customer')).sessions).toEqual([]);
    // And that is not remembered for ever.
    nowMs += 25 * 60 * 60 * 1000;
    await kept.read('customer');
    expect(await values.entries()).toEqual([]);
  });

  it.each<[string, (record: Record<string, unknown>) => unknown]>([
    ['of another version', (record) => ({ ...record, base: { ...base, version: 1 } })],
    ['without its key', (record) => ({ ...record, base: { ...base, version: 2, resumeKey: 'secret' } })],
    ['with half a snapshot', (record) => ({ ...record, snapshot: { ...customerSnapshot, chat: null } })],
    ['that is nothing of ours', () => 'text'],
  ])('%s is told of, and hides no other', async (_, damage) => {
    await customers().save(customerSnapshot);
    const [entry] = await values.entries();
    const other = 'f'.repeat(32);
    await values.set(`customer.${other}`, damage(entry?.[1] as Record<string, unknown>));
    expect(await kept.read('customer')).toMatchObject({ sessions: [{}], damagedCount: 1 });
    // Once.
    expect((await kept.read('customer')).damagedCount).toBe(0);
  });

  it.each([
    [new DOMException('full', 'QuotaExceededError'), 'session-not-kept-full'],
    [new DOMException('refused', 'SecurityError'), 'session-not-kept'],
    [new TypeError('indexedDB is undefined'), 'session-not-kept'],
  ] as const)('that can’t be written says so: %s', async (error, code) => {
    const refusing: KeyedStore = { ...values, set: () => Promise.reject(error) };
    const keeping = new KeptSessions(refusing, () => nowMs).keepingOf('customer', living(), () => null);
    expect(await rejectionCodeOf(keeping.save(customerSnapshot))).toBe(code);
    await keeping.forget();
  });
});
