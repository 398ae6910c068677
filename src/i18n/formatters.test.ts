import { expect, it } from 'vitest';
import { dateTimeFormat, numberFormat } from './formatters.ts';

it('writes as the browser does, in each language and with each option', () => {
  const percent = { style: 'percent' } as const;
  for (const language of ['en', 'pt-BR', 'es', 'ar']) {
    expect(numberFormat(language, percent).format(0.5)).toBe(
      new Intl.NumberFormat(language, percent).format(0.5),
    );
    expect(numberFormat(language, {}).format(0.5)).toBe(new Intl.NumberFormat(language).format(0.5));
    const options = { timeStyle: 'short', timeZone: 'UTC' } as const;
    const theirs = new Intl.DateTimeFormat(language, options).format(0);
    expect(dateTimeFormat(language, options).format(0)).toBe(theirs);
  }
});

it('makes each one once', () => {
  expect(numberFormat('en', { style: 'percent' })).toBe(numberFormat('en', { style: 'percent' }));
  expect(dateTimeFormat('en', { timeStyle: 'short' })).toBe(dateTimeFormat('en', { timeStyle: 'short' }));
});
