import { expect, it } from 'vitest';
import { stillName, stillOf } from './still.ts';

it('is named by the moment, in an order that sorts', () => {
  expect(stillName(new Date(2026, 0, 2, 3, 4, 5))).toBe('deskside-2026-01-02-03-04-05.png');
});

it('cannot be made of a video that shows nothing', async () => {
  await expect(stillOf(document.createElement('video'))).rejects.toThrow(TypeError);
});
