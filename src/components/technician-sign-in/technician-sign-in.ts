// Before anybody is known: finding out who this is, or the ways to sign in that this server has.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LogIn } from 'lucide';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import { MAX_PASSWORD_LENGTH, MAX_USERNAME_LENGTH } from '../../protocol/limits.ts';
import type { SignInWays } from '../../protocol/session-api.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../error-notice/error-notice.ts';
import '../icon/icon.ts';
import { technicianSignInStyles } from './technician-sign-in.styles.ts';

/**
 * @summary Signs a technician in.
 * @event deskside-sign-in-request - `{ username, password }` or `{ token }`: sign in by these.
 * @event deskside-oidc-request - Go to the organisation's own sign-in.
 * @event deskside-retry-request - Ask the server again who this is.
 */
@customElement('deskside-technician-sign-in')
export class TechnicianSignIn extends DesksideElement {
  static override styles = technicianSignInStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  /** Which ways there are; `null` while the server is being asked who this is. */
  @property({ attribute: false }) ways: SignInWays | null = null;
  /** Whether somebody is being signed in at this moment. */
  @property({ attribute: false }) isBusy = false;
  @property({ attribute: false }) problem: ErrorCode | null = null;

  /** Focuses what is most likely wanted first. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('input, button')?.focus(options);
  }

  protected override render() {
    const { words, ways } = this;
    if (words === null) return nothing;
    return html`<section>${ways === null ? this.#renderLoading(words) : this.#renderWays(words, ways)}</section>`;
  }

  #renderLoading(words: TechnicianWords) {
    return html`
      <h1 class="visually-hidden">${words.consoleName}</h1>
      ${this.problem === null ? html`<p class="muted loading" role="status">${words.loading}</p>` : nothing}
      ${this.#renderProblem(true)}
    `;
  }

  #renderWays(words: TechnicianWords, ways: SignInWays) {
    const { signIn } = words;
    const hasOthers = ways.password || ways.oidc !== null;
    return html`
      <h1>${signIn.title}</h1>
      ${this.#renderProblem(false)}
      ${ways.oidc === null ? nothing : this.#renderOrganisation(signIn, ways.oidc.organisation, !ways.password)}
      ${ways.oidc !== null && ways.password ? html`<p class="or muted">${signIn.or}</p>` : nothing}
      ${ways.password ? this.#renderPassword(signIn) : nothing} ${hasOthers ? nothing : this.#renderToken(signIn)}
      <p class="progress muted" role="status">${this.isBusy ? signIn.busy : nothing}</p>
    `;
  }

  #renderOrganisation(words: TechnicianWords['signIn'], organisation: string | null, isOnly: boolean) {
    return html`<button
      type="button"
      class=${isOnly ? 'primary organisation' : 'organisation'}
      aria-disabled=${this.isBusy}
      @click=${this.#goToOrganisation}
    >
      <deskside-icon .icon=${LogIn}></deskside-icon>${organisation === null ? words.withOwn : words.withOrganisation(organisation)}
    </button>`;
  }

  #renderPassword(words: TechnicianWords['signIn']) {
    return html`
      <form @submit=${this.#submitPassword}>
        <label for="username">${words.username}</label>
        <input
          id="username"
          name="username"
          type="text"
          required
          maxlength=${MAX_USERNAME_LENGTH}
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
        />
        <label for="password">${words.password}</label>
        <input
          id="password"
          name="password"
          type="password"
          required
          maxlength=${MAX_PASSWORD_LENGTH}
          autocomplete="current-password"
        />
        <button class="primary" aria-disabled=${this.isBusy}>${words.submit}</button>
      </form>
    `;
  }

  #renderToken(words: TechnicianWords['signIn']) {
    return html`
      <p>${words.intro}</p>
      <form class="token" @submit=${this.#submitToken}>
        <p class="muted" id="hint">${words.orToken}</p>
        <label for="token">${words.token}</label>
        <div class="field">
          <input
            id="token"
            type="text"
            dir="ltr"
            required
            maxlength="512"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-describedby="hint"
          />
          <button class="primary" aria-disabled=${this.isBusy}>${words.submit}</button>
        </div>
      </form>
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

  #textOf(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
  }

  readonly #goToOrganisation = (): void => {
    if (!this.isBusy) this.emit('deskside-oidc-request');
  };

  readonly #submitPassword = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.isBusy) return;
    this.emit('deskside-sign-in-request', {
      username: this.#textOf('username'),
      password: this.#textOf('password'),
    });
  };

  readonly #submitToken = (event: SubmitEvent): void => {
    event.preventDefault();
    const typed = this.#textOf('token').trim();
    // Whoever pastes the whole link means the token in it.
    const token = typed.slice(typed.indexOf('#') + 1);
    if (token !== '' && !this.isBusy) this.emit('deskside-sign-in-request', { token });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-technician-sign-in': TechnicianSignIn;
  }
}
