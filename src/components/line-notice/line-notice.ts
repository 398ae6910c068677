// What there is to know about the way to the other side: that it is interrupted and what still works, that it is slow,
// or that a reload of this page would end the session.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { CircleAlert, Gauge, LoaderCircle } from 'lucide';
import type { LineWords } from '../../i18n/en/connection.ts';
import type { SharedWords } from '../../i18n/en/shared.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import type { ConnectionState } from '../../session/connection-state.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import { SecondTicker } from '../session-clock/second-ticker.ts';
import '../session-clock/session-clock.ts';
import { lineNoticeStyles } from './line-notice.styles.ts';

/** What most interruptions stay under, in ms: how long one may last is told after that. */
const SHORT_MS = 60_000;

/** @summary Tells of a connection that is interrupted or slow, and of a session that can't be kept. */
@customElement('deskside-line-notice')
export class LineNotice extends DesksideElement {
  static override styles = lineNoticeStyles;

  @property({ attribute: false }) words: (SharedWords & { readonly line: LineWords }) | null = null;
  @property({ attribute: false }) connection: ConnectionState | null = null;
  /** Why the session is not kept. */
  @property({ attribute: false }) keeping: ErrorCode | null = null;
  /** The other person's name, as it is said. */
  @property({ attribute: false }) otherName = '';

  /** What was read about keeping. */
  @state() private readKeeping: ErrorCode | null = null;

  constructor() {
    super();
    new SecondTicker(this, () => (this.#isLong ? null : this.#awayMs));
  }

  /** How long the connection has been interrupted, in ms; `null` while it is not. */
  get #awayMs(): number | null {
    return this.connection?.phase === 'interrupted' ? Date.now() - this.connection.sinceMs : null;
  }

  get #isLong(): boolean {
    return this.#awayMs !== null && this.#awayMs >= SHORT_MS;
  }

  protected override render() {
    const { words, connection } = this;
    if (words === null || connection === null) return nothing;
    // It stays in the page, so that what comes into it is announced.
    return html`
      <div aria-live="polite" class=${this.#isEmpty(connection) ? 'visually-hidden' : nothing}>
        ${this.#renderLine(words, connection)}
      </div>
      ${this.#renderKeeping(words)}
    `;
  }

  #isEmpty(connection: ConnectionState): boolean {
    return connection.phase !== 'interrupted' && !(connection.phase === 'connected' && connection.isPoor);
  }

  #renderLine(
    { line }: { readonly line: LineWords },
    connection: ConnectionState,
  ): TemplateResult | typeof nothing {
    if (connection.phase === 'connected' && connection.isPoor) {
      return html`<div class="notice">
        <deskside-icon .icon=${Gauge}></deskside-icon>
        <p>${line.poor}</p>
      </div>`;
    }
    if (connection.phase !== 'interrupted') return nothing;
    return html`<div class="notice">
      <deskside-icon .icon=${LoaderCircle}></deskside-icon>
      <div class="words">
        <p class="what">${line.causes[connection.cause](this.otherName)}</p>
        <p>${line.meanwhile}</p>
        ${this.#isLong ? html`<p>${line.limit}</p>` : nothing}
        <p class="since">
          ${line.since} <deskside-session-clock .sinceMs=${connection.sinceMs}></deskside-session-clock>
        </p>
      </div>
    </div>`;
  }

  #renderKeeping(words: SharedWords & { readonly line: LineWords }): TemplateResult | typeof nothing {
    const { keeping } = this;
    if (keeping === null || keeping === this.readKeeping) return nothing;
    const { what, next } = words.errors[keeping];
    return html`<div class="notice" role="alert">
      <deskside-icon .icon=${CircleAlert}></deskside-icon>
      <div class="words">
        <p class="what">${what}</p>
        <p>${next}</p>
        <p class="code">${words.errorCode(keeping)}</p>
      </div>
      <button type="button" @click=${this.#dismiss}>${words.line.dismiss}</button>
    </div>`;
  }

  readonly #dismiss = (): void => {
    this.readKeeping = this.keeping;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-line-notice': LineNotice;
  }
}
