import { describe, expect, it } from 'vitest';
import { type ConnectionEvent, type ConnectionState, IDLE, nextConnectionState } from './connection-state.ts';

const states = {
  idle: IDLE,
  waiting: { phase: 'waiting', refused: null },
  connecting: { phase: 'connecting', step: 'peer' },
  connected: { phase: 'connected', connectedAtMs: 1_000, isPoor: false },
  poor: { phase: 'connected', connectedAtMs: 1_000, isPoor: true },
  interrupted: { phase: 'interrupted', connectedAtMs: 1_000, sinceMs: 2_000, cause: 'line' },
  failed: { phase: 'failed', code: 'proof-failed', step: 'proof' },
  ended: { phase: 'ended', by: 'customer', code: null, durationMs: 5 },
} satisfies Record<string, ConnectionState>;

const events = {
  listen: { type: 'listen' },
  step: { type: 'step', step: 'proof' },
  refused: { type: 'attempt-refused', code: 'proof-failed' },
  connected: { type: 'connected', nowMs: 1_000 },
  interrupted: { type: 'interrupted', cause: 'line', nowMs: 2_000 },
  left: { type: 'interrupted', cause: 'page-left', nowMs: 3_000 },
  restored: { type: 'restored' },
  'got poor': { type: 'line', isPoor: true },
  'got well': { type: 'line', isPoor: false },
  failed: { type: 'failed', code: 'peer-unreachable' },
  lost: { type: 'lost', code: 'connection-lost', nowMs: 4_000 },
  ended: { type: 'ended', by: 'technician', nowMs: 4_000 },
} satisfies Record<string, ConnectionEvent>;

const leftAt = (sinceMs: number): ConnectionState => ({
  phase: 'interrupted',
  connectedAtMs: 1_000,
  sinceMs,
  cause: 'page-left',
});
const waitingAfterRefusal: ConnectionState = { phase: 'waiting', refused: 'proof-failed' };
const proving: ConnectionState = { phase: 'connecting', step: 'proof' };
const failedAt = (step: 'server' | 'peer'): ConnectionState => ({
  phase: 'failed',
  code: 'peer-unreachable',
  step,
});
const lost: ConnectionState = { phase: 'ended', by: null, code: 'connection-lost', durationMs: 3_000 };
const endedAfter = (durationMs: number | null): ConnectionState => ({
  phase: 'ended',
  by: 'technician',
  code: null,
  durationMs,
});

/** Every state × every event. `same` is: nothing changes. */
const table: Record<keyof typeof states, Record<keyof typeof events, ConnectionState | 'same'>> = {
  idle: {
    listen: states.waiting,
    step: proving,
    refused: 'same',
    connected: 'same',
    interrupted: 'same',
    left: 'same',
    restored: 'same',
    'got poor': 'same',
    'got well': 'same',
    failed: failedAt('server'),
    lost: 'same',
    ended: endedAfter(null),
  },
  waiting: {
    listen: states.waiting,
    step: proving,
    refused: waitingAfterRefusal,
    connected: 'same',
    interrupted: 'same',
    left: 'same',
    restored: 'same',
    'got poor': 'same',
    'got well': 'same',
    failed: failedAt('server'),
    lost: 'same',
    ended: endedAfter(null),
  },
  connecting: {
    listen: states.waiting,
    step: proving,
    refused: waitingAfterRefusal,
    connected: states.connected,
    interrupted: 'same',
    left: 'same',
    restored: 'same',
    'got poor': 'same',
    'got well': 'same',
    failed: failedAt('peer'),
    lost: 'same',
    ended: endedAfter(null),
  },
  connected: {
    listen: 'same',
    step: 'same',
    refused: 'same',
    connected: 'same',
    interrupted: states.interrupted,
    left: leftAt(3_000),
    restored: 'same',
    'got poor': states.poor,
    'got well': 'same',
    failed: 'same',
    lost,
    ended: endedAfter(3_000),
  },
  poor: {
    listen: 'same',
    step: 'same',
    refused: 'same',
    connected: 'same',
    interrupted: states.interrupted,
    left: leftAt(3_000),
    restored: 'same',
    'got poor': 'same',
    'got well': states.connected,
    failed: 'same',
    lost,
    ended: endedAfter(3_000),
  },
  interrupted: {
    listen: 'same',
    step: 'same',
    refused: 'same',
    connected: 'same',
    interrupted: 'same',
    left: leftAt(2_000),
    restored: states.connected,
    'got poor': 'same',
    'got well': 'same',
    failed: 'same',
    lost,
    ended: endedAfter(3_000),
  },
  failed: {
    listen: states.waiting,
    step: proving,
    refused: 'same',
    connected: 'same',
    interrupted: 'same',
    left: 'same',
    restored: 'same',
    'got poor': 'same',
    'got well': 'same',
    failed: failedAt('server'),
    lost: 'same',
    ended: endedAfter(null),
  },
  ended: {
    listen: 'same',
    step: 'same',
    refused: 'same',
    connected: 'same',
    interrupted: 'same',
    left: 'same',
    restored: 'same',
    'got poor': 'same',
    'got well': 'same',
    failed: 'same',
    lost: 'same',
    ended: 'same',
  },
};

type StateName = keyof typeof states;
type EventName = keyof typeof events;
const rows = (Object.keys(states) as StateName[]).flatMap((state) =>
  (Object.keys(events) as EventName[]).map((event) => ({ state, event, expected: table[state][event] })),
);

describe('the life of a connection', () => {
  it.each(rows)('$state × $event', ({ state, event, expected }) => {
    const before: ConnectionState = states[state];
    const after = nextConnectionState(before, events[event]);
    if (expected === 'same') expect(after).toBe(before);
    else expect(after).toEqual(expected);
  });
});
