// Every state of the customer's page against axe-core, light and dark; and in a window of 320 pixels.

import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type CustomerWords, customerWords } from '../../i18n/en/customer.ts';
import { customerWords as portuguese } from '../../i18n/pt-br/customer.ts';
import { objections, preferScheme } from '../accessibility-check.ts';
import { CUSTOMER_STATES, type CustomerStateName, type CustomerStateRecipe } from '../states.ts';
import './customer-shell.ts';

const NAMES = Object.keys(CUSTOMER_STATES) as CustomerStateName[];

async function show(name: CustomerStateName, words: CustomerWords): Promise<void> {
  const recipe: CustomerStateRecipe = CUSTOMER_STATES[name];
  const shell = document.createElement('deskside-customer');
  shell.words = words;
  shell.stage = await recipe.build();
  document.body.append(shell);
  await shell.updateComplete;
  recipe.act?.(shell);
  await shell.updateComplete;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  it.each(NAMES)('“%s” has nothing that axe objects to', async (name) => {
    await preferScheme(scheme);
    await page.viewport(1280, 800);
    await show(name, customerWords);
    expect(await objections()).toEqual([]);
  });
});

it.each(NAMES)('“%s” fits into 320 pixels, in the longer language', async (name) => {
  await preferScheme('light');
  await page.viewport(320, 640);
  await show(name, portuguese);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  expect(await objections()).toEqual([]);
});
