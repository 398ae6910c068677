// What the elements inside the customer's page may ask of it, and how it hears them.

import type { ReactiveController, ReactiveElement } from 'lit';

/** Each request's event, and its detail. */
export interface CustomerRequests {
  readonly 'deskside-join-request': { readonly shareScreen: boolean };
  readonly 'deskside-cancel-request': undefined;
  readonly 'deskside-stop-sharing-request': undefined;
  readonly 'deskside-pause-request': { readonly isPaused: boolean };
  readonly 'deskside-change-screen-request': undefined;
  readonly 'deskside-chat-request': { readonly isOpen: boolean };
  readonly 'deskside-send-request': { readonly text: string };
  readonly 'deskside-collapse-request': { readonly isCollapsed: boolean };
  readonly 'deskside-end-request': undefined;
  readonly 'deskside-stop-all-request': undefined;
  readonly 'deskside-report-request': undefined;
  readonly 'deskside-dismiss-request': undefined;
  readonly 'deskside-viewer-request': { readonly isOpen: boolean };
  readonly 'deskside-share-request': undefined;
  readonly 'deskside-on-top-request': { readonly isOnTop: boolean };
  readonly 'deskside-notices-request': { readonly isWanted: boolean };
}

export type RequestHandlers = {
  readonly [Type in keyof CustomerRequests]: (detail: CustomerRequests[Type], event: Event) => void;
};

/** Hands requests to their handlers, and lets none of them out: they are nobody's business outside. */
export class RequestController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #handlers: RequestHandlers;
  #connection: AbortController | null = null;

  constructor(host: ReactiveElement, handlers: RequestHandlers) {
    this.#host = host;
    this.#handlers = handlers;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    for (const type of Object.keys(this.#handlers) as (keyof CustomerRequests)[]) {
      this.#host.renderRoot.addEventListener(type, (event) => this.#handle(type, event), { signal });
    }
  }

  hostDisconnected(): void {
    this.#connection?.abort();
  }

  #handle<Type extends keyof CustomerRequests>(type: Type, event: Event): void {
    event.stopPropagation();
    this.#handlers[type]((event as CustomEvent<CustomerRequests[Type]>).detail, event);
  }
}
