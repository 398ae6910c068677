// What the list of a session's files says at a glance: which offers wait for an answer, what is under way, what
// became news. Pure.

import type { Role } from '../protocol/role.ts';
import type { Transfer, TransferProgress, TransfersState } from './transfer-state.ts';
import { isTransferOver } from './transfer-state.ts';

/** Files that were offered together. */
export interface FileOffer {
  readonly offerId: string;
  /** At least one, in the order of the offer. */
  readonly transfers: readonly Transfer[];
  readonly totalBytes: number;
  readonly hasProgram: boolean;
  /** Whether the browser is asking where to save. */
  readonly isChoosing: boolean;
}

/** Whether bytes of it are on their way, or are being checked. */
function isUnderWay({ phase }: TransferProgress): boolean {
  return phase === 'running' || phase === 'checking';
}

/** Whether nobody has said yes yet. */
function isUnanswered({ phase }: TransferProgress): boolean {
  return phase === 'offered' || phase === 'choosing';
}

/** All files, those of the newest offer first; within an offer they keep their order. */
export function newestFirst({ transfers }: TransfersState): Transfer[] {
  return [...byOffer(transfers).values()].toReversed().flat();
}

/** Incoming offers that this side has not answered, oldest first. */
export function openOffers({ transfers }: TransfersState): FileOffer[] {
  const offers: FileOffer[] = [];
  for (const [offerId, group] of byOffer(transfers)) {
    const open = group.filter(({ progress }) => isUnanswered(progress));
    const [first] = open;
    // An accepted offer may still hold files that wait for their turn.
    const isAccepted = group.some(
      ({ progress }) => isUnderWay(progress) || progress.phase === 'held' || progress.phase === 'done',
    );
    if (first?.direction !== 'incoming' || isAccepted) continue;
    offers.push({
      offerId,
      transfers: open,
      totalBytes: open.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      hasProgram: open.some(({ isProgram }) => isProgram),
      isChoosing: open.some(({ progress }) => progress.phase === 'choosing'),
    });
  }
  return offers;
}

/** The offers of which something has moved and is not there yet. */
export function movingOffers({ transfers }: TransfersState): ReadonlySet<string> {
  const moving = transfers.filter((transfer) => isUnderWay(transfer.progress) && movedBytes(transfer) > 0);
  return new Set(moving.map(({ offerId }) => offerId));
}

/** Whether the file's offer was accepted and others of it are sent first. */
export function isQueued(transfer: Transfer, moving: ReturnType<typeof movingOffers>): boolean {
  if (transfer.sizeBytes === 0 || movedBytes(transfer) > 0) return false;
  const { phase } = transfer.progress;
  return (phase === 'offered' || phase === 'running') && moving.has(transfer.offerId);
}

export interface TransferActivity {
  /** Files that are being moved or checked. */
  readonly runningCount: number;
  /** Own files that the other side has not answered. */
  readonly waitingCount: number;
  /** How much of what is being moved has arrived, from 0 to 1; `null` while nothing is. */
  readonly fraction: number | null;
}

/** What is under way at this moment, in both directions. */
export function transferActivity(state: TransfersState): TransferActivity {
  const running = state.transfers.filter(({ progress }) => isUnderWay(progress));
  const waiting = state.transfers.filter(
    ({ direction, progress }) => direction === 'outgoing' && progress.phase === 'offered',
  );
  const totalBytes = running.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const moved = running.reduce((sum, transfer) => sum + movedBytes(transfer), 0);
  return {
    runningCount: running.length,
    waitingCount: waiting.length,
    fraction: running.length === 0 ? null : totalBytes === 0 ? 1 : Math.min(1, moved / totalBytes),
  };
}

/** How many bytes of the file have arrived. */
export function movedBytes({ sizeBytes, progress }: Transfer): number {
  if (progress.phase === 'running' || progress.phase === 'held')
    return Math.min(progress.movedBytes, sizeBytes);
  return progress.phase === 'checking' || progress.phase === 'done' ? sizeBytes : 0;
}

/** How long the rest takes at the present speed, in ms; `null` where that cannot be told. */
export function millisecondsLeft({ sizeBytes, progress }: Transfer): number | null {
  if (progress.phase !== 'running' || progress.bytesPerSecond === null) return null;
  if (progress.bytesPerSecond <= 0) return null;
  return (Math.max(0, sizeBytes - progress.movedBytes) / progress.bytesPerSecond) * 1_000;
}

/** What a person is told of: an offer as a whole, so that many small files make no noise. */
export interface TransferNews {
  readonly type: 'started' | 'finished';
  readonly offerId: string;
  readonly direction: Transfer['direction'];
  /** All files of the offer, as they stand now. */
  readonly transfers: readonly Transfer[];
}

/** What became news between two states, seen by `self`. What `self` did alone is no news. */
export function transferNews(before: TransfersState, after: TransfersState, self: Role): TransferNews[] {
  if (before === after) return [];
  const earlier = byOffer(before.transfers);
  const news: TransferNews[] = [];
  for (const [offerId, transfers] of byOffer(after.transfers)) {
    const [first] = transfers;
    if (first === undefined) continue;
    const was = earlier.get(offerId) ?? [];
    const about = { offerId, direction: first.direction, transfers };
    const isOver = transfers.every(({ progress }) => isTransferOver(progress));
    const wasOver = was.length === transfers.length && was.every(({ progress }) => isTransferOver(progress));
    const isMoving = transfers.some(({ progress }) => isUnderWay(progress));
    const hadMoved = was.some(
      ({ progress }) => isUnderWay(progress) || progress.phase === 'held' || isTransferOver(progress),
    );
    if (isMoving && !hadMoved) news.push({ type: 'started', ...about });
    if (isOver && !wasOver && !transfers.every((transfer) => isOwnDoing(transfer, self))) {
      news.push({ type: 'finished', ...about });
    }
  }
  return news;
}

function isOwnDoing({ direction, progress }: Transfer, self: Role): boolean {
  if (progress.phase === 'declined') return direction === 'incoming';
  return progress.phase === 'cancelled' && progress.by === self;
}

function byOffer(transfers: readonly Transfer[]): Map<string, Transfer[]> {
  const offers = new Map<string, Transfer[]>();
  for (const transfer of transfers) {
    const group = offers.get(transfer.offerId);
    if (group === undefined) offers.set(transfer.offerId, [transfer]);
    else group.push(transfer);
  }
  return offers;
}
