// The bar beneath the picture: how large it is drawn, full screen, and what is seen. A slot takes the one
// thing to do about the screen.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Camera, Maximize, Minimize, Minus, Plus } from 'lucide';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import type { Surface } from '../../protocol/control-message.ts';
import { DesksideElement } from '../deskside-element.ts';
import { type ShortcutName, shortcutTooltip } from '../technician-shortcuts/shortcut-keys.ts';
import '../icon/icon.ts';
import { screenBarStyles } from './screen-bar.styles.ts';
import { type Size, type Zoom, zoomedIn, zoomedOut } from './screen-zoom.ts';

/**
 * @summary Controls of the customer's picture.
 * @slot - What can be done about the screen itself.
 * @event deskside-zoom-request - `{ zoom }`: `fit`, or device pixels for each pixel of the picture.
 * @event deskside-still-request - Save the frame that is seen now.
 * @event deskside-full-screen-request - Enter or leave full screen.
 */
@customElement('deskside-screen-bar')
export class ScreenBar extends DesksideElement {
  static override styles = screenBarStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) zoom: Zoom = 'fit';
  /** The scale that is drawn now, whatever chose it. */
  @property({ attribute: false }) scale = 1;
  @property({ attribute: false }) frame: Size | null = null;
  @property({ attribute: false }) surface: Surface = 'unknown';
  @property({ attribute: false }) isFullScreen = false;
  @property({ attribute: false }) hasShortcuts = true;

  protected override render() {
    if (this.words === null) return nothing;
    const words = this.words.screen;
    const isActualSize = this.zoom === 1;
    return html`
      <slot></slot>
      <p class="facts muted">
        <span>${words.surfaces[this.surface]}</span>
        ${
          this.frame === null
            ? nothing
            : html`<span class="resolution">${words.resolution(this.frame.width, this.frame.height)}</span>`
        }
      </p>
      <div class="zoom" role="group" aria-label=${words.view}>
        <button
          class="quiet"
          aria-pressed=${this.zoom === 'fit'}
          title=${this.#tooltip(words.fit, 'fit')}
          @click=${() => this.#request('fit')}
        >
          ${words.fit}
        </button>
        <button
          class="quiet"
          aria-pressed=${isActualSize}
          title=${this.#tooltip(words.actualSize, 'actualSize')}
          @click=${() => this.#request(1)}
        >
          ${words.actualSize}
        </button>
        <button
          class="quiet icon-only"
          aria-label=${words.zoomOut}
          title=${this.#tooltip(words.zoomOut, 'zoomOut')}
          @click=${() => this.#request(zoomedOut(this.scale))}
        >
          <deskside-icon .icon=${Minus}></deskside-icon>
        </button>
        <span class="level">${words.zoomLevel(Math.round(this.scale * 100))}</span>
        <button
          class="quiet icon-only"
          aria-label=${words.zoomIn}
          title=${this.#tooltip(words.zoomIn, 'zoomIn')}
          @click=${() => this.#request(zoomedIn(this.scale))}
        >
          <deskside-icon .icon=${Plus}></deskside-icon>
        </button>
        ${this.#renderStill(words.saveStill)}${this.#renderFullScreen()}
      </div>
    `;
  }

  #renderStill(label: string) {
    if (this.frame === null) return nothing;
    return html`
      <button
        class="quiet icon-only"
        aria-label=${label}
        title=${label}
        @click=${() => this.emit('deskside-still-request')}
      >
        <deskside-icon .icon=${Camera}></deskside-icon>
      </button>
    `;
  }

  #renderFullScreen() {
    if (this.words === null || !this.ownerDocument.fullscreenEnabled) return nothing;
    const { fullScreen, leaveFullScreen } = this.words.screen;
    const label = this.isFullScreen ? leaveFullScreen : fullScreen;
    return html`
      <button
        class="quiet icon-only"
        aria-label=${label}
        title=${this.#tooltip(label, 'fullScreen')}
        @click=${() => this.emit('deskside-full-screen-request')}
      >
        <deskside-icon .icon=${this.isFullScreen ? Minimize : Maximize}></deskside-icon>
      </button>
    `;
  }

  #tooltip(label: string, name: ShortcutName): string {
    return this.words === null ? label : shortcutTooltip(this.words, label, name, this.hasShortcuts);
  }

  #request(zoom: Zoom): void {
    this.emit('deskside-zoom-request', { zoom });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-screen-bar': ScreenBar;
  }
}
