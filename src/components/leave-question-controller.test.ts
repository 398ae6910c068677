import { expect, it } from 'vitest';
import { NO_TRANSFERS } from '../session/transfer-state.ts';
import { transfer } from './file-states.ts';
import { hasMuchToLose } from './leave-question-controller.ts';

const CALM = { files: NO_TRANSFERS, keeping: null, screen: { phase: 'off' } } as const;
const OFFERED = { transfers: [transfer('outgoing', 'log.txt', { phase: 'offered' })] };
const FAILED = { transfers: [transfer('outgoing', 'log.txt', { phase: 'failed', code: 'transfer-cut' })] };

it.each([
  ['nothing is captured or on its way', CALM, false],
  ['a transfer is over', { ...CALM, files: FAILED }, false],
  ['a screen is shared', { ...CALM, screen: { phase: 'sharing' } }, true],
  ['the technician’s own screen is shown', { ...CALM, ownScreen: { phase: 'sharing' } }, true],
  ['a file waits for its answer', { ...CALM, files: OFFERED }, true],
  ['the session is not kept', { ...CALM, keeping: 'session-not-kept' }, true],
] as const)('where %s, a reload loses something: %#', (_, state, isMuch) => {
  expect(hasMuchToLose(state)).toBe(isMuch);
});
