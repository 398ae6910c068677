// What is under way with files, as the description of the button that leads to them. Pure.

import type { FileWords } from '../i18n/en/files.ts';
import type { TransferActivity } from '../session/transfer-selectors.ts';
import { formatPercent } from './file-amounts.ts';

/** `null` while nothing is under way. */
export function filesActivityText(
  { runningCount, waitingCount, fraction }: TransferActivity,
  words: FileWords,
  language: string,
  otherName: string,
): string | null {
  const parts: string[] = [];
  if (fraction !== null) parts.push(words.menu.running(runningCount, formatPercent(fraction, language)));
  if (waitingCount > 0) parts.push(words.menu.waiting(waitingCount, otherName));
  return parts.length === 0 ? null : parts.join('. ');
}
