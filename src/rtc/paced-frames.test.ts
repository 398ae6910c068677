// Frames in slices: in order, with room for everything else in between, and bounded.

import { describe, expect, it } from 'vitest';
import { codeOf } from '../protocol/testing/code-of.ts';
import { PacedFrames } from './paced-frames.ts';

function start(max = 600) {
  const taken: unknown[] = [];
  return { taken, frames: new PacedFrames(max, (frame) => taken.push(frame)) };
}

describe('paced frames', () => {
  it('go on at once when none wait', () => {
    const { frames, taken } = start();
    frames.push('a');
    expect(taken).toEqual(['a']);
  });

  it('go on in their order, and something else comes to its turn long before the last of a flood', async () => {
    const { frames, taken } = start();
    const all = Array.from({ length: 600 }, (_, index) => index);
    for (const frame of all) frames.push(frame);
    while (taken.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(taken.length).toBeLessThan(100);
    await expect.poll(() => taken).toEqual(all);
  });

  it('are a violation when more wait than may', () => {
    const { frames, taken } = start(10);
    for (let no = 0; no < 11; no++) frames.push(no);
    expect(codeOf(() => frames.push(11))).toBe('protocol-violation');
    expect(taken).toEqual([0]);
  });

  it('all go on before the end', () => {
    const { frames, taken } = start();
    for (const frame of ['a', 'b', 'end']) frames.push(frame);
    frames.flush();
    expect(taken).toEqual(['a', 'b', 'end']);
  });
});
