import { expect, it } from 'vitest';
import { EDGE_PX, keepInside } from './keep-inside.ts';

/** Docked at the right below in a window of 1000 by 800. */
const BOX = { left: 616, top: 576, width: 360, height: 200 };

it('leaves an offset inside the window as it is', () => {
  expect(keepInside({ x: -100, y: -50 }, BOX, 1000, 800)).toEqual({ x: -100, y: -50 });
});

it.each([
  ['left above', { x: -5_000, y: -5_000 }, { x: EDGE_PX - 616, y: EDGE_PX - 576 }],
  ['right below', { x: 5_000, y: 5_000 }, { x: 1000 - EDGE_PX - 976, y: 800 - EDGE_PX - 776 }],
])('stops at the edge %s', (_, wanted, expected) => {
  expect(keepInside(wanted, BOX, 1000, 800)).toEqual(expected);
});

it('shows the start of a box that is larger than the window', () => {
  const box = { left: 0, top: -100, width: 360, height: 900 };
  expect(keepInside({ x: 0, y: 0 }, box, 300, 800)).toEqual({ x: EDGE_PX, y: EDGE_PX + 100 });
});
