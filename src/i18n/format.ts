// Times, spans and sizes as people read them.

import { dateTimeFormat, numberFormat } from './formatters.ts';

/** A day and a time of it; `ms` since the epoch. */
export function dateTimeText(ms: number, language: string): string {
  return dateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(ms);
}

/** A time of the day, to the second. */
export function timeText(ms: number, language: string): string {
  return dateTimeFormat(language, { timeStyle: 'medium' }).format(ms);
}

/** A span of `ms` by the words of a language; a negative one is none. */
export function spanText(
  ms: number,
  time: (hours: number, minutes: number, seconds: number) => string,
): string {
  const total = Math.max(0, Math.round(ms / 1000));
  return time(Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size to three digits, in units of 1000. */
export function sizeText(bytes: number, language: string): string {
  let unit = 0;
  let value = bytes;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return numberFormat(language, {
    style: 'unit',
    unit: UNITS[unit] ?? 'byte',
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumSignificantDigits: 3,
  }).format(value);
}
