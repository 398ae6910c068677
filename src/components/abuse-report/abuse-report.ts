// Reports a session to whoever runs the server: why, in one's own words, and what is sent. In the session and after it,
// in front of whatever the page shows. Its words are its own and loaded with it.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { CircleCheck } from 'lucide';
import type { AbuseWords } from '../../i18n/en/abuse.ts';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import { dateTimeText } from '../../i18n/format.ts';
import { loadAbuseWords } from '../../i18n/load-abuse-words.ts';
import { ABUSE_REASONS, type AbuseReport, MAX_ABUSE_TEXT_LENGTH } from '../../protocol/abuse-report.ts';
import { type ErrorCode, errorCodeOf } from '../../protocol/deskside-error.ts';
import type { TechnicianProfile } from '../../protocol/session-api.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../error-notice/error-notice.ts';
import '../icon/icon.ts';
import { abuseReportStyles } from './abuse-report.styles.ts';

type Phase =
  | { readonly phase: 'closed' }
  | { readonly phase: 'asking'; readonly problem: ErrorCode | null }
  | { readonly phase: 'sending' }
  | { readonly phase: 'sent'; readonly reference: string };

/**
 * @summary The dialog in which a customer reports a session.
 * @event deskside-stop-all-request - End the session at once.
 */
@customElement('deskside-abuse-report')
export class AbuseReportDialog extends DesksideElement {
  static override styles = abuseReportStyles;

  @property({ attribute: false }) words: CustomerWords | null = null;
  @property({ attribute: false }) technician: TechnicianProfile | null = null;
  /** Whether there is a session that can be ended. */
  @property({ attribute: false }) isInSession = false;
  /** Takes the report and resolves with its reference; rejects with a `DesksideError`. */
  @property({ attribute: false }) report: ((report: AbuseReport) => Promise<string>) | null = null;

  @state() private own: AbuseWords | null = null;
  @state() private at: Phase = { phase: 'closed' };
  @state() private reason: AbuseReport['reason'] | null = null;
  /** When the dialog was opened, in ms since the epoch. */
  #openedAtMs = 0;

  /** Asks what happened. */
  open(): void {
    if (this.at.phase !== 'closed') return;
    this.#openedAtMs = Date.now();
    this.reason = null;
    this.at = { phase: 'asking', problem: null };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { words } = this;
    if (words === null || (!changed.has('words') && this.own !== null)) return;
    // What cannot be had now is asked for again when it is wanted.
    loadAbuseWords(words).then(
      (own) => {
        if (words === this.words) this.own = own;
      },
      () => {},
    );
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    const isOpen = this.at.phase !== 'closed';
    if (dialog === null || dialog.open === isOpen) return;
    if (isOpen) dialog.showModal();
    else dialog.close();
  }

  protected override render() {
    const { words, own, technician } = this;
    if (words === null || own === null || technician === null) return nothing;
    return html`
      <dialog aria-labelledby="heading" @close=${this.#close}>
        ${
          this.at.phase === 'closed'
            ? nothing
            : this.at.phase === 'sent'
              ? this.#renderSent(own, this.at.reference)
              : this.#renderForm(words, own, technician)
        }
      </dialog>
    `;
  }

  #renderForm(words: CustomerWords, own: AbuseWords, { name, organisation }: TechnicianProfile) {
    const isSending = this.at.phase === 'sending';
    const problem = this.at.phase === 'asking' ? this.at.problem : null;
    const errors = { ...words, errors: { ...words.errors, ...own.errors } };
    const who = organisation === null ? name : `${name} (${organisation})`;
    return html`
      <form @submit=${this.#send}>
        <h2 id="heading">${own.title}</h2>
        <p>${own.intro(location.host)}</p>
        <fieldset>
          <legend>${own.reason}</legend>
          ${ABUSE_REASONS.map(
            (reason) => html`
              <label>
                <input
                  type="radio"
                  name="reason"
                  .checked=${this.reason === reason}
                  @change=${() => this.#choose(reason)}
                />
                <span>${own.reasons[reason]}</span>
              </label>
            `,
          )}
        </fieldset>
        <label class="text">
          <span>${own.text}</span>
          <textarea rows="3" dir="auto" maxlength=${MAX_ABUSE_TEXT_LENGTH} aria-describedby="limit"></textarea>
        </label>
        <p id="limit" class="small">${own.limit(MAX_ABUSE_TEXT_LENGTH)}</p>
        ${
          this.isInSession
            ? html`<label><input type="checkbox" class="end" checked /><span>${own.end}</span></label>`
            : nothing
        }
        <p class="small">${own.contents(who, dateTimeText(this.#openedAtMs, words.language))}</p>
        ${
          problem === null
            ? nothing
            : html`<deskside-error-notice .words=${errors} .code=${problem}></deskside-error-notice>`
        }
        <div class="answers">
          <button type="submit" class="primary" ?disabled=${isSending || this.reason === null}>
            ${isSending ? own.sending : own.send}
          </button>
          <button type="button" @click=${this.#close}>${own.cancel}</button>
        </div>
      </form>
    `;
  }

  #renderSent(own: AbuseWords, reference: string) {
    return html`
      <h2 id="heading" tabindex="-1">
        <deskside-icon .icon=${CircleCheck}></deskside-icon>
        <span>${own.received(reference)}</span>
      </h2>
      <p>${own.keep}</p>
      <div class="answers">
        <button type="button" class="primary" @click=${this.#close}>${own.close}</button>
      </div>
    `;
  }

  #choose(reason: AbuseReport['reason']): void {
    this.reason = reason;
  }

  readonly #close = (): void => {
    this.at = { phase: 'closed' };
  };

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { report, reason } = this;
    if (report === null || reason === null || this.at.phase !== 'asking') return;
    const text = this.renderRoot.querySelector('textarea')?.value.trim() ?? '';
    const isEndWanted = this.renderRoot.querySelector<HTMLInputElement>('.end')?.checked === true;
    this.at = { phase: 'sending' };
    // What is seen and heard stops first; the report can wait for the network.
    if (isEndWanted) this.emit('deskside-stop-all-request');
    let outcome: Phase;
    try {
      outcome = { phase: 'sent', reference: await report({ reason, text }) };
    } catch (error) {
      outcome = { phase: 'asking', problem: errorCodeOf(error, 'server-unreachable') };
    }
    // Whoever gave up waiting is not asked again.
    if (this.at.phase !== 'sending') return;
    this.at = outcome;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h2[tabindex]')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-abuse-report': AbuseReportDialog;
  }
}
