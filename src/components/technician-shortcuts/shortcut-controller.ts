// Single-key shortcuts of an element, while it is in the document. They rest while somebody types, answers a
// dialog or walks a menu, and can be turned off altogether (WCAG 2.1, success criterion 2.1.4).

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What each key does; a key is written as `KeyboardEvent.key` in lower case. */
export type ShortcutActions = Readonly<Record<string, () => void>>;

export class ShortcutController implements ReactiveController {
  readonly #actions: () => ShortcutActions;

  /** `actions` is asked at each key, so it says what is possible at that moment. */
  constructor(host: ReactiveControllerHost, actions: () => ShortcutActions) {
    this.#actions = actions;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.#handleKeydown);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#handleKeydown);
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.repeat || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.composedPath().some(wantsKeys)) return;
    const action = this.#actions()[event.key.toLowerCase()];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
}

const KEYLESS_INPUTS = new Set(['button', 'checkbox', 'radio', 'submit', 'reset', 'file', 'range']);

/** Whether keys pressed within `target` mean something there. */
function wantsKeys(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !KEYLESS_INPUTS.has(target.type);
  return (
    target.isContentEditable || target.matches('textarea, select, dialog, [role="menu"], [role="listbox"]')
  );
}
