// Sizes, speeds and times of file transfers, as the page's language writes them. Decimal units, like the file
// managers of most systems. Pure.

import { numberFormat } from '../i18n/formatters.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
type Unit = (typeof UNITS)[number];

/** Below this a time is "a few seconds". */
const FEW_SECONDS_MS = 10_000;

/** `1.5 MB`, for a count of bytes. */
export function formatBytes(bytes: number, language: string): string {
  const { unit, value } = inUnit(bytes);
  // The short form of a byte is no plural in English.
  return number(value, language, unit === 'byte' ? 'long' : 'short', unit);
}

/** The two numbers of "12 of 100 MB": both in the unit of the whole, which alone is written. */
export function formatMoved(movedBytes: number, totalBytes: number, language: string): [string, string] {
  const { factor, unit } = inUnit(totalBytes);
  // As many digits as the whole has at most, rounded down: nothing is complete before it is.
  const value = Math.min(movedBytes, totalBytes) / factor;
  const digits = unit === 'byte' || value >= 100 ? 0 : 1;
  const moved = Math.floor(value * 10 ** digits) / 10 ** digits;
  const written = numberFormat(language, { maximumFractionDigits: digits }).format(moved);
  return [written, formatBytes(totalBytes, language)];
}

/** `4.2 MB/s`, for bytes per second. */
export function formatSpeed(bytesPerSecond: number, language: string): string {
  const { unit, value } = inUnit(bytesPerSecond);
  return number(value, language, 'short', `${unit}-per-second`);
}

/** `2 min`, rounded up; `null` for less than ten seconds. Minutes above 90 s, hours and minutes above 90 min. */
export function formatTimeLeft(milliseconds: number, language: string): string | null {
  return milliseconds < FEW_SECONDS_MS ? null : formatDuration(Math.ceil(milliseconds / 1_000), language);
}

/** How long something took, in whole seconds, at least one. */
export function formatDuration(seconds: number, language: string): string {
  if (seconds <= 90) return number(Math.max(1, Math.round(seconds)), language, 'short', 'second');
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 90) return number(minutes, language, 'short', 'minute');
  const hours = number(Math.floor(minutes / 60), language, 'short', 'hour');
  return minutes % 60 === 0 ? hours : `${hours} ${number(minutes % 60, language, 'short', 'minute')}`;
}

/** `40%`, for a part from 0 to 1. Not 100 % before it is whole. */
export function formatPercent(part: number, language: string): string {
  const percent = Math.floor(part * 100) / 100;
  return numberFormat(language, { style: 'percent' }).format(percent);
}

function inUnit(amount: number): { factor: number; unit: Unit; value: number } {
  const whole = Math.max(0, amount);
  let power = 0;
  // 999,950 would be written "1,000 kB".
  while (power < UNITS.length - 1 && whole / 1_000 ** power >= 999.5) power += 1;
  const factor = 1_000 ** power;
  return { factor, unit: UNITS[power] ?? 'byte', value: whole / factor };
}

function number(value: number, language: string, unitDisplay: 'short' | 'long', unit: string): string {
  const digits = value >= 100 || unit.startsWith('byte') || !unit.includes('byte') ? 0 : 1;
  return numberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay,
    maximumFractionDigits: digits,
  }).format(value);
}
