import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { formatElapsed } from './format-elapsed.ts';
import type { SessionClock } from './session-clock.ts';
import './session-clock.ts';

describe('a span of time', () => {
  it.each([
    [0, '00:00'],
    [999, '00:00'],
    [1_000, '00:01'],
    [252_000, '04:12'],
    [3_599_999, '59:59'],
    [3_600_000, '1:00:00'],
    [36_061_000, '10:01:01'],
    [-5_000, '00:00'],
  ])('of %i ms reads %s', (elapsedMs, text) => {
    expect(formatElapsed(elapsedMs)).toBe(text);
  });
});

describe('the clock', () => {
  async function show(sinceMs: number | null): Promise<SessionClock> {
    const clock = document.createElement('deskside-session-clock');
    clock.sinceMs = sinceMs;
    document.body.append(clock);
    await clock.updateComplete;
    return clock;
  }

  function textOf(clock: SessionClock): string | undefined {
    return clock.renderRoot.textContent?.trim();
  }

  beforeEach(() => {
    vi.useFakeTimers({ now: 10_000_250, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  });

  afterEach(() => {
    vi.useRealTimers();
    document.body.replaceChildren();
  });

  it('goes on at each full second of the span', async () => {
    const clock = await show(10_000_000);
    expect(textOf(clock)).toBe('00:00');
    await vi.advanceTimersByTimeAsync(749);
    expect(textOf(clock)).toBe('00:00');
    await vi.advanceTimersByTimeAsync(1);
    expect(textOf(clock)).toBe('00:01');
    await vi.advanceTimersByTimeAsync(59_000);
    expect(textOf(clock)).toBe('01:00');
  });

  it('stops with its element, and is right again when it comes back', async () => {
    const clock = await show(10_000_000);
    clock.remove();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(5_000);
    document.body.append(clock);
    await clock.updateComplete;
    expect(textOf(clock)).toBe('00:05');
  });

  it('shows nothing while there is nothing to count', async () => {
    const clock = await show(null);
    expect(textOf(clock)).toBe('');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is a timer, which is never announced by itself', async () => {
    await show(10_000_000);
    expect(page.getByRole('timer').elements()).toHaveLength(1);
  });
});
