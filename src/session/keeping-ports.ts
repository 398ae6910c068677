// What keeping a session over a reload needs from the world.

import type { SessionSnapshot } from './session-snapshot.ts';

/** Keeps one session in this browser, so that its page can be loaded again. */
export interface SessionKeeping {
  /** Writes; resolves once it is safe. Rejects with a `DesksideError`: `session-not-kept`, `session-not-kept-full`. */
  save(snapshot: SessionSnapshot): Promise<void>;
  /** Writes before it returns, as a page that goes away must. Never throws. */
  saveAtOnce(snapshot: SessionSnapshot): void;
  /** Deletes what was kept: what has ended must not come back. Never rejects. */
  forget(): Promise<void>;
}
