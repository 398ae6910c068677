// The end of a session, said plainly: it is over, nobody sees anything, who ended it, how long it took.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CircleCheck, Download, Flag, Unplug } from 'lucide';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import { spanText } from '../../i18n/format.ts';
import type { TechnicianProfile } from '../../protocol/session-api.ts';
import type { ConnectionState } from '../../session/connection-state.ts';
import { filesOf } from '../../session/journal-files.ts';
import type { SessionReport } from '../../session/session-report.ts';
import { visibleSpans } from '../../session/visible-spans.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../error-notice/error-notice.ts';
import '../icon/icon.ts';
import { saveReport } from '../report-document/save-report.ts';
import { elapsedParts } from './elapsed-parts.ts';
import { endPageStyles } from './end-page.styles.ts';

export type EndedState = Extract<ConnectionState, { phase: 'ended' }>;

/**
 * @summary What is left of a session.
 * @event deskside-report-request - Report the session.
 */
@customElement('deskside-end-page')
export class EndPage extends DesksideElement {
  static override styles = endPageStyles;

  @property({ attribute: false }) words: CustomerWords | null = null;
  @property({ attribute: false }) technician: TechnicianProfile | null = null;
  @property({ attribute: false }) ended: EndedState | null = null;
  /** What the customer may take with them; `null` where nobody was there. */
  @property({ attribute: false }) receipt: SessionReport | null = null;

  /** Whether there is somebody to report. */
  @property({ attribute: false }) canReport = false;

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
        ${this.receipt === null ? nothing : receiptFacts(this.receipt, words)}
      </dl>
      ${this.#renderSave(words)}
      <p class="muted">${words.ended.close}</p>
      ${
        this.canReport
          ? html`<button type="button" class="quiet" @click=${this.#report}>
              <deskside-icon .icon=${Flag}></deskside-icon>${words.reportSession}
            </button>`
          : nothing
      }
    `;
  }

  readonly #report = (): void => this.emit('deskside-report-request');

  #renderSave(words: CustomerWords) {
    const { receipt } = this;
    if (receipt === null) return nothing;
    return html`
      <div class="save">
        <button class="primary" @click=${() => saveReport(this.ownerDocument, receipt, 'html', words)}>
          <deskside-icon .icon=${Download}></deskside-icon>${words.receipt.save}
        </button>
        <p class="muted small">${words.receipt.saveHint}</p>
      </div>
    `;
  }
}

/** What was seen, sent and said, in a line each. */
function receiptFacts({ journal, chat, savedAtMs }: SessionReport, words: CustomerWords): TemplateResult {
  const { receipt } = words;
  const spans = visibleSpans(journal, savedAtMs);
  const totalMs = spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const visible =
    spans.length === 0
      ? receipt.neverVisible
      : receipt.visibleTimes(spans.length, spanText(totalMs, words.report.time));
  const files = filesOf(journal).filter(({ outcome }) => outcome === 'done').length;
  return html`
    ${fact(receipt.visible, visible)} ${fact(receipt.files, String(files))}
    ${fact(receipt.messages, String(chat.length))}
  `;
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
  return words.report.time(hours, minutes, seconds);
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-end-page': EndPage;
  }
}
