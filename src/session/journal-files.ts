// What became of each file, summed up from a journal. Pure.

import type { JournalEntry, JournalFile } from './journal.ts';

export type FileOutcome = 'offered' | 'accepted' | 'declined' | 'cancelled' | 'failed' | 'done';

export interface FileRecord extends JournalFile {
  readonly outcome: FileOutcome;
  /** When it came to that, in ms since the epoch. */
  readonly atMs: number;
  /** Of a file that arrived whole. */
  readonly checksum: string | null;
}

/** The files in the order in which they were offered. */
export function filesOf(journal: readonly JournalEntry[]): readonly FileRecord[] {
  const records = new Map<string, FileRecord>();
  for (const entry of journal) {
    if (!('file' in entry)) continue;
    records.set(entry.file.id, {
      ...entry.file,
      outcome: OUTCOMES[entry.kind],
      atMs: entry.atMs,
      checksum: entry.kind === 'file-done' ? entry.checksum : null,
    });
  }
  return [...records.values()];
}

const OUTCOMES: Readonly<Record<Extract<JournalEntry, { file: JournalFile }>['kind'], FileOutcome>> = {
  'file-offered': 'offered',
  'file-accepted': 'accepted',
  'file-declined': 'declined',
  'file-cancelled': 'cancelled',
  'file-failed': 'failed',
  'file-done': 'done',
};
