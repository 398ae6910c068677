// Says in the browser's tab, by title and icon, whether the screen can be seen.

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The icon while the screen can be seen. */
const VISIBLE_ICON = '/icon-visible.svg';

export interface TabLook {
  readonly title: string;
  readonly isVisible: boolean;
}

export class VisibleTitleController implements ReactiveController {
  readonly #look: () => TabLook | null;
  #usual: { readonly title: string; readonly icon: string | null } | null = null;

  /** `look` is asked after each rendering; `null` leaves the tab as it is. */
  constructor(host: ReactiveControllerHost, look: () => TabLook | null) {
    this.#look = look;
    host.addController(this);
  }

  hostConnected(): void {
    this.#usual = { title: document.title, icon: this.#link?.getAttribute('href') ?? null };
  }

  hostUpdated(): void {
    const look = this.#look();
    if (look === null) return;
    if (document.title !== look.title) document.title = look.title;
    this.#setIcon(look.isVisible ? VISIBLE_ICON : (this.#usual?.icon ?? null));
  }

  hostDisconnected(): void {
    if (this.#usual === null) return;
    document.title = this.#usual.title;
    this.#setIcon(this.#usual.icon);
  }

  get #link(): HTMLLinkElement | null {
    return document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  }

  #setIcon(href: string | null): void {
    const link = this.#link;
    if (link !== null && href !== null && link.getAttribute('href') !== href) link.href = href;
  }
}
