// The customer's screen: the picture with nothing on it, or in its place why there is none and what to do,
// and beneath it a bar to look closer. It keeps the zoom, and knows no session.

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { Eye, EyeOff, X } from 'lucide';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import { TECHNICIAN_SCREEN_OFF, type TechnicianScreenState } from '../../session/technician-screen-state.ts';
import { DesksideElement } from '../deskside-element.ts';
import { FullScreenController } from '../full-screen-controller.ts';
import { ShortcutController } from '../technician-shortcuts/shortcut-controller.ts';
import { SHORTCUT_KEYS, type ShortcutName, shortcutTooltip } from '../technician-shortcuts/shortcut-keys.ts';
import '../icon/icon.ts';
import './screen-bar.ts';
import { isPictureFlowing, type ScreenAction, screenAction, screenMessage } from './screen-message.ts';
import { screenViewStyles } from './screen-view.styles.ts';
import { fittingScale, type Size, type Zoom, zoomedIn, zoomedOut } from './screen-zoom.ts';
import { download, stillName, stillOf } from './still.ts';

/**
 * @summary Shows the customer's screen, and asks for it.
 * @event deskside-screen-request - Ask the customer for their screen.
 * @event deskside-withdraw-request - Take the unanswered question back.
 * @event deskside-watch-request - `{ isWatching }`: stop or resume viewing what is shared.
 */
@customElement('deskside-screen-view')
export class ScreenView extends DesksideElement {
  static override styles = screenViewStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) screen: TechnicianScreenState = TECHNICIAN_SCREEN_OFF;
  @property({ attribute: false }) picture: MediaStream | null = null;
  @property({ attribute: false }) hasShortcuts = true;

  @state() private zoom: Zoom = 'fit';
  /** Size of the picture in its own pixels; `null` before the first frame. */
  @state() private frame: Size | null = null;
  @state() private room: Size = { width: 0, height: 0 };

  readonly #fullScreen = new FullScreenController(this, 'section');
  #movesFocus = false;
  #observedRoom: Element | null = null;
  readonly #roomObserver = new ResizeObserver(([entry]) => {
    if (entry !== undefined) this.room = entry.contentRect;
  });

  constructor() {
    super();
    new ShortcutController(this, () => (this.hasShortcuts ? this.#shortcuts() : {}));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#roomObserver.disconnect();
    this.#observedRoom = null;
  }

  protected override willUpdate(): void {
    // A frame of before says nothing about what is there now.
    if (this.#source !== (this.#video?.srcObject ?? null)) this.frame = null;
  }

  protected override updated(): void {
    this.#observeRoom();
    // Not bound in the template: Lit assigns objects at each update, and each assignment starts the video anew.
    const video = this.#video;
    if (video !== null && video.srcObject !== this.#source) video.srcObject = this.#source;
    video?.style.setProperty('--picture-width', `${this.#pictureWidth}px`);
    if (this.#movesFocus && this.shadowRoot?.activeElement === null) void this.#moveFocus();
  }

  protected override render() {
    if (this.words === null) return nothing;
    const words = this.words.screen;
    const message = screenMessage(words, this.screen, this.frame !== null);
    const isZoomed = this.zoom !== 'fit' && message === null;
    return html`
      <section aria-label=${words.region}>
        <div class="room" role="group" aria-label=${words.picture} tabindex=${isZoomed ? 0 : nothing}>
          <video
            class=${classMap({ 'is-zoomed': isZoomed, 'is-blank': message !== null })}
            .muted=${true}
            autoplay
            playsinline
            @loadeddata=${this.#handleFrame}
            @resize=${this.#handleFrame}
          ></video>
          <div class="message">
            <div class="words" aria-live="polite">
              ${
                message === null
                  ? nothing
                  : html`
                    <deskside-icon .icon=${message.icon}></deskside-icon>
                    <p class="title">${message.title}</p>
                    <p class="muted">${message.text}</p>
                  `
              }
            </div>
            ${this.#renderAction()}
          </div>
        </div>
        ${this.#renderBar()}
      </section>
    `;
  }

  #renderAction() {
    const action = screenAction(this.screen);
    if (this.words === null || action === null || action === 'stop') return nothing;
    const words = this.words.screen;
    const label = { request: words.request, withdraw: words.cancelRequest, resume: words.resume }[action];
    return html`
      <button
        class=${classMap({ action: true, primary: action !== 'withdraw' })}
        title=${shortcutTooltip(this.words, label, action === 'resume' ? 'watch' : 'request', this.hasShortcuts)}
        @click=${this.#act}
      >
        <deskside-icon .icon=${action === 'withdraw' ? X : Eye}></deskside-icon>${label}
      </button>
    `;
  }

  #renderBar() {
    if (this.words === null || screenAction(this.screen) !== 'stop' || this.screen.phase !== 'shared') {
      return nothing;
    }
    const { stop } = this.words.screen;
    return html`
      <deskside-screen-bar
        .words=${this.words}
        .zoom=${this.zoom}
        .scale=${this.#scale}
        .frame=${this.frame}
        .surface=${this.screen.surface}
        .isFullScreen=${this.#fullScreen.isOn}
        .hasShortcuts=${this.hasShortcuts}
        @deskside-zoom-request=${this.#handleZoom}
        @deskside-still-request=${this.#saveStill}
        @deskside-full-screen-request=${this.#fullScreen.toggle}
      >
        <button
          class="action"
          title=${shortcutTooltip(this.words, stop, 'watch', this.hasShortcuts)}
          @click=${this.#act}
        >
          <deskside-icon .icon=${EyeOff}></deskside-icon>${stop}
        </button>
      </deskside-screen-bar>
    `;
  }

  async #moveFocus(): Promise<void> {
    this.#movesFocus = false;
    // What stands in the bar can be focused once the bar has a slot for it.
    await this.renderRoot.querySelector('deskside-screen-bar')?.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.action')?.focus();
  }

  #observeRoom(): void {
    const room = this.renderRoot.querySelector('.room');
    if (room === null || room === this.#observedRoom || !this.isConnected) return;
    this.#observedRoom = room;
    this.#roomObserver.observe(room);
  }

  get #video(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video');
  }

  /** What the video is to show: nothing, unless the technician wants it and the customer sends it. */
  get #source(): MediaStream | null {
    return isPictureFlowing(this.screen) ? this.picture : null;
  }

  /** Device pixels of this screen for each pixel of the picture, as it is drawn now. */
  get #scale(): number {
    if (this.zoom !== 'fit') return this.zoom;
    return this.frame === null ? 1 : fittingScale(this.frame, this.room, devicePixelRatio);
  }

  get #pictureWidth(): number {
    return ((this.frame?.width ?? 0) * this.#scale) / devicePixelRatio;
  }

  #shortcuts(): Record<string, () => void> {
    const action = screenAction(this.screen);
    const actions: Partial<Record<ShortcutName, () => void>> = {};
    if (action === 'request' || action === 'withdraw') actions.request = this.#act;
    if (action === 'stop' || action === 'resume') actions.watch = this.#act;
    if (action === 'stop') {
      actions.fit = () => this.#zoomTo('fit');
      actions.actualSize = () => this.#zoomTo(1);
      actions.zoomIn = () => this.#zoomTo(zoomedIn(this.#scale));
      actions.zoomOut = () => this.#zoomTo(zoomedOut(this.#scale));
      actions.fullScreen = this.#fullScreen.toggle;
    }
    return Object.fromEntries(
      (Object.keys(actions) as ShortcutName[]).map((name) => [SHORTCUT_KEYS[name], () => actions[name]?.()]),
    );
  }

  readonly #act = (): void => {
    const action: ScreenAction | null = screenAction(this.screen);
    if (action === null) return;
    // The button that was pressed may give way to another; whoever pressed it goes on from there.
    this.#movesFocus = this.shadowRoot?.activeElement instanceof HTMLButtonElement;
    if (action === 'request') this.emit('deskside-screen-request');
    else if (action === 'withdraw') this.emit('deskside-withdraw-request');
    else this.emit('deskside-watch-request', { isWatching: action === 'resume' });
  };

  readonly #handleFrame = (): void => {
    const video = this.#video;
    if (video === null || video.srcObject === null || video.videoWidth === 0) return;
    this.frame = { width: video.videoWidth, height: video.videoHeight };
  };

  readonly #saveStill = async (): Promise<void> => {
    const video = this.#video;
    // The button is there only while there is a frame to save.
    if (video !== null) download(this.ownerDocument, await stillOf(video), stillName(new Date()));
  };

  readonly #handleZoom = (event: CustomEvent<{ zoom: Zoom }>): void => {
    this.#zoomTo(event.detail.zoom);
  };

  #zoomTo(zoom: Zoom): void {
    this.zoom = zoom;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-screen-view': ScreenView;
  }
}
