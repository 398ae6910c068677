// The window that stays above all others, as a port. `on-top-window.ts` is the real one, where the browser has it.

import type { Readable } from '../../session/store.ts';

export interface OnTop {
  /** Whether the session is there. */
  readonly state: Readable<boolean>;
  /**
   * Moves the session there. Must be called in the very click.
   *
   * @throws DesksideError `window-refused` when the browser opens no such window.
   */
  open(): Promise<void>;
  /** Puts it back into the page, as closing the window does. */
  close(): void;
}
