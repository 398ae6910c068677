// What became of an offer of files, in one sentence. Pure.

import type { FileWords } from '../../i18n/en/files.ts';
import type { TransferNews } from '../../session/transfer-selectors.ts';
import type { Transfer } from '../../session/transfer-state.ts';

/** The sentence for `news`; `otherName` is the other side's. */
export function newsText(
  { type, direction, transfers }: TransferNews,
  words: FileWords,
  otherName: string,
): string {
  const { news } = words;
  const [first] = transfers;
  const subject = transfers.length === 1 && first !== undefined ? first.name : news.files(transfers.length);
  const isOutgoing = direction === 'outgoing';
  if (type === 'started') {
    return isOutgoing ? news.startedOutgoing(subject, otherName) : news.startedIncoming(subject, otherName);
  }
  const done = countOf(transfers, 'done');
  if (done === transfers.length) return isOutgoing ? news.sent(subject, otherName) : news.saved(subject);
  if (done > 0) return news.partly(done, transfers.length);
  if (countOf(transfers, 'declined') === transfers.length) return news.declined(subject, otherName);
  if (countOf(transfers, 'failed') === 0) return news.cancelled(subject, otherName);
  return isOutgoing ? news.notSent(subject) : news.notSaved(subject);
}

/** Whether everything arrived. */
export function isGoodNews({ transfers }: TransferNews): boolean {
  return transfers.every(({ progress }) => progress.phase === 'done');
}

function countOf(transfers: readonly Transfer[], phase: Transfer['progress']['phase']): number {
  return transfers.filter(({ progress }) => progress.phase === phase).length;
}
