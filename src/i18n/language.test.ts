import { expect, it } from 'vitest';
import { chooseLanguage, directionOf, LANGUAGES } from './language.ts';

it.each([
  [['es-419', 'en'], 'es'],
  [['es-ES'], 'es'],
  [['ar-EG', 'en-GB'], 'ar'],
  [['AR'], 'ar'],
  [['pt-PT'], 'pt-BR'],
  [['fr-FR', 'ar'], 'ar'],
  [['fr-FR'], 'en'],
  [[], 'en'],
])('for %j it is %s', (wanted, language) => {
  expect(chooseLanguage(wanted)).toBe(language);
});

it('Arabic alone runs from right to left', () => {
  expect(LANGUAGES.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar']);
});
