// The file in which the server's changes are kept, one line each: read at start, added to before an answer goes
// out, and written anew when it has grown. It knows lines and files, and nothing of what they mean.

import {
  appendFileSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';

import type { Clock } from './clock.ts';
import { errorCodeOf } from './error-code.ts';
import type { Log } from './log.ts';
import { decodeRecords, encodeRecord, latestOf, type StateRecord } from './state-record.ts';

/** Ten times what a full server needs. A longer file is none of ours. */
const MAX_FILE_BYTES = 128 * 1024 * 1024;
/** Written anew once it has this many lines for each that counts, and some. */
const GROWTH = 4;
const SPARE_LINES = 1_000;
/** How long after a failure it is tried again, in ms. */
const RETRY_MS = 10_000;

export class Journal {
  readonly #path: string;
  readonly #clock: Clock;
  readonly #log: Log;
  #maxLines = SPARE_LINES;
  #lines = 0;
  /** When writing failed, in ms since the epoch. Since then changes are missing in the file. */
  #failedAtMs: number | null = null;

  constructor(path: string, clock: Clock, log: Log) {
    this.#path = path;
    this.#clock = clock;
    this.#log = log;
  }

  /** What was kept. Throws Node's own error when there is a file and it cannot be read. */
  read(): StateRecord[] {
    const text = this.#readText();
    const { records, damagedCount } = decodeRecords(text);
    this.#lines = records.length + damagedCount;
    if (damagedCount > 0) {
      this.#log.warn({ path: this.#path, damagedCount }, 'state: lines that cannot be read are left out');
    }
    return latestOf(records);
  }

  /** Adds a change. When that fails it says so, once, and `tend` makes up for it. Never throws. */
  append(record: StateRecord): void {
    if (this.#failedAtMs !== null) return;
    this.#lines += 1;
    try {
      appendFileSync(this.#path, encodeRecord(record), { mode: 0o600 });
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Writes the file anew where it has grown, or lacks something; to be called now and then. Never throws. */
  tend(current: () => readonly StateRecord[]): void {
    const isRetryDue = this.#failedAtMs !== null && this.#clock.now() - this.#failedAtMs >= RETRY_MS;
    if (isRetryDue || (this.#failedAtMs === null && this.#lines > this.#maxLines)) this.rewrite(current());
  }

  /** Replaces the file, as a whole or not at all, by what counts now. Never throws. */
  rewrite(records: readonly StateRecord[]): void {
    const draft = `${this.#path}.new`;
    try {
      const file = openSync(draft, 'w', 0o600);
      try {
        writeFileSync(file, records.map(encodeRecord).join(''));
        // Or a power cut could leave the new name on an empty file.
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(draft, this.#path);
    } catch (error) {
      this.#fail(error);
      return;
    }
    if (this.#failedAtMs !== null) this.#log.info({ path: this.#path }, 'state: kept again');
    this.#failedAtMs = null;
    this.#lines = records.length;
    this.#maxLines = GROWTH * records.length + SPARE_LINES;
  }

  /** Makes up for what is missing, if it can. */
  close(current: () => readonly StateRecord[]): void {
    if (this.#failedAtMs !== null) this.rewrite(current());
  }

  #readText(): string {
    try {
      if (statSync(this.#path).size > MAX_FILE_BYTES) throw new Error('the file is too large to be ours');
      return readFileSync(this.#path, 'utf8');
    } catch (error) {
      if (errorCodeOf(error) === 'ENOENT') return '';
      throw error;
    }
  }

  #fail(error: unknown): void {
    if (this.#failedAtMs === null) {
      this.#log.warn(
        { path: this.#path, reason: String(error) },
        'state: cannot be written; a restart would forget what happens from now on',
      );
    }
    this.#failedAtMs = this.#clock.now();
  }
}
