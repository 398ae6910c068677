// What a page around the customer's element may want to know: each change of a session as public events. Pure.

import type { ErrorCode } from '../../protocol/deskside-error.ts';
import type { Role } from '../../protocol/role.ts';
import { isInSession } from '../../session/connection-state.ts';
import type { CustomerState } from '../../session/customer-session.ts';
import type { Transfer, TransfersState } from '../../session/transfer-state.ts';

export type CustomerNews =
  | { readonly type: 'deskside-ready' }
  | { readonly type: 'deskside-session-start' }
  | { readonly type: 'deskside-share-start' }
  | { readonly type: 'deskside-share-stop' }
  /** Says who wrote, not what: the words are between the two. */
  | { readonly type: 'deskside-message'; readonly detail: { readonly from: Role } }
  /** A file has arrived, whole, at either side. Says who sent it, not what it is. */
  | { readonly type: 'deskside-file'; readonly detail: { readonly from: Role } }
  | {
      readonly type: 'deskside-session-end';
      readonly detail: { readonly by: Role | null; readonly durationMs: number | null };
    }
  | { readonly type: 'deskside-error'; readonly detail: { readonly code: ErrorCode } };

/** The events between two states of one session, in their order. */
export function newsBetween(before: CustomerState, after: CustomerState): CustomerNews[] {
  const news: CustomerNews[] = [];
  if (!isInSession(before.connection) && isInSession(after.connection)) {
    news.push({ type: 'deskside-session-start' });
  }
  if (isShared(before) !== isShared(after)) {
    news.push({ type: isShared(after) ? 'deskside-share-start' : 'deskside-share-stop' });
  }
  const known = new Set(before.chat.entries);
  for (const entry of after.chat.entries) {
    if (!known.has(entry)) news.push({ type: 'deskside-message', detail: { from: entry.from } });
  }
  for (const { direction } of newlyArrived(before.files, after.files)) {
    const from = direction === 'incoming' ? 'technician' : 'customer';
    news.push({ type: 'deskside-file', detail: { from } });
  }
  for (const code of newErrors(before, after)) news.push({ type: 'deskside-error', detail: { code } });
  if (before.connection.phase !== 'ended' && after.connection.phase === 'ended') {
    const { by, durationMs } = after.connection;
    news.push({ type: 'deskside-session-end', detail: { by, durationMs } });
  }
  return news;
}

/** A screen that is chosen while joining is shared with nobody yet. */
function isShared({ connection, screen }: CustomerState): boolean {
  return isInSession(connection) && screen.phase === 'sharing';
}

function newlyArrived(before: TransfersState, after: TransfersState): Transfer[] {
  if (before === after) return [];
  const known = new Set(arrived(before).map(({ id }) => id));
  return arrived(after).filter(({ id }) => !known.has(id));
}

function arrived({ transfers }: TransfersState): Transfer[] {
  return transfers.filter(({ progress }) => progress.phase === 'done');
}

function newErrors(before: CustomerState, after: CustomerState): ErrorCode[] {
  const codes: (ErrorCode | null)[] = [];
  const { connection, screen } = after;
  if (connection !== before.connection && 'code' in connection) codes.push(connection.code);
  if (screen !== before.screen && screen.phase === 'off') codes.push(screen.problem);
  return codes.filter((code) => code !== null);
}
