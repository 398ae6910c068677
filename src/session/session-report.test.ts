// The shape of a report: what goes in comes out, what is damaged does not, and what is found in it.

import { describe, expect, it } from 'vitest';
import type { JournalEntry } from './journal.ts';
import { filesOf } from './journal-files.ts';
import { formatRetention, parseRetention, RETENTION_CHOICES } from './report-retention.ts';
import { searchReports } from './report-search.ts';
import { EVERY_ENTRY, sampleReport } from './session-report.fake.ts';
import { boundNotes, decodeReport, MAX_LABEL_LENGTH, MAX_NOTES_LENGTH } from './session-report.ts';

describe('a report', () => {
  it('comes back from storage and from JSON as it went in, with every kind of entry', () => {
    const report = sampleReport({ journal: [...EVERY_ENTRY] });
    expect(decodeReport(structuredClone(report))).toEqual(report);
    expect(decodeReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it.each<[string, object]>([
    ['another version', { version: 2 }],
    ['another format', { format: 'something' }],
    ['no chat', { chat: undefined }],
    [
      'a chat that is too long',
      { chat: new Array(2_001).fill({ id: 'a', from: 'customer', text: '', atMs: 1 }) },
    ],
    [
      'a message that is too long',
      { chat: [{ id: 'a', from: 'customer', text: 'x'.repeat(4_001), atMs: 1 }] },
    ],
    ['an entry of no known kind', { journal: [{ kind: 'magic', atMs: 1 }] }],
    ['a time that is none', { startedAtMs: 'yesterday' }],
    ['a hash that is none', { journal: [{ ...EVERY_ENTRY.at(-1), checksum: 'abc' }] }],
    ['notes that are too long', { notes: 'x'.repeat(MAX_NOTES_LENGTH + 1) }],
    ['a session id that is none', { sessionId: '../../x' }],
  ])('with %s is not believed', (_, damage) => {
    expect(decodeReport({ ...sampleReport(), ...damage })).toBeNull();
  });

  it.each([null, undefined, 7, 'text', [], {}])('is not %o', (value) => {
    expect(decodeReport(value)).toBeNull();
  });

  it('takes notes up to a bound', () => {
    const { label, notes } = boundNotes({ label: 'x'.repeat(500), notes: 'y'.repeat(50_000) });
    expect([label.length, notes.length]).toEqual([MAX_LABEL_LENGTH, MAX_NOTES_LENGTH]);
  });
});

describe('the files of a report', () => {
  it('are listed once each, with what became of them', () => {
    const file = (id: string) => ({ id, from: 'customer', name: `${id}.txt`, sizeBytes: 3 }) as const;
    const journal: JournalEntry[] = [
      { kind: 'file-offered', file: file('a'), atMs: 1 },
      { kind: 'file-offered', file: file('b'), atMs: 2 },
      { kind: 'screen-asked', atMs: 3 },
      { kind: 'file-accepted', file: file('a'), atMs: 4 },
      { kind: 'file-declined', file: file('b'), atMs: 5 },
      { kind: 'file-done', file: file('a'), checksum: 'f'.repeat(64), atMs: 6 },
    ];
    expect(filesOf(journal)).toEqual([
      { ...file('a'), outcome: 'done', atMs: 6, checksum: 'f'.repeat(64) },
      { ...file('b'), outcome: 'declined', atMs: 5, checksum: null },
    ]);
  });
});

describe('searching reports', () => {
  const printer = sampleReport({ label: 'Impressão', notes: 'Cabo trocado' });
  const mail = sampleReport({
    label: 'Ticket 42',
    chat: [{ id: 'c1', from: 'customer', text: 'Meu CORREIO não abre', atMs: 1 }],
    journal: [
      { kind: 'file-offered', atMs: 1, file: { id: 'f', from: 'customer', name: 'Größe.pdf', sizeBytes: 1 } },
    ],
  });
  it.each([
    ['', [printer, mail]],
    ['  ', [printer, mail]],
    ['impressao', [printer]],
    ['CABO', [printer]],
    ['nao abre', [mail]],
    ['abre 42', [mail]],
    ['große', [mail]],
    ['GROSSE', [mail]],
    ['größe', [mail]],
    ['cabo 42', []],
  ])('finds by “%s”, whatever case and accents', (query, found) => {
    expect(searchReports([printer, mail], query)).toEqual(found);
  });
});

describe('how long reports are kept', () => {
  it.each(RETENTION_CHOICES)('is remembered: %o', (choice) => {
    expect(parseRetention(formatRetention(choice))).toBe(choice);
  });

  it.each([null, '', '0', '-1', 'forever'])('is 90 days where %o was remembered', (text) => {
    expect(parseRetention(text)).toBe(90);
  });
});
