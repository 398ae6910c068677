import { expect, it } from 'vitest';
import { counted } from './counted.ts';

const FILE = { one: 'ملف واحد', two: 'ملفان', few: 'ملفات', many: 'ملفًا', other: 'ملف' };

it.each([
  [0, '0 ملف'],
  [1, 'ملف واحد'],
  [2, 'ملفان'],
  [3, '3 ملفات'],
  [10, '10 ملفات'],
  [11, '11 ملفًا'],
  [99, '99 ملفًا'],
  [100, '100 ملف'],
  [103, '103 ملفات'],
])('%i of a thing is “%s”', (count, text) => {
  expect(counted(count, FILE)).toBe(text);
});
