// A span of time as a clock shows it.

/** `04:12`, or `1:04:12` from an hour on. A negative span is none. */
export function formatElapsed(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutesAndSeconds = [Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
  return hours === 0 ? minutesAndSeconds : `${hours}:${minutesAndSeconds}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
