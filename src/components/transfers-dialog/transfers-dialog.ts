// How every file of the session stands. It is no modal dialog: the chat and the toolbar go on beside it.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { Check, CircleX, Copy, FileDown, FileUp, X } from 'lucide';
import type { WordsWithFiles } from '../../i18n/en/files.ts';
import type { Role } from '../../protocol/role.ts';
import type { LinePath } from '../../session/ports.ts';
import { isQueued, movingOffers, newestFirst } from '../../session/transfer-selectors.ts';
import {
  isTransferOver,
  NO_TRANSFERS,
  type Transfer,
  type TransferProgress,
  type TransfersState,
} from '../../session/transfer-state.ts';
import { deepFocus } from '../deep-focus.ts';
import { DesksideElement } from '../deskside-element.ts';
import { fileDialogStyles } from '../file-dialogs/file-dialog.styles.ts';
import { pathText } from '../file-folders.ts';
import { CopyController } from '../invite-panel/copy-controller.ts';
import '../file-name/file-name.ts';
import '../icon/icon.ts';
import { directionText, fractionOf, progressText, stateText, type TransferView } from './transfer-words.ts';
import { transfersDialogStyles } from './transfers-dialog.styles.ts';

/**
 * @summary A floating dialog that lists transfers, the newest first.
 * @event deskside-cancel-transfer-request - `{ transferId }`: take it back, or stop it.
 * @event deskside-send-again-request - `{ transferId }`: offer a file anew that did not arrive.
 * @event deskside-pause-transfer-request - `{ transferId }`: stop it for now.
 * @event deskside-continue-transfer-request - `{ transferId, file }`: go on with it; with the same file where this page has lost it.
 * @event deskside-save-again-request - `{ transferId }`: save a received file once more.
 * @event deskside-close-request - The dialog wants to be closed.
 */
@customElement('deskside-transfers-dialog')
export class TransfersDialog extends DesksideElement {
  static override styles = [fileDialogStyles, transfersDialogStyles];

  @property({ attribute: false }) words: WordsWithFiles | null = null;
  @property({ attribute: false }) otherName = '';
  @property({ attribute: false }) self: Role = 'customer';
  @property({ attribute: false }) files: TransfersState = NO_TRANSFERS;
  /** Whether the connection is interrupted, so that nothing moves. */
  @property({ attribute: false }) isLineDown = false;
  /** The way that files take, where it is known. */
  @property({ attribute: false }) path: LinePath | null = null;
  /** Whether nothing can be sent any more. */
  @property({ attribute: false }) isOver = false;
  @property({ attribute: false }) isOpen = false;

  readonly #copy = new CopyController<string>(this);
  #opener: HTMLElement | null = null;
  #hadFocus = false;

  protected override willUpdate(changed: PropertyValues): void {
    // What had the focus is gone once this is rendered.
    if (changed.has('isOpen') && !this.isOpen) this.#hadFocus = this.shadowRoot?.activeElement != null;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('isOpen')) return;
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.isOpen && dialog?.open === false) {
      this.#opener = deepFocus(this.ownerDocument);
      dialog.show();
      this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
    } else if (!this.isOpen && dialog?.open === true) {
      dialog.close();
      if (this.#hadFocus) this.#opener?.focus();
    }
  }

  protected override render() {
    const { words } = this;
    if (words === null) return nothing;
    const { status } = words.files;
    const transfers = newestFirst(this.files);
    const moving = movingOffers(this.files);
    return html`
      <dialog aria-labelledby="heading" @keydown=${this.#handleKey}>
        ${
          this.isOpen
            ? html`
              <div class="bar">
                <h2 id="heading" tabindex="-1">${status.title}</h2>
                <button
                  type="button"
                  class="quiet icon-only"
                  aria-label=${status.close}
                  title=${status.close}
                  @click=${this.#close}
                >
                  <deskside-icon .icon=${X}></deskside-icon>
                </button>
              </div>
              ${
                transfers.length === 0
                  ? html`<p class="empty">${status.empty}</p>`
                  : html`<ul aria-label=${status.list} tabindex="0">
                      ${repeat(
                        transfers,
                        ({ id }) => id,
                        (transfer) => this.#renderRow(transfer, words, isQueued(transfer, moving)),
                      )}
                    </ul>`
              }
              ${this.#renderPath(words)}
            `
            : nothing
        }
      </dialog>
    `;
  }

  /** For those who want to know why it is as fast as it is. */
  #renderPath({ files: { status } }: WordsWithFiles) {
    const isMoving = this.files.transfers.some(({ progress }) => progress.phase === 'running');
    if (!isMoving || this.path === null || this.path.lanes === 0) return nothing;
    return html`<p class="path">${status.path(this.path.lanes, this.path.isRelayed)}</p>`;
  }

  /** Of hundreds of files only those that have changed are looked at. */
  #renderRow(transfer: Transfer, words: WordsWithFiles, isQueued: boolean) {
    const { otherName, self, isLineDown, isOver } = this;
    const isCopied = this.#copy.copied === transfer.id;
    return guard([transfer, words, otherName, self, isQueued, isLineDown, isOver, isCopied], () =>
      this.#renderTransfer(transfer, { words, otherName, self, isQueued, isLineDown }),
    );
  }

  #renderTransfer(transfer: Transfer, view: TransferView) {
    const { progress, name, folders, direction } = transfer;
    const { phase } = progress;
    const isBad = isLost(progress);
    const icon = isBad ? CircleX : phase === 'done' ? Check : direction === 'outgoing' ? FileUp : FileDown;
    return html`
      <li class=${isBad ? 'bad' : phase}>
        <deskside-icon .icon=${icon}></deskside-icon>
        <div class="text">
          <deskside-file-name .name=${pathText(name, folders)}></deskside-file-name>
          <p class="direction">${directionText(transfer, view)}</p>
          ${isBad ? nothing : this.#renderBar(transfer, view)}
          <p class="state">${stateText(transfer, view)}</p>
          ${phase === 'failed' ? this.#renderFailure(view.words, progress.code) : nothing}
          ${
            phase === 'held' && progress.problem !== null
              ? this.#renderFailure(view.words, progress.problem)
              : nothing
          }
          ${phase === 'done' ? this.#renderHash(view.words, transfer.id, progress.checksum) : nothing}
        </div>
        <div class="actions">${this.#renderFlow(transfer, view.words)}${this.#renderEnd(transfer, view.words)}</div>
      </li>
    `;
  }

  #renderBar(transfer: Transfer, view: TransferView) {
    const fraction = fractionOf(transfer);
    return html`
      <div
        class="track"
        role="progressbar"
        aria-label=${transfer.name}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${Math.floor(fraction * 100)}
        aria-valuetext=${progressText(transfer, view)}
      >
        <div class="fill" .style=${`transform: scaleX(${fraction.toFixed(4)})`}></div>
      </div>
    `;
  }

  #renderFailure(words: WordsWithFiles, code: keyof WordsWithFiles['errors']) {
    return html`
      <p class="next">${words.errors[code].next}</p>
      <p class="code">${words.errorCode(code)}</p>
    `;
  }

  #renderHash({ files: { status } }: WordsWithFiles, id: string, checksum: string) {
    const isCopied = this.#copy.copied === id;
    return html`
      <details>
        <summary>${status.details} <code dir="ltr">${checksum.slice(0, 8)}…</code></summary>
        <div class="hash">
          <code dir="ltr">${checksum}</code>
          <button type="button" class="copy" @click=${() => void this.#copy.copy(id, checksum)}>
            <deskside-icon .icon=${isCopied ? Check : Copy}></deskside-icon>
            <span aria-live="polite">${isCopied ? status.copied : status.copy}</span>
          </button>
        </div>
      </details>
    `;
  }

  /** Stopping for now, and going on. */
  #renderFlow({ id, name, direction, progress }: Transfer, { files: { status } }: WordsWithFiles) {
    const transferId = id;
    if (progress.phase === 'running') {
      return renderAction(name, status.pause, () =>
        this.emit('deskside-pause-transfer-request', { transferId }),
      );
    }
    if (isLost(progress) && direction === 'outgoing' && !this.isOver) {
      return renderAction(name, status.sendAgain, () =>
        this.emit('deskside-send-again-request', { transferId }),
      );
    }
    if (progress.phase !== 'held') return nothing;
    const { reason } = progress;
    if (reason === 'file-needed' && direction === 'outgoing') {
      return renderAction(name, status.chooseAgain, () => this.#chooseAgain(id));
    }
    const isOurs = reason === 'paused' || (reason === 'full' && direction === 'incoming');
    return isOurs ? renderAction(name, status.continue, () => this.#continue(id, null)) : nothing;
  }

  #continue(transferId: string, file: File | null): void {
    this.emit('deskside-continue-transfer-request', { transferId, file });
  }

  /** The browser's own dialog, in this very click. */
  #chooseAgain(transferId: string): void {
    const input = this.ownerDocument.createElement('input');
    input.type = 'file';
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file !== undefined) this.#continue(transferId, file);
    });
    input.click();
  }

  /** Giving up what is not over, and getting once more what is. */
  #renderEnd({ id, name, progress }: Transfer, { files: { status } }: WordsWithFiles) {
    const transferId = id;
    if (!isTransferOver(progress)) {
      return renderAction(name, status.cancel, () =>
        this.emit('deskside-cancel-transfer-request', { transferId }),
      );
    }
    if (progress.phase !== 'done' || !progress.canSaveAgain) return nothing;
    return renderAction(name, status.saveAgain, () =>
      this.emit('deskside-save-again-request', { transferId }),
    );
  }

  readonly #close = (): void => this.emit('deskside-close-request');

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.#close();
  };
}

/** A button of a file's row; `name` says of which, to whoever does not see the row. */
function renderAction(name: string, label: string, press: () => void) {
  return html`<button type="button" aria-description=${name} @click=${press}>${label}</button>`;
}

/** Whether it is over, and the file is not there. */
function isLost({ phase }: TransferProgress): boolean {
  return phase === 'failed' || phase === 'cancelled' || phase === 'declined';
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-transfers-dialog': TransfersDialog;
  }
}
