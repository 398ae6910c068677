// What outlives the server: the folder with its journal, its secrets and its lock. Where the folder cannot be
// used the server works as well, and forgets everything when it ends.

import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { encodeBase64url } from '../src/protocol/base64url.ts';
import type { Clock } from './clock.ts';
import { CONSOLE_TOKEN } from './config-schema.ts';
import { lockFolder } from './folder-lock.ts';
import { Journal } from './journal.ts';
import type { Log } from './log.ts';
import { newSecretText, type Random } from './secret-text.ts';
import type { KeepRecord, StateRecord } from './state-record.ts';
import { TICKET_KEY_BYTES } from './tickets.ts';

export interface ServerState {
  /** What was kept of earlier runs. */
  readonly records: readonly StateRecord[];
  /** The console token that was made at the first start. */
  readonly madeToken: () => string;
  /** The key that signs tickets, made at the first start. */
  readonly ticketKey: () => Uint8Array;
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
    ticketKey: () => keptTicketKey(join(path, 'ticket-key'), random, log),
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
    ticketKey: () => random(TICKET_KEY_BYTES),
    keep: () => {},
    tend: () => {},
    close: () => {},
  };
}

function keptToken(path: string, random: Random, log: Log): string {
  const kept = readText(path);
  if (kept !== null && CONSOLE_TOKEN.test(kept)) return kept;
  const token = newSecretText(random);
  keepSecret(path, token, log);
  return token;
}

function keptTicketKey(path: string, random: Random, log: Log): Uint8Array {
  const kept = Buffer.from(readText(path) ?? '', 'base64url');
  if (kept.length === TICKET_KEY_BYTES) return kept;
  const key = random(TICKET_KEY_BYTES);
  keepSecret(path, encodeBase64url(key), log);
  return key;
}

function keepSecret(path: string, text: string, log: Log): void {
  try {
    writeFileSync(path, `${text}\n`, { mode: 0o600 });
    // The mode above is for a new file only.
    chmodSync(path, 0o600);
  } catch (error) {
    log.warn({ path, reason: String(error) }, 'state: a secret cannot be kept');
  }
}

/** What stands there; `null` when nothing can be read. */
function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
