// A span of time in the parts that are said aloud.

export interface ElapsedParts {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** Hours, minutes and seconds of a span; a negative one is none. */
export function elapsedParts(elapsedMs: number): ElapsedParts {
  const total = Math.max(0, Math.floor(elapsedMs / 1000));
  return { hours: Math.floor(total / 3600), minutes: Math.floor(total / 60) % 60, seconds: total % 60 };
}
