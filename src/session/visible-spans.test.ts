import { expect, it } from 'vitest';
import type { JournalEntry } from './journal.ts';
import { visibleSpans } from './visible-spans.ts';

const started = (atMs: number): JournalEntry => ({
  kind: 'screen-started',
  surface: 'monitor',
  isAsked: false,
  atMs,
});

it.each<[string, readonly JournalEntry[], readonly (readonly [number, number])[]]>([
  ['nothing was shared', [{ kind: 'joined', atMs: 1 }], []],
  ['started and stopped', [started(10), { kind: 'screen-stopped', durationMs: 5, atMs: 15 }], [[10, 15]]],
  [
    'paused and resumed',
    [started(10), { kind: 'screen-paused', atMs: 12 }, { kind: 'screen-resumed', atMs: 20 }],
    [
      [10, 12],
      [20, 100],
    ],
  ],
  [
    'not looked at for a while',
    [started(10), { kind: 'viewing-stopped', atMs: 12 }, { kind: 'viewing-resumed', atMs: 13 }],
    [
      [10, 12],
      [13, 100],
    ],
  ],
  [
    'out of reach for a while',
    [started(10), { kind: 'interrupted', atMs: 12 }, { kind: 'restored', atMs: 18 }],
    [
      [10, 12],
      [18, 100],
    ],
  ],
  [
    'paused when it stopped, then shared anew',
    [
      started(10),
      { kind: 'screen-paused', atMs: 11 },
      { kind: 'screen-stopped', durationMs: 2, atMs: 12 },
      started(20),
      { kind: 'screen-changed', surface: 'window', atMs: 25 },
      { kind: 'ended', by: 'customer', code: null, atMs: 30 },
    ],
    [
      [10, 11],
      [20, 30],
    ],
  ],
])('works out when the screen could be seen: %s', (_, journal, spans) => {
  expect(visibleSpans(journal, 100).map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual(spans);
});
