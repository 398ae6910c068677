// The technician's console: shows where it stands, and alone turns requests into calls of the session.
// What concerns the console as a whole (signing in, making and leaving sessions) goes on upwards.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import type { Language } from '../../i18n/language.ts';
import { type ErrorCode, errorCodeOf } from '../../protocol/deskside-error.ts';
import { isInSession } from '../../session/connection-state.ts';
import type { TechnicianState } from '../../session/technician-session.ts';
import { AttentionController } from '../attention-controller.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../file-dialogs/file-dialogs.ts';
import { FileRequestsController } from '../file-dialogs/file-requests-controller.ts';
import { LeaveQuestionController } from '../leave-question-controller.ts';
import { StoreController } from '../store-controller.ts';
import '../invite-panel/invite-panel.ts';
import { NoticeController } from '../notices/notice-controller.ts';
import '../notices/notice-offer.ts';
import type { NoticeState, Notifier } from '../notices/notifier.ts';
import '../question-dialog/question-dialog.ts';
import { isPictureFlowing } from '../screen-view/screen-message.ts';
import '../technician-header/technician-header.ts';
import { type ShortcutActions, ShortcutController } from '../technician-shortcuts/shortcut-controller.ts';
import { SHORTCUT_KEYS } from '../technician-shortcuts/shortcut-keys.ts';
import '../technician-shortcuts/technician-shortcuts.ts';
import '../technician-sign-in/technician-sign-in.ts';
import '../technician-start/technician-start.ts';
import '../technician-workspace/technician-workspace.ts';
import { isFocusInUse } from './focus-in-use.ts';
import { technicianNotice } from './technician-notice.ts';
import { technicianShellStyles } from './technician-shell.styles.ts';
import type { SessionHandle, TechnicianStage } from './technician-stage.ts';
import { pageTitle, type TechnicianView, technicianView } from './technician-view.ts';

/**
 * @summary The technician's console.
 * @event deskside-sign-in-request - `{ token }`: sign in with this token.
 * @event deskside-retry-request - Ask the server again who this is.
 * @event deskside-new-session-request - Make a session.
 * @event deskside-close-session-request - Leave the ended session, back to the start.
 * @event deskside-language-request - `{ language }`: another language is wanted.
 * @event deskside-shortcuts-request - `{ isEnabled }`: single-key shortcuts were switched; worth remembering.
 */
@customElement('deskside-technician')
export class TechnicianShell extends DesksideElement {
  static override styles = technicianShellStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) stage: TechnicianStage | null = null;
  /** How to reach somebody who is not looking; without it nobody is. */
  @property({ attribute: false }) notifier: Notifier | null = null;

  @state() private isAskingEnd = false;
  @state() private isHelpOpen = false;
  /** Whether single keys do things. */
  @property({ attribute: false }) hasShortcuts = true;
  @state() private chatProblem: ErrorCode | null = null;

  readonly #session = new StoreController<TechnicianState>(this);
  readonly #picture = new StoreController<MediaStream | null>(this);
  readonly #notices = new StoreController<NoticeState>(this);
  readonly #files = new FileRequestsController(this, () => this.#handle?.session ?? null);
  #view: TechnicianView | null = null;

  constructor() {
    super();
    new ShortcutController(this, () => this.#shortcuts());
    new AttentionController(this, () => this.#handle?.session ?? null);
    new NoticeController<TechnicianState>(this, {
      session: () => this.#handle?.session ?? null,
      notifier: () => this.notifier,
      notice: (before, after) => (this.words === null ? null : technicianNotice(this.words, before, after)),
      onOpen: () => this.#focusChat(),
    });
    new LeaveQuestionController(this, () => this.#handle?.session.isBusy === true);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('stage')) return;
    if (handleOf(changed.get('stage')) === this.#handle) return;
    this.isAskingEnd = false;
    this.isHelpOpen = false;
    this.chatProblem = null;
  }

  protected override updated(): void {
    const session = this.#handle?.session.state.value ?? null;
    const connection = session?.connection ?? null;
    if (this.words !== null) this.ownerDocument.title = pageTitle(this.words, session);
    if (this.stage === null) return;
    const view = technicianView(this.stage, connection);
    if (view !== this.#view) void this.#keepFocus(this.#view !== null);
    this.#view = view;
  }

  protected override render() {
    const { words, stage } = this;
    if (words === null || stage === null) return nothing;
    const technician = stage.phase === 'ready' || stage.phase === 'session' ? stage.technician : null;
    const handle = this.#handle;
    const session = handle === null ? null : this.#session.follow(handle.session.state);
    return html`
      <div class="console">
        <deskside-technician-header
          .words=${words}
          .language=${this.language}
          .technician=${technician}
          .connection=${session?.connection ?? null}
          .isScreenVisible=${session?.connection.phase === 'connected' && isPictureFlowing(session.screen)}
          .hasShortcuts=${this.hasShortcuts}
          @deskside-end-request=${this.#askEnd}
          @deskside-help-request=${this.#openHelp}
        ></deskside-technician-header>
        ${
          handle !== null && session !== null
            ? this.#renderSession(words, handle, session)
            : html`<main>${this.#renderStart(words, stage)}</main>`
        }
      </div>
    `;
  }

  #renderStart(words: TechnicianWords, stage: TechnicianStage) {
    if (stage.phase === 'ready') {
      return html`<deskside-technician-start
        class="view"
        .words=${words}
        .technician=${stage.technician}
        .isCreating=${stage.isCreating}
        .problem=${stage.problem}
      ></deskside-technician-start>`;
    }
    return html`<deskside-technician-sign-in
      class="view"
      .words=${words}
      .isLoading=${stage.phase === 'loading'}
      .problem=${stage.phase === 'session' ? null : stage.problem}
    ></deskside-technician-sign-in>`;
  }

  #renderSession(words: TechnicianWords, handle: SessionHandle, session: TechnicianState) {
    const { connection } = session;
    const isInvite = this.stage !== null && technicianView(this.stage, connection) === 'invite';
    const { endBody, endUnusedBody } = words.session;
    return html`
      ${isInvite ? this.#renderInvite(words, handle, session) : this.#renderWorkspace(words, handle, session)}
      <deskside-question-dialog
        .heading=${words.endQuestion.title}
        .body=${isInvite ? endUnusedBody : endBody}
        .yes=${words.endQuestion.yes}
        .no=${words.endQuestion.no}
        .isOpen=${this.isAskingEnd && connection.phase !== 'ended'}
        .isYesDanger=${true}
        @deskside-answer=${this.#answerEnd}
      ></deskside-question-dialog>
      <deskside-technician-shortcuts
        .words=${words}
        .isOpen=${this.isHelpOpen && connection.phase !== 'ended'}
        .hasShortcuts=${this.hasShortcuts}
        @deskside-shortcuts-request=${this.#setShortcuts}
        @deskside-close-request=${() => (this.isHelpOpen = false)}
      ></deskside-technician-shortcuts>
    `;
  }

  #renderInvite(words: TechnicianWords, handle: SessionHandle, session: TechnicianState) {
    return html`
      <main>
        <deskside-invite-panel
          class="view"
          .words=${words}
          .technician=${this.stage?.phase === 'session' ? this.stage.technician : null}
          .supportLink=${session.supportLink}
          .connection=${session.connection}
          .linkExpiresAtMs=${handle.linkExpiresAtMs ?? null}
          @deskside-retry-request=${this.#retry}
        ></deskside-invite-panel>
        <deskside-notice-offer
          ?hidden=${!this.#offersNotices}
          .words=${words}
          .state=${this.#noticeState}
          .text=${words.notices.offer}
          @deskside-notices-request=${this.#setNotices}
        ></deskside-notice-offer>
      </main>
    `;
  }

  #renderWorkspace(words: TechnicianWords, handle: SessionHandle, session: TechnicianState) {
    return html`
      <deskside-technician-workspace
        class="view"
        .words=${words}
        .session=${session}
        .picture=${this.#picture.follow(handle.picture)}
        .chatProblem=${this.chatProblem}
        .hasShortcuts=${this.hasShortcuts}
        @deskside-screen-request=${() => handle.session.requestScreen()}
        @deskside-withdraw-request=${() => handle.session.withdrawRequest()}
        @deskside-watch-request=${this.#watch}
        @deskside-send-request=${this.#send}
      ></deskside-technician-workspace>
      ${this.#renderFiles(words, handle, session)}
    `;
  }

  #renderFiles(words: TechnicianWords, handle: SessionHandle, { connection, files }: TechnicianState) {
    return html`
      <deskside-file-dialogs
        .words=${words}
        .files=${files}
        .self=${'technician'}
        .otherName=${words.customer}
        .session=${handle.session}
        .isInSession=${isInSession(connection)}
        .problem=${this.#files.problem}
      ></deskside-file-dialogs>
    `;
  }

  get #noticeState(): NoticeState {
    return this.notifier === null ? 'off' : this.#notices.follow(this.notifier.state);
  }

  /** First of use while the customer is awaited: that is when other windows are looked at. */
  get #offersNotices(): boolean {
    return this.#noticeState === 'offered' || this.#noticeState === 'blocked';
  }

  #focusChat(): void {
    this.renderRoot.querySelector('deskside-technician-workspace')?.focusChat();
  }

  get #handle(): SessionHandle | null {
    return handleOf(this.stage);
  }

  #shortcuts(): ShortcutActions {
    const handle = this.#handle;
    if (!this.hasShortcuts || handle === null) return {};
    if (handle.session.state.value.connection.phase === 'ended') return {};
    return {
      [SHORTCUT_KEYS.chat]: () => this.#focusChat(),
      [SHORTCUT_KEYS.sendFiles]: this.#files.choose,
      [SHORTCUT_KEYS.viewFiles]: this.#files.view,
      [SHORTCUT_KEYS.end]: this.#askEnd,
      [SHORTCUT_KEYS.help]: this.#openHelp,
    };
  }

  /** When one part gives way to another, whoever used it goes on in the new one. */
  async #keepFocus(hadView: boolean): Promise<void> {
    if (!hadView) return;
    // What closes or goes at the same time gives its focus back first.
    await new Promise(requestAnimationFrame);
    if (!isFocusInUse(this.ownerDocument)) this.renderRoot.querySelector<HTMLElement>('.view')?.focus();
  }

  readonly #watch = (event: CustomEvent<{ isWatching: boolean }>): void => {
    this.#handle?.session.setWatching(event.detail.isWatching);
  };

  readonly #send = (event: CustomEvent<{ text: string }>): void => {
    try {
      this.#handle?.session.sendChat(event.detail.text);
      this.chatProblem = null;
    } catch (error) {
      // The text stays with whoever wrote it.
      event.preventDefault();
      this.chatProblem = errorCodeOf(error, 'message-not-sent');
    }
  };

  readonly #setNotices = (event: CustomEvent<{ isWanted: boolean }>): void => {
    event.stopPropagation();
    // Still within the click: browsers ask for permission in nothing else.
    if (event.detail.isWanted) this.notifier?.turnOn();
    else this.notifier?.turnDown();
  };

  readonly #retry = (event: Event): void => {
    event.stopPropagation();
    this.#handle?.session.start();
  };

  readonly #askEnd = (): void => {
    this.isAskingEnd = true;
  };

  readonly #answerEnd = (event: CustomEvent<{ isYes: boolean }>): void => {
    this.isAskingEnd = false;
    if (event.detail.isYes) this.#handle?.session.end();
  };

  readonly #openHelp = (): void => {
    this.isHelpOpen = true;
  };

  readonly #setShortcuts = (event: CustomEvent<{ isEnabled: boolean }>): void => {
    this.hasShortcuts = event.detail.isEnabled;
  };
}

function handleOf(stage: TechnicianStage | null | undefined): SessionHandle | null {
  return stage?.phase === 'session' ? stage.handle : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-technician': TechnicianShell;
  }
}
