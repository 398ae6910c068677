// The keyboard pattern of a toolbar (WAI-ARIA Authoring Practices): one stop for Tab, arrow keys inside.

import type { LitElement, ReactiveController } from 'lit';

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

export class RovingFocusController implements ReactiveController {
  readonly #host: LitElement;
  #current: HTMLButtonElement | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const items = this.#items;
    const focused = this.#host.shadowRoot?.activeElement ?? null;
    const isCurrentUsable = this.#current !== null && items.includes(this.#current);
    const wasFocused = this.#current !== null && this.#current === focused;
    if (!isCurrentUsable) this.#current = items[0] ?? null;
    this.#markStops();
    // A button that was switched off under the focus would drop it out of the toolbar.
    if (!isCurrentUsable && wasFocused) this.#current?.focus();
  }

  /** Puts the focus to the toolbar's stop. */
  focus(): void {
    this.#current?.focus();
  }

  /** For `focusin` on the toolbar: what got the focus becomes the stop. */
  readonly handleFocus = (event: FocusEvent): void => {
    if (!(event.target instanceof HTMLButtonElement)) return;
    this.#current = event.target;
    this.#markStops();
  };

  /** For `keydown` on the toolbar. */
  readonly handleKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const items = this.#items;
    const at = this.#current === null ? -1 : items.indexOf(this.#current);
    const step = this.#stepOf(event.key);
    const to =
      step !== undefined
        ? items.at((at + step) % items.length)
        : event.key === 'Home'
          ? items.at(0)
          : event.key === 'End'
            ? items.at(-1)
            : undefined;
    if (to === undefined) return;
    event.preventDefault();
    to.focus();
  };

  /** What is next on the line is at the left where lines run from right to left. */
  #stepOf(key: string): number | undefined {
    const step = STEPS[key];
    const isTurned = (key === 'ArrowRight' || key === 'ArrowLeft') && this.#host.matches(':dir(rtl)');
    return step !== undefined && isTurned ? -step : step;
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLButtonElement>('[role="toolbar"] button')];
  }

  /** The buttons that can have the focus now. */
  get #items(): HTMLButtonElement[] {
    return this.#buttons.filter((button) => !button.disabled && button.getClientRects().length > 0);
  }

  #markStops(): void {
    for (const button of this.#buttons) button.tabIndex = button === this.#current ? 0 : -1;
  }
}
