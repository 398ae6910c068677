import { generate } from 'lean-qr';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { objectionsToElement, preferScheme } from '../accessibility-check.ts';
import { MODULE_PIXELS, type QrCode, QUIET_MODULES } from './qr-code.ts';

const TEXT =
  'https://help.example/#1.0123456789abcdef0123456789abcdef.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA';

async function show(text = TEXT): Promise<QrCode> {
  const element = document.createElement('deskside-qr-code');
  element.text = text;
  element.name = 'QR code of the support link';
  document.body.append(element);
  await element.updateComplete;
  return element;
}

function drawing(element: QrCode): { svg: SVGSVGElement; path: SVGPathElement } {
  const svg = element.renderRoot.querySelector('svg');
  const path = element.renderRoot.querySelector('path');
  if (svg === null || path === null) throw new Error('nothing is drawn');
  return { svg, path };
}

/** One line for each row, `#` where the middle of a module is dark. */
function rowsOf(size: number, isDark: (x: number, y: number) => boolean): string[] {
  const places = Array.from({ length: size }, (_, index) => index);
  return places.map((y) => places.map((x) => (isDark(x, y) ? '#' : '.')).join(''));
}

afterEach(() => document.body.replaceChildren());

it('draws each module of the code, dark or not', async () => {
  const { path } = drawing(await show());
  const code = generate(TEXT);
  const drawn = rowsOf(code.size, (x, y) => path.isPointInFill(new DOMPoint(x + 0.5, y + 0.5)));
  expect(drawn).toEqual(rowsOf(code.size, code.get));
});

it('is as large as a code of its length has to be, with a quiet zone of four modules around it', async () => {
  const { svg, path } = drawing(await show('HELLO'));
  // Version 1 has 21 modules on each side.
  expect(svg.getAttribute('viewBox')).toBe('-4 -4 29 29');
  const { x, y, width, height } = path.getBBox();
  expect([x, y, width, height]).toEqual([0, 0, 21, 21]);
  expect(QUIET_MODULES).toBe(4);
});

it('has whole pixels for each module, and room for a camera to see them', async () => {
  const { svg } = drawing(await show());
  const side = generate(TEXT).size + 2 * QUIET_MODULES;
  expect(svg.getBoundingClientRect().width).toBe(side * MODULE_PIXELS);
  expect(svg.getBoundingClientRect().height).toBe(side * MODULE_PIXELS);
});

it('becomes smaller where there is less room, and stays a square', async () => {
  const element = await show();
  element.style.width = '100px';
  const { width, height } = drawing(element).svg.getBoundingClientRect();
  expect([width, height]).toEqual([100, 100]);
});

it('follows its text', async () => {
  const element = await show('HELLO');
  const before = drawing(element).path.getAttribute('d');
  element.text = 'OTHER';
  await element.updateComplete;
  expect(drawing(element).path.getAttribute('d')).not.toBe(before);
});

it.each(['light', 'dark'] as const)('is black on white in the %s scheme', async (scheme) => {
  await preferScheme(scheme);
  const { svg, path } = drawing(await show());
  expect(getComputedStyle(svg).backgroundColor).toBe('rgb(255, 255, 255)');
  expect(getComputedStyle(path).fill).toBe('rgb(0, 0, 0)');
  expect(await objectionsToElement()).toEqual([]);
});

it('is an image with a name, and no stop on the way of the Tab key', async () => {
  const element = await show();
  const image = page.getByRole('img', { name: 'QR code of the support link' });
  await expect.element(image).toBeVisible();
  drawing(element).svg.focus();
  expect(document.activeElement).toBe(document.body);
});

it('needs no style attribute, which the pages’ policy forbids', async () => {
  const element = await show();
  expect(element.renderRoot.querySelectorAll('[style]')).toHaveLength(0);
});

it('shows nothing without a text', async () => {
  const element = await show('');
  expect(element.renderRoot.querySelector('svg')).toBeNull();
});
