// For tests in a real browser: what axe-core objects to on the page, under a person's preferences.

import axe from 'axe-core';
import { expect } from 'vitest';
import { cdp } from 'vitest/browser';
import { deepFocus } from './deep-focus.ts';
import '../styles/page.css';

/** Makes the browser prefer a colour scheme, and no motion. */
export async function preferScheme(value: 'light' | 'dark'): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  expect(matchMedia(`(prefers-color-scheme: ${value})`).matches).toBe(true);
}

/** Each objection to the page as a whole, with text contrast of 7:1 among the rules. */
export async function objections(): Promise<string[]> {
  return run(true);
}

/** The same for an element alone: where the landmarks are is its page's business. */
export async function objectionsToElement(): Promise<string[]> {
  return run(false);
}

/** What has the focus, inside of all shadow roots. */
export function focusedElement(): Element | null {
  return deepFocus(document);
}

async function run(isWholePage: boolean): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast-enhanced': { enabled: true }, region: { enabled: isWholePage } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
