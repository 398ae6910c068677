// For tests in a real browser: what axe-core objects to on the page, under a person's preferences.

import axe from 'axe-core';
import { expect } from 'vitest';
import { cdp } from 'vitest/browser';

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

/** Each objection on the page, with text contrast of 7:1 among the rules. */
export async function objections(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast-enhanced': { enabled: true } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
