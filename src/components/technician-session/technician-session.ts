// One session of the console: its invitation, then its workspace, then what is left of it. It stays mounted while
// another session is in view, so that nothing a person wrote, scrolled or zoomed is lost, and it alone turns
// requests from within into calls of its session.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import { type ErrorCode, errorCodeOf } from '../../protocol/deskside-error.ts';
import type { TechnicianProfile } from '../../protocol/session-api.ts';
import { isInSession, pathOf } from '../../session/connection-state.ts';
import { boundNotes, type SessionNotes } from '../../session/session-report.ts';
import type { TechnicianState } from '../../session/technician-session.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../file-dialogs/file-dialogs.ts';
import { FileRequestsController } from '../file-dialogs/file-requests-controller.ts';
import '../invite-panel/invite-panel.ts';
import { NoticeController } from '../notices/notice-controller.ts';
import '../notices/notice-offer.ts';
import type { Notice, NoticeState, Notifier } from '../notices/notifier.ts';
import '../question-dialog/question-dialog.ts';
import '../session-notes/session-notes.ts';
import { isFocusInUse } from '../focus-in-use.ts';
import { sessionName } from '../session-list/session-summary.ts';
import type { WritingPlace } from '../session-notes/session-notes.ts';
import { StoreController } from '../store-controller.ts';
import { technicianNotice } from '../technician-shell/technician-notice.ts';
import type { SessionHandle } from '../technician-shell/technician-stage.ts';
import '../technician-workspace/technician-workspace.ts';
import { technicianSessionStyles } from './technician-session.styles.ts';

type View = 'invite' | 'workspace' | 'ended';

/**
 * @summary One session of the console.
 * @event deskside-show-session-request - `{ id }`: bring this session into view.
 * @event deskside-report-request - `{ id }`: show this session's report.
 * @event deskside-close-session-request - `{ id }`: take this ended session off the list.
 */
@customElement('deskside-technician-session')
export class TechnicianSessionElement extends DesksideElement {
  static override styles = technicianSessionStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) technician: TechnicianProfile | null = null;
  /** Never changes: another session is another element. */
  @property({ attribute: false }) handle: SessionHandle | null = null;
  /** Whether it is in view. What is not must open no dialog and answer no key. */
  @property({ attribute: false }) isShown = false;
  @property({ attribute: false }) hasShortcuts = true;
  /** How to reach somebody who is not looking; without it nobody is. */
  @property({ attribute: false }) notifier: Notifier | null = null;

  @state() private isAskingEnd = false;
  @state() private chatProblem: ErrorCode | null = null;

  readonly #session = new StoreController<TechnicianState>(this);
  readonly #picture = new StoreController<MediaStream | null>(this);
  readonly #notes = new StoreController<SessionNotes>(this);
  readonly #files = new FileRequestsController(this, () => this.handle?.session ?? null);
  readonly #notices = new StoreController<NoticeState>(this);
  #view: View | null = null;
  #writingPlace: WritingPlace | null = null;

  constructor() {
    super();
    new NoticeController<TechnicianState>(this, {
      session: () => this.handle?.session ?? null,
      notifier: () => this.notifier,
      notice: (before, after) => this.#noticeOf(before, after),
      onOpen: () => void this.#open(),
    });
  }

  /** Focuses what is most likely wanted first. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.view')?.focus(options);
  }

  /** Puts the cursor into the chat's text field. */
  focusChat(): void {
    this.renderRoot.querySelector('deskside-technician-workspace')?.focusChat();
  }

  /** Opens the dialog in which files are chosen. */
  chooseFiles(): void {
    this.#files.choose();
  }

  /** Opens the list of files that were or are being sent. */
  viewFiles(): void {
    this.#files.view();
  }

  /** Asks whether to end the session. */
  askEnd(): void {
    this.isAskingEnd = true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Whoever left a question for another session has not answered it.
    if (changed.has('isShown') && !this.isShown) this.isAskingEnd = false;
    const notes = this.renderRoot.querySelector('deskside-session-notes');
    this.#writingPlace = notes?.writingPlace ?? null;
  }

  protected override updated(): void {
    if (this.handle === null || this.words === null) return;
    const view = viewOf(this.handle.session.state.value);
    if (view === this.#view) return;
    const hadView = this.#view !== null;
    this.#view = view;
    if (hadView && this.isShown) void this.#keepFocus();
  }

  protected override render() {
    const { words, handle } = this;
    if (words === null || handle === null) return nothing;
    const session = this.#session.follow(handle.session.state);
    const isInvite = viewOf(session) === 'invite';
    const { endBody, endUnusedBody } = words.session;
    return html`
      ${isInvite ? this.#renderInvite(words, handle, session) : this.#renderWorkspace(words, handle, session)}
      <deskside-question-dialog
        .heading=${words.endQuestion.title}
        .body=${isInvite ? endUnusedBody : endBody}
        .yes=${words.endQuestion.yes}
        .no=${words.endQuestion.no}
        .isOpen=${this.isShown && this.isAskingEnd && session.connection.phase !== 'ended'}
        .isYesDanger=${true}
        @deskside-answer=${this.#answerEnd}
      ></deskside-question-dialog>
    `;
  }

  #renderInvite(words: TechnicianWords, handle: SessionHandle, session: TechnicianState) {
    return html`
      <main>
        <deskside-invite-panel
          class="view"
          .words=${words}
          .technician=${this.technician}
          .supportLink=${session.supportLink}
          .supportKey=${session.supportKey}
          .connection=${session.connection}
          .linkExpiresAtMs=${handle.linkExpiresAtMs ?? null}
          @deskside-retry-request=${this.#retry}
          @deskside-new-key-request=${() => handle.session.makeKey()}
        ></deskside-invite-panel>
        ${this.#renderNoticeOffer(words)} ${this.#renderNotes(words, handle)}
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
        .hasShortcuts=${this.hasShortcuts && this.isShown}
        @deskside-screen-request=${() => handle.session.requestScreen()}
        @deskside-withdraw-request=${() => handle.session.withdrawRequest()}
        @deskside-watch-request=${this.#watch}
        @deskside-share-own-screen-request=${() => handle.session.shareOwnScreen()}
        @deskside-stop-own-screen-request=${() => handle.session.stopOwnScreen()}
        @deskside-send-request=${this.#send}
        @deskside-report-request=${this.#addId}
        @deskside-close-session-request=${this.#addId}
      >
        ${this.#renderNotes(words, handle)}
      </deskside-technician-workspace>
      <deskside-file-dialogs
        .words=${words}
        .files=${session.files}
        .self=${'technician'}
        .otherName=${words.customer}
        .session=${handle.session}
        .isInSession=${this.isShown && isInSession(session.connection)}
        .isLineDown=${session.connection.phase === 'interrupted'}
        .path=${pathOf(session.connection)}
        .canSend=${session.permissions.filesToCustomer}
        .problem=${this.#files.problem}
      ></deskside-file-dialogs>
    `;
  }

  /** First of use while the customer is awaited: that is when other windows are looked at. */
  #renderNoticeOffer(words: TechnicianWords) {
    const state = this.notifier === null ? 'off' : this.#notices.follow(this.notifier.state);
    if (state === 'off' || state === 'on') return nothing;
    return html`<deskside-notice-offer
      .words=${words}
      .state=${state}
      .text=${words.notices.offer}
      @deskside-notices-request=${this.#setNotices}
    ></deskside-notice-offer>`;
  }

  /** Who looks at another session sees in the list what is new in this one. */
  #noticeOf(before: TechnicianState, after: TechnicianState): Notice | null {
    const { words, handle } = this;
    if (words === null || handle === null || this.ownerDocument.visibilityState === 'visible') return null;
    return technicianNotice(words, sessionName(words, handle), before, after);
  }

  /** Brings this session into view, with the cursor in its chat. */
  async #open(): Promise<void> {
    this.emit('deskside-show-session-request', { id: this.handle?.id });
    await this.updateComplete;
    this.focusChat();
  }

  #renderNotes(words: TechnicianWords, handle: SessionHandle) {
    return html`<deskside-session-notes
      slot="aside"
      .words=${words}
      .notes=${this.#notes.follow(handle.notes)}
      @deskside-notes-request=${this.#note}
    ></deskside-session-notes>`;
  }

  /** When one part gives way to another, whoever used it goes on in the new one. */
  async #keepFocus(): Promise<void> {
    const place = this.#writingPlace;
    // What closes or goes at the same time gives its focus back first.
    await new Promise(requestAnimationFrame);
    if (isFocusInUse(this.ownerDocument)) return;
    const notes = place === null ? null : this.renderRoot.querySelector('deskside-session-notes');
    if (place !== null && notes !== null) notes.writeOn(place);
    else this.focus();
  }

  readonly #watch = (event: CustomEvent<{ isWatching: boolean }>): void => {
    this.handle?.session.setWatching(event.detail.isWatching);
  };

  readonly #send = (event: CustomEvent<{ text: string }>): void => {
    try {
      this.handle?.session.sendChat(event.detail.text);
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
    this.handle?.session.start();
  };

  readonly #note = (event: CustomEvent<SessionNotes>): void => {
    event.stopPropagation();
    this.handle?.notes.set(boundNotes(event.detail));
  };

  readonly #answerEnd = (event: CustomEvent<{ isYes: boolean }>): void => {
    this.isAskingEnd = false;
    if (event.detail.isYes) this.handle?.session.end();
  };

  /** Parts within know no id; the request goes on upwards with it. */
  readonly #addId = (event: Event): void => {
    event.stopPropagation();
    this.emit(event.type, { id: this.handle?.id });
  };
}

/** The part that fills the session. */
function viewOf({ connection }: TechnicianState): View {
  switch (connection.phase) {
    case 'connected':
    case 'interrupted':
      return 'workspace';
    case 'ended':
      return 'ended';
    default:
      return 'invite';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-technician-session': TechnicianSessionElement;
  }
}
