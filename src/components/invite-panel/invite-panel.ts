// The way in for the customer: the support link, what to do with it, and what became of attempts to use it.

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Check, Copy } from 'lucide';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import { type ConnectionState, IDLE } from '../../session/connection-state.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../error-notice/error-notice.ts';
import '../icon/icon.ts';
import { invitePanelStyles } from './invite-panel.styles.ts';

/**
 * @summary Shows the support link of a session that nobody has joined.
 * @event deskside-retry-request - Waiting was impossible: try again.
 */
@customElement('deskside-invite-panel')
export class InvitePanel extends DesksideElement {
  static override styles = invitePanelStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) supportLink = '';
  @property({ attribute: false }) connection: ConnectionState = IDLE;
  /** When the unused link stops working, in ms since the epoch; `null` where that is not known. */
  @property({ attribute: false }) linkExpiresAtMs: number | null = null;

  @state() private copying: 'not-yet' | 'copied' | 'failed' = 'not-yet';

  /** Focuses what is most likely wanted first. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button.primary')?.focus(options);
  }

  protected override render() {
    if (this.words === null) return nothing;
    const words = this.words.invite;
    const isCopied = this.copying === 'copied';
    return html`
      <section aria-labelledby="title">
        <h1 id="title">${words.title}</h1>
        <p>${words.intro}</p>
        <label for="link">${words.link}</label>
        <div class="link">
          <input id="link" type="text" readonly .value=${this.supportLink} @focus=${this.#selectLink} />
          <button class="primary" @click=${this.#copy}>
            <deskside-icon .icon=${isCopied ? Check : Copy}></deskside-icon>${words.copy}
          </button>
        </div>
        <p class="copied small" aria-live="polite">${isCopied ? words.copied : nothing}</p>
        ${this.copying === 'failed' ? this.#renderNotice('copy-failed', false) : nothing}
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

  readonly #selectLink = (event: FocusEvent): void => {
    if (event.target instanceof HTMLInputElement) event.target.select();
  };

  readonly #copy = async (): Promise<void> => {
    // Back to nothing first, so that a second copy is announced again.
    this.copying = 'not-yet';
    try {
      await navigator.clipboard.writeText(this.supportLink);
      this.copying = 'copied';
    } catch {
      this.copying = 'failed';
      this.renderRoot.querySelector('input')?.focus();
    }
  };
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
