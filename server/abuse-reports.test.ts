import { describe, expect, it } from 'vitest';
import { AbuseReports } from './abuse-reports.ts';
import type { AbuseRecord } from './state-record.ts';
import { countingRandom } from './testing/counting-random.ts';
import { failureCode } from './testing/failure-code.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { BY_ACCOUNT } from './testing/test-technician.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const REPORT = { reason: 'other', text: '' } as const;

function setUp() {
  const clock = new ManualClock();
  const kept: AbuseRecord[] = [];
  const told: AbuseRecord[] = [];
  const reports = new AbuseReports({
    clock,
    random: countingRandom(),
    keep: (record) => {
      if (record.kind === 'abuse') kept.push(record);
    },
    onReport: (report) => told.push(report),
  });
  const add = (session: number) =>
    reports.add(
      { sessionId: String(session).padStart(32, '0'), technician: BY_ACCOUNT, hasJoined: true },
      REPORT,
    );
  return { clock, kept, told, reports, add };
}

describe('reports', () => {
  it('are written down and handed on, each under a reference that can be said aloud', () => {
    const { kept, told, reports, add } = setUp();
    const references = [add(1), add(2)];
    expect(new Set(references).size).toBe(2);
    for (const reference of references) expect(reference).toMatch(/^[B-DF-HJ-NP-TV-Z]{4}-\d{4}$/);
    expect(kept.map(({ reference }) => reference)).toEqual(references);
    expect(told).toEqual(kept);
    expect(reports.records()).toEqual(kept);
  });

  it('are at most three of one session, of which a restart forgets none', () => {
    const { kept, reports, add } = setUp();
    for (let count = 0; count < 3; count++) add(1);
    expect(failureCode(() => add(1))).toBe('too-many-tries');
    const next = setUp();
    next.reports.restore(kept);
    expect(failureCode(() => next.add(1))).toBe('too-many-tries');
    expect(failureCode(() => next.add(2))).toBeNull();
    expect(reports.records()).toHaveLength(3);
  });

  it('are at most a thousand: the oldest is forgotten', () => {
    const { reports, add } = setUp();
    const oldest = add(0);
    for (let session = 1; session <= 1_000; session++) add(session);
    expect(reports.records()).toHaveLength(1_000);
    expect(reports.records().map(({ reference }) => reference)).not.toContain(oldest);
  });

  it('are forgotten after ninety days', () => {
    const { clock, reports, add } = setUp();
    add(1);
    clock.advance(89 * DAY_MS);
    reports.sweep();
    expect(reports.records()).toHaveLength(1);
    clock.advance(DAY_MS);
    reports.sweep();
    expect(reports.records()).toEqual([]);
  });
});
