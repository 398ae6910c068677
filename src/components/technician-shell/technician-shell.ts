// The technician's console: its header, its sessions with one of them in view, its reports.
// What concerns the console as a whole (signing in, making and closing sessions, reports) goes on upwards.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import type { Language } from '../../i18n/language.ts';
import { isInSession } from '../../session/connection-state.ts';
import type { ReportsState } from '../../session/report-keeper.ts';
import type { Readable } from '../../session/store.ts';
import { AttentionController } from '../attention-controller.ts';
import { attendTo, unreadIn } from '../console-attention.ts';
import { DesksideElement } from '../deskside-element.ts';
import { isFocusInUse } from '../focus-in-use.ts';
import { hasMuchToLose, LeaveQuestionController } from '../leave-question-controller.ts';
import type { Notifier } from '../notices/notifier.ts';
import '../question-dialog/question-dialog.ts';
import '../reports-page/reports-page.ts';
import { isPictureFlowing } from '../screen-view/screen-message.ts';
import '../session-list/session-list.ts';
import { summaryOf } from '../session-list/session-summary.ts';
import { StoreController } from '../store-controller.ts';
import { StoresController } from '../stores-controller.ts';
import '../technician-header/technician-header.ts';
import '../technician-session/technician-session.ts';
import { type ShortcutActions, ShortcutController } from '../technician-shortcuts/shortcut-controller.ts';
import '../technician-shortcuts/technician-shortcuts.ts';
import { consoleShortcuts } from './console-shortcuts.ts';
import { technicianShellStyles } from './technician-shell.styles.ts';
import {
  neighbourOf,
  type ReadyStage,
  type SessionHandle,
  shownHandle,
  type TechnicianStage,
} from './technician-stage.ts';
import { pageTitle, type TechnicianView, technicianView } from './technician-view.ts';
import { renderElsewhere, renderSignIn, renderStart } from './technician-views.ts';

/**
 * @summary The technician's console.
 * @event deskside-sign-in-request - `{ username, password }` or `{ token }`: sign in by these.
 * @event deskside-oidc-request - Go to the organisation's own sign-in.
 * @event deskside-sign-out-request - Sign out, and end all sessions.
 * @event deskside-retry-request - Ask the server again who this is.
 * @event deskside-new-session-request - Make a session.
 * @event deskside-show-session-request - `{ id }`: bring this session into view.
 * @event deskside-close-session-request - `{ id }`: take this ended session off the list.
 * @event deskside-reports-request - The reports come into view.
 * @event deskside-retention-request - `{ retention }`: keep reports so long from now on.
 * @event deskside-delete-report-request - `{ report }`: delete this report.
 * @event deskside-delete-reports-request - Delete all reports.
 * @event deskside-language-request - `{ language }`: another language is wanted.
 * @event deskside-shortcuts-request - `{ isEnabled }`: single-key shortcuts were switched; worth remembering.
 */
@customElement('deskside-technician')
export class TechnicianShell extends DesksideElement {
  static override styles = technicianShellStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) stage: TechnicianStage | null = null;
  @property({ attribute: false }) reports: Readable<ReportsState> | null = null;
  /** Whether the reports are in view instead of a session. */
  @property({ attribute: false }) isShowingReports = false;
  /** The session whose report the reports begin with; `null` for the list. */
  @property({ attribute: false }) wantedReportId: string | null = null;
  /** How to reach somebody who is not looking; without it nobody is. */
  @property({ attribute: false }) notifier: Notifier | null = null;
  /** Whether single keys do things. */
  @property({ attribute: false }) hasShortcuts = true;

  @state() private isHelpOpen = false;
  @state() private isAskingSignOut = false;

  readonly #reports = new StoreController<ReportsState>(this);
  readonly #stores = new StoresController(this);
  /** Which part fills the console, and whose it is. */
  #part: string | null = null;

  constructor() {
    super();
    new ShortcutController(this, () => this.#shortcuts());
    new AttentionController(this, () => attendTo(this.#handles, this.#shown?.id ?? null));
    new LeaveQuestionController(this, () =>
      this.#handles.some(({ session }) => {
        const state = session.state.value;
        // A link that nobody has used yet is lost with the page.
        return session.isBusy && (!isInSession(state.connection) || hasMuchToLose(state));
      }),
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('stage')) return;
    this.#stores.follow(this.#handles.flatMap(({ session, notes }) => [session.state, notes]));
    const before = shownHandle(changed.get('stage') ?? null);
    if (before?.id === shownHandle(this.stage)?.id) return;
    this.isHelpOpen = false;
    // A session that was made or chosen is what somebody wants to see.
    if (shownHandle(this.stage) !== null && changed.get('stage') !== undefined) this.isShowingReports = false;
  }

  protected override updated(): void {
    const { words, stage } = this;
    if (stage === null) return;
    const view = technicianView(stage, this.isShowingReports);
    if (words !== null) {
      const session = this.#shown?.session.state.value ?? null;
      const unreadCount = unreadIn(this.#handles);
      const isOwnScreenSeen = this.#handles.some((handle) => summaryOf(words, handle).isOwnScreenSeen);
      this.ownerDocument.title = pageTitle(words, { view, session, unreadCount, isOwnScreenSeen });
    }
    const part = `${view} ${this.#shown?.id ?? ''}`;
    if (part !== this.#part && this.#part !== null) void this.#keepFocus();
    this.#part = part;
  }

  protected override render() {
    const { words, stage } = this;
    if (words === null || stage === null) return nothing;
    const view = technicianView(stage, this.isShowingReports);
    const session = this.#shown?.session.state.value ?? null;
    const isReady = stage.phase === 'ready';
    return html`
      <div class="console">
        <deskside-technician-header
          .words=${words}
          .language=${this.language}
          .technician=${isReady ? stage.technician : null}
          .connection=${session?.connection ?? null}
          .isScreenVisible=${session?.connection.phase === 'connected' && isPictureFlowing(session.screen)}
          .isShowingReports=${view === 'reports'}
          .hasShortcuts=${this.hasShortcuts}
          @deskside-reports-request=${this.#showReports}
          @deskside-end-request=${this.#askEnd}
          @deskside-help-request=${this.#openHelp}
          @deskside-sign-out-request=${this.#askSignOut}
        ></deskside-technician-header>
        ${isReady ? this.#renderReady(words, stage, view) : renderSignIn(words, stage)}
      </div>
      <deskside-technician-shortcuts
        .words=${words}
        .isOpen=${this.isHelpOpen}
        .hasShortcuts=${this.hasShortcuts}
        @deskside-shortcuts-request=${this.#setShortcuts}
        @deskside-close-request=${() => (this.isHelpOpen = false)}
      ></deskside-technician-shortcuts>
      <deskside-question-dialog
        .heading=${words.signOut.title}
        .body=${words.signOut.body(this.#openCount)}
        .yes=${words.signOut.yes}
        .no=${words.signOut.no}
        .isOpen=${isReady && this.isAskingSignOut}
        .isYesDanger=${true}
        @deskside-answer=${this.#answerSignOut}
      ></deskside-question-dialog>
    `;
  }

  #renderReady(words: TechnicianWords, stage: ReadyStage, view: TechnicianView) {
    const { sessions, isCreating, problem, elsewhereCount } = stage;
    return html`
      ${elsewhereCount === 0 ? nothing : renderElsewhere(words, elsewhereCount)}
      <div class="body ${sessions.length > 0 ? 'with-list' : ''}">
        ${
          sessions.length === 0
            ? nothing
            : html`<deskside-session-list
                .words=${words}
                .summaries=${sessions.map((handle) => summaryOf(words, handle))}
                .shownId=${this.#shown?.id ?? null}
                .isCreating=${isCreating}
                .problem=${problem}
                .hasShortcuts=${this.hasShortcuts}
                @deskside-show-session-request=${this.#leaveReports}
              ></deskside-session-list>`
        }
        ${repeat(
          sessions,
          ({ id }) => id,
          (handle) => this.#renderSession(words, stage, handle),
        )}
        ${view === 'start' ? renderStart(words, stage) : nothing}
        ${view === 'reports' ? this.#renderReports(words, sessions) : nothing}
      </div>
    `;
  }

  /** What is not in view stays mounted: drafts, scrolling and zoom are still there when it comes back. */
  #renderSession(words: TechnicianWords, stage: ReadyStage, handle: SessionHandle) {
    const isShown = handle === this.#shown;
    return html`<deskside-technician-session
      class=${isShown ? 'view' : ''}
      ?hidden=${!isShown}
      .words=${words}
      .technician=${stage.technician}
      .handle=${handle}
      .isShown=${isShown}
      .hasShortcuts=${this.hasShortcuts}
      .notifier=${this.notifier}
      @deskside-show-session-request=${this.#leaveReports}
      @deskside-report-request=${this.#showReport}
    ></deskside-technician-session>`;
  }

  #renderReports(words: TechnicianWords, sessions: readonly SessionHandle[]) {
    return html`
      <main>
        <deskside-reports-page
          class="view"
          .words=${words}
          .state=${this.reports === null ? null : this.#reports.follow(this.reports)}
          .wantedId=${this.wantedReportId}
          .hasSessions=${sessions.length > 0}
          @deskside-leave-reports-request=${this.#leaveReports}
        ></deskside-reports-page>
      </main>
    `;
  }

  get #handles(): readonly SessionHandle[] {
    return this.stage?.phase === 'ready' ? this.stage.sessions : [];
  }

  /** Sessions that signing out would end, here and in other tabs. */
  get #openCount(): number {
    const elsewhereCount = this.stage?.phase === 'ready' ? this.stage.elsewhereCount : 0;
    return elsewhereCount + this.#handles.filter(({ session }) => session.isBusy).length;
  }

  /** The session in view. */
  get #shown(): SessionHandle | null {
    return this.isShowingReports ? null : shownHandle(this.stage);
  }

  #shortcuts(): ShortcutActions {
    const { stage } = this;
    if (!this.hasShortcuts || stage?.phase !== 'ready') return {};
    return consoleShortcuts(stage, this.#shown?.session.state.value.connection ?? null, {
      newSession: () => this.emit('deskside-new-session-request'),
      nextSession: () => this.#walk(stage, 1),
      previousSession: () => this.#walk(stage, -1),
      help: this.#openHelp,
      chat: () => this.#shownElement?.focusChat(),
      sendFiles: () => this.#shownElement?.chooseFiles(),
      viewFiles: () => this.#shownElement?.viewFiles(),
      end: this.#askEnd,
    });
  }

  #walk(stage: ReadyStage, steps: number): void {
    const next = this.isShowingReports ? shownHandle(stage) : neighbourOf(stage, steps);
    this.isShowingReports = false;
    if (next !== null) this.emit('deskside-show-session-request', { id: next.id });
  }

  get #shownElement() {
    return [...this.renderRoot.querySelectorAll('deskside-technician-session')].find(
      ({ handle }) => handle === this.#shown,
    );
  }

  /** When one part gives way to another, whoever used it goes on in the new one. */
  async #keepFocus(): Promise<void> {
    // What closes or goes at the same time gives its focus back first.
    await new Promise(requestAnimationFrame);
    if (!isFocusInUse(this.ownerDocument)) this.renderRoot.querySelector<HTMLElement>('.view')?.focus();
  }

  readonly #askEnd = (): void => this.#shownElement?.askEnd();

  /** Where nothing is lost by it, nobody is asked: the request goes on upwards. */
  readonly #askSignOut = (event: Event): void => {
    if (this.#openCount === 0) return;
    event.stopPropagation();
    this.isAskingSignOut = true;
  };

  readonly #answerSignOut = (event: CustomEvent<{ isYes: boolean }>): void => {
    this.isAskingSignOut = false;
    if (event.detail.isYes) this.emit('deskside-sign-out-request');
  };

  readonly #openHelp = (): void => {
    this.isHelpOpen = true;
  };

  readonly #setShortcuts = (event: CustomEvent<{ isEnabled: boolean }>): void => {
    this.hasShortcuts = event.detail.isEnabled;
  };

  readonly #showReports = (): void => {
    this.wantedReportId = null;
    this.isShowingReports = true;
  };

  readonly #showReport = (event: CustomEvent<{ id: string }>): void => {
    this.wantedReportId = event.detail.id;
    this.isShowingReports = true;
    this.emit('deskside-reports-request');
  };

  readonly #leaveReports = (): void => {
    this.isShowingReports = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-technician': TechnicianShell;
  }
}
