import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { focusedElement, objectionsToElement, preferScheme } from '../accessibility-check.ts';
import type { LinkForm } from './link-form.ts';
import './link-form.ts';

const field = page.getByRole('textbox', { name: 'Support link' });
const submit = page.getByRole('button', { name: 'Continue' });

async function show(): Promise<LinkForm> {
  const form = document.createElement('deskside-link-form');
  form.words = customerWords;
  document.body.append(form);
  await form.updateComplete;
  return form;
}

function requests(form: LinkForm): unknown[] {
  const details: unknown[] = [];
  form.addEventListener('deskside-link-request', (event) =>
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

it('asks for the link that was pasted, without the space around it', async () => {
  const details = requests(await show());
  await field.fill('  https://help.example/#1.x.y ');
  await submit.click();
  expect(details).toEqual([{ text: 'https://help.example/#1.x.y' }]);
});

it('is sent by Enter too', async () => {
  const details = requests(await show());
  await field.fill('#1.x.y');
  await userEvent.keyboard('{Enter}');
  expect(details).toEqual([{ text: '#1.x.y' }]);
});

it('says what is missing when nothing was pasted, until something is', async () => {
  const details = requests(await show());
  await submit.click();
  expect(details).toEqual([]);
  await expect.element(field).toHaveAccessibleDescription('Paste the link into the field first.');
  expect(focusedElement()).toBe(field.element());
  await field.fill('#');
  await expect.element(field).toHaveAccessibleDescription('');
});
