import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journal } from './journal.ts';
import { encodeRecord, type StateRecord } from './state-record.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { recordingLog } from './testing/silent-log.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskside-journal-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const consoleRecord = (number: number): StateRecord => ({
  kind: 'console',
  digest: String(number).padStart(64, '0'),
  usedAtMs: number,
});

function open(name = 'journal.jsonl') {
  const path = join(folder, name);
  const clock = new ManualClock();
  const { log, lines } = recordingLog();
  return { path, clock, lines, journal: new Journal(path, clock, log) };
}

const lineCount = (path: string) => readFileSync(path, 'utf8').split('\n').length - 1;

describe('a journal', () => {
  it('that was never written is empty, and says nothing', () => {
    const { journal, lines } = open();
    expect(journal.read()).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('has what was added, at once, for its owner alone', () => {
    const { journal, path } = open();
    journal.append(consoleRecord(1));
    journal.append(consoleRecord(2));
    expect(open().journal.read()).toEqual([consoleRecord(1), consoleRecord(2)]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('leaves out what is damaged, says how much, and reads the rest', () => {
    const { journal, path, lines } = open();
    const torn = encodeRecord(consoleRecord(3)).slice(0, -9);
    writeFileSync(
      path,
      `${encodeRecord(consoleRecord(1))}\u0000\u0000\n${encodeRecord(consoleRecord(2))}${torn}`,
    );
    expect(journal.read()).toEqual([consoleRecord(1), consoleRecord(2)]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"damagedCount":2');
  });

  it('that is far too long is not read', () => {
    const { journal, path } = open();
    writeFileSync(path, '');
    truncateSync(path, 128 * 1024 * 1024 + 1);
    expect(() => journal.read()).toThrow('too large');
  });

  it('is written anew once it has grown, and never sooner', () => {
    const { journal, path } = open();
    const current = () => [consoleRecord(1), consoleRecord(2)];
    journal.rewrite(current());
    // Two lines are there already: four for each that counts, and a thousand.
    for (let i = 3; i <= 1_008; i++) journal.append(consoleRecord(i));
    journal.tend(current);
    expect(lineCount(path)).toBe(1_008);
    journal.append(consoleRecord(1));
    journal.tend(current);
    expect(lineCount(path)).toBe(2);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is the old one or the new one whatever happens while it is written', () => {
    const { journal, path, lines } = open();
    journal.append(consoleRecord(1));
    mkdirSync(`${path}.new`);
    journal.rewrite([consoleRecord(2)]);
    expect(open().journal.read()).toEqual([consoleRecord(1)]);
    expect(lines).toHaveLength(1);
  });
});

describe('a journal that cannot be written', () => {
  it('says so once, and makes up for everything when it can be again', () => {
    // A folder in the place of the file refuses even an administrator.
    mkdirSync(join(folder, 'journal.jsonl'));
    const { journal, path, clock, lines } = open();
    for (let i = 1; i <= 5; i++) journal.append(consoleRecord(i));
    clock.advance(9_999);
    journal.tend(() => expect.unreachable('too early'));
    clock.advance(1);
    journal.tend(() => [consoleRecord(5)]);
    expect(lines.filter((line) => line.includes('cannot be written'))).toHaveLength(1);

    rmSync(path, { recursive: true });
    // Nothing is added to what lacks something.
    journal.append(consoleRecord(6));
    clock.advance(10_000);
    journal.tend(() => [consoleRecord(5), consoleRecord(6)]);
    journal.append(consoleRecord(7));
    expect(open().journal.read()).toEqual([5, 6, 7].map(consoleRecord));
    expect(lines.at(-1)).toContain('kept again');
  });

  it('is tried once more at the end', () => {
    mkdirSync(join(folder, 'journal.jsonl'));
    const { journal, path } = open();
    journal.append(consoleRecord(1));
    rmSync(path, { recursive: true });
    journal.close(() => [consoleRecord(1)]);
    expect(open().journal.read()).toEqual([consoleRecord(1)]);
  });

  it('at the end is left as it is when nothing is missing', () => {
    const { journal } = open();
    journal.append(consoleRecord(1));
    journal.close(() => expect.unreachable('nothing is missing'));
    expect(open().journal.read()).toEqual([consoleRecord(1)]);
  });
});
