// Has the browser ask before the page is left, while there is something to lose.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SupportState } from '../session/support-session.ts';
import { transferActivity } from '../session/transfer-selectors.ts';

/** Whether a reload would lose something of this session: it goes on by itself, but captures and files do not. */
export function hasMuchToLose(
  state: Pick<SupportState, 'files' | 'keeping'> & {
    readonly screen: { readonly phase: string };
    readonly ownScreen?: { readonly phase: string };
  },
): boolean {
  const { runningCount, waitingCount } = transferActivity(state.files);
  const isMoving = runningCount + waitingCount > 0;
  const isCapturing = state.screen.phase === 'sharing' || state.ownScreen?.phase === 'sharing';
  return isCapturing || state.keeping !== null || isMoving;
}

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
