// Offers notices where they are first of use, and says so when the browser forbids them.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { BellRing } from 'lucide';
import type { SharedWords } from '../../i18n/en/shared.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import { noticeOfferStyles } from './notice-offer.styles.ts';
import type { NoticeState } from './notifier.ts';

/**
 * @summary A question in passing: may this page show notices?
 * @event deskside-notices-request - `{ isWanted }`: turn them on, in this very click; or never mind.
 */
@customElement('deskside-notice-offer')
export class NoticeOffer extends DesksideElement {
  static override styles = noticeOfferStyles;

  @property({ attribute: false }) words: SharedWords | null = null;
  @property({ attribute: false }) state: NoticeState = 'off';
  /** What notices would be for, as a sentence. */
  @property({ attribute: false }) text = '';

  protected override render() {
    const { words, state } = this;
    if (words === null || state === 'off' || state === 'on') return nothing;
    const { notices } = words;
    return html`
      <div class="offer">
        <deskside-icon .icon=${BellRing}></deskside-icon>
        <p role=${state === 'blocked' ? 'alert' : nothing}>${state === 'blocked' ? notices.blocked : this.text}</p>
        <div class="answers">
          ${
            state === 'blocked'
              ? html`<button type="button" class="quiet" @click=${this.#refuse}>${words.dismiss}</button>`
              : html`
                  <button type="button" @click=${this.#accept}>${notices.turnOn}</button>
                  <button type="button" class="quiet" @click=${this.#refuse}>${notices.notNow}</button>
                `
          }
        </div>
      </div>
    `;
  }

  readonly #accept = (): void => this.emit('deskside-notices-request', { isWanted: true });
  readonly #refuse = (): void => this.emit('deskside-notices-request', { isWanted: false });
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-notice-offer': NoticeOffer;
  }
}
