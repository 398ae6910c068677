import { describe, expect, it } from 'vitest';
import { RoutingNumbers } from './routing-numbers.ts';
import { countingRandom } from './testing/counting-random.ts';
import { failureCode } from './testing/failure-code.ts';

function fill(numbers: RoutingNumbers, count: number): string[] {
  return Array.from({ length: count }, (_, index) => numbers.allocate(`session ${index}`));
}

describe('routing numbers', () => {
  it('have four digits, leading zeros too, and lead to their session', () => {
    const numbers = new RoutingNumbers(countingRandom());
    const given = fill(numbers, 2_000);
    expect(new Set(given).size).toBe(2_000);
    for (const [index, routing] of given.entries()) {
      expect(routing).toMatch(/^\d{4}$/);
      expect(numbers.find(routing)).toBe(`session ${index}`);
    }
    expect(given.some((routing) => routing.startsWith('0'))).toBe(true);
  });

  it('are random: they do not come in order, nor close together', () => {
    const given = fill(new RoutingNumbers(countingRandom()), 1_000).map(Number);
    for (let digit = 0; digit < 10; digit++) {
      const share = given.filter((value) => Math.floor(value / 1_000) === digit).length;
      expect(share).toBeGreaterThan(60);
      expect(share).toBeLessThan(140);
    }
  });

  it('have five digits once four fifths of the short ones are in use, and four again later', () => {
    const numbers = new RoutingNumbers(countingRandom());
    const short = fill(numbers, 8_000);
    expect(short.every((routing) => routing.length === 4)).toBe(true);
    const long = fill(numbers, 50);
    expect(long.every((routing) => /^\d{5}$/.test(routing))).toBe(true);
    numbers.free(short[0] ?? '');
    expect(numbers.allocate('next')).toHaveLength(4);
    expect(numbers.allocate('one more')).toHaveLength(5);
  });

  it('of one length are none of the other', () => {
    const numbers = new RoutingNumbers(countingRandom());
    fill(numbers, 8_000);
    const long = numbers.allocate('long');
    expect(numbers.find(long)).toBe('long');
    expect(numbers.find(long.slice(0, 4))).not.toBe('long');
    expect(numbers.find(long.slice(1))).not.toBe('long');
  });

  it('that were taken back lead nowhere, and are counted once', () => {
    const numbers = new RoutingNumbers(countingRandom());
    const given = fill(numbers, 8_000);
    const [first = ''] = given;
    numbers.free(first);
    numbers.free(first);
    expect(numbers.find(first)).toBeNull();
    expect(numbers.allocate('a')).toHaveLength(4);
    expect(numbers.allocate('b')).toHaveLength(5);
  });

  it('run out some day', () => {
    const numbers = new RoutingNumbers(countingRandom());
    fill(numbers, 88_000);
    expect(failureCode(() => numbers.allocate('too many'))).toBe('server-busy');
  });
});
