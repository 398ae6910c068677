import { describe, expect, it } from 'vitest';
import { fittingScale, ZOOM_STEPS, zoomedIn, zoomedOut } from './screen-zoom.ts';

describe('zooming by steps', () => {
  it('goes through all steps and stops at the ends', () => {
    let scale = 0.25;
    const seen = [scale];
    for (const _ of ZOOM_STEPS.slice(1)) {
      scale = zoomedIn(scale);
      seen.push(scale);
    }
    expect(seen).toEqual(ZOOM_STEPS);
    expect(zoomedIn(4)).toBe(4);
    for (const _ of ZOOM_STEPS.slice(1)) scale = zoomedOut(scale);
    expect(scale).toBe(0.25);
    expect(zoomedOut(0.25)).toBe(0.25);
  });

  it('goes from a fitted scale to the next step, not past it', () => {
    expect(zoomedIn(0.76)).toBe(0.9);
    expect(zoomedOut(0.76)).toBe(0.75);
    expect(zoomedOut(0.752)).toBe(0.67);
  });
});

describe('fitting', () => {
  it('counts device pixels, and keeps to the narrower side', () => {
    expect(fittingScale({ width: 1000, height: 500 }, { width: 500, height: 500 }, 1)).toBe(0.5);
    expect(fittingScale({ width: 1000, height: 500 }, { width: 500, height: 500 }, 2)).toBe(1);
    expect(fittingScale({ width: 0, height: 0 }, { width: 500, height: 500 }, 2)).toBe(1);
  });
});
