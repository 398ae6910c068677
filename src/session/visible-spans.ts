// When the customer's screen could be seen, worked out from a journal of either side. Pure.

import type { JournalEntry } from './journal.ts';

export interface VisibleSpan {
  /** Both in ms since the epoch. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** The spans, in order. One that is still open reaches to `nowMs`. */
export function visibleSpans(journal: readonly JournalEntry[], nowMs: number): readonly VisibleSpan[] {
  const spans: VisibleSpan[] = [];
  let isShared = false;
  let isPaused = false;
  let isWatched = true;
  let isReached = true;
  let sinceMs: number | null = null;
  for (const { kind, atMs } of journal) {
    switch (kind) {
      case 'screen-started':
        isShared = true;
        isPaused = false;
        isWatched = true;
        break;
      case 'screen-stopped':
      case 'ended':
        isShared = false;
        break;
      case 'screen-paused':
      case 'screen-resumed':
        isPaused = kind === 'screen-paused';
        break;
      case 'viewing-stopped':
      case 'viewing-resumed':
        isWatched = kind === 'viewing-resumed';
        break;
      case 'interrupted':
      case 'restored':
        isReached = kind === 'restored';
        break;
      default:
        continue;
    }
    const isVisible = isShared && !isPaused && isWatched && isReached;
    if (isVisible && sinceMs === null) sinceMs = atMs;
    if (!isVisible && sinceMs !== null) {
      spans.push({ fromMs: sinceMs, toMs: atMs });
      sinceMs = null;
    }
  }
  if (sinceMs !== null) spans.push({ fromMs: sinceMs, toMs: Math.max(sinceMs, nowMs) });
  return spans;
}
