// What outlives the server: the folder with its journal, its console token and its lock. Where the folder cannot be
// used the server works as well, and forgets everything when it ends.

import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Clock } from './clock.ts';
import { CONSOLE_TOKEN } from './config-schema.ts';
import { lockFolder } from './folder-lock.ts';
import { Journal } from './journal.ts';
import type { Log } from './log.ts';
import { newSecretText, type Random } from './secret-text.ts';
import type { KeepRecord, StateRecord } from './state-record.ts';

export interface ServerState {
  /** What was kept of earlier runs. */
  readonly records: readonly StateRecord[];
  /** The console token that was made at the first start. */
  readonly madeToken: () => string;
  readonly keep: KeepRecord;
  /** Keeps what is written short and whole; to be called now and then with what counts. */
  tend(current: () => readonly StateRecord[]): void;
  /** Writes down what is missing, and lets another server have the folder. */
  close(current: () => readonly StateRecord[]): void;
}

/** Opens the folder; `null` is none at all. Never throws. */
export function openServerState(folder: string | null, clock: Clock, random: Random, log: Log): ServerState {
  if (folder === null) return inMemory(random);
  const path = resolve(folder);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const unlock = lockFolder(path);
    if (unlock === null) {
      log.warn(
        { path },
        'state: another server has this folder, so this one keeps nothing there: a restart forgets everything',
      );
      return inMemory(random);
    }
    try {
      return inFolder(path, unlock, clock, random, log);
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    log.warn(
      { path, reason: String(error) },
      'state: the folder cannot be used: a restart forgets everything',
    );
    return inMemory(random);
  }
}

function inFolder(path: string, unlock: () => void, clock: Clock, random: Random, log: Log): ServerState {
  const journal = new Journal(join(path, 'journal.jsonl'), clock, log);
  const records = journal.read();
  // Also cuts off the line that a dying server did not finish: nothing may be added to that one.
  journal.rewrite(records);
  return {
    records,
    madeToken: () => keptToken(join(path, 'console-token'), random, log),
    keep: (record) => journal.append(record),
    tend: (current) => journal.tend(current),
    close(current) {
      journal.close(current);
      unlock();
    },
  };
}

function inMemory(random: Random): ServerState {
  return {
    records: [],
    madeToken: () => newSecretText(random),
    keep: () => {},
    tend: () => {},
    close: () => {},
  };
}

function keptToken(path: string, random: Random, log: Log): string {
  const kept = readToken(path);
  if (kept !== null) return kept;
  const token = newSecretText(random);
  try {
    writeFileSync(path, `${token}\n`, { mode: 0o600 });
    // The mode above is for a new file only.
    chmodSync(path, 0o600);
  } catch (error) {
    log.warn({ path, reason: String(error) }, 'state: the console token cannot be kept');
  }
  return token;
}

/** The token that is kept; `null` when there is none, or none that would be allowed. */
function readToken(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8').trim();
    return CONSOLE_TOKEN.test(text) ? text : null;
  } catch {
    return null;
  }
}
