// Every state of both pages against axe-core: light and dark, wide, and in a window of 320 pixels. Languages take
// turns, as what axe looks for hardly depends on them; whether the words fit is tried in each of the long ones.

import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { customerWords as customerArabic } from '../i18n/ar/customer.ts';
import { technicianWords as technicianArabic } from '../i18n/ar/technician.ts';
import { customerWords } from '../i18n/en/customer.ts';
import { technicianWords } from '../i18n/en/technician.ts';
import { customerWords as customerSpanish } from '../i18n/es/customer.ts';
import { technicianWords as technicianSpanish } from '../i18n/es/technician.ts';
import { directionOf } from '../i18n/language.ts';
import { customerWords as customerPortuguese } from '../i18n/pt-br/customer.ts';
import { technicianWords as technicianPortuguese } from '../i18n/pt-br/technician.ts';
import { objections, preferScheme } from './accessibility-check.ts';
import { type PageState, type PageWords, STATES } from './states.ts';

const english: PageWords = { customer: customerWords, technician: technicianWords };
const portuguese: PageWords = { customer: customerPortuguese, technician: technicianPortuguese };
const spanish: PageWords = { customer: customerSpanish, technician: technicianSpanish };
const arabic: PageWords = { customer: customerArabic, technician: technicianArabic };

/** Shows a state on a page that is in that language. */
async function showIn(words: PageWords, { show }: PageState): Promise<void> {
  document.documentElement.lang = words.customer.language;
  document.documentElement.dir = directionOf(words.customer.language);
  await show(words);
}

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.lang = 'en';
  document.documentElement.dir = '';
});

describe.each([
  { scheme: 'light', language: 'Arabic', words: arabic },
  { scheme: 'dark', language: 'English', words: english },
] as const)('in the $scheme scheme, in $language', ({ scheme, words }) => {
  it.each(STATES)('“$name” has nothing that axe objects to', async (state) => {
    await preferScheme(scheme);
    await page.viewport(1280, 800);
    await showIn(words, state);
    expect(await objections()).toEqual([]);
  });
});

it.each(STATES)('“$name” fits into 320 pixels, in the longer languages', async (state) => {
  await preferScheme('light');
  await page.viewport(320, 640);
  for (const words of [spanish, portuguese]) {
    await showIn(words, state);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  }
  expect(await objections()).toEqual([]);
});
