// The technician's screen at the customer's: the picture gets the room, a thin bar above it says whose it is and
// what can be done, and it closes at the top right. It knows no session.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FolderUp, Maximize, MessageCircle, Minimize, MonitorPlay, ScreenShare, X } from 'lucide';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import { DesksideElement } from '../deskside-element.ts';
import { FullScreenController } from '../full-screen-controller.ts';
import '../file-menu/file-menu.ts';
import '../icon/icon.ts';
import { PanController } from './pan-controller.ts';
import { screenViewerStyles } from './screen-viewer.styles.ts';

/**
 * @summary Shows the technician's screen.
 * @event deskside-viewer-request - `{ isOpen: false }`: close it; the session goes on.
 * @event deskside-share-request - Share the customer's own screen; in the very click.
 * @event deskside-chat-request - `{ isOpen: true }`: open the chat.
 * @event deskside-choose-files-request - Choose files to send.
 * @event deskside-view-files-request - Show the file transfers.
 */
@customElement('deskside-screen-viewer')
export class ScreenViewer extends DesksideElement {
  static override styles = screenViewerStyles;

  @property({ attribute: false }) words: CustomerWords | null = null;
  /** Whose screen it is. */
  @property({ attribute: false }) name = '';
  @property({ attribute: false }) picture: MediaStream | null = null;
  /** Whether this browser can share a screen. */
  @property({ attribute: false }) canShare = true;
  /** Whether the customer may send files in this session. */
  @property({ attribute: false }) canSendFiles = true;
  /** Whether the customer shares their own screen already. */
  @property({ attribute: false }) isSharing = false;

  @state() private isActualSize = false;
  @state() private hasFrame = false;
  @state() private isFilesOpen = false;

  readonly #fullScreen = new FullScreenController(this, 'section');
  readonly #pan = new PanController(this);

  /** Puts the focus on the way out. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.close')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A frame of before says nothing about what is there now.
    if (changed.has('picture')) this.hasFrame = false;
  }

  protected override updated(): void {
    // Not bound in the template: Lit assigns objects at each update, and each assignment starts the video anew.
    const video = this.#video;
    if (video !== null && video.srcObject !== this.picture) video.srcObject = this.picture;
    this.#setActualSize();
  }

  protected override render() {
    if (this.words === null) return nothing;
    const { viewer } = this.words;
    const isPannable = this.isActualSize && this.hasFrame;
    return html`
      <section aria-label=${viewer.region(this.name)}>
        <header>
          <deskside-icon .icon=${MonitorPlay}></deskside-icon>
          <div class="whose">
            <h2>${viewer.region(this.name)}</h2>
            <p class="muted">${viewer.notYours}</p>
          </div>
          ${this.#renderActions()}
          <button type="button" class="quiet icon-only close" aria-label=${viewer.close} title=${viewer.close} @click=${this.#close}>
            <deskside-icon .icon=${X}></deskside-icon>
          </button>
        </header>
        <div
          class="room ${isPannable ? 'pannable' : ''}"
          role="group"
          aria-label=${viewer.region(this.name)}
          tabindex=${isPannable ? 0 : nothing}
          @pointerdown=${isPannable ? this.#pan.start : nothing}
        >
          <video
            class=${isPannable ? 'actual' : nothing}
            .muted=${true}
            autoplay
            playsinline
            @loadeddata=${this.#handleFrame}
            @resize=${this.#handleFrame}
          ></video>
          ${this.hasFrame ? nothing : html`<p class="waiting">${viewer.waiting}</p>`}
        </div>
      </section>
    `;
  }

  #renderActions() {
    if (this.words === null) return nothing;
    const { viewer } = this.words;
    const share = this.isSharing ? viewer.isSharing : viewer.shareHint(this.name);
    return html`
      <div class="actions">
        ${
          this.canShare
            ? html`<button type="button" title=${share} ?disabled=${this.isSharing} @click=${this.#share}>
                <deskside-icon .icon=${ScreenShare}></deskside-icon>${viewer.share}
              </button>`
            : nothing
        }
        <button type="button" @click=${this.#chat}>
          <deskside-icon .icon=${MessageCircle}></deskside-icon>${viewer.chat}
        </button>
        <button
          type="button"
          class="files"
          aria-label=${this.words.files.menu.button}
          aria-haspopup="menu"
          aria-expanded=${this.isFilesOpen}
          @click=${this.#toggleFiles}
        >
          <deskside-icon .icon=${FolderUp}></deskside-icon>${this.words.files.menu.short}
        </button>
        <deskside-file-menu
          .words=${this.words.files}
          .otherName=${this.name}
          .canSend=${this.canSendFiles}
          .isOpen=${this.isFilesOpen}
          .opener=${this.#filesButton}
          @deskside-menu-close=${this.#closeFiles}
        ></deskside-file-menu>
      </div>
      <div class="sizes" role="group" aria-label=${viewer.view}>
        <button type="button" class="quiet" aria-pressed=${!this.isActualSize} @click=${this.#fit}>
          ${viewer.fit}
        </button>
        <button type="button" class="quiet" aria-pressed=${this.isActualSize} @click=${this.#showActualSize}>
          ${viewer.actualSize}
        </button>
        ${this.#renderFullScreen()}
      </div>
    `;
  }

  #renderFullScreen() {
    if (this.words === null || !this.ownerDocument.fullscreenEnabled) return nothing;
    const { fullScreen, leaveFullScreen } = this.words.viewer;
    const label = this.#fullScreen.isOn ? leaveFullScreen : fullScreen;
    return html`
      <button type="button" class="quiet icon-only" aria-label=${label} title=${label} @click=${this.#fullScreen.toggle}>
        <deskside-icon .icon=${this.#fullScreen.isOn ? Minimize : Maximize}></deskside-icon>
      </button>
    `;
  }

  get #filesButton(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('.files') ?? null;
  }

  get #video(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video');
  }

  /** At 100 % one pixel of the picture is one pixel of this screen, whatever the page's zoom. */
  #setActualSize(): void {
    const video = this.#video;
    video?.style.setProperty('--picture-width', `${video.videoWidth / devicePixelRatio}px`);
  }

  readonly #handleFrame = (): void => {
    this.hasFrame = (this.#video?.videoWidth ?? 0) > 0;
    this.#setActualSize();
  };

  readonly #fit = (): void => {
    this.isActualSize = false;
  };

  readonly #showActualSize = (): void => {
    this.isActualSize = true;
  };

  readonly #close = (): void => this.emit('deskside-viewer-request', { isOpen: false });
  readonly #share = (): void => this.emit('deskside-share-request');
  readonly #chat = (): void => {
    // The chat is not within what fills the screen.
    if (this.#fullScreen.isOn) this.#fullScreen.toggle();
    this.emit('deskside-chat-request', { isOpen: true });
  };

  readonly #toggleFiles = (): void => {
    this.isFilesOpen = !this.isFilesOpen;
  };

  readonly #closeFiles = (event: CustomEvent<{ readonly returnsFocus: boolean }>): void => {
    event.stopPropagation();
    this.isFilesOpen = false;
    if (event.detail.returnsFocus) this.#filesButton?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-screen-viewer': ScreenViewer;
  }
}
