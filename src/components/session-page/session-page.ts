// The page behind the toolbar: with whom one is connected, and large, whether the screen can be seen.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Eye, EyeOff, LoaderCircle, MonitorPlay } from 'lucide';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import type { CustomerState } from '../../session/customer-session.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import '../line-notice/line-notice.ts';
import '../share-again/share-again.ts';
import { visibilityOf } from '../visibility.ts';
import { sessionPageStyles } from './session-page.styles.ts';

const ICONS = { visible: Eye, hidden: EyeOff, reconnecting: LoaderCircle };

/**
 * @summary What is going on, for somebody who comes back to this page.
 * @event deskside-share-request - Share the screen again; in the very click.
 * @event deskside-dismiss-request - Not now.
 * @event deskside-viewer-request - `{ isOpen: true }`: open the technician's screen again.
 */
@customElement('deskside-session-page')
export class SessionPage extends DesksideElement {
  static override styles = sessionPageStyles;

  @property({ attribute: false }) words: CustomerWords | null = null;
  @property({ attribute: false }) state: CustomerState | null = null;
  /** Whether a screen that a reload has cut can be shared again. */
  @property({ attribute: false }) canShareAgain = false;

  protected override render() {
    const { words, state } = this;
    if (words === null || state === null) return nothing;
    const { kind, sentence, meaning } = visibilityOf(state, words);
    return html`
      <span class="mark ${kind}"><deskside-icon .icon=${ICONS[kind]}></deskside-icon></span>
      <p class="fact ${kind}">${sentence}</p>
      ${kind === 'reconnecting' ? nothing : html`<p class="meaning">${meaning}</p>`}
      <div class="again ${state.isToolbarCollapsed ? '' : 'beside'}" aria-live="polite">
        ${
          this.canShareAgain
            ? html`<deskside-share-again
                .words=${words.shareAgain}
                @deskside-share-request=${this.#goOn}
                @deskside-dismiss-request=${this.#goOn}
              ></deskside-share-again>`
            : nothing
        }
      </div>
      <deskside-line-notice
        .words=${words}
        .connection=${state.connection}
        .keeping=${state.keeping}
        .otherName=${state.technician.name}
      ></deskside-line-notice>
      ${
        state.viewer.phase === 'closed'
          ? html`
              <div class="viewer">
                <p>${words.viewer.closed(state.technician.name)}</p>
                <button type="button" @click=${this.#reopen}>
                  <deskside-icon .icon=${MonitorPlay}></deskside-icon>${words.viewer.reopen(state.technician.name)}
                </button>
              </div>
            `
          : nothing
      }
      <hr />
      <h1 tabindex="-1">${words.session.title(state.technician.name)}</h1>
      <p class="muted">${words.session.keepOpen}</p>
    `;
  }

  /** Puts the focus where the viewer can be opened again, or on the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.viewer button, h1')?.focus(options);
  }

  /** The button that had the focus goes away. */
  readonly #goOn = (): void => this.focus();

  readonly #reopen = (): void => this.emit('deskside-viewer-request', { isOpen: true });
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-session-page': SessionPage;
  }
}
