// Where a box may be moved to. Pure geometry, in CSS pixels.

export interface Offset {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What stays free between the box and the edge of the window. */
export const EDGE_PX = 8;

/** The offset nearest to `wanted` that keeps `box` in a window of the given size; its start, if it is larger. */
export function keepInside(wanted: Offset, box: Box, width: number, height: number): Offset {
  return {
    x: clamp(wanted.x, EDGE_PX - box.left, width - EDGE_PX - box.left - box.width),
    y: clamp(wanted.y, EDGE_PX - box.top, height - EDGE_PX - box.top - box.height),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
