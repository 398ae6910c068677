import { describe, expect, it } from 'vitest';
import {
  isTransferOver,
  NO_TRANSFERS,
  nextTransfersState,
  type Transfer,
  type TransferProgress,
  type TransfersEvent,
} from './transfer-state.ts';

const states = {
  offered: { phase: 'offered' },
  choosing: { phase: 'choosing' },
  running: { phase: 'running', movedBytes: 10, startedAtMs: 1_000, bytesPerSecond: null },
  checking: { phase: 'checking', movedBytes: 10, startedAtMs: 1_000 },
  done: { phase: 'done', checksum: 'aa', startedAtMs: 1, finishedAtMs: 2, canSaveAgain: true },
  declined: { phase: 'declined' },
  cancelled: { phase: 'cancelled', by: 'technician' },
  failed: { phase: 'failed', code: 'file-damaged' },
} satisfies Record<string, TransferProgress>;

const finish = { checksum: 'bb', startedAtMs: 1_000, finishedAtMs: 9_000, canSaveAgain: false };
const events = {
  choose: { type: 'choose', offerId: 'o1' },
  dismissed: { type: 'dismissed', offerId: 'o1' },
  accepted: { type: 'answered', ids: ['t1'], isAccepted: true, nowMs: 2_000 },
  declined: { type: 'answered', ids: ['t1'], isAccepted: false, nowMs: 2_000 },
  moved: { type: 'moved', id: 't1', movedBytes: 50, bytesPerSecond: 100 },
  check: { type: 'check', id: 't1' },
  finished: { type: 'finished', id: 't1', ...finish },
  cancelled: { type: 'cancelled', ids: ['t0', 't1'], by: 'customer' },
  failed: { type: 'failed', ids: ['t1'], code: 'save-failed' },
  ended: { type: 'closed', outcome: { by: 'customer' } },
  lost: { type: 'closed', outcome: { code: 'connection-lost' } },
} satisfies Record<string, Exclude<TransfersEvent, { type: 'offered' }>>;

const started: TransferProgress = {
  phase: 'running',
  movedBytes: 0,
  startedAtMs: 2_000,
  bytesPerSecond: null,
};
const over = {
  cancelled: { phase: 'cancelled', by: 'customer' },
  failed: { phase: 'failed', code: 'save-failed' },
  ended: { phase: 'cancelled', by: 'customer' },
  lost: { phase: 'failed', code: 'connection-lost' },
} as const;
const nothing = {
  choose: 'same',
  dismissed: 'same',
  accepted: 'same',
  declined: 'same',
  moved: 'same',
  check: 'same',
  finished: 'same',
} as const;
const final = { ...nothing, cancelled: 'same', failed: 'same', ended: 'same', lost: 'same' } as const;

/** Every state × every event. `same` is: nothing changes. */
const table: Record<keyof typeof states, Record<keyof typeof events, TransferProgress | 'same'>> = {
  offered: { ...nothing, ...over, choose: states.choosing, accepted: started, declined: states.declined },
  choosing: { ...nothing, ...over, dismissed: states.offered, accepted: started, declined: states.declined },
  running: {
    ...nothing,
    ...over,
    moved: { phase: 'running', movedBytes: 50, startedAtMs: 1_000, bytesPerSecond: 100 },
    check: states.checking,
  },
  checking: { ...nothing, ...over, finished: { phase: 'done', ...finish } },
  done: final,
  declined: final,
  cancelled: final,
  failed: final,
};

function transfer(id: string, offerId: string, progress: TransferProgress): Transfer {
  const file = { name: 'a.txt', sizeBytes: 100, modifiedAtMs: null, isProgram: false };
  return { id, token: `${offerId}.0`, offerId, direction: 'incoming', ...file, progress };
}

describe.each(Object.keys(states) as (keyof typeof states)[])('a transfer that is %s', (state) => {
  it.each(Object.keys(events) as (keyof typeof events)[])('is what it should be after %s', (event) => {
    const before = { transfers: [transfer('t1', 'o1', states[state])] };
    const after = nextTransfersState(before, events[event]);
    const expected = table[state][event];
    if (expected === 'same') expect(after).toBe(before);
    else expect(after.transfers[0]?.progress).toEqual(expected);
  });

  it('is over exactly when nothing changes it any more', () => {
    expect(isTransferOver(states[state])).toBe(table[state] === final);
  });
});

describe('the files of a session', () => {
  it('are added in the order of their offers', () => {
    const first = nextTransfersState(NO_TRANSFERS, {
      type: 'offered',
      transfers: [transfer('t1', 'o1', states.offered), transfer('t2', 'o1', states.offered)],
    });
    const both = nextTransfersState(first, {
      type: 'offered',
      transfers: [transfer('t3', 'o2', states.offered)],
    });
    expect(both.transfers.map(({ id }) => id)).toEqual(['t1', 't2', 't3']);
  });

  it('change only where an event concerns them', () => {
    const before = {
      transfers: [
        transfer('t1', 'o1', states.offered),
        transfer('t2', 'o2', states.offered),
        transfer('t3', 'o1', states.done),
      ],
    };
    const after = nextTransfersState(before, events.accepted);
    expect(after.transfers.map(({ progress }) => progress.phase)).toEqual(['running', 'offered', 'done']);
    expect(after.transfers[1]).toBe(before.transfers[1]);
    expect(nextTransfersState(before, { type: 'check', id: 'nobody' })).toBe(before);
  });
});
