// Asks whether files may come in. It must have been seen for a moment, so that a key or a click that was meant for
// something else saves nothing and declines nothing.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { File as FileIcon, FolderOpen, TriangleAlert } from 'lucide';
import type { WordsWithFiles } from '../../i18n/en/files.ts';
import type { FileOffer } from '../../session/transfer-selectors.ts';
import type { Transfer } from '../../session/transfer-state.ts';
import { DesksideElement } from '../deskside-element.ts';
import { formatBytes } from '../file-amounts.ts';
import { fileDialogStyles } from '../file-dialogs/file-dialog.styles.ts';
import { pathText } from '../file-folders.ts';
import '../file-name/file-name.ts';
import '../icon/icon.ts';
import { DwellController } from '../question-dialog/dwell-controller.ts';
import { incomingFilesDialogStyles } from './incoming-files-dialog.styles.ts';

/**
 * @summary A modal question about one offer of files.
 * @event deskside-offer-answer - `{ offerId, isAccepted }`, dispatched within the very click.
 */
@customElement('deskside-incoming-files-dialog')
export class IncomingFilesDialog extends DesksideElement {
  static override styles = [fileDialogStyles, incomingFilesDialogStyles];

  @property({ attribute: false }) words: WordsWithFiles | null = null;
  @property({ attribute: false }) otherName = '';
  /** What is asked about; `null` closes the dialog. */
  @property({ attribute: false }) offer: FileOffer | null = null;
  /** How many further offers wait behind this one. */
  @property({ attribute: false }) queuedCount = 0;
  /** How long an offer must have been visible and focused before it can be answered, in ms. */
  @property({ attribute: false }) dwellMs = 0;

  readonly #dwell = new DwellController(this, { target: () => this.#dialog });
  #shownOfferId: string | null = null;

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A dialog that left the document comes back closed, and its dwelling has ended.
    this.#shownOfferId = null;
    if (this.hasUpdated) this.requestUpdate('offer');
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('offer')) return;
    const offerId = this.offer?.offerId ?? null;
    if (offerId === this.#shownOfferId) return;
    this.#shownOfferId = offerId;
    if (offerId === null) this.#dwell.stop();
    else this.#dwell.start(this.dwellMs);
  }

  protected override updated(changed: PropertyValues): void {
    const dialog = this.#dialog;
    if (dialog === null || !changed.has('offer')) return;
    if (this.offer === null) {
      if (dialog.open) dialog.close();
      return;
    }
    const isNew = !dialog.open || changed.get('offer')?.offerId !== this.offer.offerId;
    if (!dialog.open) dialog.showModal();
    // Nothing in it gets the focus by itself, and nothing of the last offer keeps it.
    if (isNew) dialog.focus();
  }

  protected override render() {
    const { words, offer } = this;
    if (words === null) return nothing;
    const { incoming } = words.files;
    return html`
      <dialog
        aria-labelledby="heading"
        aria-describedby="intro"
        tabindex="-1"
        autofocus
        @cancel=${this.#handleCancel}
        @close=${this.#handleClose}
      >
        <h2 id="heading">${incoming.title}</h2>
        ${offer === null ? nothing : this.#renderOffer(words, offer)}
      </dialog>
    `;
  }

  #renderOffer(words: WordsWithFiles, offer: FileOffer) {
    const { language, files } = words;
    const { incoming } = files;
    const { transfers } = offer;
    const isSingle = transfers.length === 1;
    const isWaiting = !this.#dwell.isDone;
    return html`
      <p id="intro" class="lead">${incoming.intro(transfers.length, this.otherName)}</p>
      <ul aria-label=${incoming.list} tabindex=${isSingle ? nothing : '0'}>
        ${transfers.map((transfer) => this.#renderFile(words, transfer))}
      </ul>
      ${
        isSingle
          ? nothing
          : html`<p class="total">
              ${incoming.total(transfers.length, formatBytes(offer.totalBytes, language))}
            </p>`
      }
      ${
        offer.hasProgram
          ? html`<p class="warning">
              <deskside-icon .icon=${TriangleAlert}></deskside-icon>
              <span>${isSingle ? incoming.programWarning : incoming.programsWarning}</span>
            </p>`
          : nothing
      }
      <div aria-live="polite">
        ${
          offer.isChoosing
            ? html`<p class="choosing">
                <deskside-icon .icon=${FolderOpen}></deskside-icon><span>${incoming.choosing}</span>
              </p>`
            : nothing
        }
      </div>
      ${this.queuedCount === 0 ? nothing : html`<p class="more">${incoming.more(this.queuedCount)}</p>`}
      <div class="answers">
        <button type="button" ?disabled=${isWaiting || offer.isChoosing} @click=${this.#save}>
          ${incoming.save}
        </button>
        <button type="button" ?disabled=${isWaiting} @click=${this.#decline}>
          ${incoming.decline}
        </button>
      </div>
    `;
  }

  #renderFile({ language, files }: WordsWithFiles, { name, folders, sizeBytes, isProgram }: Transfer) {
    return html`
      <li class=${classMap({ program: isProgram })}>
        <deskside-icon .icon=${isProgram ? TriangleAlert : FileIcon}></deskside-icon>
        <deskside-file-name .name=${pathText(name, folders)}></deskside-file-name>
        <span class="size">${formatBytes(sizeBytes, language)}</span>
        ${isProgram ? html`<span class="mark">${files.incoming.program}</span>` : nothing}
      </li>
    `;
  }

  readonly #save = (press: Event): void => {
    if (this.#dwell.admits(press)) this.#answer(true);
  };

  readonly #decline = (press: Event): void => {
    if (this.#dwell.admits(press)) this.#answer(false);
  };

  #answer(isAccepted: boolean): void {
    if (this.offer === null) return;
    this.emit('deskside-offer-answer', { offerId: this.offer.offerId, isAccepted });
  }

  /** Escape declines, once the offer can be answered at all. */
  readonly #handleCancel = (event: Event): void => {
    event.preventDefault();
    if (this.#dwell.isDone) this.#answer(false);
  };

  /** Escape twice in a row closes it all the same: it opens again, unless that was an answer. */
  readonly #handleClose = (event: Event): void => {
    const dialog = event.target;
    if (this.offer === null || !(dialog instanceof HTMLDialogElement) || !dialog.isConnected) return;
    dialog.showModal();
    if (this.#dwell.isDone) this.#answer(false);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-incoming-files-dialog': IncomingFilesDialog;
  }
}
