// The line above everything in the console: what this is, who is signed in, how the session stands, the end.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { Eye, Keyboard } from 'lucide';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import type { Language } from '../../i18n/language.ts';
import type { TechnicianProfile } from '../../protocol/session-api.ts';
import { type ConnectionState, isInSession, isOver } from '../../session/connection-state.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import '../language-menu/language-menu.ts';
import '../session-clock/session-clock.ts';
import { shortcutTooltip } from '../technician-shortcuts/shortcut-keys.ts';
import { statusText } from './status-text.ts';
import { technicianHeaderStyles } from './technician-header.styles.ts';

/**
 * @summary The console's header.
 * @event deskside-reports-request - The technician wants to see the reports.
 * @event deskside-end-request - The technician wants to end the session.
 * @event deskside-help-request - The technician wants to see the keyboard shortcuts.
 * @event deskside-sign-out-request - The technician wants to sign out.
 * @event deskside-language-request - `{ language }`: another language is wanted.
 */
@customElement('deskside-technician-header')
export class TechnicianHeader extends DesksideElement {
  static override styles = technicianHeaderStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) technician: TechnicianProfile | null = null;
  /** `null` while there is no session. */
  @property({ attribute: false }) connection: ConnectionState | null = null;
  /** Whether the customer's screen is seen here at this moment. */
  @property({ attribute: false }) isScreenVisible = false;
  @property({ attribute: false }) isShowingReports = false;
  @property({ attribute: false }) hasShortcuts = true;

  protected override render() {
    if (this.words === null) return nothing;
    const { words, technician } = this;
    return html`
      <header class=${this.connection === null ? nothing : 'in-session'}>
        <div class="product">
          <span class="mark" aria-hidden="true"></span>
          <span class="name">${words.productName}</span>
          ${
            technician === null
              ? nothing
              : html`<span class="technician muted">${technicianLine(technician)}</span>`
          }
        </div>
        ${this.#renderSession(words)}
        <div class="tools">
          ${
            technician === null
              ? nothing
              : html`<a
                  class="reports"
                  href="?reports"
                  aria-current=${this.isShowingReports ? 'page' : nothing}
                  @click=${this.#showReports}
                  >${words.reports.open}</a
                >`
          }
          <deskside-language-menu .words=${words} .language=${this.language}></deskside-language-menu>
          ${technician === null ? nothing : this.#renderSignOut(words, technician)}
          ${this.#renderSessionTools(words)}
        </div>
      </header>
    `;
  }

  #renderSignOut(words: TechnicianWords, technician: TechnicianProfile) {
    return html`<button
      class="quiet"
      title=${words.signOut.signedInAs(technicianLine(technician))}
      @click=${() => this.emit('deskside-sign-out-request')}
    >
      ${words.signOut.open}
    </button>`;
  }

  /** A real link, so that it also opens in another tab. */
  readonly #showReports = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.emit('deskside-reports-request');
  };

  #renderSession(words: TechnicianWords) {
    const { connection } = this;
    if (connection === null) return nothing;
    return html`
      <div class="session">
        <p role="status" class=${classMap({ [connection.phase]: true })}>
          <span class="dot" aria-hidden="true"></span>${statusText(words, connection)}
        </p>
        ${
          isInSession(connection)
            ? html`<deskside-session-clock
                .sinceMs=${connection.connectedAtMs}
              ></deskside-session-clock>`
            : nothing
        }
        ${
          this.isScreenVisible
            ? html`<p class="visible"><deskside-icon .icon=${Eye}></deskside-icon>${words.session.isVisible}</p>`
            : nothing
        }
      </div>
    `;
  }

  #renderSessionTools(words: TechnicianWords) {
    const { connection } = this;
    if (connection === null || connection.phase === 'ended') return nothing;
    const { open } = words.shortcuts;
    const { end } = words.session;
    return html`
      <button
        class="quiet icon-only help"
        aria-label=${open}
        title=${shortcutTooltip(words, open, 'help', this.hasShortcuts)}
        ?hidden=${isOver(connection)}
        @click=${() => this.emit('deskside-help-request')}
      >
        <deskside-icon .icon=${Keyboard}></deskside-icon>
      </button>
      <button
        class="danger"
        title=${shortcutTooltip(words, end, 'end', this.hasShortcuts)}
        @click=${() => this.emit('deskside-end-request')}
      >
        ${end}
      </button>
    `;
  }
}

function technicianLine({ name, organisation }: TechnicianProfile): string {
  return organisation === null ? name : `${name} · ${organisation}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-technician-header': TechnicianHeader;
  }
}
