// The one fact that is never in doubt: whether the technician can see the screen. In words, for every place
// that says it.

import type { CustomerWords } from '../i18n/en/customer.ts';
import { assertNever } from '../session/assert-never.ts';
import type { CustomerState } from '../session/customer-session.ts';
import { isScreenVisible } from '../session/screen-visibility.ts';

export interface Visibility {
  readonly kind: 'visible' | 'hidden' | 'reconnecting';
  /** The fact in a sentence. */
  readonly sentence: string;
  /** The same in a word or two. */
  readonly short: string;
  /** What it means, in another sentence. */
  readonly meaning: string;
  /** What to know beside the fact, where there is something unusual to know. */
  readonly aside: string | null;
}

/** The fact, as `state` has it. */
export function visibilityOf(state: CustomerState, words: CustomerWords): Visibility {
  const { session } = words;
  const { name } = state.technician;
  const meaning = meaningOf(state, words);
  if (state.connection.phase === 'interrupted') {
    const sentence = session.reconnecting;
    return { kind: 'reconnecting', sentence, short: sentence, meaning, aside: null };
  }
  if (isScreenVisible(state)) {
    const sentence = session.visible(name);
    // Beside the button that changes it: what is seen, where that is not simply everything.
    const isPart = state.screen.phase === 'sharing' && state.screen.surface !== 'monitor';
    return {
      kind: 'visible',
      sentence,
      short: session.visibleShort,
      meaning,
      aside: isPart ? meaning : null,
    };
  }
  const isUnusual = state.screen.phase === 'sharing' || state.screen.phase === 'choosing';
  return {
    kind: 'hidden',
    sentence: session.notVisible(name),
    short: session.notVisibleShort,
    meaning,
    aside: isUnusual ? meaning : null,
  };
}

function meaningOf(
  { technician, connection, screen }: CustomerState,
  { session, line }: CustomerWords,
): string {
  const { name } = technician;
  if (connection.phase === 'interrupted') return line.causes[connection.cause](name);
  switch (screen.phase) {
    case 'off':
    case 'requested':
      return session.notShared(name);
    case 'choosing':
      return session.choose;
    case 'sharing':
      if (screen.isChanging) return session.choose;
      if (screen.isPaused) return session.paused(name);
      return screen.isWatched ? session.seen[screen.surface](name) : session.notLooking(name);
    default:
      return assertNever(screen);
  }
}
