// The support key to read out: large, in threes, and what became of the one before.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Check, Copy, RotateCw } from 'lucide';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import { MAX_KEYS_PER_SESSION } from '../../protocol/limits.ts';
import { formatSupportKey } from '../../protocol/support-key.ts';
import { NO_SUPPORT_KEY, type SupportKeyState } from '../../session/support-key-state.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../error-notice/error-notice.ts';
import '../icon/icon.ts';
import { CopyController } from '../invite-panel/copy-controller.ts';
import { inviteKeyStyles } from './invite-key.styles.ts';

/**
 * @summary Shows the support key of a session that nobody has joined.
 * @event deskside-new-key-request - There is no key: make one.
 */
@customElement('deskside-invite-key')
export class InviteKey extends DesksideElement {
  static override styles = inviteKeyStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) supportKey: SupportKeyState = NO_SUPPORT_KEY;
  /** Where the customer types it, as one says it: `help.example`. */
  @property({ attribute: false }) address = '';

  readonly #copying = new CopyController<'key'>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('supportKey')) this.#copying.forget();
  }

  protected override render() {
    if (this.words === null) return nothing;
    const words = this.words.inviteKey;
    const { phase, burned } = this.supportKey;
    const isReplaced = burned > 0 && phase !== 'none';
    return html`
      <p id="label" class="label">${words.label}</p>
      <div aria-live="polite">
        ${
          isReplaced
            ? html`<p class="replaced">${phase === 'ready' ? words.replaced : words.replacing}</p>`
            : nothing
        }
        ${this.#renderKey(words)}
      </div>
      ${this.#renderButton(words)}
      ${
        this.#copying.failed === null
          ? nothing
          : html`<deskside-error-notice .words=${this.words} .code=${'copy-failed'}></deskside-error-notice>`
      }
    `;
  }

  #renderKey(words: TechnicianWords['inviteKey']) {
    const { supportKey } = this;
    if (supportKey.phase === 'ready') {
      const text = formatSupportKey(supportKey.key);
      return html`
        <p class="key">
          <span id="key" dir="ltr" aria-hidden="true">${text}</span><span class="heard">${digitByDigit(text)}</span>
        </p>
        <p class="muted small">${words.hint(this.address)}</p>
      `;
    }
    if (supportKey.phase === 'making') return html`<p class="muted">${words.making}</p>`;
    if (supportKey.problem === null) return nothing;
    return supportKey.burned >= MAX_KEYS_PER_SESSION
      ? html`<p>${words.burnedOut}</p>`
      : html`
          <p>${words.missing}</p>
          <p class="muted small">${this.words?.errorCode(supportKey.problem)}</p>
        `;
  }

  #renderButton(words: TechnicianWords['inviteKey']) {
    const { supportKey } = this;
    if (supportKey.phase === 'ready') {
      const isCopied = this.#copying.copied !== null;
      return html`
        <div class="buttons">
          <button @click=${this.#copy}>
            <deskside-icon .icon=${isCopied ? Check : Copy}></deskside-icon>${words.copy}
          </button>
          <p class="copied small" aria-live="polite">${isCopied ? this.words?.invite.copied : nothing}</p>
        </div>
      `;
    }
    if (supportKey.phase === 'making' || supportKey.problem === null) return nothing;
    if (supportKey.burned >= MAX_KEYS_PER_SESSION) return nothing;
    return html`
      <div class="buttons">
        <button @click=${this.#askForKey}>
          <deskside-icon .icon=${RotateCw}></deskside-icon>${words.again}
        </button>
      </div>
    `;
  }

  readonly #askForKey = (): void => this.emit('deskside-new-key-request');

  readonly #copy = async (): Promise<void> => {
    const { supportKey } = this;
    if (supportKey.phase !== 'ready') return;
    await this.#copying.copy('key', formatSupportKey(supportKey.key));
    // What could not be copied is selected, to be copied by hand.
    const key = this.renderRoot.querySelector('#key');
    if (this.#copying.failed !== null && key !== null) {
      this.ownerDocument.getSelection()?.selectAllChildren(key);
    }
  };
}

/** As it should be heard: digits one by one, with a pause between the groups. */
function digitByDigit(key: string): string {
  return key
    .split('-')
    .map((group) => [...group].join(' '))
    .join(', ');
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-invite-key': InviteKey;
  }
}
