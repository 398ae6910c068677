// The journal's entries about files, and how a journal grows.

import { describe, expect, it } from 'vitest';
import {
  appendToJournal,
  fileEvents,
  type JournalEntry,
  type JournalEvent,
  MAX_JOURNAL_ENTRIES,
} from './journal.ts';
import type { JournalledTechnicianState } from './technician-journal.ts';
import { technicianEvents } from './technician-journal.ts';
import { TECHNICIAN_SCREEN_OFF } from './technician-screen-state.ts';
import type { Transfer, TransferProgress, TransfersState } from './transfer-state.ts';
import { OWN_SCREEN_OFF } from './viewer-state.ts';

describe('files in the journal', () => {
  const running: TransferProgress = { phase: 'running', movedBytes: 1, startedAtMs: 1, bytesPerSecond: null };
  const done: TransferProgress = {
    phase: 'done',
    checksum: 'a'.repeat(64),
    startedAtMs: 1,
    finishedAtMs: 2,
    canSaveAgain: false,
  };
  const transfer = (progress: TransferProgress, direction: Transfer['direction'] = 'outgoing'): Transfer => ({
    id: 'f1',
    token: 'o1.0',
    offerId: 'o1',
    direction,
    name: 'log.txt',
    sizeBytes: 12,
    modifiedAtMs: null,
    isProgram: false,
    progress,
  });
  const file = { id: 'f1', from: 'technician', name: 'log.txt', sizeBytes: 12 } as const;

  function eventsAlong(progresses: readonly TransferProgress[]): JournalEvent[] {
    const states = [
      { transfers: [] },
      ...progresses.map((progress) => ({ transfers: [transfer(progress)] })),
    ];
    return states
      .slice(1)
      .flatMap((state, index) => fileEvents(states[index] ?? { transfers: [] }, state, 'technician'));
  }

  it('tells one that arrived, once for each step, however often its progress was told', () => {
    const moved = { ...running, movedBytes: 12 };
    const along = eventsAlong([
      { phase: 'offered' },
      running,
      moved,
      { phase: 'checking', movedBytes: 12, startedAtMs: 1 },
      done,
      { ...done },
    ]);
    expect(along).toEqual([
      { kind: 'file-offered', file },
      { kind: 'file-accepted', file },
      { kind: 'file-done', file, checksum: 'a'.repeat(64) },
    ]);
  });

  it.each<[TransferProgress, JournalEvent]>([
    [{ phase: 'declined' }, { kind: 'file-declined', file }],
    [
      { phase: 'cancelled', by: 'customer' },
      { kind: 'file-cancelled', file, by: 'customer' },
    ],
    [
      { phase: 'failed', code: 'connection-lost' },
      { kind: 'file-failed', file, code: 'connection-lost' },
    ],
  ])('tells one that came to nothing: %o', (progress, event) => {
    expect(eventsAlong([{ phase: 'offered' }, { phase: 'choosing' }, progress])).toEqual([
      { kind: 'file-offered', file },
      event,
    ]);
  });

  it('names the sender the same on both sides', () => {
    const state = { transfers: [transfer({ phase: 'offered' }, 'incoming')] };
    expect(fileEvents({ transfers: [] }, state, 'customer')).toEqual([{ kind: 'file-offered', file }]);
  });
});

describe('files of a session', () => {
  it('are told with everything else that changed, and only when they changed', () => {
    const file = { id: 'f1', from: 'customer', name: 'a', sizeBytes: 1 } as const;
    const offered: TransfersState = {
      transfers: [
        {
          id: 'f1',
          token: 'o1.0',
          offerId: 'o1',
          direction: 'incoming',
          name: 'a',
          sizeBytes: 1,
          modifiedAtMs: null,
          isProgram: false,
          progress: { phase: 'offered' },
        },
      ],
    };
    const before: JournalledTechnicianState = {
      connection: { phase: 'connected', connectedAtMs: 1, isPoor: false },
      files: { transfers: [] },
      screen: TECHNICIAN_SCREEN_OFF,
      ownScreen: OWN_SCREEN_OFF,
    };
    expect(technicianEvents(before, { ...before, files: offered })).toEqual([{ kind: 'file-offered', file }]);
    const same = { ...before, files: { transfers: [...offered.transfers] } };
    expect(technicianEvents({ ...before, files: offered }, same)).toEqual([]);
  });
});

describe('a journal that grows', () => {
  it('drops the oldest entries, and says how many', () => {
    let journal: readonly JournalEntry[] = [];
    for (let count = 0; count < MAX_JOURNAL_ENTRIES + 5; count++) {
      journal = appendToJournal(journal, [{ kind: 'screen-asked' }], count);
    }
    expect(journal).toHaveLength(MAX_JOURNAL_ENTRIES);
    expect(journal[0]).toEqual({ kind: 'omitted', count: 6, atMs: 5 });
    expect(journal.at(-1)?.atMs).toBe(MAX_JOURNAL_ENTRIES + 4);
  });

  it('stays the same where nothing happened', () => {
    const journal: readonly JournalEntry[] = [{ kind: 'joined', atMs: 1 }];
    expect(appendToJournal(journal, [], 2)).toBe(journal);
  });

  it('knows no duration once the start has been dropped', () => {
    expect(appendToJournal([], [{ kind: 'own-screen-stopped', durationMs: null }], 9)).toEqual([
      { kind: 'own-screen-stopped', durationMs: null, atMs: 9 },
    ]);
  });
});
