import { expect, it } from 'vitest';
import { initialsOf } from './avatar.ts';

it.each([
  ['Ana Souza', 'AS'],
  ['Ana', 'A'],
  ['ana maria de souza', 'AS'],
  ['  Jean-Luc  ', 'JL'],
  ['Łukasz Żak', 'ŁŻ'],
  ['山田 太郎', '山太'],
  ['𝒜na', '𝒜'],
  ['…', ''],
])('takes the initials of “%s”', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
