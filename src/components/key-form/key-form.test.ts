import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { focusedElement, objectionsToElement, preferScheme } from '../accessibility-check.ts';
import type { KeyForm } from './key-form.ts';
import './key-form.ts';

const field = page.getByRole('textbox', { name: 'Support key' });
const submit = page.getByRole('button', { name: 'Continue' });

async function show(text = ''): Promise<KeyForm> {
  const form = document.createElement('deskside-key-form');
  form.words = customerWords;
  form.text = text;
  document.body.append(form);
  await form.updateComplete;
  return form;
}

function requests(form: KeyForm): unknown[] {
  const details: unknown[] = [];
  form.addEventListener('deskside-open-request', (event) =>
    details.push((event as CustomEvent<unknown>).detail),
  );
  return details;
}

afterEach(() => document.body.replaceChildren());

it.each(['light', 'dark'] as const)('has nothing that axe objects to, in the %s scheme', async (scheme) => {
  await preferScheme(scheme);
  await show();
  await submit.click();
  expect(await objectionsToElement()).toEqual([]);
});

it('hands a key on as it was typed, without the space around it', async () => {
  const details = requests(await show());
  await field.fill(' 012 345-678  ');
  await submit.click();
  expect(details).toEqual([{ text: '012 345-678' }]);
});

it('takes a pasted link too, and says so', async () => {
  const details = requests(await show());
  await expect
    .element(field)
    .toHaveAccessibleDescription('Nine or ten digits. You can also paste the support link here.');
  await field.fill('https://help.example/#1.x.y');
  await submit.click();
  expect(details).toEqual([{ text: 'https://help.example/#1.x.y' }]);
});

it('is sent by Enter too', async () => {
  const details = requests(await show());
  await field.fill('012345678');
  await userEvent.keyboard('{Enter}');
  expect(details).toEqual([{ text: '012345678' }]);
});

it('says what is missing when nothing was typed, until something is', async () => {
  const details = requests(await show());
  await submit.click();
  expect(details).toEqual([]);
  await expect.element(field).toHaveAccessibleDescription(/First type the key, or paste the link\.$/);
  expect(focusedElement()).toBe(field.element());
  await field.fill('0');
  await expect.element(field).toHaveAccessibleDescription(/paste the support link here\.$/);
});

it('shows what led nowhere, to be put right, and leaves alone what is typed then', async () => {
  const form = await show('012 345 679');
  await expect.element(field).toHaveValue('012 345 679');
  await field.fill('012 345 67');
  form.requestUpdate();
  await form.updateComplete;
  await expect.element(field).toHaveValue('012 345 67');
});
