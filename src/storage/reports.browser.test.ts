// Reports in a real browser's storage.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleReport } from '../session/session-report.fake.ts';
import { type KeyedStore, keyedStore } from './keyed-store.ts';
import { BrowserReportStore } from './reports.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const report = sampleReport();
const NOW_MS = report.startedAtMs + DAY_MS;
let values: KeyedStore;
let store: BrowserReportStore;

beforeEach(() => {
  values = keyedStore('deskside-reports-test', 'reports');
  store = new BrowserReportStore(values);
});
afterEach(() => values.clear());

describe('reports in storage', () => {
  it('come back as they were saved, each once', async () => {
    await store.save({ ...report, label: 'first' });
    await store.save(report);
    expect(await store.read(90, NOW_MS)).toEqual({ reports: [report], damagedCount: 0 });
  });

  it('come back when others are damaged, and the damaged ones are counted', async () => {
    await store.save(report);
    const at = String(report.startedAtMs).padStart(15, '0');
    await values.set(`${at}.${'a'.repeat(32)}`, { format: 'deskside-report', version: 99 });
    await values.set(`${at}.${'b'.repeat(32)}`, 'not even an object');
    // What stands under another's key is not what it says.
    await values.set(`${at}.${'c'.repeat(32)}`, report);
    expect(await store.read(90, NOW_MS)).toEqual({ reports: [report], damagedCount: 3 });
  });

  it('are deleted when their time has come, damaged or not', async () => {
    await store.save(report);
    await values.set(`${String(report.startedAtMs).padStart(15, '0')}.${'a'.repeat(32)}`, null);
    expect((await store.read(7, report.startedAtMs + 7 * DAY_MS)).reports).toHaveLength(1);
    await store.read(7, report.startedAtMs + 7 * DAY_MS + 1);
    expect(await values.entries()).toEqual([]);
  });

  it('are complete after a page wrote the last of them while it went away', async () => {
    await store.save(report);
    store.saveAtOnce({ ...report, notes: 'One last word', savedAtMs: report.savedAtMs + 1 });
    const next = await new BrowserReportStore(values).read(90, NOW_MS);
    expect(next.reports).toMatchObject([{ notes: 'One last word' }]);
  });

  it('are not put back by what an older page left, nor by what is damaged', async () => {
    await store.save(report);
    store.saveAtOnce({ ...report, notes: 'outdated', savedAtMs: report.savedAtMs - 1 });
    localStorage.setItem('deskside-report.x', '{');
    expect(await store.read(90, NOW_MS)).toEqual({ reports: [report], damagedCount: 0 });
    store.saveAtOnce(report);
    await store.clear();
    expect((await store.read(90, NOW_MS)).reports).toEqual([]);
    store.saveAtOnce(report);
    await store.remove(report);
    expect((await store.read(90, NOW_MS)).reports).toEqual([]);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('are deleted one by one, and all at once', async () => {
    const other = sampleReport({ sessionId: 'f'.repeat(32) });
    await store.save(report);
    await store.save(other);
    await store.remove(report);
    expect((await store.read(null, NOW_MS)).reports).toEqual([other]);
    await store.clear();
    expect((await store.read(null, NOW_MS)).reports).toEqual([]);
  });
});
