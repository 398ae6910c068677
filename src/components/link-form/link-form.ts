// Asks for a support link, where the page was opened without one or with one that leads nowhere.

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ArrowRight } from 'lucide';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import { linkFormStyles } from './link-form.styles.ts';

/**
 * @summary A field for a support link.
 * @event deskside-link-request - `{ text }`: open this link.
 */
@customElement('deskside-link-form')
export class LinkForm extends DesksideElement {
  static override styles = linkFormStyles;

  @property({ attribute: false }) words: CustomerWords | null = null;

  @state() private isMissing = false;

  protected override render() {
    if (this.words === null) return nothing;
    const { link } = this.words;
    return html`
      <form novalidate @submit=${this.#handleSubmit}>
        <label for="link">${link.field}</label>
        <input
          id="link"
          type="text"
          inputmode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          placeholder="https://"
          aria-invalid=${this.isMissing}
          aria-describedby="missing"
          @input=${this.#handleInput}
        />
        <p id="missing" class="missing" aria-live="polite">${this.isMissing ? link.empty : nothing}</p>
        <button type="submit" class="primary">
          ${link.submit}<deskside-icon .icon=${ArrowRight}></deskside-icon>
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
    else this.emit('deskside-link-request', { text });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-link-form': LinkForm;
  }
}
