// One report in full: what happened, what was said and sent, what was noted; and its ways out.

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Download } from 'lucide';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import { sizeText, timeText } from '../../i18n/format.ts';
import { filesOf } from '../../session/journal-files.ts';
import type { SessionReport } from '../../session/session-report.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import { describeEntry, nameOf, peopleOf } from '../report-document/describe-entry.ts';
import { factsOf, visibleOf } from '../report-document/report-facts.ts';
import { type ReportFormat, saveReport } from '../report-document/save-report.ts';
import { reportViewStyles } from './report-view.styles.ts';

/**
 * @summary Shows a report.
 * @event deskside-delete-request - Delete it.
 */
@customElement('deskside-report-view')
export class ReportView extends DesksideElement {
  static override styles = reportViewStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) report: SessionReport | null = null;

  @state() private format: ReportFormat = 'html';

  protected override render() {
    const { words, report } = this;
    if (words === null || report === null) return nothing;
    const texts = words.reports;
    const { sum, spans } = visibleOf(report, words);
    return html`
      <h1 tabindex="-1">${report.label === '' ? texts.unnamed : report.label}</h1>
      <div class="ways">
        <button class="primary" @click=${() => saveReport(this.ownerDocument, report, this.format, words)}>
          <deskside-icon .icon=${Download}></deskside-icon>${texts.download}
        </button>
        <div class="formats" role="radiogroup" aria-label=${texts.download}>
          ${this.#renderFormat('html', texts.formatHtml)} ${this.#renderFormat('json', texts.formatJson)}
        </div>
        <button class="danger" @click=${() => this.emit('deskside-delete-request')}>${texts.delete}</button>
      </div>
      <dl>
        ${factsOf(report, words).map(({ term, value }) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
      </dl>
      ${
        report.notes === ''
          ? nothing
          : html`<h2>${words.report.notes}</h2><p class="text" dir="auto">${report.notes}</p>`
      }
      <h2>${words.report.visible}</h2>
      <p>${sum}</p>
      ${spans.length === 0 ? nothing : html`<ul>${spans.map((span) => html`<li>${span}</li>`)}</ul>`}
      <h2>${words.report.timeline}</h2>
      ${this.#renderTimeline(words, report)}
      <h2>${words.report.files}</h2>
      ${this.#renderFiles(words, report)}
      <h2>${words.report.chat}</h2>
      ${this.#renderChat(words, report)}
    `;
  }

  #renderFormat(format: ReportFormat, label: string) {
    return html`<label>
      <input
        type="radio"
        name="format"
        .checked=${this.format === format}
        @change=${() => (this.format = format)}
      />${label}
    </label>`;
  }

  #renderTimeline({ report: words, language }: TechnicianWords, report: SessionReport) {
    const people = peopleOf(report, words);
    if (report.journal.length === 0) return html`<p>${words.nothingHappened}</p>`;
    return html`
      <ol>
        ${report.journal.map(
          (entry) => html`
            <li>
              <span class="time muted">${timeText(entry.atMs, language)}</span>
              <span>${describeEntry(entry, people, words, language)}</span>
            </li>
          `,
        )}
      </ol>
    `;
  }

  #renderFiles({ report: words, language }: TechnicianWords, report: SessionReport) {
    const people = peopleOf(report, words);
    const files = filesOf(report.journal);
    if (files.length === 0) return html`<p>${words.noFiles}</p>`;
    return html`
      <ul class="files">
        ${files.map(
          ({ name, sizeBytes, from, outcome, checksum }) => html`
            <li>
              <bdi class="name">${name}</bdi>
              <span class="muted small">
                ${[sizeText(sizeBytes, language), nameOf(from, people), words.outcomes[outcome]].join(' · ')}
              </span>
              ${checksum === null ? nothing : html`<span class="small">${words.checksum} <code dir="ltr">${checksum}</code></span>`}
            </li>
          `,
        )}
      </ul>
    `;
  }

  #renderChat({ report: words, language }: TechnicianWords, report: SessionReport) {
    const people = peopleOf(report, words);
    if (report.chat.length === 0) return html`<p>${words.noChat}</p>`;
    return html`
      <ol>
        ${report.chat.map(
          ({ from, text, atMs }) => html`
            <li>
              <span class="time muted">${timeText(atMs, language)}</span>
              <span>
                <strong>${nameOf(from, people)}</strong>
                <span class="text" dir="auto">${text}</span>
              </span>
            </li>
          `,
        )}
      </ol>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-report-view': ReportView;
  }
}
