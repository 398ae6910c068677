// One icon of the set, drawn in the colour of the text around it. It says nothing to a screen reader.

import { nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { IconNode } from 'lucide';
import { DesksideElement } from '../deskside-element.ts';
import { iconStyles } from './icon.styles.ts';

const SVG = 'http://www.w3.org/2000/svg';

const FRAME = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '1.75',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  'aria-hidden': 'true',
};

/**
 * @summary An icon: words beside it, or a name on the control around it, say what it means.
 * @attr directional - It points along the line, and so the other way where lines run from right to left.
 */
@customElement('deskside-icon')
export class Icon extends DesksideElement {
  static override styles = iconStyles;

  @property({ attribute: false }) icon: IconNode | null = null;

  protected override render() {
    if (this.icon === null) return nothing;
    const svg = this.#element('svg', FRAME);
    svg.append(...this.icon.map(([tag, attributes]) => this.#element(tag, attributes)));
    return svg;
  }

  #element(tag: string, attributes: Readonly<Record<string, unknown>>): SVGElement {
    const element = this.ownerDocument.createElementNS(SVG, tag) as SVGElement;
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined) element.setAttribute(name, String(value));
    }
    return element;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-icon': Icon;
  }
}
