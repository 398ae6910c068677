// The log: JSON lines on stderr. What goes in is chosen at each call: no content, no secrets, no tickets, and of
// addresses and session ids only a part.

import { destination, type Logger, pino } from 'pino';

export type Log = Logger;

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A log to stderr. It writes synchronously, so that a crash's last line is not lost. */
export function createLog(level: LogLevel): Log {
  return pino({ level, base: null }, destination({ dest: 2, sync: true }));
}

/** As much of a session's id as a log may show: enough to follow a session, too little to ask for it. */
export function sessionForLog(sessionId: string): string {
  return sessionId.slice(0, 8);
}
