// One press of keys that stops everything, wherever the focus is in the document that the element is in.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { operatingSystem } from '../operating-system.ts';

/** The keys as they are printed on this system's keyboards. */
export function stopShortcut(): string {
  return operatingSystem() === 'mac' ? '⌘ ⇧ X' : 'Ctrl + Shift + X';
}

/** The same for `aria-keyshortcuts`. */
export function stopShortcutForAria(): string {
  return operatingSystem() === 'mac' ? 'Meta+Shift+X' : 'Control+Shift+X';
}

export class StopShortcutController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onPress: () => void;
  #listening: AbortController | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, onPress: () => void) {
    this.#host = host;
    this.#onPress = onPress;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // Before anything else can take the key, such as a dialog.
    this.#host.ownerDocument.addEventListener('keydown', this.#handleKey, { signal, capture: true });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const isHeld = event.shiftKey && !event.altKey && event.ctrlKey !== event.metaKey;
    if (!isHeld || event.repeat || event.key.toLowerCase() !== 'x') return;
    event.preventDefault();
    event.stopPropagation();
    this.#onPress();
  };
}
