// What a customer who is not looking is told of a change in their session. Pure.

import type { CustomerWords } from '../../i18n/en/customer.ts';
import type { CustomerState } from '../../session/customer-session.ts';
import { newMessageFrom } from '../notices/new-message.ts';
import { newOffer } from '../notices/new-offer.ts';
import type { Notice } from '../notices/notifier.ts';

export function customerNotice(
  words: CustomerWords,
  before: CustomerState,
  after: CustomerState,
): Notice | null {
  const { name } = after.technician;
  const message = newMessageFrom('technician', before.chat, after.chat);
  if (message !== null) return { title: name, body: message.text };
  const offer = newOffer(before.files, after.files);
  if (offer !== null) {
    const title = words.files.incoming.intro(offer.transfers.length, name);
    return { title, body: words.notices.openPage };
  }
  if (before.screen.phase !== 'requested' && after.screen.phase === 'requested') {
    return { title: words.consent.title(name), body: words.notices.openPage };
  }
  if (before.connection.phase !== 'ended' && after.connection.phase === 'ended') {
    return { title: words.ended.title, body: words.ended.text };
  }
  return null;
}
