// What a technician writes down about a session: a name to find it by, and notes. Saved as one types.

import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import {
  MAX_LABEL_LENGTH,
  MAX_NOTES_LENGTH,
  NO_NOTES,
  type SessionNotes as Notes,
} from '../../session/session-report.ts';
import { DesksideElement } from '../deskside-element.ts';
import { sessionNotesStyles } from './session-notes.styles.ts';

/** Where somebody was writing. */
export interface WritingPlace {
  readonly id: string;
  readonly start: number | null;
  readonly end: number | null;
}

/**
 * @summary A session's name and notes.
 * @event deskside-notes-request - `{ label, notes }`: both, as they are now.
 */
@customElement('deskside-session-notes')
export class SessionNotes extends DesksideElement {
  static override styles = sessionNotesStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) notes: Notes = NO_NOTES;

  /** Where the cursor is, if it is here: to be given to another element that takes this one's place. */
  get writingPlace(): WritingPlace | null {
    const field = this.shadowRoot?.activeElement;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
    return { id: field.id, start: field.selectionStart, end: field.selectionEnd };
  }

  /** Puts the cursor where it was in another element. */
  writeOn({ id, start, end }: WritingPlace): void {
    const field = this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`);
    field?.focus();
    field?.setSelectionRange(start, end);
  }

  protected override render() {
    if (this.words === null) return nothing;
    const words = this.words.notes;
    return html`
      <details open>
        <summary>${words.title} <span class="muted small">${words.hint}</span></summary>
        <div class="fields" @input=${this.#handleInput}>
          <label for="label">${words.label}</label>
          <input
            id="label"
            type="text"
            autocomplete="off"
            maxlength=${MAX_LABEL_LENGTH}
            placeholder=${words.labelHint}
            .value=${this.notes.label}
          />
          <label for="notes">${words.title}</label>
          <textarea id="notes" rows="2" dir="auto" maxlength=${MAX_NOTES_LENGTH} .value=${this.notes.notes}></textarea>
        </div>
      </details>
    `;
  }

  readonly #handleInput = (): void => {
    const label = this.renderRoot.querySelector<HTMLInputElement>('#label')?.value ?? '';
    const notes = this.renderRoot.querySelector<HTMLTextAreaElement>('#notes')?.value ?? '';
    this.emit<Notes>('deskside-notes-request', { label, notes });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-session-notes': SessionNotes;
  }
}
