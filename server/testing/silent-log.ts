// A log that says nothing, and one that a test can read.

import { pino } from 'pino';
import type { Log } from '../log.ts';

export const silentLog: Log = pino({ level: 'silent' });

/** A log at level `trace`, and the lines that it has written. */
export function recordingLog(): { readonly log: Log; readonly lines: readonly string[] } {
  const lines: string[] = [];
  return { log: pino({ level: 'trace' }, { write: (line) => void lines.push(line) }), lines };
}
