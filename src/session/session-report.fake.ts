// A report for tests and pictures, and one entry of every kind.

import type { JournalEntry } from './journal.ts';
import type { SessionReport } from './session-report.ts';

const START_MS = Date.UTC(2026, 10, 23, 14, 5, 12);
const file = { id: 'f1', from: 'customer', name: 'Error report.pdf', sizeBytes: 1_234_567 } as const;

/** In the order in which they might happen; the last one is of a file that arrived. */
export const EVERY_ENTRY: readonly JournalEntry[] = (
  [
    { kind: 'omitted', count: 3 },
    { kind: 'join-refused', code: 'proof-failed' },
    { kind: 'joined' },
    { kind: 'screen-asked' },
    { kind: 'screen-answered', answer: 'declined' },
    { kind: 'screen-asked' },
    { kind: 'screen-answered', answer: 'withdrawn' },
    { kind: 'screen-asked' },
    { kind: 'screen-answered', answer: 'failed' },
    { kind: 'screen-asked' },
    { kind: 'screen-answered', answer: 'unsupported' },
    { kind: 'screen-asked' },
    { kind: 'screen-answered', answer: 'agreed' },
    { kind: 'screen-started', surface: 'monitor', isAsked: true },
    { kind: 'screen-changed', surface: 'window' },
    { kind: 'screen-paused' },
    { kind: 'screen-resumed' },
    { kind: 'viewing-stopped' },
    { kind: 'viewing-resumed' },
    { kind: 'interrupted' },
    { kind: 'restored' },
    { kind: 'screen-stopped', durationMs: 132_000 },
    { kind: 'screen-started', surface: 'browser', isAsked: false },
    { kind: 'screen-stopped', durationMs: null },
    { kind: 'own-screen-started', surface: 'window' },
    { kind: 'viewer-closed' },
    { kind: 'viewer-opened' },
    { kind: 'own-screen-stopped', durationMs: 61_000 },
    { kind: 'own-screen-started', surface: null },
    { kind: 'own-screen-stopped', durationMs: null },
    { kind: 'file-offered', file },
    { kind: 'file-accepted', file },
    { kind: 'file-declined', file: { ...file, id: 'f2', name: 'setup.exe' } },
    { kind: 'file-cancelled', file: { ...file, id: 'f3', name: 'video.mp4' }, by: 'technician' },
    { kind: 'file-failed', file: { ...file, id: 'f4', name: 'photo.jpg' }, code: 'connection-lost' },
    { kind: 'ended', by: null, code: 'connection-lost' },
    { kind: 'ended', by: 'customer', code: null },
    { kind: 'file-done', file, checksum: '5e'.repeat(32) },
  ] as const
).map((event, index) => ({ ...event, atMs: START_MS + index * 11_000 }));

/** A report of a session that is over. */
export function sampleReport(changes: Partial<SessionReport> = {}): SessionReport {
  return {
    format: 'deskside-report',
    version: 1,
    side: 'technician',
    sessionId: '0123456789abcdef0123456789abcdef',
    technician: { name: 'Ana Souza', organisation: 'ACME Support', verified: 'none' },
    label: 'Ticket 4711',
    notes: 'The cable was loose.\nThe printer prints again.',
    startedAtMs: START_MS - 90_000,
    joinedAtMs: START_MS,
    endedAtMs: START_MS + 252_000,
    endedBy: 'customer',
    durationMs: 252_000,
    savedAtMs: START_MS + 253_000,
    journal: [
      { kind: 'joined', atMs: START_MS },
      { kind: 'screen-asked', atMs: START_MS + 20_000 },
      { kind: 'screen-answered', answer: 'declined', atMs: START_MS + 25_000 },
      { kind: 'screen-asked', atMs: START_MS + 60_000 },
      { kind: 'screen-answered', answer: 'agreed', atMs: START_MS + 66_000 },
      { kind: 'screen-started', surface: 'monitor', isAsked: true, atMs: START_MS + 66_000 },
      { kind: 'screen-paused', atMs: START_MS + 90_000 },
      { kind: 'screen-resumed', atMs: START_MS + 110_000 },
      { kind: 'file-offered', file, atMs: START_MS + 120_000 },
      { kind: 'file-accepted', file, atMs: START_MS + 122_000 },
      { kind: 'file-done', file, checksum: '5e'.repeat(32), atMs: START_MS + 130_000 },
      { kind: 'screen-stopped', durationMs: 174_000, atMs: START_MS + 240_000 },
      { kind: 'ended', by: 'customer', code: null, atMs: START_MS + 252_000 },
    ],
    chat: [
      {
        id: 'c1',
        from: 'technician',
        text: 'Hello, Ana here. May I see your screen?',
        atMs: START_MS + 15_000,
      },
      { id: 'c2', from: 'customer', text: 'A moment, please.', atMs: START_MS + 26_000 },
    ],
    ...changes,
  };
}
