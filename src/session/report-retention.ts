// How long reports are kept. Pure.

/** What can be chosen, in days; `null` is for ever. */
export const RETENTION_CHOICES = [7, 30, 90, 365, null] as const;

export type Retention = (typeof RETENTION_CHOICES)[number];

export const DEFAULT_RETENTION: Retention = 90;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A choice as it was written down; the default for anything else. */
export function parseRetention(text: string | null): Retention {
  const found = RETENTION_CHOICES.find((choice) => formatRetention(choice) === text);
  return found === undefined ? DEFAULT_RETENTION : found;
}

export function formatRetention(retention: Retention): string {
  return retention === null ? 'never' : String(retention);
}

/** Whether a report of a session that was made at `startedAtMs` is to be deleted at `nowMs`. */
export function isExpired(startedAtMs: number, retention: Retention, nowMs: number): boolean {
  return retention !== null && nowMs - startedAtMs > retention * DAY_MS;
}
