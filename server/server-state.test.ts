import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openServerState } from './server-state.ts';
import type { StateRecord } from './state-record.ts';
import { countingRandom } from './testing/counting-random.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { recordingLog } from './testing/silent-log.ts';

let parent: string;
let folder: string;
const random = countingRandom();
const RECORD: StateRecord = { kind: 'console', digest: 'ab'.repeat(32), usedAtMs: 1 };

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'deskside-state-'));
  folder = join(parent, 'deep/state');
});

afterEach(() => rmSync(parent, { recursive: true, force: true }));

function open(path: string | null = folder) {
  const { log, lines } = recordingLog();
  return { lines, state: openServerState(path, new ManualClock(), random, log) };
}

/** Opens the folder and closes it again, as one run after another does. */
function openOnce<T>(use: (opened: ReturnType<typeof open>) => T): T {
  const opened = open();
  const result = use(opened);
  opened.state.close(() => []);
  return result;
}

describe('the state folder', () => {
  it('is made for its owner alone, and has what was kept', () => {
    openOnce(({ state }) => state.keep(RECORD));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    openOnce(({ state, lines }) => {
      expect(state.records).toEqual([RECORD]);
      expect(lines).toEqual([]);
    });
  });

  it('keeps the console token that was made, for its owner alone', () => {
    const token = openOnce(({ state }) => state.madeToken());
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(openOnce(({ state }) => state.madeToken())).toBe(token);
    expect(statSync(join(folder, 'console-token')).mode & 0o777).toBe(0o600);
  });

  it.each(['', 'short', 'with a blank in it, and long', 'x'.repeat(257)])(
    'takes no %j for a console token, and makes another',
    (text) => {
      openOnce(() => {});
      writeFileSync(join(folder, 'console-token'), text, { mode: 0o644 });
      const token = openOnce(({ state }) => state.madeToken());
      expect(token).toMatch(/^[\w-]{43}$/);
      expect(openOnce(({ state }) => state.madeToken())).toBe(token);
      expect(statSync(join(folder, 'console-token')).mode & 0o777).toBe(0o600);
    },
  );

  it('keeps the key that signs tickets, for its owner alone, and makes another in place of one that is none', () => {
    const path = join(folder, 'ticket-key');
    const key = openOnce(({ state }) => state.ticketKey());
    expect(key).toHaveLength(32);
    expect(openOnce(({ state }) => state.ticketKey())).toEqual(Buffer.from(key));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    for (const text of ['', 'short', 'A'.repeat(44)]) {
      writeFileSync(path, text, { mode: 0o644 });
      const other = openOnce(({ state }) => state.ticketKey());
      expect(other).toHaveLength(32);
      expect(other).not.toEqual(Buffer.from(key));
      expect(openOnce(({ state }) => state.ticketKey())).toEqual(Buffer.from(other));
      expect(statSync(path).mode & 0o777).toBe(0o600);
    }
  });

  it('that has a half-written line is put in order before anything is added', () => {
    openOnce(({ state }) => state.keep(RECORD));
    const path = join(folder, 'journal.jsonl');
    writeFileSync(path, '{"kind":"cons', { flag: 'a' });
    const added: StateRecord = { ...RECORD, digest: 'cd'.repeat(32) };
    openOnce(({ state }) => state.keep(added));
    openOnce(({ state, lines }) => {
      expect(state.records).toEqual([RECORD, added]);
      expect(lines).toEqual([]);
    });
  });

  it('is let go at the end, with nothing but what it keeps', () => {
    openOnce(({ state }) => state.keep(RECORD));
    expect(readdirSync(folder)).toEqual(['journal.jsonl']);
  });
});

describe('a lock', () => {
  const lock = (content: string) => {
    openOnce(({ state }) => state.keep(RECORD));
    writeFileSync(join(folder, 'lock'), content);
    return join(folder, 'lock');
  };

  it('of a living server keeps another one out, which says so and works in memory', () => {
    const path = lock(`${process.ppid}\n`);
    const { state, lines } = open();
    expect(state.records).toEqual([]);
    state.keep({ ...RECORD, usedAtMs: 2 });
    expect(state.madeToken()).toMatch(/^[\w-]{43}$/);
    state.close(() => []);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('another server has this folder');
    expect(readFileSync(path, 'utf8')).toBe(`${process.ppid}\n`);
    expect(readdirSync(folder)).toEqual(['journal.jsonl', 'lock']);
  });

  it.each([
    // Above the largest process id that there can be.
    ['of a dead server', '4194305\n'],
    ['of a predecessor with the same process id', `${process.pid}\n`],
    ['that is damaged', 'x'],
    ['that is empty', ''],
  ])('%s is taken over', (_whose, content) => {
    lock(content);
    openOnce(({ state, lines }) => {
      expect(state.records).toEqual([RECORD]);
      expect(lines).toEqual([]);
      expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(`${process.pid}\n`);
    });
  });

  it('from before the machine was started is taken over, whoever has that process id now', () => {
    utimesSync(lock(`${process.ppid}\n`), 0, 0);
    openOnce(({ state }) => expect(state.records).toEqual([RECORD]));
  });
});

describe('a folder that cannot be used', () => {
  it('is said, once, and the server works in memory', () => {
    writeFileSync(join(parent, 'deep'), 'a file');
    const { state, lines } = open();
    expect(state.records).toEqual([]);
    state.keep(RECORD);
    state.tend(() => [RECORD]);
    expect(state.madeToken()).toMatch(/^[\w-]{43}$/);
    state.close(() => [RECORD]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('the folder cannot be used');
  });

  it('because its journal cannot be read is not locked either', () => {
    openOnce(() => {});
    rmSync(join(folder, 'journal.jsonl'));
    // Reading a folder as a file fails for everybody.
    mkdirSync(join(folder, 'journal.jsonl'));
    const { lines } = open();
    expect(lines[0]).toContain('the folder cannot be used');
    expect(readdirSync(folder)).toEqual(['journal.jsonl']);
  });

  it('because there is to be none is no reason to complain', () => {
    const { state, lines } = open(null);
    state.keep(RECORD);
    expect(state.records).toEqual([]);
    expect(lines).toEqual([]);
    expect(readdirSync(parent)).toEqual([]);
  });
});
