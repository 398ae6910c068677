import { expect, it } from 'vitest';
import { toShownName } from './shown-name.ts';

it.each([
  ['Ana Souza', 'Ana Souza'],
  [' Ana\n\tSouza ', 'Ana Souza'],
  ['Ana \u202eazuoS', 'Ana azuoS'],
  ['x'.repeat(81), 'x'.repeat(80)],
  [`${'x'.repeat(79)}🐴`, 'x'.repeat(79)],
  [' \u0000 ', null],
  [['Ana'], null],
])('%j is shown as %j', (text, shown) => {
  expect(toShownName(text)).toBe(shown);
});
