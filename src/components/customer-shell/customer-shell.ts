// The customer's whole page. It shows where things stand, and it alone turns requests into calls on the session.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import type { Language } from '../../i18n/language.ts';
import { type ErrorCode, errorCodeOf } from '../../protocol/deskside-error.ts';
import { isInSession, pathOf } from '../../session/connection-state.ts';
import type { CustomerSession, CustomerState } from '../../session/customer-session.ts';
import { isScreenVisible } from '../../session/screen-visibility.ts';
import { AttentionController } from '../attention-controller.ts';
import { DesksideElement } from '../deskside-element.ts';
import { FileRequestsController } from '../file-dialogs/file-requests-controller.ts';
import { hasMuchToLose, LeaveQuestionController } from '../leave-question-controller.ts';
import { NoticeController } from '../notices/notice-controller.ts';
import type { NoticeState, Notifier } from '../notices/notifier.ts';
import type { OnTop } from '../on-top/on-top.ts';
import { StoreController } from '../store-controller.ts';
import { customerNotice } from './customer-notice.ts';
import { RequestController } from './customer-requests.ts';
import { customerShellStyles } from './customer-shell.styles.ts';
import type { CustomerStage } from './customer-stage.ts';
import { type CustomerView, viewOf } from './customer-view.ts';
import { renderFrame, renderView } from './customer-views.ts';
import { NewsController } from './news-controller.ts';
import { type TabLook, VisibleTitleController } from './visible-title-controller.ts';

/** How long a request for the screen must have been in front of the person before it can be answered, in ms. */
const CONSENT_DWELL_MS = 700;

/**
 * @summary The customer's page.
 * @event deskside-open-request - `{ text }`: go where this support key or link leads.
 * @event deskside-retry-request - Load the same invite again.
 * @event deskside-language-request - `{ language }`: show the page in this language.
 * @event deskside-continue-here-request - Bring the session here from the tab that has it.
 * @event deskside-ready - There is an invitation that can be accepted.
 * @event deskside-join-enabled - The person had the time to read it: it can be accepted now.
 * @event deskside-session-start - Connected with the technician.
 * @event deskside-share-start - The screen is shared.
 * @event deskside-share-stop - The screen is no longer shared.
 * @event deskside-message - `{ from }`: a chat message was sent or came in.
 * @event deskside-file - `{ from }`: a file has arrived, whole, at either side.
 * @event deskside-session-end - `{ by, durationMs }`: the session is over.
 * @event deskside-error - `{ code }`: something failed that the person was told of.
 */
@customElement('deskside-customer')
export class CustomerShell extends DesksideElement {
  static override styles = customerShellStyles;

  @property({ attribute: false }) words: CustomerWords | null = null;
  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) stage: CustomerStage | null = null;
  /** How to reach somebody who is not looking; without it nobody is. */
  @property({ attribute: false }) notifier: Notifier | null = null;
  /** How to stay above other windows, where the browser can. */
  @property({ attribute: false }) onTop: OnTop | null = null;
  /** Whether this is in the window above the others; for its style. */
  @property({ type: Boolean, reflect: true, attribute: 'on-top' }) isOnTop = false;

  @state() private isEndAsked = false;
  /** What the person wanted to do and could not. */
  @state() private actionProblem: ErrorCode | null = null;
  /** The screen's state whose problem has been read. */
  @state() private readScreen: CustomerState['screen'] | null = null;

  readonly #store = new StoreController<CustomerState>(this);
  readonly #picture = new StoreController<MediaStream | null>(this);
  readonly #notices = new StoreController<NoticeState>(this);
  readonly #isOnTop = new StoreController<boolean>(this);
  readonly #news = new NewsController(this);
  readonly #files = new FileRequestsController(this, () => this.#session);
  #shownKind: CustomerView['kind'] | null = null;
  #wasViewerOpen = false;

  constructor() {
    super();
    new RequestController(this, {
      'deskside-join-request': (options) => this.#session?.join(options),
      'deskside-cancel-request': () => this.#session?.end(),
      'deskside-stop-sharing-request': () => this.#session?.stopSharing(),
      'deskside-pause-request': ({ isPaused }) => this.#session?.setPaused(isPaused),
      'deskside-change-screen-request': () => this.#session?.changeScreen(),
      'deskside-chat-request': ({ isOpen }) =>
        isOpen ? this.#openChat() : this.#session?.setChatOpen(false),
      'deskside-send-request': ({ text }, event) => this.#send(text, event),
      'deskside-collapse-request': ({ isCollapsed }) => this.#session?.setToolbarCollapsed(isCollapsed),
      'deskside-end-request': () => {
        this.isEndAsked = true;
      },
      'deskside-stop-all-request': () => this.#session?.end(),
      'deskside-report-request': () => this.renderRoot.querySelector('deskside-abuse-report')?.open(),
      'deskside-dismiss-request': () => {
        this.actionProblem = null;
        this.readScreen = this.#session?.state.value.screen ?? null;
      },
      'deskside-viewer-request': ({ isOpen }) => this.#setViewerOpen(isOpen),
      'deskside-share-request': () => this.#session?.shareScreen(),
      'deskside-on-top-request': ({ isOnTop }) => void this.#setOnTop(isOnTop),
      'deskside-notices-request': ({ isWanted }) =>
        isWanted ? this.notifier?.turnOn() : this.notifier?.turnDown(),
    });
    new VisibleTitleController(this, () => this.#tabLook);
    new AttentionController(this, () => this.#session);
    new NoticeController<CustomerState>(this, {
      session: () => this.#session,
      notifier: () => this.notifier,
      notice: (before, after) => (this.words === null ? null : customerNotice(this.words, before, after)),
      onOpen: () => this.#openChat(),
    });
    new LeaveQuestionController(this, () => {
      const state = this.#session?.state.value;
      return state !== undefined && isInSession(state.connection) && hasMuchToLose(state);
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.isOnTop = this.onTop !== null && this.#isOnTop.follow(this.onTop.state);
    if (!changed.has('stage') || this.stage === null) return;
    const wasInvited = changed.get('stage')?.phase === 'invited';
    this.isEndAsked = false;
    this.actionProblem = null;
    this.#news.follow(this.#session);
    if (this.stage.phase === 'invited') this.#news.tell({ type: 'deskside-ready' });
    const code =
      this.stage.phase === 'no-link'
        ? // A key that proved wrong has been told of by its session.
          wasInvited
          ? null
          : this.stage.problem
        : this.stage.phase === 'invite-failed'
          ? this.stage.code
          : null;
    if (code !== null) this.#news.tell({ type: 'deskside-error', detail: { code } });
  }

  protected override render() {
    const { words, stage } = this;
    if (words === null || stage === null) return nothing;
    const state = this.#session === null ? null : this.#store.follow(this.#session.state);
    const view = viewOf(stage, state);
    const content =
      view.kind !== 'session'
        ? renderView(view, words, state)
        : state !== null
          ? this.#renderSession(state, words)
          : nothing;
    const isBesideToolbar = view.kind === 'session' && state?.isToolbarCollapsed === false;
    const isFilled = view.kind === 'session' && state?.viewer.phase === 'open';
    const { language } = this;
    return html`
      ${renderFrame(content, { view, isBesideToolbar, isFilled, words, language })}
      ${this.#renderReport(view, words)}
    `;
  }

  protected override updated(): void {
    this.#makeRoomForViewer();
    if (this.stage === null || this.words === null) return;
    const { kind } = viewOf(this.stage, this.#session?.state.value ?? null);
    const hadView = this.#shownKind !== null && this.#shownKind !== kind;
    this.#shownKind = kind;
    if (hadView) void this.#focusHeading();
  }

  get #session(): CustomerSession | null {
    return this.stage?.phase === 'invited' ? this.stage.session : null;
  }

  get #tabLook(): TabLook | null {
    const { words } = this;
    if (words === null) return null;
    const state = this.#session?.state.value;
    if (state === undefined) return { title: words.productName, isVisible: false };
    const isVisible = isScreenVisible(state);
    const plain = words.pageTitle(state.technician.name);
    const title = isVisible ? words.visibleTitle(plain) : plain;
    const { unreadCount } = state.chat;
    return { title: unreadCount > 0 ? words.unreadTitle(unreadCount, title) : title, isVisible };
  }

  #renderSession(state: CustomerState, words: CustomerWords): TemplateResult {
    const { screen } = state;
    const hasProblem = screen.phase === 'off' || screen.phase === 'sharing';
    const isViewing = state.viewer.phase === 'open';
    const screenProblem = hasProblem && screen !== this.readScreen ? screen.problem : null;
    // What a reload has cut is offered again, once there is somebody to see it.
    const isCut = screenProblem === 'screen-cut';
    const canShareAgain = isCut && state.connection.phase === 'connected';
    const { consent, endQuestion } = words;
    const { name, organisation } = state.technician;
    return html`
      ${
        isViewing
          ? html`${this.#renderLineNotice(state, words)}${this.#renderViewer(state, words)}`
          : html`<deskside-session-page
              .words=${words}
              .state=${state}
              .canShareAgain=${canShareAgain}
            ></deskside-session-page>`
      }
      <p class="visually-hidden" aria-live="polite">
        ${isViewing ? words.viewer.opened(name) : nothing}
      </p>
      <deskside-support-toolbar
        .words=${words}
        .state=${state}
        .problem=${this.actionProblem ?? (isCut ? null : screenProblem)}
        .canShareAgain=${canShareAgain}
        .canBeOnTop=${this.onTop !== null}
        .isOnTop=${this.isOnTop}
        .notices=${this.notifier === null ? 'off' : this.#notices.follow(this.notifier.state)}
      ></deskside-support-toolbar>
      <deskside-question-dialog
        .heading=${consent.title(name)}
        .who=${organisation === null ? null : `${name} · ${organisation}`}
        .body=${consent.body(name)}
        .yes=${consent.yes}
        .no=${consent.no}
        .dwellMs=${CONSENT_DWELL_MS}
        .isOpen=${screen.phase === 'requested'}
        @deskside-answer=${this.#answerConsent}
      ></deskside-question-dialog>
      <deskside-question-dialog
        .heading=${endQuestion.title}
        .body=${words.endBody(name)}
        .yes=${endQuestion.yes}
        .no=${endQuestion.no}
        .isYesDanger=${true}
        .isOpen=${this.isEndAsked}
        @deskside-answer=${this.#answerEnd}
      ></deskside-question-dialog>
      <deskside-file-dialogs
        .words=${words}
        .files=${state.files}
        .self=${'customer'}
        .otherName=${name}
        .session=${this.#session}
        .isInSession=${isInSession(state.connection)}
        .isLineDown=${state.connection.phase === 'interrupted'}
        .path=${pathOf(state.connection)}
        .canSend=${state.permissions.filesToTechnician}
        .problem=${this.#files.problem}
      ></deskside-file-dialogs>
    `;
  }

  /** In front of the session and of its end alike, so that it outlasts what it may bring about. */
  #renderReport({ kind }: CustomerView, words: CustomerWords) {
    if (this.stage?.phase !== 'invited' || (kind !== 'session' && kind !== 'ended')) return nothing;
    const { session, report } = this.stage;
    return html`<deskside-abuse-report
      .words=${words}
      .technician=${session.state.value.technician}
      .isInSession=${kind === 'session'}
      .report=${report}
    ></deskside-abuse-report>`;
  }

  #renderLineNotice({ connection, keeping, technician }: CustomerState, words: CustomerWords) {
    return html`<deskside-line-notice
      .words=${words}
      .connection=${connection}
      .keeping=${keeping}
      .otherName=${technician.name}
    ></deskside-line-notice>`;
  }

  #renderViewer({ technician, permissions, canShareScreen, screen }: CustomerState, words: CustomerWords) {
    const picture = this.stage?.phase === 'invited' ? this.#picture.follow(this.stage.picture) : null;
    return html`<deskside-screen-viewer
      .words=${words}
      .name=${technician.name}
      .picture=${picture}
      .canShare=${canShareScreen}
      .canSendFiles=${permissions.filesToTechnician}
      .isSharing=${screen.phase === 'sharing' || screen.phase === 'choosing'}
    ></deskside-screen-viewer>`;
  }

  /** Whoever closed or opened the viewer goes on with what stands in its place. */
  #setViewerOpen(isOpen: boolean): void {
    this.#session?.setViewerOpen(isOpen);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('deskside-session-page, deskside-screen-viewer')?.focus(),
    );
  }

  /** Where there is no room for both, the viewer that has just opened gets it; the toolbar is a press away. */
  #makeRoomForViewer(): void {
    const session = this.#session;
    const isOpen = session?.state.value.viewer.phase === 'open';
    if (
      isOpen &&
      !this.#wasViewerOpen &&
      this.ownerDocument.defaultView?.matchMedia('(max-width: 479px)').matches
    ) {
      session?.setToolbarCollapsed(true);
    }
    this.#wasViewerOpen = isOpen;
  }

  /** Within the click: the browser opens that window for nothing else. */
  async #setOnTop(isOnTop: boolean): Promise<void> {
    this.actionProblem = null;
    if (!isOnTop) {
      this.onTop?.close();
      return;
    }
    try {
      await this.onTop?.open();
    } catch (error) {
      this.actionProblem = errorCodeOf(error, 'window-refused');
      this.#news.tell({ type: 'deskside-error', detail: { code: this.actionProblem } });
    }
  }

  #openChat(): void {
    this.#session?.setToolbarCollapsed(false);
    this.#session?.setChatOpen(true);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('deskside-support-toolbar')?.focusChat(),
    );
  }

  #send(text: string, request: Event): void {
    try {
      this.#session?.sendChat(text);
      this.actionProblem = null;
    } catch (error) {
      request.preventDefault();
      this.actionProblem = errorCodeOf(error, 'message-not-sent');
      this.#news.tell({ type: 'deskside-error', detail: { code: this.actionProblem } });
    }
  }

  readonly #answerConsent = (event: CustomEvent<{ readonly isYes: boolean }>): void => {
    event.stopPropagation();
    // Still within the click: the browser's picker opens for nothing else.
    this.#session?.answerScreenRequest(event.detail.isYes);
  };

  readonly #answerEnd = (event: CustomEvent<{ readonly isYes: boolean }>): void => {
    event.stopPropagation();
    this.isEndAsked = false;
    if (event.detail.isYes) this.#session?.end();
  };

  /** After a view gave way to another, those who cannot see it must find themselves in the new one. */
  async #focusHeading(): Promise<void> {
    for (const element of this.renderRoot.querySelectorAll('main, main > *')) {
      if (element instanceof DesksideElement) await element.updateComplete;
      const root = element instanceof DesksideElement ? element.renderRoot : element;
      const heading = root.querySelector<HTMLElement>('h1');
      // What an element replaced is still there, and not shown.
      if (heading?.checkVisibility()) {
        heading.focus();
        return;
      }
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-customer': CustomerShell;
  }
}
