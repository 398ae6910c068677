import { expect, it } from 'vitest';
import {
  formatBytes,
  formatDuration,
  formatMoved,
  formatPercent,
  formatSpeed,
  formatTimeLeft,
} from './file-amounts.ts';

/** With plain spaces, whichever a language uses. */
function plain(text: string): string {
  return text.replaceAll(/\s/g, ' ');
}

it.each([
  [0, '0 bytes', '0 byte'],
  [1, '1 byte', '1 byte'],
  [999, '999 bytes', '999 bytes'],
  [1_500, '1.5 kB', '1,5 kB'],
  [999_950, '1 MB', '1 MB'],
  [12_345_678, '12.3 MB', '12,3 MB'],
  [104_857_600, '105 MB', '105 MB'],
  [5_000_000_000, '5 GB', '5 GB'],
])('writes %i bytes', (bytes, english, portuguese) => {
  expect([plain(formatBytes(bytes, 'en')), plain(formatBytes(bytes, 'pt-BR'))]).toEqual([
    english,
    portuguese,
  ]);
});

it.each([
  [0, 100_000_000, '0', '100 MB'],
  [12_000_000, 100_000_000, '12', '100 MB'],
  [99_999_999, 100_000_000, '99.9', '100 MB'],
  [300, 2_000_000_000, '0', '2 GB'],
  [7, 10, '7', '10 bytes'],
])('writes how much of the whole has arrived: %i of %i', (moved, total, first, second) => {
  expect(formatMoved(moved, total, 'en').map(plain)).toEqual([first, second]);
});

it('writes speeds', () => {
  expect(plain(formatSpeed(4_230_000, 'en'))).toBe('4.2 MB/s');
  expect(plain(formatSpeed(4_230_000, 'pt-BR'))).toBe('4,2 MB/s');
});

it.each([
  [9_999, null],
  [42_300, '43 sec'],
  [91_000, '2 min'],
  [5_400_000, '90 min'],
  [7_500_000, '2 hr 5 min'],
])('writes a time left of %i ms', (milliseconds, expected) => {
  const written = formatTimeLeft(milliseconds, 'en');
  expect(written === null ? null : plain(written)).toBe(expected);
});

it('writes no time as less than a second, and no part as whole too early', () => {
  expect(plain(formatDuration(0.2, 'en'))).toBe('1 sec');
  expect(formatPercent(0.999, 'en')).toBe('99%');
  expect(formatPercent(1, 'en')).toBe('100%');
});
