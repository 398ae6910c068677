// A file's name on one line. Where it is too long its middle gives way: the extension is always to be seen.

import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DesksideElement } from '../deskside-element.ts';
import { fileNameStyles } from './file-name.styles.ts';
import { splitName } from './split-name.ts';

/** @summary The name of a file; all of it for a screen reader and in the tooltip. */
@customElement('deskside-file-name')
export class FileName extends DesksideElement {
  static override styles = fileNameStyles;

  @property({ attribute: false }) name = '';

  protected override render() {
    const [head, tail] = splitName(this.name);
    if (head === '') return html`<bdi class="name" title=${this.name}>${this.name}</bdi>`;
    return html`
      <bdi class="name" title=${this.name}>
        <span class="visually-hidden">${this.name}</span><span class="head" aria-hidden="true">${head}</span
        ><span class="tail" aria-hidden="true">${tail}</span>
      </bdi>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-file-name': FileName;
  }
}
