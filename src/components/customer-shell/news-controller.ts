// Dispatches a session's changes from its element as public events, each change once, even those between two
// renderings.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CustomerSession, CustomerState } from '../../session/customer-session.ts';
import { type CustomerNews, newsBetween } from './customer-news.ts';

export class NewsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #session: CustomerSession | null = null;
  #last: CustomerState | null = null;
  #unsubscribe: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Tells of `session` from now on; of none, with `null`. */
  follow(session: CustomerSession | null): void {
    if (session === this.#session) return;
    this.hostDisconnected();
    this.#session = session;
    this.#last = session?.state.value ?? null;
    if (this.#host.isConnected) this.hostConnected();
  }

  /** Dispatches one piece of news: it bubbles, and leaves shadow roots. */
  tell(news: CustomerNews): void {
    const detail = 'detail' in news ? news.detail : undefined;
    this.#host.dispatchEvent(new CustomEvent(news.type, { bubbles: true, composed: true, detail }));
  }

  hostConnected(): void {
    this.#unsubscribe ??= this.#session?.state.subscribe(this.#handleChange) ?? null;
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  readonly #handleChange = (): void => {
    const before = this.#last;
    const after = this.#session?.state.value ?? null;
    this.#last = after;
    if (before === null || after === null) return;
    for (const news of newsBetween(before, after)) this.tell(news);
  };
}
