// What is left of a session that is over: who ended it, how long it was, and the ways on.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import { spanText } from '../../i18n/format.ts';
import type { ConnectionState } from '../../session/connection-state.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../error-notice/error-notice.ts';
import { technicianEndedStyles } from './technician-ended.styles.ts';

export type EndedConnection = Extract<ConnectionState, { phase: 'ended' }>;

/**
 * @summary Sums up an ended session.
 * @event deskside-report-request - Show its report.
 * @event deskside-close-session-request - Take it off the list.
 */
@customElement('deskside-technician-ended')
export class TechnicianEnded extends DesksideElement {
  static override styles = technicianEndedStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) connection: EndedConnection | null = null;
  @property({ attribute: false }) messageCount = 0;

  /** Focuses the heading, so that what happened is read first. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('h1')?.focus(options);
  }

  protected override render() {
    if (this.words === null || this.connection === null) return nothing;
    const words = this.words.ended;
    const { code, durationMs } = this.connection;
    return html`
      <section>
        <h1 tabindex="-1">${words.title}</h1>
        <p>${durationMs === null ? words.neverJoined : words.nothingVisible}</p>
        ${
          code === null
            ? nothing
            : html`<deskside-error-notice .words=${this.words} .code=${code}></deskside-error-notice>`
        }
        ${durationMs === null ? nothing : this.#renderFacts(durationMs)}
        <div class="ways">
          ${
            durationMs === null
              ? nothing
              : html`<button class="primary" @click=${() => this.emit('deskside-report-request')}>
                  ${words.report}
                </button>`
          }
          <button @click=${() => this.emit('deskside-close-session-request')}>${words.close}</button>
        </div>
      </section>
    `;
  }

  #renderFacts(durationMs: number) {
    if (this.words === null || this.connection === null) return nothing;
    const words = this.words.ended;
    const { by } = this.connection;
    const endedBy = by === null ? words.byNobody : by === 'customer' ? words.byCustomer : words.byTechnician;
    return html`
      <dl>
        <div><dt>${words.duration}</dt><dd>${spanText(durationMs, this.words.report.time)}</dd></div>
        <div><dt>${words.endedBy}</dt><dd>${endedBy}</dd></div>
        <div><dt>${words.messages}</dt><dd>${this.messageCount}</dd></div>
      </dl>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-technician-ended': TechnicianEnded;
  }
}
