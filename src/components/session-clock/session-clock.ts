// How long the session has lasted. A screen reader can read it, and is never interrupted by it.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DesksideElement } from '../deskside-element.ts';
import { formatElapsed } from './format-elapsed.ts';
import { SecondTicker } from './second-ticker.ts';
import { sessionClockStyles } from './session-clock.styles.ts';

/** @summary A clock that counts up from `sinceMs`. */
@customElement('deskside-session-clock')
export class SessionClock extends DesksideElement {
  static override styles = sessionClockStyles;

  /** When counting began, in ms since the epoch. */
  @property({ attribute: false }) sinceMs: number | null = null;

  constructor() {
    super();
    new SecondTicker(this, () => this.#elapsedMs);
  }

  get #elapsedMs(): number | null {
    return this.sinceMs === null ? null : Date.now() - this.sinceMs;
  }

  protected override render() {
    const elapsedMs = this.#elapsedMs;
    if (elapsedMs === null) return nothing;
    // A timer is live "off" by definition (WAI-ARIA 1.2): never announced.
    return html`<span role="timer">${formatElapsed(elapsedMs)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-session-clock': SessionClock;
  }
}
