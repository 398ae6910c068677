// The initials of a person in a circle. Their name stands beside it, so it says nothing to a screen reader.

import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DesksideElement } from '../deskside-element.ts';
import { avatarStyles } from './avatar.styles.ts';

/** The first letters of the first and the last word of `name`. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const [first, last] = [words.at(0), words.length > 1 ? words.at(-1) : undefined];
  return [first, last]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** @summary Initials of `name`. */
@customElement('deskside-avatar')
export class Avatar extends DesksideElement {
  static override styles = avatarStyles;

  @property({ attribute: false }) name = '';

  protected override render() {
    return html`<span aria-hidden="true">${initialsOf(this.name)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-avatar': Avatar;
  }
}
