import { describe, expect, it } from 'vitest';
import type { InterruptionCause } from '../session/ports.ts';
import { LINE_TICK_MS, LineWatch } from './line-watch.ts';

function watched() {
  const world = {
    nowMs: 0,
    isBroken: false,
    cause: 'line' as InterruptionCause,
    pings: [] as number[],
    doubts: 0,
    late: [] as boolean[],
    news: [] as string[],
  };
  const watch = new LineWatch({
    now: () => world.nowMs,
    ping: (no) => world.pings.push(no),
    isBroken: () => world.isBroken,
    onSilent: (cause) => world.news.push(cause),
    onLate: (isLate) => world.late.push(isLate),
    onDoubt: () => void world.doubts++,
    onAnswering: (wasSilent) => wasSilent && world.news.push('answering'),
    onQuality: (isPoor) => world.news.push(isPoor ? 'poor' : 'good'),
  });
  const askedAtMs = new Map<number, number>();
  /** Lets time pass; every ping is answered after `roundTripMs`, or never. */
  const pass = (ms: number, roundTripMs: number | null = null) => {
    const endMs = world.nowMs + ms;
    while (world.nowMs < endMs) {
      world.nowMs += LINE_TICK_MS;
      const known = world.pings.length;
      watch.tick(() => world.cause);
      for (const no of world.pings.slice(known)) askedAtMs.set(no, world.nowMs);
      for (const [no, atMs] of askedAtMs) {
        if (roundTripMs === null || world.nowMs - atMs < roundTripMs) continue;
        askedAtMs.delete(no);
        watch.noteHeard();
        watch.notePong(no);
      }
    }
  };
  return { watch, world, pass };
}

describe('the watch over a line', () => {
  it('is content with a line that answers', () => {
    const { world, pass } = watched();
    pass(60_000, 500);
    expect(world.news).toEqual([]);
  });

  it('notices silence within six seconds, and says it again and again', () => {
    const { world, watch, pass } = watched();
    pass(10_000, 0);
    pass(5_500);
    expect(watch.isSilent).toBe(true);
    expect(world.news[0]).toBe('line');
    world.cause = 'offline';
    pass(1_000);
    expect(world.news.at(-1)).toBe('offline');
  });

  it('says that an answer is late, whatever else comes in, until it is there', () => {
    const { world, watch, pass } = watched();
    pass(10_000, 0);
    for (let count = 0; count < 10; count++) {
      pass(LINE_TICK_MS);
      watch.noteHeard();
    }
    expect(world).toMatchObject({ late: [true], doubts: 0 });
    watch.notePong(world.pings.length);
    expect(world.late).toEqual([true, false]);
  });

  it('doubts where nothing comes in, and tells nobody', () => {
    const { world, watch, pass } = watched();
    pass(10_000, 0);
    pass(2_500);
    expect(watch.isDoubted).toBe(true);
    expect(world).toMatchObject({ doubts: 1, news: [] });
    watch.noteHeard();
    expect(watch.isDoubted).toBe(false);
    expect(world.news).toEqual([]);
  });

  it('does not doubt where answers take long as a rule', () => {
    const { world, pass } = watched();
    pass(5_000, 1_000);
    pass(5_000, 1_700);
    expect(world).toMatchObject({ doubts: 0, late: [] });
  });

  it('calls a line poor over which too little comes, however soon it answers', () => {
    const { world, watch, pass } = watched();
    pass(5_000, 0);
    watch.noteThroughput(true);
    pass(1_000, 0);
    watch.noteThroughput(false);
    pass(1_000, 0);
    expect(world.news).toEqual(['poor', 'good']);
  });

  it('does not pile up questions that nobody answers', () => {
    const { world, pass } = watched();
    pass(120_000);
    expect(world.pings).toHaveLength(1);
  });

  it('is relieved by the first word', () => {
    const { world, watch, pass } = watched();
    pass(10_000);
    watch.noteHeard();
    expect(watch.isSilent).toBe(false);
    expect(world.news.at(-1)).toBe('answering');
  });

  it('does not take a word for an answer while the browser says that there is no path', () => {
    const { world, watch, pass } = watched();
    world.isBroken = true;
    pass(10_000);
    watch.noteHeard();
    expect(watch.isSilent).toBe(true);
  });

  it('gives a doubtful line two seconds', () => {
    const { watch, pass } = watched();
    pass(4_000, 0);
    watch.probe();
    pass(1_500);
    expect(watch.isSilent).toBe(false);
    pass(500);
    expect(watch.isSilent).toBe(true);
  });

  it('does not blame the line for the time that the computer slept', () => {
    const { world, watch, pass } = watched();
    pass(4_000, 0);
    world.nowMs += 3_600_000;
    watch.tick(() => 'line');
    expect(watch.isSilent).toBe(false);
    expect(world.pings.length).toBeGreaterThan(2);
    pass(2_000);
    expect(watch.isSilent).toBe(true);
  });

  it('believes somebody who knows', () => {
    const { world, watch } = watched();
    watch.noteBroken('line');
    expect(watch.isSilent).toBe(true);
    expect(world.news).toEqual(['line']);
  });

  it('calls a line poor whose answers take more than a second, and good again below', () => {
    const { world, pass } = watched();
    pass(10_000, 0);
    pass(10_000, 1_500);
    expect(world.news).toEqual(['poor']);
    pass(10_000, 500);
    expect(world.news).toEqual(['poor', 'good']);
  });

  it('does not call one slow answer a poor line', () => {
    const { world, pass } = watched();
    pass(10_000, 0);
    pass(2_000, 2_000);
    pass(10_000, 0);
    expect(world.news).toEqual([]);
  });

  it('calls a line poor on which one answer takes four seconds while other things come in, until three come soon', () => {
    const { world, watch, pass } = watched();
    pass(10_000, 0);
    for (let count = 0; count < 20; count++) {
      pass(LINE_TICK_MS);
      watch.noteHeard();
    }
    expect(world.news).toEqual(['poor']);
    watch.notePong(world.pings.length);
    pass(1_000, 0);
    expect(world.news).toEqual(['poor']);
    pass(4_000, 0);
    expect(world.news).toEqual(['poor', 'good']);
  });

  it('does not call a line poor after a silence', () => {
    const { world, pass } = watched();
    pass(10_000, 0);
    pass(20_000);
    pass(10_000, 0);
    expect(world.news.filter((news) => news === 'poor')).toEqual([]);
  });

  it('hears nothing in an answer to another question', () => {
    const { world, watch, pass } = watched();
    pass(2_500);
    watch.notePong(99);
    pass(3_000);
    expect(world.news).toContain('line');
  });
});
