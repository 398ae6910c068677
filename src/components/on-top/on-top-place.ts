// What the page shows while the session is in a window above the others.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PictureInPicture } from 'lucide';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';

/**
 * @summary Stands where the session was.
 * @event deskside-on-top-request - `{ isOnTop: false }`: put it back.
 */
@customElement('deskside-on-top-place')
export class OnTopPlace extends DesksideElement {
  static override styles = css`
    :host {
      display: grid;
      place-items: center;
      min-height: 100dvh;
      padding: 24px;
      background: var(--bg);
    }

    section {
      display: grid;
      gap: 16px;
      justify-items: start;
      max-width: 480px;
    }

    p {
      color: var(--muted);
    }
  `;

  @property({ attribute: false }) words: CustomerWords | null = null;

  protected override render() {
    const { words } = this;
    if (words === null) return nothing;
    return html`
      <section>
        <h1>${words.onTop.title}</h1>
        <p>${words.onTop.text}</p>
        <button type="button" @click=${() => this.emit('deskside-on-top-request', { isOnTop: false })}>
          <deskside-icon .icon=${PictureInPicture}></deskside-icon>${words.toolbar.putBack}
        </button>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-on-top-place': OnTopPlace;
  }
}
