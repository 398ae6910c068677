import { describe, expect, it } from 'vitest';
import { LaneCount } from './lane-count.ts';

const MIB = 1024 * 1024;

/** A line on which `count` lanes move so many bytes a second, for so long; returns how many there were, over time. */
function run(
  count: LaneCount,
  rateOf: (lanes: number) => number,
  seconds: number,
  { startMs = 0, roundTripMs = 1 } = {},
): number[] {
  let [open, movedBytes] = [1, 0];
  const seen: number[] = [];
  for (let nowMs = startMs; nowMs < startMs + seconds * 1000; nowMs += 250) {
    movedBytes += rateOf(open) / 4;
    open = count.next({ nowMs, movedBytes, openCount: open, roundTripMs });
    seen.push(open);
  }
  return seen;
}

describe('lanes', () => {
  it('are doubled as long as that moves more, up to the most there may be', () => {
    const seen = run(new LaneCount(8), (lanes) => lanes * MIB, 10);
    expect([...new Set(seen)]).toEqual([1, 2, 4, 8]);
    expect(seen.at(-1)).toBe(8);
  });

  it('are as many as move more, and no more are tried for a while', () => {
    const seen = run(new LaneCount(8), (lanes) => Math.min(lanes, 2) * MIB, 12);
    expect([...new Set(seen)]).toEqual([1, 2, 4]);
    expect(seen.at(-1)).toBe(2);
    // Once, for as long as it takes to see it.
    expect(seen.filter((lanes) => lanes === 4).length).toBeLessThan(10);
  });

  it('are tried again later, less and less often', () => {
    const count = new LaneCount(8);
    const seen = run(count, () => MIB, 300);
    const tries = seen.filter((lanes, index) => lanes === 2 && seen[index - 1] === 1).length;
    expect(tries).toBeGreaterThan(2);
    expect(tries).toBeLessThan(8);
  });

  it('stay as they are while little moves', () => {
    expect(new Set(run(new LaneCount(8), () => 1000, 30))).toEqual(new Set([1]));
  });

  it('become fewer when the line is late, and no more for a while', () => {
    const count = new LaneCount(8);
    run(count, (lanes) => lanes * MIB, 10);
    count.retreat(10_000);
    expect(new Set(run(count, (lanes) => lanes * MIB, 8, { startMs: 10_250 }))).toEqual(new Set([4]));
    count.restart();
    expect(count.next({ nowMs: 0, movedBytes: 0, openCount: 1, roundTripMs: null })).toBe(1);
  });

  it('are all there within a second where answers are far and files move well', () => {
    const seen = run(new LaneCount(8), (lanes) => lanes * MIB, 1, { roundTripMs: 50 });
    expect(seen.at(-1)).toBe(8);
    expect(new Set(seen)).toEqual(new Set([1, 8]));
  });

  it('are four there where less moves, and none more where little does', () => {
    expect(run(new LaneCount(8), () => 200_000, 1, { roundTripMs: 50 }).at(-1)).toBe(4);
    expect(new Set(run(new LaneCount(8), () => 25_000, 20, { roundTripMs: 800 }))).toEqual(new Set([1]));
  });

  it('are watched from where a file begins to move', () => {
    const count = new LaneCount(8);
    run(count, () => 0, 3.25, { roundTripMs: 50 });
    expect(run(count, (lanes) => lanes * MIB, 1, { startMs: 3_250, roundTripMs: 50 }).at(-1)).toBe(8);
  });
});
