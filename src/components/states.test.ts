// Every state of both pages against axe-core: light and dark, wide, and in a window of 320 pixels.

import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { customerWords } from '../i18n/en/customer.ts';
import { technicianWords } from '../i18n/en/technician.ts';
import { customerWords as customerPortuguese } from '../i18n/pt-br/customer.ts';
import { technicianWords as technicianPortuguese } from '../i18n/pt-br/technician.ts';
import { objections, preferScheme } from './accessibility-check.ts';
import { type PageWords, STATES } from './states.ts';

const english: PageWords = { customer: customerWords, technician: technicianWords };
const portuguese: PageWords = { customer: customerPortuguese, technician: technicianPortuguese };

afterEach(() => {
  document.body.replaceChildren();
});

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  it.each(STATES)('“$name” has nothing that axe objects to', async ({ show }) => {
    await preferScheme(scheme);
    await page.viewport(1280, 800);
    await show(english);
    expect(await objections()).toEqual([]);
  });
});

it.each(STATES)('“$name” fits into 320 pixels, in the longer language', async ({ show }) => {
  await preferScheme('light');
  await page.viewport(320, 640);
  await show(portuguese);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  expect(await objections()).toEqual([]);
});
