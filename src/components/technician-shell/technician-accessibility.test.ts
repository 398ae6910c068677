// Every state of the console against axe-core, light and dark, wide and narrow, with text contrast of 7:1.

import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type TechnicianWords, technicianWords } from '../../i18n/en/technician.ts';
import { technicianWords as portuguese } from '../../i18n/pt-br/technician.ts';
import { objections, preferScheme } from '../accessibility-check.ts';
import {
  TECHNICIAN_STATES,
  type TechnicianStateName,
  type TechnicianStateRecipe,
} from '../technician-states.ts';
import './technician-shell.ts';

const NAMES = Object.keys(TECHNICIAN_STATES) as TechnicianStateName[];

async function show(name: TechnicianStateName, words: TechnicianWords = technicianWords): Promise<void> {
  const recipe: TechnicianStateRecipe = TECHNICIAN_STATES[name];
  const shell = document.createElement('deskside-technician');
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
    await show(name);
    expect(await objections()).toEqual([]);
  });
});

it.each(NAMES)('“%s” fits into 320 pixels, in the longer language', async (name) => {
  await page.viewport(320, 640);
  await show(name, portuguese);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});
