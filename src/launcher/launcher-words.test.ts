import { expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/language.ts';
import { fill, LAUNCHER_WORDS } from './launcher-words.ts';

it.each(LANGUAGES)('names the same places in %s as in English', (language) => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place);
  for (const [key, text] of Object.entries(LAUNCHER_WORDS[language])) {
    const english = LAUNCHER_WORDS.en[key as keyof typeof LAUNCHER_WORDS.en];
    expect(new Set(places(text)), key).toEqual(new Set(places(english)));
    expect(text.trim(), key).not.toBe('');
  }
});

it('fills in what there is, and takes nothing in a value for a place', () => {
  expect(fill('{name}: {count} {other}', { name: '{count} $&', count: '2' })).toBe('{count} $&: 2 {other}');
});
