import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { FileName } from './file-name.ts';
import './file-name.ts';
import { splitName } from './split-name.ts';

async function show(name: string, width: number): Promise<FileName> {
  const element = document.createElement('deskside-file-name');
  element.name = name;
  element.style.width = `${width}px`;
  document.body.append(element);
  await element.updateComplete;
  return element;
}

afterEach(() => document.body.replaceChildren());

it.each([
  ['report.pdf', 'report.pdf'],
  ['a name that is rather long.tar', ' long.tar'],
  ['holiday pictures of last summer.jpg.exe', 'r.jpg.exe'],
])('keeps the end of “%s” in sight', (name, expected) => {
  const [head, tail] = splitName(name);
  expect(head + tail).toBe(name);
  expect(tail).toBe(expected);
});

it('keeps no more than a short end of a name without an extension', () => {
  expect(splitName('x'.repeat(200))[1]).toHaveLength(5);
  expect(splitName(`a. ${'x'.repeat(200)}`)[1]).toHaveLength(5);
});

it('does not cut what people see as one character', () => {
  const family = '👨‍👩‍👧';
  const [head, tail] = splitName(family.repeat(30));
  expect(head + tail).toBe(family.repeat(30));
  expect(tail).toBe(family.repeat(5));
});

it('shows the extension of a name that is wider than its place', async () => {
  const element = await show(`${'holiday pictures '.repeat(20)}.jpg.exe`, 240);
  const tail = element.renderRoot.querySelector('.tail');
  expect(tail?.textContent).toContain('.exe');
  expect(tail?.getBoundingClientRect().right).toBeLessThanOrEqual(element.getBoundingClientRect().right);
  expect(element.scrollWidth).toBeLessThanOrEqual(240);
});

it('has the whole name to be found and to be read out', async () => {
  const name = `${'very long '.repeat(12)}.pdf`;
  await show(name, 120);
  await expect.element(page.getByText(name, { exact: true })).toBeInTheDocument();
});
