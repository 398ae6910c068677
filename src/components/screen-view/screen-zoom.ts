// How large the customer's screen is drawn: fitted into the room there is, or at a fixed scale. Pure.

/** `fit`, or device pixels of this screen for each pixel of the picture. */
export type Zoom = 'fit' | number;

export const ZOOM_STEPS: readonly number[] = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 3, 4];

/** The next larger step after `scale`, or the largest. */
export function zoomedIn(scale: number): number {
  return ZOOM_STEPS.find((step) => step > scale + 0.005) ?? 4;
}

/** The next smaller step before `scale`, or the smallest. */
export function zoomedOut(scale: number): number {
  return ZOOM_STEPS.findLast((step) => step < scale - 0.005) ?? 0.25;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The scale at which `picture` just fits into `room`, in device pixels for each pixel of the picture. */
export function fittingScale(picture: Size, room: Size, devicePixelRatio: number): number {
  if (picture.width === 0 || picture.height === 0) return 1;
  return Math.min(room.width / picture.width, room.height / picture.height) * devicePixelRatio;
}
