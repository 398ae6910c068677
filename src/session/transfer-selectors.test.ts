import { expect, it } from 'vitest';
import {
  isQueued,
  millisecondsLeft,
  movingOffers,
  openOffers,
  transferActivity,
  transferNews,
} from './transfer-selectors.ts';
import type { Transfer, TransferProgress, TransfersState } from './transfer-state.ts';

const RUNNING: TransferProgress = { phase: 'running', movedBytes: 40, startedAtMs: 0, bytesPerSecond: 20 };
const DONE: TransferProgress = {
  phase: 'done',
  checksum: '0'.repeat(64),
  startedAtMs: 0,
  finishedAtMs: 1,
  canSaveAgain: false,
};

function incoming(id: string, progress: TransferProgress, offerId = id): Transfer {
  const file = { name: id, sizeBytes: 100, modifiedAtMs: null, isProgram: false };
  return { id, token: `${offerId}.0`, offerId, direction: 'incoming', ...file, progress };
}

function outgoing(id: string, progress: TransferProgress, offerId = id): Transfer {
  return { ...incoming(id, progress, offerId), direction: 'outgoing' };
}

function state(...transfers: Transfer[]): TransfersState {
  return { transfers };
}

it('groups the unanswered incoming files by their offer, oldest first', () => {
  const offers = openOffers(
    state(
      incoming('a', { phase: 'choosing' }, 'one'),
      { ...incoming('b', { phase: 'offered' }, 'one'), isProgram: true },
      outgoing('c', { phase: 'offered' }, 'two'),
      incoming('d', { phase: 'offered' }, 'three'),
      incoming('e', { phase: 'declined' }, 'four'),
    ),
  );
  expect(offers.map(({ offerId }) => offerId)).toEqual(['one', 'three']);
  expect(offers[0]).toMatchObject({ totalBytes: 200, hasProgram: true, isChoosing: true });
  expect(offers[1]).toMatchObject({ totalBytes: 100, hasProgram: false, isChoosing: false });
});

it('asks nobody again about files of an accepted offer that wait for their turn', () => {
  const waiting = incoming('b', { phase: 'offered' }, 'one');
  const files = state(incoming('a', RUNNING, 'one'), waiting);
  expect(openOffers(files)).toEqual([]);
  expect(isQueued(waiting, movingOffers(files))).toBe(true);
});

it('sums up what is under way', () => {
  const files = state(
    incoming('a', RUNNING),
    outgoing('b', { phase: 'checking', movedBytes: 10, startedAtMs: 1 }),
    incoming('c', DONE),
  );
  expect(transferActivity(files)).toEqual({ runningCount: 2, waitingCount: 0, fraction: 0.7 });
  expect(transferActivity(state(outgoing('a', { phase: 'offered' })))).toEqual({
    runningCount: 0,
    waitingCount: 1,
    fraction: null,
  });
});

it('takes an empty file for a whole one', () => {
  const empty = { ...incoming('a', { phase: 'checking', movedBytes: 10, startedAtMs: 1 }), sizeBytes: 0 };
  expect(transferActivity(state(empty)).fraction).toBe(1);
});

it('tells the time left from the speed, where there is one', () => {
  expect(millisecondsLeft(incoming('a', RUNNING))).toBe(3_000);
  expect(millisecondsLeft(incoming('a', { ...RUNNING, bytesPerSecond: null }))).toBe(null);
  expect(millisecondsLeft(incoming('a', { ...RUNNING, bytesPerSecond: 0 }))).toBe(null);
});

it('makes one start and one finish of an offer of many files', () => {
  const offered = state(
    incoming('a', { phase: 'offered' }, 'one'),
    incoming('b', { phase: 'offered' }, 'one'),
  );
  const started = state(incoming('a', RUNNING, 'one'), incoming('b', { phase: 'offered' }, 'one'));
  const half = state(incoming('a', DONE, 'one'), incoming('b', RUNNING, 'one'));
  const over = state(
    incoming('a', DONE, 'one'),
    incoming('b', { phase: 'failed', code: 'connection-lost' }, 'one'),
  );
  const types = [
    [state(), offered],
    [offered, started],
    [started, half],
    [half, over],
    [over, state(...over.transfers)],
  ].map(([before = state(), after = state()]) =>
    transferNews(before, after, 'customer').map(({ type }) => type),
  );
  expect(types).toEqual([[], ['started'], [], ['finished'], []]);
});

it.each<[string, Transfer, number]>([
  ['declined by this side', incoming('a', { phase: 'declined' }), 0],
  ['declined by the other', outgoing('a', { phase: 'declined' }), 1],
  ['cancelled by this side', outgoing('a', { phase: 'cancelled', by: 'customer' }), 0],
  ['cancelled by the other', outgoing('a', { phase: 'cancelled', by: 'technician' }), 1],
  ['failed', incoming('a', { phase: 'failed', code: 'connection-lost' }), 1],
])('tells of what was %s only where somebody else did it', (_, after, count) => {
  const before = { ...after, progress: { phase: 'offered' } } satisfies Transfer;
  expect(transferNews(state(before), state(after), 'customer')).toHaveLength(count);
});
