// What the server is told of a session, until it has heard it: a session does not depend on its server, but the server
// should know afterwards that a link was used, and that a session is over.

import { backoffMs } from '../protocol/backoff.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import { MAX_ABSENCE_MS } from '../protocol/limits.ts';
import type { SessionRecord, Timer } from '../session/ports.ts';

const BACKOFF = { firstMs: 1_000, maxMs: 30_000 };

/** Says it once; rejects with a `DesksideError`. */
type Say = (what: 'joined' | 'end') => Promise<void>;

/**
 * A record that says each thing again while the server is away or busy, for as long as a session waits for anybody. Any
 * other answer is the last word.
 *
 * @param random a number from 0 up to, not including, 1.
 */
export function insistingRecord(say: Say, timer: Timer, random: () => number): SessionRecord {
  return {
    markJoined: () => insist(() => say('joined'), timer, random),
    markEnded: () => insist(() => say('end'), timer, random),
  };
}

function insist(say: () => Promise<void>, timer: Timer, random: () => number): Promise<void> {
  return new Promise((resolve) => {
    let failedTries = 0;
    let isTooLate = false;
    let stopWaiting = () => {};
    const finish = () => {
      stopWaiting();
      stopDeadline();
      resolve();
    };
    const stopDeadline = timer.after(MAX_ABSENCE_MS, () => {
      isTooLate = true;
      finish();
    });
    const attempt = async () => {
      try {
        await say();
      } catch (error) {
        if (!isTooLate && isPassing(error)) {
          stopWaiting = timer.after(backoffMs(failedTries, BACKOFF, random), () => void attempt());
          failedTries += 1;
          return;
        }
      }
      finish();
    };
    void attempt();
  });
}

function isPassing(error: unknown): boolean {
  return (
    error instanceof DesksideError && (error.code === 'server-unreachable' || error.code === 'server-busy')
  );
}
