// The toolbar of a session: whether the screen can be seen, and everything one can do. Whole, or as one pill.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import { isInSession } from '../../session/connection-state.ts';
import type { CustomerState } from '../../session/customer-session.ts';
import { isTypingVisible } from '../../session/screen-visibility.ts';
import '../avatar/avatar.ts';
import '../chat-panel/chat-panel.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../file-menu/file-menu.ts';
import '../icon/icon.ts';
import '../notices/notice-offer.ts';
import type { NoticeState } from '../notices/notifier.ts';
import '../session-clock/session-clock.ts';
import '../share-again/share-again.ts';
import { visibilityOf } from '../visibility.ts';
import { MoveController } from './move-controller.ts';
import { RovingFocusController } from './roving-focus-controller.ts';
import { StopShortcutController } from './stop-shortcut-controller.ts';
import { supportToolbarStyles } from './support-toolbar.styles.ts';
import { toolbarPartsStyles } from './toolbar-parts.styles.ts';
import { type ButtonsView, renderButtons, renderPill, renderProblem, renderStrip } from './toolbar-parts.ts';

/** How far one arrow key moves the toolbar, in CSS pixels. */
const MOVE_PX = 24;

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-MOVE_PX, 0],
  ArrowRight: [MOVE_PX, 0],
  ArrowUp: [0, -MOVE_PX],
  ArrowDown: [0, MOVE_PX],
};

/**
 * @summary The customer's controls during a session.
 * @event deskside-stop-sharing-request - Stop sharing the screen.
 * @event deskside-pause-request - `{ isPaused }`: hold the picture back, or let it go on.
 * @event deskside-change-screen-request - Share something else instead; in the very click.
 * @event deskside-chat-request - `{ isOpen }`: open or close the chat.
 * @event deskside-send-request - `{ text }`, cancelable; from the chat.
 * @event deskside-choose-files-request - Choose files to send.
 * @event deskside-view-files-request - Show the file transfers.
 * @event deskside-collapse-request - `{ isCollapsed }`: show the toolbar whole or as a pill.
 * @event deskside-end-request - End the session, after asking.
 * @event deskside-stop-all-request - End everything at once, without a question.
 * @event deskside-report-request - Report the session.
 * @event deskside-dismiss-request - The problem has been read, or what is offered is not wanted now.
 * @event deskside-share-request - Share the screen again; in the very click.
 * @event deskside-on-top-request - `{ isOnTop }`: go into a window above the others, or back; in the very click.
 * @event deskside-notices-request - `{ isWanted }`: notices for messages, or never mind.
 */
@customElement('deskside-support-toolbar')
export class SupportToolbar extends DesksideElement {
  static override styles = [toolbarPartsStyles, supportToolbarStyles];

  @property({ attribute: false }) words: CustomerWords | null = null;
  @property({ attribute: false }) state: CustomerState | null = null;
  /** What did not work, until it is dismissed. */
  @property({ attribute: false }) problem: ErrorCode | null = null;
  /** Whether a screen that a reload has cut can be shared again. */
  @property({ attribute: false }) canShareAgain = false;
  @property({ attribute: false }) notices: NoticeState = 'off';

  /** Whether the browser can keep it above other windows. */
  @property({ attribute: false }) canBeOnTop = false;
  /** Whether it is in a window above the others. */
  @property({ type: Boolean, reflect: true, attribute: 'on-top' }) isOnTop = false;

  /** Whether arrow keys move the toolbar at the moment. */
  @state() private isMoving = false;
  @state() private isFilesOpen = false;

  readonly #move = new MoveController(this);
  readonly #roving = new RovingFocusController(this);
  /** Set while the person waits for what they asked for: the focus goes there when it comes. */
  #awaited: 'chat' | 'toolbar' | null = null;

  constructor() {
    super();
    new StopShortcutController(this, () => {
      if (this.state !== null && isInSession(this.state.connection)) this.#handlers.stopAll();
    });
  }

  /** Puts the cursor into the chat's text field, once it is there. */
  async focusChat(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector('deskside-chat-panel')?.focusField();
  }

  protected override render() {
    const { words, state } = this;
    if (words === null || state === null || !isInSession(state.connection)) return nothing;
    const visibility = visibilityOf(state, words);
    // There is nothing beneath it there that it could be in the way of.
    const isCollapsed = state.isToolbarCollapsed && !this.isOnTop;
    const sinceMs = state.connection.connectedAtMs;
    const { chat, technician } = state;
    // First of use once there was something to miss.
    const hasMessage = chat.entries.some(({ from }) => from === 'technician');
    const isOfferHidden = !hasMessage || this.notices === 'off' || this.notices === 'on';
    return html`
      <div class="bar ${visibility.kind} ${isCollapsed ? 'collapsed' : 'whole'}">
        ${renderStrip(visibility, sinceMs, isCollapsed)}
        <div
          role="toolbar"
          aria-label=${words.toolbar.name}
          @keydown=${this.#roving.handleKey}
          @focusin=${this.#roving.handleFocus}
        >
          ${
            isCollapsed
              ? renderPill({ words, visibility, sinceMs, unreadCount: chat.unreadCount }, this.#expand)
              : renderButtons(this.#buttons(words, state), this.#handlers)
          }
        </div>
        <deskside-file-menu
          .words=${words.files}
          .otherName=${technician.name}
          .canSend=${state.permissions.filesToTechnician}
          .isOpen=${this.isFilesOpen && !isCollapsed}
          .opener=${this.#filesButton}
          @deskside-menu-close=${this.#closeFiles}
        ></deskside-file-menu>
        ${
          visibility.kind === 'reconnecting' && !isCollapsed
            ? html`<p class="hint beside">${visibility.meaning}</p>`
            : nothing
        }
        <div class="notices" aria-live="polite" ?hidden=${isCollapsed}>
          ${this.canShareAgain ? this.#renderShareAgain(words, state) : nothing}
          ${this.isMoving ? html`<p class="hint">${words.toolbar.moveHint}</p>` : nothing}
          ${visibility.aside === null ? nothing : html`<p class="hint">${visibility.aside}</p>`}
          ${this.problem === null ? nothing : renderProblem(words, this.problem, technician.name, this.#dismiss)}
        </div>
        <deskside-notice-offer
          ?hidden=${isCollapsed || this.isOnTop || isOfferHidden}
          .words=${words}
          .state=${this.notices}
          .text=${words.notices.offer(technician.name)}
        ></deskside-notice-offer>
        <deskside-chat-panel
          id="chat"
          ?hidden=${isCollapsed || !chat.isOpen}
          .words=${words}
          .chat=${chat}
          .self=${'customer'}
          .otherName=${technician.name}
          .isWaiting=${state.connection.phase === 'interrupted'}
          .notice=${isTypingVisible(state) ? words.session.typingVisible(technician.name) : null}
        ></deskside-chat-panel>
      </div>
    `;
  }

  #buttons(words: CustomerWords, state: CustomerState): ButtonsView {
    const { isMoving, isFilesOpen, canBeOnTop, isOnTop } = this;
    return { words, state, isMoving, isFilesOpen, canBeOnTop, isOnTop };
  }

  /** Where there is room beside the toolbar, the page offers it, unless a viewer is in its place. */
  #renderShareAgain(words: CustomerWords, { viewer }: CustomerState) {
    return html`<deskside-share-again
      class=${viewer.phase === 'open' || this.isOnTop ? nothing : 'beside'}
      .words=${words.shareAgain}
      @deskside-share-request=${this.#goOn}
      @deskside-dismiss-request=${this.#goOn}
    ></deskside-share-again>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('state') || this.#awaited === null) return;
    const awaited = this.#awaited;
    this.#awaited = null;
    if (awaited === 'chat') this.renderRoot.querySelector('deskside-chat-panel')?.focusField();
    else this.#roving.focus();
  }

  readonly #handlers = {
    stopSharing: (): void => this.emit('deskside-stop-sharing-request'),
    togglePaused: (): void => {
      const { screen } = this.state ?? {};
      this.emit('deskside-pause-request', { isPaused: screen?.phase === 'sharing' && !screen.isPaused });
    },
    changeScreen: (): void => this.emit('deskside-change-screen-request'),
    end: (): void => this.emit('deskside-end-request'),
    stopAll: (): void => this.emit('deskside-stop-all-request'),
    report: (): void => this.emit('deskside-report-request'),
    toggleChat: (): void => {
      const isOpen = this.state?.chat.isOpen !== true;
      this.#awaited = isOpen ? 'chat' : null;
      this.emit('deskside-chat-request', { isOpen });
    },
    toggleFiles: (): void => {
      this.isFilesOpen = !this.isFilesOpen;
    },
    collapse: (): void => {
      this.isMoving = false;
      this.isFilesOpen = false;
      this.#awaited = 'toolbar';
      this.emit('deskside-collapse-request', { isCollapsed: true });
    },
    setOnTop: (isOnTop: boolean): void => this.emit('deskside-on-top-request', { isOnTop }),
    drag: (event: PointerEvent): void => {
      if (!this.isOnTop) this.#move.startDrag(event);
    },
    toggleMoving: (): void => {
      this.isMoving = !this.isMoving;
    },
    stopMoving: (): void => {
      this.isMoving = false;
    },
    moveByKey: (event: KeyboardEvent): void => {
      if (!this.isMoving) return;
      const direction = DIRECTIONS[event.key];
      if (event.key === 'Escape') {
        this.#move.reset();
        this.isMoving = false;
      } else if (direction !== undefined) {
        this.#move.moveBy(...direction);
      } else {
        return;
      }
      event.preventDefault();
    },
  };

  get #filesButton(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('.files') ?? null;
  }

  readonly #closeFiles = (event: CustomEvent<{ readonly returnsFocus: boolean }>): void => {
    event.stopPropagation();
    this.isFilesOpen = false;
    if (event.detail.returnsFocus) this.#filesButton?.focus();
  };

  readonly #expand = (): void => {
    this.#awaited = 'toolbar';
    this.emit('deskside-collapse-request', { isCollapsed: false });
  };

  readonly #dismiss = (): void => {
    this.emit('deskside-dismiss-request');
    this.#goOn();
  };

  /** The button that had the focus goes away. */
  readonly #goOn = (): void => this.#roving.focus();
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-support-toolbar': SupportToolbar;
  }
}
