// Has the browser ask before the page is left, while there is something to lose.

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class LeaveQuestionController implements ReactiveController {
  readonly #hasMuchToLose: () => boolean;

  constructor(host: ReactiveControllerHost, hasMuchToLose: () => boolean) {
    this.#hasMuchToLose = hasMuchToLose;
    host.addController(this);
  }

  // Only while it is needed: a listener of this kind keeps a page out of the back/forward cache.
  hostUpdated(): void {
    if (this.#hasMuchToLose()) addEventListener('beforeunload', this.#ask);
    else removeEventListener('beforeunload', this.#ask);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#ask);
  }

  readonly #ask = (event: BeforeUnloadEvent): void => event.preventDefault();
}
