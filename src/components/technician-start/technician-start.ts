// Where a signed-in technician begins: one press makes a session.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Plus } from 'lucide';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import type { TechnicianProfile } from '../../protocol/session-api.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../error-notice/error-notice.ts';
import '../icon/icon.ts';
import { technicianStartStyles } from './technician-start.styles.ts';

/**
 * @summary Greets the technician and begins sessions.
 * @event deskside-new-session-request - Make a session.
 */
@customElement('deskside-technician-start')
export class TechnicianStart extends DesksideElement {
  static override styles = technicianStartStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) technician: TechnicianProfile | null = null;
  @property({ attribute: false }) isCreating = false;
  @property({ attribute: false }) problem: ErrorCode | null = null;

  /** Focuses what is most likely wanted first. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('button')?.focus(options);
  }

  protected override render() {
    if (this.words === null || this.technician === null) return nothing;
    const words = this.words.start;
    const { name, organisation } = this.technician;
    return html`
      <section>
        <h1>${words.title(name)}</h1>
        ${organisation === null ? nothing : html`<p class="muted">${words.organisation(organisation)}</p>`}
        <button class="primary" aria-disabled=${this.isCreating} @click=${this.#request}>
          <deskside-icon .icon=${Plus}></deskside-icon>${words.newSession}
        </button>
        <p class="progress muted" aria-live="polite">${this.isCreating ? words.creating : nothing}</p>
        ${
          this.problem === null
            ? nothing
            : html`<deskside-error-notice .words=${this.words} .code=${this.problem}></deskside-error-notice>`
        }
        <h2>${words.stepsTitle}</h2>
        <ol>
          ${words.steps.map(({ title, text }) => html`<li><strong>${title}</strong><span class="muted">${text}</span></li>`)}
        </ol>
      </section>
    `;
  }

  readonly #request = (): void => {
    if (!this.isCreating) this.emit('deskside-new-session-request');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-technician-start': TechnicianStart;
  }
}
