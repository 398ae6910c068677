// The menu behind "File transfer". It stands in the top layer, because the toolbar clips what leaves it.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FileUp, ListChecks } from 'lucide';
import type { FileWords } from '../../i18n/en/files.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import { fileMenuStyles } from './file-menu.styles.ts';

/** What stays free around the menu, in CSS pixels. */
const GAP_PX = 8;

/**
 * @summary Send files, or see how transfers stand.
 * @event deskside-choose-files-request - Choose files to send.
 * @event deskside-view-files-request - Show the transfers.
 * @event deskside-menu-close - `{ returnsFocus }`: the menu wants to be closed.
 */
@customElement('deskside-file-menu')
export class FileMenu extends DesksideElement {
  static override styles = fileMenuStyles;

  @property({ attribute: false }) words: FileWords | null = null;
  @property({ attribute: false }) otherName = '';
  /** Whether files may be sent in this session; what came in can be looked at all the same. */
  @property({ attribute: false }) canSend = true;
  @property({ attribute: false }) isOpen = false;
  /** The button that the menu belongs to: it is placed beside it. */
  @property({ attribute: false }) opener: HTMLElement | null = null;

  #listening: AbortController | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('isOpen')) return;
    this.#listening?.abort();
    if (!this.isOpen) return;
    this.#menu?.showPopover?.();
    this.#place();
    this.#items[0]?.focus();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const view = this.ownerDocument.defaultView;
    this.ownerDocument.addEventListener('pointerdown', this.#handleOutside, { signal, capture: true });
    view?.addEventListener('resize', () => this.#close(false), { signal });
    view?.addEventListener('blur', () => this.#close(false), { signal });
  }

  protected override render() {
    const { words } = this;
    if (words === null || !this.isOpen) return nothing;
    const { menu } = words;
    return html`
      <div
        class="menu"
        role="menu"
        aria-label=${menu.button}
        popover="manual"
        @keydown=${this.#handleKey}
        @focusout=${this.#handleFocusOut}
      >
        ${
          this.canSend
            ? html`<button type="button" role="menuitem" tabindex="-1" @click=${this.#send}>
                <deskside-icon .icon=${FileUp}></deskside-icon><span>${menu.send(this.otherName)}</span>
              </button>`
            : nothing
        }
        <button type="button" role="menuitem" tabindex="-1" @click=${this.#view}>
          <deskside-icon .icon=${ListChecks}></deskside-icon><span>${menu.viewStatus}</span>
        </button>
      </div>
    `;
  }

  get #menu(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.menu');
  }

  get #items(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('[role="menuitem"]')];
  }

  /**
   * Above its button where there is more room, beneath it elsewhere, towards the middle of the window. It is held by
   * those edges, so that it stays inside however large it gets.
   */
  #place(): void {
    const menu = this.#menu;
    const anchor = this.opener?.getBoundingClientRect();
    if (menu === null || anchor === undefined) return;
    const { clientWidth, clientHeight } = this.ownerDocument.documentElement;
    const isAbove = anchor.top > clientHeight - anchor.bottom;
    const isAtRight = anchor.left + anchor.right > clientWidth;
    const { style } = menu;
    if (isAbove) style.bottom = `${clientHeight - anchor.top + GAP_PX}px`;
    else style.top = `${anchor.bottom + GAP_PX}px`;
    if (isAtRight) style.right = `${Math.max(GAP_PX, clientWidth - anchor.right)}px`;
    else style.left = `${Math.max(GAP_PX, anchor.left)}px`;
  }

  #close(returnsFocus: boolean): void {
    if (this.isOpen) this.emit('deskside-menu-close', { returnsFocus });
  }

  readonly #send = (): void => {
    this.#close(true);
    this.emit('deskside-choose-files-request');
  };

  readonly #view = (): void => {
    this.#close(true);
    this.emit('deskside-view-files-request');
  };

  readonly #handleOutside = (event: Event): void => {
    const path = event.composedPath();
    // The opener's own click closes it: closed here already, that click would open it again.
    if (path.includes(this) || (this.opener !== null && path.includes(this.opener))) return;
    this.#close(false);
  };

  readonly #handleFocusOut = (event: FocusEvent): void => {
    const { relatedTarget } = event;
    if (relatedTarget instanceof Node && this.#menu?.contains(relatedTarget) === true) return;
    // The window lost the focus, or a press elsewhere takes it: both are looked at where they happen.
    if (relatedTarget !== null && relatedTarget !== this.opener) this.#close(false);
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    switch (event.key) {
      case 'ArrowDown':
        items.at((at + 1) % items.length)?.focus();
        break;
      case 'ArrowUp':
        items.at(at - 1)?.focus();
        break;
      case 'Home':
        items.at(0)?.focus();
        break;
      case 'End':
        items.at(-1)?.focus();
        break;
      case 'Escape':
      case 'Tab':
        this.#close(true);
        break;
      default:
        return;
    }
    // A Tab only leaves the menu, to where it was opened from.
    event.preventDefault();
    event.stopPropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-file-menu': FileMenu;
  }
}
