// Notices as the browser's notifications (Notifications API). Nothing is asked before the person wants them, and
// a refusal is remembered: by the browser its own, by us the one given to our question.

import type { Notice, NoticeState, Notifier } from './components/notices/notifier.ts';
import { createStore, type Readable, type Store } from './session/store.ts';
import { readPreference, writePreference } from './storage/preferences.ts';

/** Longest text that systems show of a notice, about. */
const MAX_BODY_LENGTH = 160;

/** Parts of the specification that TypeScript's library does not have. */
interface ReplacingOptions extends NotificationOptions {
  /** Draws attention again where a notice replaces another. */
  readonly renotify?: boolean;
}

type NotificationClass = Pick<typeof Notification, 'permission' | 'requestPermission'> &
  (new (
    title: string,
    options?: ReplacingOptions,
  ) => Notification);

export class BrowserNotifier implements Notifier {
  readonly #class: NotificationClass | undefined;
  readonly #state: Store<NoticeState> = createStore<NoticeState>('off');
  readonly #shown = new Map<string, Notification>();

  constructor(notificationClass: NotificationClass | undefined = globalThis.Notification) {
    this.#class = notificationClass;
  }

  get state(): Readable<NoticeState> {
    return this.#state;
  }

  /** Finds out how things stand; asks nothing. */
  async load(): Promise<void> {
    if (this.#class === undefined || this.#class.permission === 'denied') return;
    if ((await readPreference('notices')) === 'off') return;
    if (this.#class.permission === 'granted') this.#state.set('on');
    else if (canBeMade(this.#class)) this.#state.set('offered');
  }

  turnOn(): void {
    this.#class?.requestPermission().then(
      (permission) => {
        // `default`: the question was closed without an answer, and can be asked again.
        if (permission === 'default') return;
        this.#state.set(permission === 'granted' ? 'on' : 'blocked');
      },
      () => this.#state.set('blocked'),
    );
  }

  turnDown(): void {
    this.#state.set('off');
    void writePreference('notices', 'off');
  }

  show(tag: string, { title, body }: Notice, onOpen: () => void): void {
    if (this.#class === undefined || this.#state.value !== 'on') return;
    let shown: Notification;
    try {
      shown = new this.#class(title, { body: shorten(body), tag, renotify: true, icon: '/icon.svg' });
    } catch {
      this.#state.set('off');
      return;
    }
    this.#shown.set(tag, shown);
    shown.addEventListener('click', () => {
      shown.close();
      window.focus();
      onOpen();
    });
  }

  clear(tag: string): void {
    this.#shown.get(tag)?.close();
    this.#shown.delete(tag);
  }
}

/** Phones' browsers have the class, and throw: there only a service worker may. Without permission nothing shows. */
function canBeMade(notificationClass: NotificationClass): boolean {
  try {
    new notificationClass('').close();
    return true;
  } catch {
    return false;
  }
}

/** Cut between characters, not within one. */
function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= MAX_BODY_LENGTH
    ? text
    : `${characters.slice(0, MAX_BODY_LENGTH - 1).join('')}…`;
}
