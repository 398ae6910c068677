// Everything about files that stands in front of a page: choosing, being asked, the list, and a small notice of
// what happened while the list was closed. Both pages include it once.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { CircleCheck, TriangleAlert, Upload, X } from 'lucide';
import type { WordsWithFiles } from '../../i18n/en/files.ts';
import type { ErrorCode } from '../../protocol/deskside-error.ts';
import type { Role } from '../../protocol/role.ts';
import type { LinePath } from '../../session/ports.ts';
import { openOffers, type TransferNews, transferNews } from '../../session/transfer-selectors.ts';
import { NO_TRANSFERS, type TransfersState } from '../../session/transfer-state.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import '../incoming-files-dialog/incoming-files-dialog.ts';
import { type DwellTimer, windowTimer } from '../question-dialog/dwell-controller.ts';
import '../send-files-dialog/send-files-dialog.ts';
import '../transfers-dialog/transfers-dialog.ts';
import { fileDialogsStyles } from './file-dialogs.styles.ts';
import { FileDropController } from './file-drop-controller.ts';
import { isGoodNews, newsText } from './news-text.ts';

/** How long an offer must have been in front of the person before it can be answered, in ms. */
const OFFER_DWELL_MS = 700;

/** How long good news stays, in ms. Bad news stays until it was dismissed. */
const GOOD_NEWS_MS = 8_000;

/**
 * @summary Dialogs and notices about a session's files.
 * @event deskside-send-files-request - `{ files }`, cancelable: cancelled, nothing was offered and the choice stays.
 * @event deskside-offer-answer - `{ offerId, isAccepted }`, within the very click.
 * @event deskside-cancel-transfer-request - `{ transferId }`.
 * @event deskside-save-again-request - `{ transferId }`.
 */
@customElement('deskside-file-dialogs')
export class FileDialogs extends DesksideElement {
  static override styles = fileDialogsStyles;

  @property({ attribute: false }) words: WordsWithFiles | null = null;
  @property({ attribute: false }) files: TransfersState = NO_TRANSFERS;
  @property({ attribute: false }) self: Role = 'customer';
  @property({ attribute: false }) otherName = '';
  /** Whether files can be offered and answered: there is a session, and it is not over. */
  @property({ attribute: false }) isInSession = false;
  /** Whether the connection is interrupted. */
  @property({ attribute: false }) isLineDown = false;
  /** The way that files take, where it is known. */
  @property({ attribute: false }) path: LinePath | null = null;
  /** Whether files may be sent in this session. */
  @property({ attribute: false }) canSend = true;
  /** Whose files these are. Another session closes what was open for the last one. */
  @property({ attribute: false }) session: object | null = null;
  /** Why the chosen files could not be offered. */
  @property({ attribute: false }) problem: ErrorCode | null = null;
  @property({ attribute: false }) timer: DwellTimer = windowTimer(this);

  @state() private isChoosing = false;
  @state() private isListOpen = false;
  @state() private foldersBeingRead = 0;
  @state() private notice: TransferNews | null = null;
  @state() private announcement = '';

  #forgetNotice: (() => void) | null = null;
  readonly #drop = new FileDropController(this, {
    isActive: () => this.isInSession && this.canSend,
    receive: (files) => void this.#receive(files),
  });

  /** Opens the dialog in which files are chosen. */
  chooseFiles(): void {
    if (this.isInSession && this.canSend) this.isChoosing = true;
  }

  /** Opens the list of transfers. */
  showTransfers(): void {
    this.isListOpen = true;
    this.#dismiss();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dismiss();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('session') && changed.get('session') !== undefined) this.#reset();
    else if (changed.has('files')) this.#tell(changed.get('files') as TransfersState | undefined);
    if (changed.has('isInSession') && !this.isInSession) this.isChoosing = false;
  }

  protected override render() {
    const { words } = this;
    if (words === null) return nothing;
    const offers = this.isInSession ? openOffers(this.files) : [];
    return html`
      <deskside-transfers-dialog
        .words=${words}
        .files=${this.files}
        .self=${this.self}
        .otherName=${this.otherName}
        .isLineDown=${this.isLineDown}
        .path=${this.path}
        .isOver=${!this.isInSession || !this.canSend}
        .isOpen=${this.isListOpen}
        @deskside-close-request=${this.#closeList}
      ></deskside-transfers-dialog>
      <deskside-send-files-dialog
        .words=${words}
        .otherName=${this.otherName}
        .isOpen=${this.isChoosing}
        .isReading=${this.foldersBeingRead > 0}
        .problem=${this.problem}
        @deskside-close-request=${this.#closeChoice}
      ></deskside-send-files-dialog>
      <deskside-incoming-files-dialog
        .words=${words}
        .otherName=${this.otherName}
        .offer=${offers[0] ?? null}
        .queuedCount=${Math.max(0, offers.length - 1)}
        .dwellMs=${OFFER_DWELL_MS}
      ></deskside-incoming-files-dialog>
      ${this.#drop.isOver ? this.#renderOver(words) : nothing}
      ${this.notice === null ? nothing : this.#renderNotice(words, this.notice)}
      <p class="visually-hidden" aria-live="polite">${this.announcement}</p>
    `;
  }

  #renderOver({ files: { sending } }: WordsWithFiles) {
    return html`
      <div class="over">
        <p><deskside-icon .icon=${Upload}></deskside-icon>${sending.dropAnywhere(this.otherName)}</p>
      </div>
    `;
  }

  #renderNotice(words: WordsWithFiles, news: TransferNews) {
    const isGood = isGoodNews(news);
    const { files } = words;
    // Where each failed alike, one sentence says why.
    const codes = new Set(
      news.transfers.flatMap(({ progress }) => (progress.phase === 'failed' ? [progress.code] : [])),
    );
    const [code] = codes.size === 1 ? codes : [];
    return html`
      <section class="notice ${isGood ? 'good' : 'bad'}" aria-labelledby="news">
        <deskside-icon .icon=${isGood ? CircleCheck : TriangleAlert}></deskside-icon>
        <div class="text">
          <p id="news">${newsText(news, files, this.otherName)}</p>
          ${
            code === undefined
              ? nothing
              : html`
                <p class="detail">${words.errors[code].what}</p>
                <p class="detail code">${words.errorCode(code)}</p>
              `
          }
          <button type="button" @click=${this.showTransfers}>${files.news.view}</button>
        </div>
        <button
          type="button"
          class="quiet icon-only"
          aria-label=${files.news.dismiss}
          title=${files.news.dismiss}
          @click=${this.#dismiss}
        >
          <deskside-icon .icon=${X}></deskside-icon>
        </button>
      </section>
    `;
  }

  /** Says what happened, and shows it where the list does not. */
  #tell(before: TransfersState | undefined): void {
    if (this.words === null || before === undefined) return;
    const news = transferNews(before, this.files, this.self);
    if (news.length === 0) return;
    const { files } = this.words;
    this.announcement = news.map((piece) => newsText(piece, files, this.otherName)).join(' ');
    const finished = news.filter(({ type }) => type === 'finished').at(-1);
    if (finished === undefined || this.isListOpen) return;
    this.#dismiss();
    this.notice = finished;
    if (isGoodNews(finished)) this.#forgetNotice = this.timer.after(GOOD_NEWS_MS, this.#dismiss);
  }

  #reset(): void {
    this.#dismiss();
    this.isChoosing = false;
    this.isListOpen = false;
    this.announcement = '';
  }

  async #receive(files: Promise<File[]>): Promise<void> {
    const { session } = this;
    this.isChoosing = true;
    this.foldersBeingRead += 1;
    try {
      const found = await files;
      // Meanwhile the person may have gone on to another session, or closed the dialog.
      if (this.session !== session || !this.isChoosing) return;
      await this.updateComplete;
      this.renderRoot.querySelector('deskside-send-files-dialog')?.add(found);
    } finally {
      this.foldersBeingRead -= 1;
    }
  }

  readonly #dismiss = (): void => {
    this.#forgetNotice?.();
    this.#forgetNotice = null;
    this.notice = null;
  };

  readonly #closeList = (event: Event): void => {
    event.stopPropagation();
    this.isListOpen = false;
  };

  readonly #closeChoice = (event: Event): void => {
    event.stopPropagation();
    this.isChoosing = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-file-dialogs': FileDialogs;
  }
}
