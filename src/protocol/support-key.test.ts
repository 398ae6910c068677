import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf, formatSupportKey, isRouting, parseSupportKey, type SupportKey } from './support-key.ts';
import { codeOf } from './testing/code-of.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const keys: fc.Arbitrary<SupportKey> = fc
  .constantFrom(4, 5)
  .chain((length) => fc.record({ routing: digits(length), secret: digits(5) }));
/** What people put between digits. */
const gaps = fc.constantFrom('', ' ', '  ', '-', ' - ', '.', '–', '\u00a0', '\u2011', '\t');

describe('a support key', () => {
  it.each([
    ['012345678', { routing: '0123', secret: '45678' }],
    ['000000000', { routing: '0000', secret: '00000' }],
    ['0123456789', { routing: '01234', secret: '56789' }],
    ['012-345-678', { routing: '0123', secret: '45678' }],
    ['012 345 6789', { routing: '01234', secret: '56789' }],
    [' 012.345.678. ', { routing: '0123', secret: '45678' }],
    ['Your key: 012-345 678', { routing: '0123', secret: '45678' }],
    ['Sua chave de suporte: 012‑345‑678!', { routing: '0123', secret: '45678' }],
    ['Key 1 of 2: (012) 345 678, until 18:30', { routing: '0123', secret: '45678' }],
    ['0 1 2, 3 4 5', null],
    ['0 1 2 3 4 5 6 7 8', { routing: '0123', secret: '45678' }],
    ['０１２３４５６７８', { routing: '0123', secret: '45678' }],
    ['٠١٢-٣٤٥-٦٧٨', { routing: '0123', secret: '45678' }],
    ['۰۱۲۳۴۵۶۷۸', { routing: '0123', secret: '45678' }],
    ['012\n345\r\n678', { routing: '0123', secret: '45678' }],
  ])('reads %j', (text, key) => {
    if (key === null) expect(codeOf(() => parseSupportKey(text))).toBe('key-malformed');
    else expect(parseSupportKey(text)).toEqual(key);
  });

  it.each(['', ' ', 'abc', '12345678', '01234567890', '012-345-678 or 123-456-789', '012-345-67a'])(
    'is not %j',
    (text) => expect(codeOf(() => parseSupportKey(text))).toBe('key-malformed'),
  );

  it('is shown in threes, the tenth digit with the last', () => {
    expect(formatSupportKey({ routing: '0123', secret: '45678' })).toBe('012-345-678');
    expect(formatSupportKey({ routing: '01234', secret: '56789' })).toBe('012-345-6789');
  });

  it('is read back from what is shown, whatever stands around it', () => {
    fc.assert(
      fc.property(
        keys,
        fc.constantFrom('', 'Key: ', 'chave – '),
        fc.constantFrom('', '.', ' !', '\n'),
        (key, before, after) => {
          expect(parseSupportKey(before + formatSupportKey(key) + after)).toEqual(key);
        },
      ),
    );
  });

  it('is read however its digits are set apart', () => {
    fc.assert(
      fc.property(keys, fc.array(gaps, { minLength: 10, maxLength: 10 }), (key, between) => {
        const text = [...digitsOf(key)].map((digit, index) => digit + (between[index] ?? '')).join('');
        expect(parseSupportKey(text)).toEqual(key);
      }),
    );
  });

  it('is read, or refused with a code, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(['no error', 'key-malformed']).toContain(codeOf(() => parseSupportKey(text)));
      }),
    );
  });

  it('of one length never routes as one of the other', () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(parseSupportKey(digitsOf(key)).routing).toHaveLength(digitsOf(key).length === 9 ? 4 : 5);
      }),
    );
  });
});

it('routing digits are four or five', () => {
  expect(['0000', '99999', '123', '123456', '12a4', '１２３４', ''].map(isRouting)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
