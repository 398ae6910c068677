// The end of a session, said plainly: it is over, nobody sees anything, who ended it, how long it took.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CircleCheck, Unplug } from 'lucide';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import type { TechnicianProfile } from '../../protocol/session-api.ts';
import type { ConnectionState } from '../../session/connection-state.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../error-notice/error-notice.ts';
import '../icon/icon.ts';
import { elapsedParts } from './elapsed-parts.ts';
import { endPageStyles } from './end-page.styles.ts';

export type EndedState = Extract<ConnectionState, { phase: 'ended' }>;

/** @summary What is left of a session. */
@customElement('deskside-end-page')
export class EndPage extends DesksideElement {
  static override styles = endPageStyles;

  @property({ attribute: false }) words: CustomerWords | null = null;
  @property({ attribute: false }) technician: TechnicianProfile | null = null;
  @property({ attribute: false }) ended: EndedState | null = null;

  protected override render() {
    const { words, technician, ended } = this;
    if (words === null || technician === null || ended === null) return nothing;
    const who = whoEnded(ended, technician, words);
    return html`
      <span class="mark"><deskside-icon .icon=${ended.by === null ? Unplug : CircleCheck}></deskside-icon></span>
      <h1 tabindex="-1">${words.ended.title}</h1>
      <p class="text">${words.ended.text}</p>
      ${
        ended.code === null
          ? nothing
          : html`<deskside-error-notice .words=${words} .code=${ended.code}></deskside-error-notice>`
      }
      <dl>
        ${who === null ? nothing : fact(words.ended.by, who)}
        ${
          ended.durationMs === null
            ? nothing
            : fact(words.ended.duration, durationText(ended.durationMs, words))
        }
      </dl>
      <p class="muted">${words.ended.close}</p>
    `;
  }
}

function fact(term: string, value: string): TemplateResult {
  return html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
}

/** Who ended it; `null` when nobody did, and the connection was lost. */
function whoEnded({ by }: EndedState, technician: TechnicianProfile, words: CustomerWords): string | null {
  if (by === null) return null;
  return by === 'customer' ? words.ended.you : technician.name;
}

function durationText(durationMs: number, words: CustomerWords): string {
  const { hours, minutes, seconds } = elapsedParts(durationMs);
  return words.ended.time(hours, minutes, seconds);
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-end-page': EndPage;
  }
}
