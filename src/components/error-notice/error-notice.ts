// Says what happened, what it means and what to do next; the code stands small beneath.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CircleAlert, RotateCw } from 'lucide';
import type { SharedWords } from '../../i18n/en/shared.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import { errorNoticeStyles } from './error-notice.styles.ts';

/**
 * @summary A failure in words.
 * @event deskside-retry-request - The person wants to try again.
 */
@customElement('deskside-error-notice')
export class ErrorNotice extends DesksideElement {
  static override styles = errorNoticeStyles;

  @property({ attribute: false }) words: SharedWords | null = null;
  @property({ attribute: false }) code: ErrorCode | null = null;
  @property({ attribute: false }) canRetry = false;

  protected override render() {
    const { words, code } = this;
    if (words === null || code === null) return nothing;
    const { what, next } = words.errors[code];
    return html`
      <div class="notice" role="alert">
        <deskside-icon .icon=${CircleAlert}></deskside-icon>
        <div class="text">
          <p class="what">${what}</p>
          <p>${next}</p>
          <p class="code">${words.errorCode(code)}</p>
          ${
            this.canRetry
              ? html`<button type="button" @click=${this.#retry}>
                  <deskside-icon .icon=${RotateCw}></deskside-icon>${words.tryAgain}
                </button>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  readonly #retry = (): void => this.emit('deskside-retry-request');
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-error-notice': ErrorNotice;
  }
}
