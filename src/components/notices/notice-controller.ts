// Tells somebody who is not looking what happened in a session, each thing once, and takes the notice away when
// they look or when the session is over.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConnectionState } from '../../session/connection-state.ts';
import type { Readable } from '../../session/store.ts';
import type { Notice, Notifier } from './notifier.ts';

interface Noticed {
  readonly connection: ConnectionState;
  readonly chat: { readonly isLooking: boolean };
}

interface NoticedSession<State extends Noticed> {
  readonly state: Readable<State>;
}

export interface NoticeOptions<State extends Noticed> {
  session(): NoticedSession<State> | null;
  notifier(): Notifier | null;
  /** What to say about a change, if anything. */
  notice(before: State, after: State): Notice | null;
  /** The person pressed the notice. */
  onOpen(): void;
}

let nextTag = 0;

export class NoticeController<State extends Noticed> implements ReactiveController {
  readonly #options: NoticeOptions<State>;
  /** One notice a session: a newer one replaces it. */
  readonly #tag = `deskside-${nextTag++}`;
  #session: NoticedSession<State> | null = null;
  #last: State | null = null;
  #unsubscribe: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, options: NoticeOptions<State>) {
    this.#options = options;
    host.addController(this);
  }

  /** Changes between two renderings must not be missed, so the session is listened to itself. */
  hostUpdated(): void {
    const session = this.#options.session();
    if (session === this.#session) return;
    this.hostDisconnected();
    this.#session = session;
    this.#last = session?.state.value ?? null;
    this.#unsubscribe = session?.state.subscribe(this.#handleChange) ?? null;
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    if (this.#session !== null) this.#options.notifier()?.clear(this.#tag);
    this.#session = null;
  }

  readonly #handleChange = (): void => {
    const before = this.#last;
    const after = this.#session?.state.value ?? null;
    this.#last = after;
    if (before === null || after === null) return;
    const notifier = this.#options.notifier();
    const hasEnded = before.connection.phase !== 'ended' && after.connection.phase === 'ended';
    if (hasEnded || (!before.chat.isLooking && after.chat.isLooking)) notifier?.clear(this.#tag);
    if (after.chat.isLooking) return;
    const notice = this.#options.notice(before, after);
    if (notice !== null) notifier?.show(this.#tag, notice, () => this.#options.onOpen());
  };
}
