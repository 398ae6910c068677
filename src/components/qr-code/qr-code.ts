// A text as a QR code, for a camera.

import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DesksideElement } from '../deskside-element.ts';
import { qrCodeStyles } from './qr-code.styles.ts';

/** White modules around the code, as its standard (ISO/IEC 18004) demands. */
export const QUIET_MODULES = 4;

/** Whole pixels, so that the edges are sharp. */
export const MODULE_PIXELS = 4;

/** @summary A QR code: an image with a name. */
@customElement('deskside-qr-code')
export class QrCode extends DesksideElement {
  static override styles = qrCodeStyles;

  /** What a camera reads. */
  @property({ attribute: false }) text = '';
  /** What the code is, for those who do not see it. */
  @property({ attribute: false }) name = '';

  protected override render() {
    if (this.text === '') return nothing;
    const code = generate(this.text);
    const side = code.size + 2 * QUIET_MODULES;
    return html`
      <svg
        role="img"
        aria-label=${this.name}
        viewBox="${-QUIET_MODULES} ${-QUIET_MODULES} ${side} ${side}"
        width=${side * MODULE_PIXELS}
        height=${side * MODULE_PIXELS}
        shape-rendering="crispEdges"
      >
        ${svg`<path d=${toSvgPath(code)} />`}
      </svg>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-qr-code': QrCode;
  }
}
