// After a reload: what it has cut, and one click that shares the screen again.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ScreenShare } from 'lucide';
import type { ShareAgainWords } from '../../i18n/en/connection.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import { shareAgainStyles } from './share-again.styles.ts';

/**
 * @summary Offers to share the screen again.
 * @event deskside-share-request - Share the screen; in the very click.
 * @event deskside-dismiss-request - Not now.
 */
@customElement('deskside-share-again')
export class ShareAgain extends DesksideElement {
  static override styles = shareAgainStyles;

  @property({ attribute: false }) words: ShareAgainWords | null = null;

  protected override render() {
    const { words } = this;
    if (words === null) return nothing;
    return html`
      <p>${words.text}</p>
      <div class="ways">
        <button type="button" class="primary" @click=${() => this.emit('deskside-share-request')}>
          <deskside-icon .icon=${ScreenShare}></deskside-icon>${words.button}
        </button>
        <button type="button" @click=${() => this.emit('deskside-dismiss-request')}>${words.notNow}</button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-share-again': ShareAgain;
  }
}
