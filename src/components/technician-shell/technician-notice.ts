// What a technician who is not looking is told of a change in a session. Pure.

import type { TechnicianWords } from '../../i18n/en/technician.ts';
import type { TechnicianState } from '../../session/technician-session.ts';
import { newMessageFrom } from '../notices/new-message.ts';
import { newOffer } from '../notices/new-offer.ts';
import type { Notice } from '../notices/notifier.ts';

/** `session` is what this session is called in the console. */
export function technicianNotice(
  words: TechnicianWords,
  session: string,
  before: TechnicianState,
  after: TechnicianState,
): Notice | null {
  const { notices } = words;
  const message = newMessageFrom('customer', before.chat, after.chat);
  if (message !== null) return { title: session, body: message.text };
  const offer = newOffer(before.files, after.files);
  if (offer !== null) {
    const title = words.files.incoming.intro(offer.transfers.length, words.customer);
    return { title, body: notices.openPage };
  }
  const wasIn = before.connection.phase === 'connected' || before.connection.phase === 'interrupted';
  if (!wasIn && after.connection.phase === 'connected') return { ...notices.joined };
  if (before.screen.phase === 'requesting') {
    if (after.screen.phase === 'shared') return { ...notices.agreed };
    const reason = after.screen.phase === 'off' ? after.screen.reason : null;
    // Anything else takes the question back: the technician, or the end.
    if (reason === 'declined' || reason === 'failed') {
      const { title, text } = words.screen.off[reason];
      return { title, body: text };
    }
  }
  if (wasIn && after.connection.phase === 'ended' && after.connection.by !== 'technician') {
    return { title: words.ended.title, body: words.ended.nothingVisible };
  }
  return null;
}
