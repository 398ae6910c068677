// Chooses the language of the page. Each language is listed under its own name.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Globe } from 'lucide';
import type { SharedWords } from '../../i18n/en/shared.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../i18n/language.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import { languageMenuStyles } from './language-menu.styles.ts';

/**
 * @summary A small menu of languages.
 * @event deskside-language-request - `{ language }`: the person wants another language.
 */
@customElement('deskside-language-menu')
export class LanguageMenu extends DesksideElement {
  static override styles = languageMenuStyles;

  @property({ attribute: false }) words: SharedWords | null = null;
  @property({ attribute: false }) language: Language = 'en';

  protected override render() {
    if (this.words === null) return nothing;
    return html`
      <label>
        <deskside-icon .icon=${Globe}></deskside-icon>
        <span class="visually-hidden">${this.words.languageLabel}</span>
        <select @change=${this.#handleChange}>
          ${LANGUAGES.map(
            (language) => html`
              <option lang=${language} value=${language} .selected=${language === this.language}>
                ${LANGUAGE_NAMES[language]}
              </option>
            `,
          )}
        </select>
      </label>
    `;
  }

  readonly #handleChange = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const wanted = event.target.value;
    const language = LANGUAGES.find((known) => known === wanted);
    if (language !== undefined) this.emit('deskside-language-request', { language });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-language-menu': LanguageMenu;
  }
}
