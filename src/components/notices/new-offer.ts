// The other side's newest offer of files, where one came in between two states. Pure.

import { type FileOffer, openOffers } from '../../session/transfer-selectors.ts';
import type { TransfersState } from '../../session/transfer-state.ts';

/** The offer, or `null` when nothing was offered. */
export function newOffer(before: TransfersState, after: TransfersState): FileOffer | null {
  if (before === after) return null;
  // An offer that was known before comes back unanswered when the browser's own dialog was dismissed.
  const known = new Set(before.transfers.map(({ offerId }) => offerId));
  return openOffers(after).findLast(({ offerId }) => !known.has(offerId)) ?? null;
}
