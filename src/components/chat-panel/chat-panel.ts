// The chat of a session, on either side: the log, and a field whose text survives until it was sent.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { ArrowDown, Eye, SendHorizontal } from 'lucide';
import type { SharedWords } from '../../i18n/en/shared.ts';
import { MAX_CHAT_TEXT_LENGTH } from '../../protocol/limits.ts';
import type { Role } from '../../protocol/role.ts';
import { type ChatState, EMPTY_CHAT } from '../../session/chat-state.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import { renderMessages } from './chat-messages.ts';
import { chatPanelStyles } from './chat-panel.styles.ts';

/** From how many characters left on the person is told. */
const LIMIT_HINT_LENGTH = 200;

/** How far from its end, in CSS pixels, the log still counts as being at its end. */
const END_SLACK_PX = 24;

/**
 * @summary Messages of both sides, and a field to write one.
 * @event deskside-send-request - `{ text }`, cancelable: cancelled, the text was not sent and stays.
 */
@customElement('deskside-chat-panel')
export class ChatPanel extends DesksideElement {
  static override styles = chatPanelStyles;

  @property({ attribute: false }) words: SharedWords | null = null;
  @property({ attribute: false }) chat: ChatState = EMPTY_CHAT;
  @property({ attribute: false }) self: Role = 'customer';
  @property({ attribute: false }) otherName = '';
  /** Something to know while writing: "Ana can see what you type." */
  @property({ attribute: false }) notice: string | null = null;
  /** Whether what is written has to wait for the connection. */
  @property({ attribute: false }) isWaiting = false;
  @property({ attribute: false }) isDisabled = false;

  @state() private draft = '';
  @state() private hasNewBelow = false;

  #isAtEnd = true;
  readonly #resizes = new ResizeObserver(() => {
    if (this.#isAtEnd) this.#scrollToEnd();
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#log !== null) this.#resizes.observe(this.#log);
  }

  /** Puts the focus into the field. */
  focusField(): void {
    this.#field?.focus();
  }

  get #log(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('.log') ?? null;
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot?.querySelector('textarea') ?? null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before: unknown = changed.get('chat');
    if (before === undefined || before === this.chat) return;
    const last = this.chat.entries.at(-1);
    const isNew = last !== undefined && last !== (before as ChatState).entries.at(-1);
    if (!isNew) return;
    if (last.from === this.self) this.#isAtEnd = true;
    this.hasNewBelow = !this.#isAtEnd;
  }

  protected override updated(changed: PropertyValues): void {
    const log = this.#log;
    if (log !== null) this.#resizes.observe(log);
    if (changed.has('chat') && this.#isAtEnd) this.#scrollToEnd();
  }

  protected override render() {
    const { words } = this;
    if (words === null) return nothing;
    const { chat } = words;
    const left = MAX_CHAT_TEXT_LENGTH - this.draft.trim().length;
    return html`
      <div class="scroll">
        <div class="log" role="log" aria-label=${chat.log} tabindex="0" @scroll=${this.#handleScroll}>
          ${
            this.chat.entries.length === 0
              ? html`<p class="empty">${chat.empty}</p>`
              : renderMessages(this.chat.entries, {
                  words,
                  self: this.self,
                  otherName: this.otherName,
                  // A moment of waiting is nothing to tell.
                  undelivered: this.isWaiting ? this.chat.undelivered : [],
                })
          }
        </div>
        ${
          this.hasNewBelow
            ? html`<button type="button" class="new" @click=${this.#showNew}>
                <deskside-icon .icon=${ArrowDown}></deskside-icon>${chat.newMessages}
              </button>`
            : nothing
        }
      </div>
      <form @submit=${this.#handleSubmit}>
        <div class="grow" data-text=${this.draft}>
          <textarea
            rows="1"
            dir="auto"
            enterkeyhint="send"
            aria-label=${chat.message}
            placeholder=${chat.message}
            title=${chat.hint}
            aria-describedby="notice limit"
            aria-invalid=${left < 0}
            .value=${this.draft}
            ?disabled=${this.isDisabled}
            @input=${this.#handleInput}
            @keydown=${this.#handleKey}
          ></textarea>
        </div>
        <button type="submit" class="send" ?disabled=${this.isDisabled}>
          <deskside-icon directional .icon=${SendHorizontal}></deskside-icon>${chat.send}
        </button>
        <div class="notes">
          <p id="notice" class=${classMap({ notice: this.notice !== null })}>${
            this.notice === null
              ? nothing
              : html`<deskside-icon .icon=${Eye}></deskside-icon><span>${this.notice}</span>`
          }</p>
          <p id="limit" class=${classMap({ limit: true, over: left < 0 })} aria-live="polite">${
            this.#limitText(left) ?? nothing
          }</p>
        </div>
      </form>
    `;
  }

  #limitText(left: number): string | null {
    if (this.words === null || left > LIMIT_HINT_LENGTH) return null;
    const { chat } = this.words;
    return left < 0 ? chat.tooLong(MAX_CHAT_TEXT_LENGTH) : chat.charactersLeft(left);
  }

  #scrollToEnd(): void {
    const log = this.#log;
    if (log !== null) log.scrollTop = log.scrollHeight;
  }

  #send(): void {
    const text = this.draft;
    const { length } = text.trim();
    this.focusField();
    if (this.isDisabled || length === 0 || length > MAX_CHAT_TEXT_LENGTH) return;
    const request = new CustomEvent('deskside-send-request', {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: { text },
    });
    if (this.dispatchEvent(request)) this.draft = '';
  }

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    this.#send();
  };

  readonly #handleInput = (event: Event): void => {
    if (event.target instanceof HTMLTextAreaElement) this.draft = event.target.value;
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    // Some browsers end a composition before they tell of the Enter that ended it; they say 229 then.
    const isComposing = event.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return;
    event.preventDefault();
    this.#send();
  };

  readonly #handleScroll = (): void => {
    const log = this.#log;
    // A hidden log has no height, and has not been scrolled by anybody.
    if (log === null || log.clientHeight === 0) return;
    this.#isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight <= END_SLACK_PX;
    if (this.#isAtEnd) this.hasNewBelow = false;
  };

  readonly #showNew = (): void => {
    this.#isAtEnd = true;
    this.hasNewBelow = false;
    this.#scrollToEnd();
    this.focusField();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-chat-panel': ChatPanel;
  }
}
