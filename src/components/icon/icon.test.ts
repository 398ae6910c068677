import { Eye, EyeOff } from 'lucide';
import { afterEach, expect, it } from 'vitest';
import type { Icon } from './icon.ts';
import './icon.ts';

async function show(): Promise<Icon> {
  const icon = document.createElement('deskside-icon');
  icon.icon = Eye;
  document.body.append(icon);
  await icon.updateComplete;
  return icon;
}

afterEach(() => document.body.replaceChildren());

it('draws every shape of the icon, in the colour of the text, and hides it from screen readers', async () => {
  const icon = await show();
  const svg = icon.renderRoot.querySelector('svg');
  expect(svg?.children).toHaveLength(Eye.length);
  expect(svg?.getAttribute('stroke')).toBe('currentColor');
  expect(svg?.getAttribute('aria-hidden')).toBe('true');
  expect(svg?.namespaceURI).toBe('http://www.w3.org/2000/svg');
});

it('has the colour of what is around it', async () => {
  const icon = await show();
  document.body.style.color = 'rgb(1, 2, 3)';
  const svg = icon.renderRoot.querySelector('svg');
  expect(svg && getComputedStyle(svg).stroke).toBe('rgb(1, 2, 3)');
  document.body.style.color = '';
});

it('changes into another icon', async () => {
  const icon = await show();
  icon.icon = EyeOff;
  await icon.updateComplete;
  expect(icon.renderRoot.querySelectorAll('svg')).toHaveLength(1);
  expect(icon.renderRoot.querySelector('svg')?.children).toHaveLength(EyeOff.length);
});

it('points the other way where lines run from right to left, if it points along them', async () => {
  const icon = await show();
  const isMirrored = () => {
    const svg = icon.renderRoot.querySelector('svg');
    return svg !== null && getComputedStyle(svg).transform !== 'none';
  };
  document.body.dir = 'rtl';
  expect(isMirrored()).toBe(false);
  icon.toggleAttribute('directional', true);
  expect(isMirrored()).toBe(true);
  document.body.dir = '';
  expect(isMirrored()).toBe(false);
});
