// What a page around the customer's element may want to know: each change of a session as public events. Pure.

import type { ErrorCode } from '../../protocol/deskside-error.ts';
import type { Role } from '../../protocol/role.ts';
import { isInSession } from '../../session/connection-state.ts';
import type { CustomerState } from '../../session/customer-session.ts';

export type CustomerNews =
  | { readonly type: 'deskside-ready' }
  | { readonly type: 'deskside-session-start' }
  | { readonly type: 'deskside-share-start' }
  | { readonly type: 'deskside-share-stop' }
  /** Says who wrote, not what: the words are between the two. */
  | { readonly type: 'deskside-message'; readonly detail: { readonly from: Role } }
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
  const isSharing = after.screen.phase === 'sharing';
  if ((before.screen.phase === 'sharing') !== isSharing) {
    news.push({ type: isSharing ? 'deskside-share-start' : 'deskside-share-stop' });
  }
  const known = new Set(before.chat.entries);
  for (const entry of after.chat.entries) {
    if (!known.has(entry)) news.push({ type: 'deskside-message', detail: { from: entry.from } });
  }
  for (const code of newErrors(before, after)) news.push({ type: 'deskside-error', detail: { code } });
  if (before.connection.phase !== 'ended' && after.connection.phase === 'ended') {
    const { by, durationMs } = after.connection;
    news.push({ type: 'deskside-session-end', detail: { by, durationMs } });
  }
  return news;
}

function newErrors(before: CustomerState, after: CustomerState): ErrorCode[] {
  const codes: (ErrorCode | null)[] = [];
  const { connection, screen } = after;
  if (connection !== before.connection && 'code' in connection) codes.push(connection.code);
  if (screen !== before.screen && screen.phase === 'off') codes.push(screen.problem);
  return codes.filter((code) => code !== null);
}
