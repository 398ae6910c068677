// The sessions of the console, one of them in view: each with its state in words and with what was missed.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Eye, Files, MonitorPlay, Plus, X } from 'lucide';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../error-notice/error-notice.ts';
import '../icon/icon.ts';
import '../session-clock/session-clock.ts';
import { shortcutTooltip } from '../technician-shortcuts/shortcut-keys.ts';
import { sessionListStyles } from './session-list.styles.ts';
import type { SessionSummary } from './session-summary.ts';

/**
 * @summary Lists the console's sessions.
 * @event deskside-show-session-request - `{ id }`: bring this session into view.
 * @event deskside-close-session-request - `{ id }`: take this ended session off the list.
 * @event deskside-new-session-request - Make a session.
 */
@customElement('deskside-session-list')
export class SessionList extends DesksideElement {
  static override styles = sessionListStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) summaries: readonly SessionSummary[] = [];
  /** The session in view; `null` while something else is. */
  @property({ attribute: false }) shownId: string | null = null;
  @property({ attribute: false }) isCreating = false;
  /** Why the last session could not be made. */
  @property({ attribute: false }) problem: ErrorCode | null = null;
  @property({ attribute: false }) hasShortcuts = true;

  /** The last thing that happened where nobody looks, for those who hear the page. */
  @state() private news = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('summaries') || this.words === null) return;
    const before = new Map(changed.get('summaries')?.map((summary) => [summary.id, summary]));
    const { sessions } = this.words;
    for (const summary of this.summaries) {
      const known = before.get(summary.id);
      if (known === undefined || summary.id === this.shownId) continue;
      if (summary.stateText !== known.stateText) {
        this.news = sessions.news(summary.name, summary.stateText);
      } else if (summary.unreadCount > known.unreadCount) {
        this.news = sessions.news(summary.name, sessions.unread(summary.unreadCount));
      } else if (summary.offersFiles && !known.offersFiles) {
        this.news = sessions.news(summary.name, sessions.offersFiles);
      }
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('shownId')) return;
    this.renderRoot
      .querySelector('[aria-current="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  protected override render() {
    const { words } = this;
    if (words === null) return nothing;
    const { sessions } = words;
    return html`
      <nav aria-label=${sessions.title}>
        <ul>
          ${repeat(
            this.summaries,
            ({ id }) => id,
            (summary) => this.#renderItem(words, summary),
          )}
        </ul>
        <button
          class="new"
          aria-disabled=${this.isCreating}
          title=${shortcutTooltip(words, sessions.newSession, 'newSession', this.hasShortcuts)}
          @click=${this.#create}
        >
          <deskside-icon .icon=${Plus}></deskside-icon>${sessions.newSession}
        </button>
        <p class="progress muted small" aria-live="polite">${this.isCreating ? sessions.creating : nothing}</p>
        ${
          this.problem === null
            ? nothing
            : html`<deskside-error-notice .words=${words} .code=${this.problem}></deskside-error-notice>`
        }
      </nav>
      <p class="visually-hidden" aria-live="polite">${this.news}</p>
    `;
  }

  #renderItem(words: TechnicianWords, summary: SessionSummary) {
    const { id, name, phase, stateText, connectedAtMs, unreadCount } = summary;
    const { sessions } = words;
    return html`
      <li class=${phase}>
        <button
          class="session"
          aria-current=${id === this.shownId ? 'true' : nothing}
          @click=${() => this.emit('deskside-show-session-request', { id })}
        >
          <span class="dot" aria-hidden="true"></span>
          <span class="name" dir="auto">${name}</span>
          ${
            unreadCount === 0
              ? nothing
              : html`<span class="unread">
                  <span aria-hidden="true">${unreadCount}</span>
                  <span class="visually-hidden">${sessions.unread(unreadCount)}</span>
                </span>`
          }
          <span class="state">
            <span>${stateText}</span>
            ${
              connectedAtMs === null
                ? nothing
                : html`<deskside-session-clock .sinceMs=${connectedAtMs}></deskside-session-clock>`
            }
          </span>
          ${
            summary.isScreenVisible
              ? html`<span class="visible">
                  <deskside-icon .icon=${Eye}></deskside-icon>${sessions.visible}
                </span>`
              : nothing
          }
          ${
            summary.isOwnScreenSeen
              ? html`<span class="visible">
                  <deskside-icon .icon=${MonitorPlay}></deskside-icon>${sessions.ownScreenSeen}
                </span>`
              : nothing
          }
          ${
            summary.offersFiles
              ? html`<span class="offers"><deskside-icon .icon=${Files}></deskside-icon>${sessions.offersFiles}</span>`
              : nothing
          }
        </button>
        ${
          phase === 'ended'
            ? html`<button
                class="quiet icon-only close"
                aria-label=${sessions.close(name)}
                title=${sessions.close(name)}
                @click=${() => this.emit('deskside-close-session-request', { id })}
              >
                <deskside-icon .icon=${X}></deskside-icon>
              </button>`
            : nothing
        }
      </li>
    `;
  }

  readonly #create = (): void => {
    if (!this.isCreating) this.emit('deskside-new-session-request');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-session-list': SessionList;
  }
}
