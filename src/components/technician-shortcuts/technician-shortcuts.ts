// The dialog that lists the console's keyboard shortcuts and turns them off and on.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { X } from 'lucide';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import { printedKey, SHORTCUT_KEYS, type ShortcutName } from './shortcut-keys.ts';
import { technicianShortcutsStyles } from './technician-shortcuts.styles.ts';

const NAMES = Object.keys(SHORTCUT_KEYS) as ShortcutName[];

/**
 * @summary Lists the keyboard shortcuts in a modal dialog.
 * @event deskside-shortcuts-request - `{ isEnabled }`: turn single-key shortcuts on or off.
 * @event deskside-close-request - The dialog was closed.
 */
@customElement('deskside-technician-shortcuts')
export class TechnicianShortcuts extends DesksideElement {
  static override styles = technicianShortcutsStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) isOpen = false;
  @property({ attribute: false }) hasShortcuts = true;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('isOpen') && !changed.has('words')) return;
    const dialog = this.#dialog;
    if (this.isOpen && dialog?.open === false) dialog.showModal();
    if (!this.isOpen && dialog?.open === true) dialog.close();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  protected override render() {
    if (this.words === null) return nothing;
    const { shortcuts } = this.words;
    return html`
      <dialog aria-labelledby="title" @close=${this.#handleClose}>
        <div class="heading">
          <h2 id="title">${shortcuts.title}</h2>
          <button class="quiet icon-only" aria-label=${shortcuts.close} title=${shortcuts.close} @click=${this.#close}>
            <deskside-icon .icon=${X}></deskside-icon>
          </button>
        </div>
        <p class="muted small">${shortcuts.intro}</p>
        <dl>
          ${NAMES.map(
            (name) => html`
              <div>
                <dt>${shortcuts.actions[name]}</dt>
                <dd><kbd dir="ltr">${printedKey(name)}</kbd></dd>
              </div>
            `,
          )}
        </dl>
        <label>
          <input type="checkbox" .checked=${this.hasShortcuts} @change=${this.#handleToggle} />
          ${shortcuts.isEnabled}
        </label>
      </dialog>
    `;
  }

  readonly #close = (): void => {
    this.#dialog?.close();
  };

  readonly #handleClose = (): void => {
    if (this.isOpen) this.emit('deskside-close-request');
  };

  readonly #handleToggle = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.emit('deskside-shortcuts-request', { isEnabled: event.target.checked });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-technician-shortcuts': TechnicianShortcuts;
  }
}
