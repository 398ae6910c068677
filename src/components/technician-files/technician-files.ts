// The console's way to files: send some, or see how those of the session stand.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Files, FileUp } from 'lucide';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import { transferActivity } from '../../session/transfer-selectors.ts';
import { NO_TRANSFERS, type TransfersState } from '../../session/transfer-state.ts';
import { DesksideElement } from '../deskside-element.ts';
import { filesActivityText } from '../files-activity-text.ts';
import '../icon/icon.ts';
import { shortcutTooltip } from '../technician-shortcuts/shortcut-keys.ts';
import '../transfer-ring/transfer-ring.ts';

/**
 * @summary Two buttons about the files of a session.
 * @event deskside-choose-files-request - Choose files to send.
 * @event deskside-view-files-request - Show the transfers.
 */
@customElement('deskside-technician-files')
export class TechnicianFiles extends DesksideElement {
  static override styles = css`
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      width: 100%;
      margin-top: 4px;
    }

    button {
      min-height: 34px;
      gap: 4px;
      padding: 4px 6px;
      font-size: 0.875rem;
    }
  `;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) files: TransfersState = NO_TRANSFERS;
  /** Whether files may be sent in this session. */
  @property({ attribute: false }) canSend = true;
  /** Whether the session is over: then there is only something to look at. */
  @property({ attribute: false }) isDisabled = false;
  @property({ attribute: false }) hasShortcuts = true;

  protected override render() {
    const { words } = this;
    if (words === null) return nothing;
    const { menu, status } = words.files;
    const activity = transferActivity(this.files);
    const description = filesActivityText(activity, words.files, words.language, words.customer);
    return html`
      ${
        this.canSend
          ? html`<button
        type="button"
        ?disabled=${this.isDisabled}
        title=${shortcutTooltip(words, menu.sendShort, 'sendFiles', this.hasShortcuts)}
        @click=${() => this.emit('deskside-choose-files-request')}
      >
        <deskside-icon .icon=${FileUp}></deskside-icon>${menu.sendShort}
      </button>`
          : nothing
      }
      <button
        type="button"
        aria-describedby=${description === null ? nothing : 'activity'}
        title=${shortcutTooltip(words, status.title, 'viewFiles', this.hasShortcuts)}
        @click=${() => this.emit('deskside-view-files-request')}
      >
        ${
          activity.fraction === null
            ? html`<deskside-icon .icon=${Files}></deskside-icon>`
            : html`<deskside-transfer-ring .fraction=${activity.fraction}></deskside-transfer-ring>`
        }
        ${status.title}
      </button>
      ${description === null ? nothing : html`<span id="activity" class="visually-hidden">${description}</span>`}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-technician-files': TechnicianFiles;
  }
}
