// How one file stands, in words. Pure.

import type { WordsWithFiles } from '../../i18n/en/files.ts';
import type { Role } from '../../protocol/role.ts';
import { assertNever } from '../../session/assert-never.ts';
import { millisecondsLeft, movedBytes } from '../../session/transfer-selectors.ts';
import type { Transfer, TransferProgress } from '../../session/transfer-state.ts';
import {
  formatBytes,
  formatDuration,
  formatMoved,
  formatPercent,
  formatSpeed,
  formatTimeLeft,
} from '../file-amounts.ts';

export interface TransferView {
  readonly words: WordsWithFiles;
  readonly otherName: string;
  readonly self: Role;
  /** Whether others of its offer are sent first. */
  readonly isQueued: boolean;
  /** Whether nothing can move at the moment. */
  readonly isLineDown: boolean;
}

/** To whom the file goes, or from whom it comes. */
export function directionText({ direction, progress }: Transfer, { words, otherName }: TransferView): string {
  const { status } = words.files;
  if (direction === 'incoming') return status.from(otherName);
  if (progress.phase === 'done') return status.sentTo(otherName);
  const { phase } = progress;
  const isMoving = phase === 'running' || phase === 'checking' || phase === 'held';
  return isMoving ? status.sendingTo(otherName) : status.offeredTo(otherName);
}

/** The file's state in one line. Why it failed is a sentence of its own. */
export function stateText(transfer: Transfer, view: TransferView): string {
  const { words, otherName, self } = view;
  const { status } = words.files;
  const isOutgoing = transfer.direction === 'outgoing';
  const { progress } = transfer;
  if (view.isQueued) return status.queued;
  switch (progress.phase) {
    case 'offered':
      return isOutgoing ? status.waiting(otherName) : status.waitingForYou;
    case 'choosing':
      return status.choosing;
    case 'running':
      return runningText(transfer, progress.bytesPerSecond, view);
    case 'checking':
      return status.checking;
    case 'held':
      return heldText(transfer, progress, view);
    case 'done':
      return doneText(transfer, progress, words);
    case 'declined':
      return isOutgoing ? status.declinedBy(otherName) : status.declinedByYou;
    case 'cancelled':
      return progress.by === self ? status.cancelledByYou : status.cancelledBy(otherName);
    case 'failed':
      return words.errors[progress.code].what;
    default:
      return assertNever(progress);
  }
}

/** What the bar says: the part that has arrived, and the state where that says more. */
export function progressText(transfer: Transfer, view: TransferView): string {
  const { phase } = transfer.progress;
  if (phase !== 'running') return stateText(transfer, view);
  const { language } = view.words;
  return formatPercent(fractionOf(transfer), language);
}

/** How much of the file has arrived, from 0 to 1. */
export function fractionOf(transfer: Transfer): number {
  if (transfer.sizeBytes === 0) return transfer.progress.phase === 'done' ? 1 : 0;
  return movedBytes(transfer) / transfer.sizeBytes;
}

function runningText(
  transfer: Transfer,
  bytesPerSecond: number | null,
  { words, isLineDown }: TransferView,
): string {
  const { language, files } = words;
  const { status } = files;
  const parts = [status.moved(...formatMoved(movedBytes(transfer), transfer.sizeBytes, language))];
  if (isLineDown) return [...parts, status.lineDown].join(', ');
  if (bytesPerSecond !== null) parts.push(formatSpeed(bytesPerSecond, language));
  const leftMs = millisecondsLeft(transfer);
  if (leftMs !== null) {
    const left = formatTimeLeft(leftMs, language);
    parts.push(left === null ? status.secondsLeft : status.timeLeft(left));
  }
  return parts.join(', ');
}

function heldText(
  transfer: Transfer,
  progress: Extract<TransferProgress, { phase: 'held' }>,
  { words, otherName, self }: TransferView,
): string {
  const { language, files, errors } = words;
  const { status } = files;
  const isOutgoing = transfer.direction === 'outgoing';
  const why = {
    reloaded: status.heldReloaded,
    'file-needed': isOutgoing ? status.heldFileNeeded : status.heldAwaitsFile(otherName),
    paused: progress.by === self ? status.pausedByYou : status.pausedBy(otherName),
    full: isOutgoing ? status.fullThere(otherName) : status.full,
  }[progress.reason];
  if (progress.problem !== null) return errors[progress.problem].what;
  if (progress.startedAtMs === null) return why;
  return `${status.moved(...formatMoved(movedBytes(transfer), transfer.sizeBytes, language))}. ${why}`;
}

function doneText(
  { direction, sizeBytes }: Transfer,
  { startedAtMs, finishedAtMs }: Extract<Transfer['progress'], { phase: 'done' }>,
  { language, files }: WordsWithFiles,
): string {
  const { status } = files;
  const seconds = (finishedAtMs - startedAtMs) / 1_000;
  const took = status.took(formatBytes(sizeBytes, language), formatDuration(seconds, language));
  return `${direction === 'outgoing' ? status.sent : status.saved}, ${took}`;
}
