// What a page needs to tell somebody who is not looking at it: the browser's notifications, as a port.
// `browser-notifier.ts` is the real one.

import type { Readable } from '../../session/store.ts';

/** Whether notices are shown, and what there is to say about it. */
export type NoticeState =
  /** None, and nothing to say: the browser has none, they were refused before, or not wanted. */
  | 'off'
  /** They could be turned on. */
  | 'offered'
  | 'on'
  /** The person wanted them just now, and the browser does not allow them. */
  | 'blocked';

export interface Notice {
  readonly title: string;
  /** One or two lines; cut where it is longer. */
  readonly body: string;
}

export interface Notifier {
  readonly state: Readable<NoticeState>;
  /** Asks the browser for permission. Must be called in the very click. */
  turnOn(): void;
  /** Not wanted; remembered. */
  turnDown(): void;
  /**
   * Shows a notice under `tag`, in place of the one before. A press on it brings the page to the front and calls
   * `onOpen`. Does nothing unless the state is `on`.
   */
  show(tag: string, notice: Notice, onOpen: () => void): void;
  /** Takes the notice under `tag` away. */
  clear(tag: string): void;
}
