// The technician's own screen in the console: showing it, whether the customer can see it, and stopping.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Eye, EyeOff, ScreenShare, ScreenShareOff } from 'lucide';
import type { OwnScreenWords } from '../../i18n/en/own-screen.ts';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import { OWN_SCREEN_OFF, type OwnScreenState } from '../../session/viewer-state.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import { operatingSystem } from '../operating-system.ts';
import { ShortcutController } from '../technician-shortcuts/shortcut-controller.ts';
import { SHORTCUT_KEYS, shortcutTooltip } from '../technician-shortcuts/shortcut-keys.ts';
import { ownScreenStyles } from './own-screen.styles.ts';

/**
 * @summary Shows the technician's own screen to the customer.
 * @event deskside-share-own-screen-request - Show it; in the very click.
 * @event deskside-stop-own-screen-request - Stop showing it.
 */
@customElement('deskside-own-screen')
export class OwnScreen extends DesksideElement {
  static override styles = ownScreenStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) ownScreen: OwnScreenState = OWN_SCREEN_OFF;
  @property({ attribute: false }) hasShortcuts = true;

  constructor() {
    super();
    new ShortcutController(this, () =>
      this.hasShortcuts && this.ownScreen.phase !== 'choosing'
        ? { [SHORTCUT_KEYS.ownScreen]: this.#act }
        : {},
    );
  }

  protected override render() {
    if (this.words === null) return nothing;
    const { ownScreen } = this.words;
    const { isSeen, text } = this.#describe(ownScreen);
    return html`
      <section class=${isSeen ? 'visible' : nothing} aria-label=${ownScreen.region}>
        <div class="words" aria-live="polite">
          ${
            this.ownScreen.phase === 'sharing'
              ? html`<deskside-icon .icon=${isSeen ? Eye : EyeOff}></deskside-icon>`
              : nothing
          }
          ${isSeen ? html`<p class="fact">${ownScreen.visible}</p>` : nothing}
          ${text === null ? nothing : html`<p>${text}</p>`}
          ${this.#renderCode()}
        </div>
        ${this.#renderButton(ownScreen)}
      </section>
    `;
  }

  #describe(words: OwnScreenWords): { readonly isSeen: boolean; readonly text: string | null } {
    const { ownScreen } = this;
    switch (ownScreen.phase) {
      case 'off':
        return {
          isSeen: false,
          text: ownScreen.problem === null ? null : problemText(words, ownScreen.problem),
        };
      case 'choosing':
        return { isSeen: false, text: words.choosing };
      case 'sharing':
        return ownScreen.isViewerOpen
          ? { isSeen: true, text: words.surfaces[ownScreen.surface] }
          : { isSeen: false, text: words.opening };
    }
  }

  #renderCode() {
    const { ownScreen, words } = this;
    if (words === null || ownScreen.phase !== 'off' || ownScreen.problem === null) return nothing;
    return html`<p class="code">${words.errorCode(ownScreen.problem)}</p>`;
  }

  #renderButton(words: OwnScreenWords) {
    if (this.words === null) return nothing;
    const isShown = this.ownScreen.phase === 'sharing';
    const label = isShown ? words.stop : words.share;
    return html`
      <button
        type="button"
        title=${shortcutTooltip(this.words, label, 'ownScreen', this.hasShortcuts)}
        ?disabled=${this.ownScreen.phase === 'choosing'}
        @click=${this.#act}
      >
        <deskside-icon .icon=${isShown ? ScreenShareOff : ScreenShare}></deskside-icon>${label}
      </button>
    `;
  }

  readonly #act = (): void => {
    const isShown = this.ownScreen.phase === 'sharing';
    this.emit(isShown ? 'deskside-stop-own-screen-request' : 'deskside-share-own-screen-request');
  };
}

/** The sentence for the technician; the shared words for these codes speak to customers. */
function problemText({ problems }: OwnScreenWords, code: ErrorCode): string {
  switch (code) {
    case 'screen-picker-dismissed':
      return problems.dismissed;
    case 'screen-denied-by-system':
      return problems.denied[operatingSystem()];
    case 'screen-unsupported':
      return problems.unsupported;
    case 'screen-cut':
      return problems.cut;
    case 'screen-not-sent':
      return problems.notSent;
    default:
      return problems.failed;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-own-screen': OwnScreen;
  }
}
