// Asks a question that has two answers, in a modal dialog. It can insist on having been seen for a while.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DesksideElement } from '../deskside-element.ts';
import { DwellController } from './dwell-controller.ts';
import { questionDialogStyles } from './question-dialog.styles.ts';

/**
 * @summary A yes-or-no question. Escape is a No.
 * @event deskside-answer - `{ isYes }`, dispatched within the very click.
 */
@customElement('deskside-question-dialog')
export class QuestionDialog extends DesksideElement {
  static override styles = questionDialogStyles;

  @property({ attribute: false }) heading = '';
  /** Whom it is about, where the heading does not say all of it. */
  @property({ attribute: false }) who: string | null = null;
  /** What the answer means, in one line. */
  @property({ attribute: false }) body: string | null = null;
  @property({ attribute: false }) yes = '';
  @property({ attribute: false }) no = '';
  @property({ attribute: false }) isOpen = false;
  /** How long the question must have been visible and focused before it can be answered, in ms. */
  @property({ attribute: false }) dwellMs = 0;
  @property({ attribute: false }) isYesDanger = false;

  readonly #dwell = new DwellController(this, { target: () => this.#dialog });

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A dialog that left the document comes back closed.
    if (this.isOpen && this.hasUpdated) this.requestUpdate('isOpen', false);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('isOpen')) return;
    if (this.isOpen) this.#dwell.start(this.dwellMs);
    else this.#dwell.stop();
  }

  protected override updated(changed: PropertyValues): void {
    const dialog = this.#dialog;
    if (dialog === null || !changed.has('isOpen')) return;
    if (this.isOpen && !dialog.open) dialog.showModal();
    else if (!this.isOpen && dialog.open) dialog.close();
  }

  protected override render() {
    // What takes time to read gets no focus on a button: a key that was meant for another field answers nothing.
    const isUnhurried = this.dwellMs > 0;
    const isWaiting = isUnhurried && !this.#dwell.isDone;
    return html`
      <dialog
        aria-labelledby="heading"
        aria-describedby=${this.who === null && this.body === null ? nothing : 'who body'}
        tabindex="-1"
        ?autofocus=${isUnhurried}
        @cancel=${this.#handleCancel}
        @close=${this.#handleClose}
      >
        <h2 id="heading">${this.heading}</h2>
        ${this.who === null ? nothing : html`<p id="who" class="who">${this.who}</p>`}
        ${this.body === null ? nothing : html`<p id="body" class="body">${this.body}</p>`}
        <div class="answers">
          <button
            type="button"
            class=${this.isYesDanger ? 'danger' : nothing}
            ?disabled=${isWaiting}
            @click=${this.#answerYes}
          >
            ${this.yes}
          </button>
          <button type="button" ?autofocus=${!isUnhurried} ?disabled=${isWaiting} @click=${this.#answerNo}>
            ${this.no}
          </button>
        </div>
      </dialog>
    `;
  }

  readonly #answerYes = (press: Event): void => {
    if (this.#dwell.admits(press)) this.#answer(true);
  };

  readonly #answerNo = (press: Event): void => {
    if (this.#dwell.admits(press)) this.#answer(false);
  };

  #answer(isYes: boolean): void {
    this.emit('deskside-answer', { isYes });
  }

  /** Escape. The owner closes the dialog; the browser must not do it first. */
  readonly #handleCancel = (event: Event): void => {
    event.preventDefault();
    this.#answer(false);
  };

  /** The browser closes it all the same when Escape comes twice in a row. */
  readonly #handleClose = (): void => {
    if (this.isOpen) this.#answer(false);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-question-dialog': QuestionDialog;
  }
}
