import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sharedWords } from '../../i18n/en/shared.ts';
import { objectionsToElement, preferScheme } from '../accessibility-check.ts';
import './language-menu.ts';

const menu = page.getByRole('combobox', { name: 'Language' });

async function show() {
  const element = document.createElement('deskside-language-menu');
  element.words = sharedWords;
  element.language = 'pt-BR';
  document.body.append(element);
  await element.updateComplete;
  return element;
}

afterEach(() => document.body.replaceChildren());

it.each(['light', 'dark'] as const)('has nothing that axe objects to, in the %s scheme', async (scheme) => {
  await preferScheme(scheme);
  await show();
  expect(await objectionsToElement()).toEqual([]);
});

it('shows the present language under its own name', async () => {
  await show();
  await expect.element(menu).toHaveValue('pt-BR');
});

it('asks for the language that was chosen', async () => {
  const element = await show();
  const details: unknown[] = [];
  element.addEventListener('deskside-language-request', (event) =>
    details.push((event as CustomEvent<unknown>).detail),
  );
  await userEvent.selectOptions(menu, 'English');
  expect(details).toEqual([{ language: 'en' }]);
});
