// A session with a customer in it: their screen, or after the end its summary, and the chat beside it.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import { isInSession } from '../../session/connection-state.ts';
import type { TechnicianState } from '../../session/technician-session.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../chat-panel/chat-panel.ts';
import '../error-notice/error-notice.ts';
import '../line-notice/line-notice.ts';
import '../own-screen/own-screen.ts';
import '../screen-view/screen-view.ts';
import '../technician-ended/technician-ended.ts';
import '../technician-files/technician-files.ts';
import { technicianWorkspaceStyles } from './technician-workspace.styles.ts';

/**
 * @summary Lays out a session: the picture gets the room, the chat stands beside or beneath it.
 * @slot aside - What goes below the chat.
 */
@customElement('deskside-technician-workspace')
export class TechnicianWorkspace extends DesksideElement {
  static override styles = technicianWorkspaceStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) session: TechnicianState | null = null;
  @property({ attribute: false }) picture: MediaStream | null = null;
  /** Why the last message was not sent. */
  @property({ attribute: false }) chatProblem: ErrorCode | null = null;
  @property({ attribute: false }) hasShortcuts = true;

  /** Focuses what is most likely wanted first. */
  override focus(options?: FocusOptions): void {
    this.renderRoot
      .querySelector<HTMLElement>('deskside-technician-ended, deskside-screen-view')
      ?.focus(options);
  }

  /** Puts the cursor into the chat's text field. */
  focusChat(): void {
    this.renderRoot.querySelector('deskside-chat-panel')?.focusField();
  }

  protected override render() {
    if (this.words === null || this.session === null) return nothing;
    const { chat, connection } = this.session;
    const wasInSession = connection.phase !== 'ended' || connection.durationMs !== null;
    return html`
      <div class="layout ${wasInSession ? 'with-chat' : ''}">
        <main>${this.#renderMain(this.words, this.session)}</main>
        ${
          wasInSession
            ? html`
              <aside aria-labelledby="chat-title">
                <header>
                  <h2 id="chat-title">${this.words.chat.title}</h2>
                  ${this.#renderLanguage(this.words, this.session.customerLanguage)}
                  <deskside-technician-files
                    .words=${this.words}
                    .files=${this.session.files}
                    .canSend=${this.session.permissions.filesToCustomer}
                    .isDisabled=${!isInSession(connection)}
                    .hasShortcuts=${this.hasShortcuts}
                  ></deskside-technician-files>
                </header>
                <deskside-chat-panel
                  .words=${this.words}
                  .chat=${chat}
                  .self=${'technician'}
                  .otherName=${this.words.customer}
                  .isWaiting=${connection.phase === 'interrupted'}
                  .isDisabled=${!isInSession(connection)}
                ></deskside-chat-panel>
                ${
                  this.chatProblem === null
                    ? nothing
                    : html`<deskside-error-notice
                        .words=${this.words}
                        .code=${this.chatProblem}
                      ></deskside-error-notice>`
                }
                <slot name="aside"></slot>
              </aside>
            `
            : nothing
        }
      </div>
    `;
  }

  #renderLanguage(words: TechnicianWords, tag: string | null) {
    if (tag === null) return nothing;
    return html`<p class="muted">${words.session.reads(languageName(tag, words.language))}</p>`;
  }

  #renderMain(
    words: TechnicianWords,
    { connection, keeping, screen, ownScreen, permissions, chat }: TechnicianState,
  ) {
    if (connection.phase === 'ended') {
      return html`<deskside-technician-ended
        .words=${words}
        .connection=${connection}
        .messageCount=${chat.entries.length}
      ></deskside-technician-ended>`;
    }
    return html`
      <deskside-line-notice
        .words=${words}
        .connection=${connection}
        .keeping=${keeping}
      ></deskside-line-notice>
      <deskside-screen-view
        .words=${words}
        .screen=${screen}
        .picture=${this.picture}
        .hasShortcuts=${this.hasShortcuts}
      ></deskside-screen-view>
      ${
        permissions.technicianScreen
          ? html`<deskside-own-screen
              .words=${words}
              .ownScreen=${ownScreen}
              .hasShortcuts=${this.hasShortcuts}
            ></deskside-own-screen>`
          : nothing
      }
    `;
  }
}

/** The name of the language with that BCP 47 tag, in words of the language `inLanguage`. */
function languageName(tag: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(tag) ?? tag;
  } catch {
    // Well-formed on the wire is not yet a language that this browser knows.
    return tag;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-technician-workspace': TechnicianWorkspace;
  }
}
