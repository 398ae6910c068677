// Every state of the support key with every event.

import { describe, expect, it } from 'vitest';
import {
  NO_SUPPORT_KEY,
  nextSupportKeyState,
  type SupportKeyEvent,
  type SupportKeyState,
} from './support-key-state.ts';

const KEY = { routing: '0123', secret: '45678' };
const OLD_KEY = { routing: '9876', secret: '54321' };

const STATES = {
  none: NO_SUPPORT_KEY,
  'not to be had': { phase: 'none', burned: 1, problem: 'server-busy' },
  'burned out': { phase: 'none', burned: 5, problem: 'too-many-tries' },
  making: { phase: 'making', burned: 1 },
  ready: { phase: 'ready', burned: 1, key: KEY, wrongTries: 0 },
  'tried twice': { phase: 'ready', burned: 1, key: KEY, wrongTries: 2 },
  'the fifth, tried twice': { phase: 'ready', burned: 4, key: KEY, wrongTries: 2 },
} as const satisfies Record<string, SupportKeyState>;

type Name = keyof typeof STATES;
/** What becomes of each state; a state that is not named stays as it is. */
const TABLE: [string, SupportKeyEvent, Partial<Record<Name, SupportKeyState>>][] = [
  [
    'make',
    { type: 'make' },
    { none: { phase: 'making', burned: 0 }, 'not to be had': { phase: 'making', burned: 1 } },
  ],
  ['made', { type: 'made', key: KEY }, { making: STATES.ready }],
  ['failed', { type: 'failed', code: 'server-busy' }, { making: STATES['not to be had'] }],
  [
    'a wrong try',
    { type: 'wrong', key: KEY },
    {
      ready: { ...STATES.ready, wrongTries: 1 },
      'tried twice': { phase: 'making', burned: 2 },
      'the fifth, tried twice': STATES['burned out'],
    },
  ],
  ['a wrong try at a key that was replaced', { type: 'wrong', key: OLD_KEY }, {}],
  [
    'closed',
    { type: 'closed' },
    {
      'not to be had': { phase: 'none', burned: 1, problem: null },
      'burned out': { phase: 'none', burned: 5, problem: null },
      making: { phase: 'none', burned: 1, problem: null },
      ready: { phase: 'none', burned: 1, problem: null },
      'tried twice': { phase: 'none', burned: 1, problem: null },
      'the fifth, tried twice': { phase: 'none', burned: 4, problem: null },
    },
  ],
];

describe.each(TABLE)('%s', (_, event, becomes) => {
  it.each(Object.keys(STATES) as Name[])('while %s', (name) => {
    expect(nextSupportKeyState(STATES[name], event)).toEqual(becomes[name] ?? STATES[name]);
  });
});
