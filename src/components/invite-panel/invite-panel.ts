// The ways in for the customer: the support link and the support key, what to do with them, and what became of
// attempts to use them.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Check, Copy, MessageSquareText } from 'lucide';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import { inviteMessage } from '../../i18n/invite-message.ts';
import {
  chooseLanguage,
  directionOf,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
} from '../../i18n/language.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import type { TechnicianProfile } from '../../protocol/session-api.ts';
import { formatSupportKey } from '../../protocol/support-key.ts';
import { type ConnectionState, IDLE } from '../../session/connection-state.ts';
import { NO_SUPPORT_KEY, type SupportKeyState } from '../../session/support-key-state.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../error-notice/error-notice.ts';
import '../icon/icon.ts';
import '../invite-key/invite-key.ts';
import '../qr-code/qr-code.ts';
import { CopyController } from './copy-controller.ts';
import { invitePanelStyles } from './invite-panel.styles.ts';

/**
 * @summary Shows the support link and the support key of a session that nobody has joined.
 * @event deskside-retry-request - Waiting was impossible: try again.
 * @event deskside-new-key-request - There is no support key: make one.
 */
@customElement('deskside-invite-panel')
export class InvitePanel extends DesksideElement {
  static override styles = invitePanelStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  /** Who invites. Without it there is no message to copy. */
  @property({ attribute: false }) technician: TechnicianProfile | null = null;
  @property({ attribute: false }) supportLink = '';
  @property({ attribute: false }) supportKey: SupportKeyState = NO_SUPPORT_KEY;
  @property({ attribute: false }) connection: ConnectionState = IDLE;
  /** When the unused link stops working, in ms since the epoch; `null` where that is not known. */
  @property({ attribute: false }) linkExpiresAtMs: number | null = null;

  /** What the message is written in, once chosen; until then, what the console is. */
  @state() private customerLanguage: Language | null = null;

  readonly #copying = new CopyController<'link' | 'message'>(this);

  /** Focuses what is most likely wanted first. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button.primary')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('supportLink') || changed.has('supportKey') || changed.has('technician'))
      this.#copying.forget();
  }

  protected override render() {
    if (this.words === null) return nothing;
    const words = this.words.invite;
    const { copied, failed } = this.#copying;
    return html`
      <section aria-labelledby="title">
        <h1 id="title">${words.title}</h1>
        <p>${words.intro}</p>
        <div class="give">
          <div class="ways">
            <label for="link">${words.link}</label>
            <input id="link" type="text" dir="ltr" readonly .value=${this.supportLink} @focus=${selectAll} />
            <div class="buttons">
              <button class="primary" @click=${this.#copyLink}>
                <deskside-icon .icon=${copied === 'link' ? Check : Copy}></deskside-icon>${words.copy}
              </button>
              ${this.#renderCopyMessage(words)}
            </div>
            <p class="copied small" aria-live="polite">${copied === null ? nothing : words.copied}</p>
          </div>
          <deskside-qr-code .text=${this.supportLink} .name=${words.qrCode}></deskside-qr-code>
        </div>
        <deskside-invite-key
          .words=${this.words}
          .supportKey=${this.supportKey}
          .address=${this.#address}
        ></deskside-invite-key>
        ${failed === null ? nothing : this.#renderNotice('copy-failed', false)}
        ${failed === 'message' ? this.#renderMessage(words) : nothing}
        ${this.#renderProblem()}
        ${this.#renderSteps(words)}
        <ul class="muted">
          <li>${words.once} ${this.#renderExpiry()}</li>
          <li>${words.keepSecret}</li>
          <li>${words.keepOpen}</li>
        </ul>
      </section>
    `;
  }

  #renderCopyMessage(words: TechnicianWords['invite']) {
    if (this.technician === null) return nothing;
    const icon = this.#copying.copied === 'message' ? Check : MessageSquareText;
    return html`
      <button @click=${this.#copyMessage}>
        <deskside-icon .icon=${icon}></deskside-icon>${words.copyMessage}
      </button>
      <label class="language">
        <span>${words.customerLanguage}</span>
        <select @change=${this.#chooseLanguage}>
          ${LANGUAGES.map(
            (language) => html`
              <option lang=${language} value=${language} .selected=${language === this.#language}>
                ${LANGUAGE_NAMES[language]}
              </option>
            `,
          )}
        </select>
      </label>
    `;
  }

  /** For copying by hand. */
  #renderMessage(words: TechnicianWords['invite']) {
    return html`
      <label for="message">${words.message}</label>
      <textarea
        id="message"
        rows="5"
        readonly
        lang=${this.#language}
        dir=${directionOf(this.#language)}
        .value=${this.#message}
        @focus=${selectAll}
      ></textarea>
    `;
  }

  /** The way of an attempt; all steps are still to come while the server is being reached. */
  #renderSteps({ stepsTitle, steps }: TechnicianWords['invite']) {
    const current = currentStep(this.connection);
    const labels = [steps.opens, steps.connects, steps.proves];
    return html`
      <ol class="steps" aria-label=${stepsTitle}>
        ${labels.map(
          (label, index) => html`
            <li
              class=${current !== null && index < current ? 'done' : nothing}
              aria-current=${index === current ? 'step' : nothing}
            >
              ${label}
            </li>
          `,
        )}
      </ol>
    `;
  }

  #renderProblem() {
    const { connection } = this;
    if (connection.phase === 'failed') return this.#renderNotice(connection.code, true);
    if (connection.phase === 'waiting' && connection.refused !== null) {
      return this.#renderNotice(connection.refused, false);
    }
    return nothing;
  }

  #renderNotice(code: ErrorCode, canRetry: boolean) {
    return html`<deskside-error-notice
      .words=${this.words}
      .code=${code}
      .canRetry=${canRetry}
    ></deskside-error-notice>`;
  }

  #renderExpiry() {
    if (this.words === null || this.linkExpiresAtMs === null) return nothing;
    const format = new Intl.DateTimeFormat(this.words.language, {
      weekday: 'long',
      hour: 'numeric',
      minute: '2-digit',
    });
    return this.words.invite.until(format.format(this.linkExpiresAtMs));
  }

  get #language(): Language {
    return this.customerLanguage ?? chooseLanguage(this.words === null ? [] : [this.words.language]);
  }

  get #message(): string {
    const { technician, supportLink } = this;
    if (technician === null) return '';
    const key = this.supportKey.phase === 'ready' ? formatSupportKey(this.supportKey.key) : null;
    return inviteMessage(this.#language, {
      ...technician,
      supportLink,
      supportKey: key === null ? null : { key, address: this.#address },
    });
  }

  /** Where the key can be typed: the customer's page, without what nobody has to type. */
  get #address(): string {
    const [page = ''] = this.supportLink.split('#');
    return page.replace(/^https?:\/\//, '').replace(/\/$/, '');
  }

  readonly #chooseLanguage = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const wanted = event.target.value;
    this.customerLanguage = LANGUAGES.find((known) => known === wanted) ?? null;
    // It was said of the message in the other language.
    this.#copying.forget();
  };

  readonly #copyLink = (): Promise<void> => this.#copy('link', this.supportLink);

  readonly #copyMessage = (): Promise<void> => this.#copy('message', this.#message);

  async #copy(name: 'link' | 'message', text: string): Promise<void> {
    await this.#copying.copy(name, text);
    // What could not be copied is selected, to be copied by hand.
    if (this.#copying.failed === name) this.renderRoot.querySelector<HTMLElement>(`#${name}`)?.focus();
  }
}

function selectAll(event: FocusEvent): void {
  const { target } = event;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select();
}

/** Which step an attempt to join is at; `null` while nobody can come. */
function currentStep(connection: ConnectionState): number | null {
  if (connection.phase === 'waiting') return 0;
  if (connection.phase !== 'connecting' || connection.step === 'server') return null;
  return connection.step === 'peer' ? 1 : 2;
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-invite-panel': InvitePanel;
  }
}
