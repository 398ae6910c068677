// Chooses files to send: by the browser's own picker, as a folder, or dropped. Nothing leaves before "Send".

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { Camera, FilePlus, FolderPlus, Upload, X } from 'lucide';
import { canChooseFolders, canTakePhotos } from '../../browser-features.ts';
import type { WordsWithFiles } from '../../i18n/en/files.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import { MAX_FILES_IN_OFFER } from '../../protocol/limits.ts';
import { DesksideElement } from '../deskside-element.ts';
import { foldersOf, pathText } from '../file-folders.ts';
import '../error-notice/error-notice.ts';
import { formatBytes } from '../file-amounts.ts';
import { fileDialogStyles } from '../file-dialogs/file-dialog.styles.ts';
import '../file-name/file-name.ts';
import '../icon/icon.ts';
import { sendFilesDialogStyles } from './send-files-dialog.styles.ts';

/** Phones have no folders to choose. */
/**
 * @summary A modal dialog that collects files.
 * @event deskside-send-files-request - `{ files }`, cancelable: cancelled, nothing was offered and the choice stays.
 * @event deskside-close-request - The dialog wants to be closed.
 */
@customElement('deskside-send-files-dialog')
export class SendFilesDialog extends DesksideElement {
  static override styles = [fileDialogStyles, sendFilesDialogStyles];

  @property({ attribute: false }) words: WordsWithFiles | null = null;
  @property({ attribute: false }) otherName = '';
  @property({ attribute: false }) isOpen = false;
  /** Files of a dropped folder are still being listed. */
  @property({ attribute: false }) isReading = false;
  /** Why the files could not be offered. */
  @property({ attribute: false }) problem: ErrorCode | null = null;

  @state() private chosen: readonly File[] = [];
  @state() private wereTooMany = false;

  /** Adds files to what is chosen, but none that was chosen before. */
  add(files: readonly File[]): void {
    const known = new Set(this.chosen.map(identity));
    // Among themselves they may look alike: so do empty files in two folders that were dropped at once.
    const fresh = files.filter((file) => !known.has(identity(file)));
    const all = [...this.chosen, ...fresh];
    this.wereTooMany = all.length > MAX_FILES_IN_OFFER;
    this.chosen = all.slice(0, MAX_FILES_IN_OFFER);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('isOpen') || this.isOpen) return;
    this.chosen = [];
    this.wereTooMany = false;
  }

  protected override updated(changed: PropertyValues): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog === null || !changed.has('isOpen')) return;
    if (this.isOpen && !dialog.open) dialog.showModal();
    else if (!this.isOpen && dialog.open) dialog.close();
  }

  protected override render() {
    const { words } = this;
    if (words === null) return nothing;
    const { sending } = words.files;
    return html`
      <dialog
        aria-labelledby="heading"
        aria-describedby="asked"
        @cancel=${this.#handleCancel}
        @close=${this.#handleClose}
      >
        <h2 id="heading">${sending.title(this.otherName)}</h2>
        <p id="asked" class="lead">${sending.asked(this.otherName)}</p>
        <div class=${classMap({ drop: true, small: this.chosen.length > 0 })}>
          ${this.chosen.length > 0 ? nothing : html`<deskside-icon .icon=${Upload}></deskside-icon>`}
          <p>${sending.drop}</p>
          <div class="ways">
            ${
              canTakePhotos(this.ownerDocument.defaultView ?? window)
                ? html`
                  <div class="way">
                    <input id="photo" type="file" accept="image/*" capture="environment" @change=${this.#handleChoice} />
                    <label for="photo"><deskside-icon .icon=${Camera}></deskside-icon>${sending.takePhoto}</label>
                  </div>
                `
                : nothing
            }
            <div class="way">
              <input id="files" type="file" multiple @change=${this.#handleChoice} />
              <label for="files"><deskside-icon .icon=${FilePlus}></deskside-icon>${sending.chooseFiles}</label>
            </div>
            ${
              canChooseFolders(window)
                ? html`
                  <div class="way">
                    <input id="folder" type="file" multiple webkitdirectory @change=${this.#handleChoice} />
                    <label for="folder">
                      <deskside-icon .icon=${FolderPlus}></deskside-icon>${sending.chooseFolder}
                    </label>
                  </div>
                `
                : nothing
            }
          </div>
        </div>
        <div aria-live="polite">
          ${this.isReading ? html`<p class="note muted">${sending.reading}</p>` : nothing}
          ${this.wereTooMany ? html`<p class="note">${sending.tooMany(MAX_FILES_IN_OFFER)}</p>` : nothing}
        </div>
        ${this.chosen.length === 0 ? nothing : this.#renderChosen(words)}
        ${
          this.problem === null
            ? nothing
            : html`<deskside-error-notice
                class="note"
                .words=${words}
                .code=${this.problem}
              ></deskside-error-notice>`
        }
        <div class="answers">
          <button type="button" class="primary" ?disabled=${this.chosen.length === 0} @click=${this.#send}>
            ${sending.send}
          </button>
          <button type="button" @click=${this.#close}>${sending.cancel}</button>
        </div>
      </dialog>
    `;
  }

  #renderChosen({ language, files: { sending } }: WordsWithFiles) {
    const totalBytes = this.chosen.reduce((sum, { size }) => sum + size, 0);
    return html`
      <div class="head">
        <h3 id="chosen">${sending.chosen}</h3>
        <p class="muted" aria-live="polite">
          ${sending.total(this.chosen.length, formatBytes(totalBytes, language))}
        </p>
      </div>
      <ul aria-labelledby="chosen" tabindex="0">
        ${this.chosen.map(
          (file, index) => html`
            <li>
              <deskside-file-name .name=${pathText(file.name, foldersOf(file))}></deskside-file-name>
              <span class="size">${formatBytes(file.size, language)}</span>
              <button
                type="button"
                class="quiet icon-only remove"
                aria-label=${sending.remove(file.name)}
                title=${sending.remove(file.name)}
                @click=${() => void this.#remove(index)}
              >
                <deskside-icon .icon=${X}></deskside-icon>
              </button>
            </li>
          `,
        )}
      </ul>
    `;
  }

  async #remove(index: number): Promise<void> {
    this.chosen = this.chosen.filter((_, at) => at !== index);
    this.wereTooMany = false;
    await this.updateComplete;
    // The button under the focus is gone: the next one, the last one, or where files are chosen.
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('.remove');
    const next = buttons[Math.min(index, buttons.length - 1)];
    (next ?? this.renderRoot.querySelector<HTMLElement>('#files'))?.focus();
  }

  readonly #handleChoice = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.add([...(target.files ?? [])]);
    // So that the same file, once removed, can be chosen again.
    target.value = '';
  };

  readonly #send = (): void => {
    if (this.chosen.length === 0) return;
    const request = new CustomEvent('deskside-send-files-request', {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: { files: this.chosen },
    });
    if (this.dispatchEvent(request)) this.#close();
  };

  readonly #close = (): void => this.emit('deskside-close-request');

  /** Escape. The owner closes the dialog. A dismissed file picker sends the same event from its input. */
  readonly #handleCancel = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    this.#close();
  };

  readonly #handleClose = (): void => {
    if (this.isOpen) this.#close();
  };
}

/** The same for the same file, however often it is chosen. */
function identity(file: File): string {
  const { name, size, lastModified } = file;
  return [pathText(name, foldersOf(file)), size, lastModified].join('\n');
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-send-files-dialog': SendFilesDialog;
  }
}
