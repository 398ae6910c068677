// How far the running transfers are, as a small ring. Words beside it say it to those who cannot see it.

import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DesksideElement } from '../deskside-element.ts';

/** Of a circle with a radius of 8: its circumference. */
const LENGTH = 2 * Math.PI * 8;

/** @summary A ring that fills up; decoration only. */
@customElement('deskside-transfer-ring')
export class TransferRing extends DesksideElement {
  static override styles = css`
    :host {
      display: inline-grid;
      flex: none;
    }

    svg {
      width: 20px;
      height: 20px;
      transform: rotate(-90deg);
    }

    circle {
      fill: none;
      stroke-width: 3.5;
    }

    .track {
      stroke: var(--control-line);
      opacity: 0.45;
    }

    .part {
      stroke: var(--accent);
    }
  `;

  /** From 0 to 1. */
  @property({ attribute: false }) fraction = 0;

  protected override render() {
    const filled = Math.max(0, Math.min(1, this.fraction)) * LENGTH;
    return html`
      <svg viewBox="0 0 20 20" aria-hidden="true">
        ${svg`
          <circle class="track" cx="10" cy="10" r="8"></circle>
          <circle class="part" cx="10" cy="10" r="8" stroke-dasharray="${filled} ${LENGTH}"></circle>
        `}
      </svg>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-transfer-ring': TransferRing;
  }
}
