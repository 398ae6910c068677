// Asks for a support key or a support link, where the page was opened with neither or with one that leads nowhere.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ArrowRight } from 'lucide';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import { keyFormStyles } from './key-form.styles.ts';

/**
 * @summary A field for a support key or a support link.
 * @event deskside-open-request - `{ text }`: go where this key or link leads.
 */
@customElement('deskside-key-form')
export class KeyForm extends DesksideElement {
  static override styles = keyFormStyles;

  @property({ attribute: false }) words: CustomerWords | null = null;
  /** What was typed last and did not lead anywhere: it is there to be put right. */
  @property({ attribute: false }) text = '';

  @state() private isMissing = false;

  /** Puts the cursor into the field, behind what is there. */
  override focus(options?: FocusOptions): void {
    this.#field?.focus(options);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const field = this.#field;
    // Only what is given from outside: what a person is typing is theirs.
    if (field !== null && changed.has('text')) field.value = this.text;
  }

  protected override render() {
    if (this.words === null) return nothing;
    const { keyForm } = this.words;
    // A key is typed and a link is pasted, so phones show digits; pasting works there all the same. What is typed
    // stays as it was typed: a field that puts in dashes by itself fights whoever corrects a digit.
    return html`
      <form novalidate @submit=${this.#handleSubmit}>
        <label for="key">${keyForm.field}</label>
        <input
          id="key"
          type="text"
          dir="ltr"
          inputmode="numeric"
          enterkeyhint="go"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-invalid=${this.isMissing}
          aria-describedby="hint missing"
          @input=${this.#handleInput}
        />
        <p id="hint" class="hint">${keyForm.hint}</p>
        <p id="missing" class="missing" aria-live="polite">${this.isMissing ? keyForm.empty : nothing}</p>
        <button type="submit" class="primary">
          ${keyForm.submit}<deskside-icon directional .icon=${ArrowRight}></deskside-icon>
        </button>
      </form>
    `;
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  readonly #handleInput = (): void => {
    this.isMissing = false;
  };

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    const text = this.#field?.value.trim() ?? '';
    this.isMissing = text === '';
    if (this.isMissing) this.#field?.focus();
    else this.emit('deskside-open-request', { text });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-key-form': KeyForm;
  }
}
