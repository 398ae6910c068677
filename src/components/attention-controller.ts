// Follows whether the person has the page in view, and shows the count of what they missed as the app's badge
// (Badging API, where a browser has it).

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Readable } from '../session/store.ts';

/** The session's side of it. */
interface Attended {
  readonly state: Readable<{ readonly chat: { readonly unreadCount: number } }>;
  setLooking(isLooking: boolean): void;
}

interface BadgeNavigator {
  setAppBadge?(count: number): Promise<void>;
  clearAppBadge?(): Promise<void>;
}

export class AttentionController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** Of the window that the host is in: it may be another one later. */
  #document: Document;
  readonly #badge: BadgeNavigator;
  readonly #attended: () => Attended | null;
  #shownCount = 0;

  /** `attended` is asked after each rendering and at each change of visibility. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    attended: () => Attended | null,
    badge: BadgeNavigator = navigator,
  ) {
    this.#host = host;
    this.#document = host.ownerDocument;
    this.#attended = attended;
    this.#badge = badge;
    host.addController(this);
  }

  hostConnected(): void {
    this.#document = this.#host.ownerDocument;
    this.#document.addEventListener('visibilitychange', this.#tell);
  }

  hostUpdated(): void {
    this.#tell();
    this.#showCount(this.#attended()?.state.value.chat.unreadCount ?? 0);
  }

  hostDisconnected(): void {
    this.#document.removeEventListener('visibilitychange', this.#tell);
    this.#showCount(0);
  }

  readonly #tell = (): void => {
    this.#attended()?.setLooking(this.#document.visibilityState === 'visible');
  };

  #showCount(count: number): void {
    if (count === this.#shownCount) return;
    this.#shownCount = count;
    const shown = count > 0 ? this.#badge.setAppBadge?.(count) : this.#badge.clearAppBadge?.();
    // An app that is not installed has no icon to put it on.
    shown?.catch(() => {});
  }
}
