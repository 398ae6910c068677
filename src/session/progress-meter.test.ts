import { expect, it } from 'vitest';
import { ProgressMeter } from './progress-meter.ts';

function setUp() {
  const clock = { nowMs: 1_000, now: () => clock.nowMs };
  return { clock, meter: new ProgressMeter(clock) };
}

it('tells the first movement at once, and no speed yet', () => {
  expect(setUp().meter.note(5)).toEqual({ movedBytes: 5, bytesPerSecond: null });
});

it('tells at most five times a second', () => {
  const { clock, meter } = setUp();
  let told = 0;
  for (let ms = 0; ms < 10_000; ms += 1) {
    clock.nowMs += 1;
    if (meter.note(ms) !== null) told += 1;
  }
  expect(told).toBe(50);
});

it('tells the recent speed, not that of the whole time', () => {
  const { clock, meter } = setUp();
  let moved = 0;
  const second = (bytes: number) => {
    moved += bytes;
    clock.nowMs += 1_000;
    return meter.note(moved)?.bytesPerSecond;
  };
  second(0);
  expect(second(1_000)).toBe(1_000);
  for (let i = 0; i < 10; i++) second(1_000);
  expect(second(6_000)).toBe(2_250);
  for (let i = 0; i < 3; i++) second(6_000);
  expect(second(6_000)).toBe(6_000);
});

it('begins anew when the clock is set back', () => {
  const { clock, meter } = setUp();
  meter.note(0);
  clock.nowMs -= 3_600_000;
  expect(meter.note(10)).toEqual({ movedBytes: 10, bytesPerSecond: null });
  clock.nowMs += 1_000;
  expect(meter.note(110)).toEqual({ movedBytes: 110, bytesPerSecond: 100 });
});
