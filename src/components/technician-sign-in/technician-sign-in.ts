// Before anybody is known: finding out who this is, or asking for the token of the sign-in link.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../error-notice/error-notice.ts';
import { technicianSignInStyles } from './technician-sign-in.styles.ts';

/**
 * @summary Signs a technician in.
 * @event deskside-sign-in-request - `{ token }`: sign in with this token.
 * @event deskside-retry-request - Ask the server again who this is.
 */
@customElement('deskside-technician-sign-in')
export class TechnicianSignIn extends DesksideElement {
  static override styles = technicianSignInStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  /** Whether the server is being asked who this is. */
  @property({ attribute: false }) isLoading = false;
  @property({ attribute: false }) problem: ErrorCode | null = null;

  /** Focuses what is most likely wanted first. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  protected override render() {
    if (this.words === null) return nothing;
    return html`<section>${this.isLoading ? this.#renderLoading() : this.#renderForm(this.words.signIn)}</section>`;
  }

  #renderLoading() {
    return html`
      <h1 class="visually-hidden">${this.words?.consoleName}</h1>
      ${this.problem === null ? html`<p class="muted loading" role="status">${this.words?.loading}</p>` : nothing}
      ${this.#renderProblem(true)}
    `;
  }

  #renderForm(words: TechnicianWords['signIn']) {
    return html`
      <h1>${words.title}</h1>
      <p>${words.intro}</p>
      <form @submit=${this.#handleSubmit}>
        <p class="muted" id="hint">${words.orToken}</p>
        <label for="token">${words.token}</label>
        <div class="field">
          <input
            id="token"
            type="text"
            required
            maxlength="256"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-describedby="hint"
          />
          <button class="primary">${words.submit}</button>
        </div>
      </form>
      ${this.#renderProblem(false)}
    `;
  }

  #renderProblem(canRetry: boolean) {
    if (this.problem === null) return nothing;
    return html`<deskside-error-notice
      .words=${this.words}
      .code=${this.problem}
      .canRetry=${canRetry}
    ></deskside-error-notice>`;
  }

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const typed = this.renderRoot.querySelector('input')?.value.trim() ?? '';
    // Whoever pastes the whole link means the token in it.
    const token = typed.slice(typed.indexOf('#') + 1);
    if (token !== '') this.emit('deskside-sign-in-request', { token });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-technician-sign-in': TechnicianSignIn;
  }
}
