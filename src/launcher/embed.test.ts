import { expect, it } from 'vitest';

// Runs in Node, where there is no window at all.
it('can be imported where there is no browser', async () => {
  const { DesksideSupport } = await import('../embed.ts');
  expect(DesksideSupport.observedAttributes).toEqual(['server', 'invite', 'lang']);
  expect(globalThis).not.toHaveProperty('window');
});
