import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../protocol/deskside-error.ts';
import { abuseWords as arabicAbuseWords } from './ar/abuse.ts';
import { customerWords as arabicCustomerWords } from './ar/customer.ts';
import { technicianWords as arabicTechnicianWords } from './ar/technician.ts';
import { abuseWords } from './en/abuse.ts';
import { customerWords } from './en/customer.ts';
import { technicianWords } from './en/technician.ts';
import { abuseWords as spanishAbuseWords } from './es/abuse.ts';
import { customerWords as spanishCustomerWords } from './es/customer.ts';
import { technicianWords as spanishTechnicianWords } from './es/technician.ts';
import { abuseWords as portugueseAbuseWords } from './pt-br/abuse.ts';
import { customerWords as portugueseCustomerWords } from './pt-br/customer.ts';
import { technicianWords as portugueseTechnicianWords } from './pt-br/technician.ts';

/** The path of every word, with what it is: text, a function of so many arguments. */
function pathsOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const path = `${prefix}${key}`;
    if (typeof value === 'object' && value !== null) return pathsOf(value, `${path}.`);
    return [`${path}: ${typeof value}`];
  });
}

/** Stands for a name, and for the people of a report. */
const SOMEBODY = { technician: 'Ana', customer: 'You', screen: 'your screen', toString: () => 'Ana' };

/** From a capital letter, where a script has them, to a full stop. */
const SENTENCES = /^[\p{Lu}\p{Lo}].*[.]$/u;

/** Every text, functions applied to sample arguments. */
function textsOf(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [String(value(SOMEBODY, 2, 3))];
    return typeof value === 'object' && value !== null ? textsOf(value) : [];
  });
}

describe.each([
  ['the customer’s', customerWords, [portugueseCustomerWords, spanishCustomerWords, arabicCustomerWords]],
  [
    'the technician’s',
    technicianWords,
    [portugueseTechnicianWords, spanishTechnicianWords, arabicTechnicianWords],
  ],
  ['a report’s', abuseWords, [portugueseAbuseWords, spanishAbuseWords, arabicAbuseWords]],
] as const)('%s words', (_, english, others) => {
  it('have the same keys in all languages', () => {
    for (const words of others) expect(pathsOf(words).toSorted()).toEqual(pathsOf(english).toSorted());
  });

  it('are all there, and nobody shouts', () => {
    for (const words of [english, ...others]) {
      for (const text of textsOf(words)) {
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(/!|oops|undefined/i);
      }
    }
  });
});

describe.each([
  ['the customer’s', [customerWords, portugueseCustomerWords, spanishCustomerWords, arabicCustomerWords]],
  [
    'the technician’s',
    [technicianWords, portugueseTechnicianWords, spanishTechnicianWords, arabicTechnicianWords],
  ],
] as const)('%s words', (_, languages) => {
  it.each(ERROR_CODES)('say in all languages what “%s” means and what to do next', (code) => {
    for (const { errors } of languages) {
      expect(errors[code].what).toMatch(SENTENCES);
      expect(errors[code].next).toMatch(SENTENCES);
    }
  });
});
