// The console's reports: a list to search, one of them in full, and how long they are kept.

import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ArrowLeft } from 'lucide';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import { dateTimeText, spanText } from '../../i18n/format.ts';
import { filesOf } from '../../session/journal-files.ts';
import type { ReportsState } from '../../session/report-keeper.ts';
import { formatRetention, parseRetention, RETENTION_CHOICES } from '../../session/report-retention.ts';
import { searchReports } from '../../session/report-search.ts';
import type { SessionReport } from '../../session/session-report.ts';
import { visibleSpans } from '../../session/visible-spans.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../error-notice/error-notice.ts';
import '../icon/icon.ts';
import '../question-dialog/question-dialog.ts';
import { nameOf, peopleOf } from '../report-document/describe-entry.ts';
import '../report-view/report-view.ts';
import { reportsPageStyles } from './reports-page.styles.ts';

/**
 * @summary Lists, shows and deletes reports.
 * @event deskside-leave-reports-request - Back to where somebody came from.
 * @event deskside-retention-request - `{ retention }`: keep reports so long from now on.
 * @event deskside-delete-report-request - `{ report }`: delete this report.
 * @event deskside-delete-reports-request - Delete all reports.
 */
@customElement('deskside-reports-page')
export class ReportsPage extends DesksideElement {
  static override styles = reportsPageStyles;

  @property({ attribute: false }) words: TechnicianWords | null = null;
  @property({ attribute: false }) state: ReportsState | null = null;
  /** The session whose report to begin with; `null` for the list. */
  @property({ attribute: false }) wantedId: string | null = null;
  /** Whether there are sessions to go back to. */
  @property({ attribute: false }) hasSessions = false;

  @state() private query = '';
  @state() private shownId: string | null = null;
  /** What is asked about: one report, or all of them. */
  @state() private asked: SessionReport | 'all' | null = null;

  /** Focuses the heading, so that it is read from there. */
  override focus(options?: FocusOptions): void {
    this.#heading?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('wantedId')) this.shownId = this.wantedId;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('shownId') || changed.get('shownId') === undefined) return;
    void this.#focusHeading();
  }

  protected override render() {
    const { words, state } = this;
    if (words === null || state === null) return nothing;
    const { reports } = words;
    const shown = state.reports.find(({ sessionId }) => sessionId !== null && sessionId === this.shownId);
    return html`
      <section>
        ${
          state.storage === 'refused'
            ? html`<deskside-error-notice .words=${words} .code=${'report-not-kept'}></deskside-error-notice>`
            : nothing
        }
        ${shown === undefined ? this.#renderList(words, state) : this.#renderReport(words, shown)}
      </section>
      <deskside-question-dialog
        .heading=${this.asked === 'all' ? reports.deleteAllQuestion : reports.deleteQuestion}
        .body=${this.asked === 'all' ? reports.deleteAllBody : reports.deleteBody}
        .yes=${reports.yes}
        .no=${reports.no}
        .isYesDanger=${true}
        .isOpen=${this.asked !== null}
        @deskside-answer=${this.#answer}
      ></deskside-question-dialog>
    `;
  }

  #renderReport(words: TechnicianWords, report: SessionReport) {
    return html`
      <button class="quiet back" @click=${() => (this.shownId = null)}>
        <deskside-icon directional .icon=${ArrowLeft}></deskside-icon>${words.reports.backToList}
      </button>
      <deskside-report-view
        .words=${words}
        .report=${report}
        @deskside-delete-request=${() => (this.asked = report)}
      ></deskside-report-view>
    `;
  }

  #renderList(words: TechnicianWords, { reports, damagedCount, retention, storage }: ReportsState) {
    const found = searchReports(reports, this.query);
    const texts = words.reports;
    return html`
      ${
        this.hasSessions
          ? nothing
          : html`<button
              class="quiet back"
              @click=${() => this.emit('deskside-leave-reports-request')}
            >
              <deskside-icon directional .icon=${ArrowLeft}></deskside-icon>${texts.back}
            </button>`
      }
      <h1 tabindex="-1">${texts.title}</h1>
      <p class="muted">${texts.intro}</p>
      ${reports.length === 0 ? nothing : this.#renderSearch(words, found.length)}
      ${reports.length === 0 && storage !== 'loading' ? html`<p class="none">${texts.none}</p>` : nothing}
      <ul class="reports" role="list" aria-label=${texts.title} ?hidden=${found.length === 0}>
        ${repeat(
          found,
          ({ sessionId }) => sessionId,
          (report) => this.#renderItem(words, report),
        )}
      </ul>
      ${damagedCount === 0 ? nothing : html`<p class="muted">${texts.damaged(damagedCount)}</p>`}
      <div class="keeping">
        <label for="retention">${texts.retention}</label>
        <select id="retention" @change=${this.#chooseRetention}>
          ${RETENTION_CHOICES.map(
            (choice) => html`
              <option value=${formatRetention(choice)} .selected=${choice === retention}>
                ${texts.retentionChoices[choice ?? 'never']}
              </option>
            `,
          )}
        </select>
        <button
          class="danger"
          ?disabled=${reports.length === 0 && damagedCount === 0}
          @click=${() => (this.asked = 'all')}
        >
          ${texts.deleteAll}
        </button>
      </div>
    `;
  }

  #renderSearch({ reports }: TechnicianWords, count: number) {
    return html`
      <div class="search">
        <label for="search">${reports.search}</label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          placeholder=${reports.searchHint}
          .value=${this.query}
          @input=${this.#search}
        />
        <p class="muted small" aria-live="polite">${count === 0 ? reports.noneFound : reports.found(count)}</p>
      </div>
    `;
  }

  #renderItem(words: TechnicianWords, report: SessionReport) {
    const texts = words.reports;
    const { durationMs, endedAtMs, endedBy, joinedAtMs } = report;
    const by = endedBy === null ? words.report.byNobody : nameOf(endedBy, peopleOf(report, words.report));
    const shares = visibleSpans(report.journal, report.savedAtMs).length;
    const files = filesOf(report.journal).length;
    const details = [
      joinedAtMs === null
        ? words.report.neverJoined
        : durationMs === null
          ? null
          : spanText(durationMs, words.report.time),
      endedAtMs === null ? words.report.noEnd : `${words.report.endedBy}: ${by}`,
      texts.messages(report.chat.length),
      files === 0 ? null : texts.files(files),
      shares === 0 ? null : texts.shares(shares),
    ].filter((detail) => detail !== null);
    return html`
      <li>
        <button @click=${() => (this.shownId = report.sessionId)}>
          <span class="name" dir="auto">${report.label === '' ? texts.unnamed : report.label}</span>
          <span class="when">${dateTimeText(joinedAtMs ?? report.startedAtMs, words.language)}</span>
          <span class="details muted small">${details.join(' · ')}</span>
        </button>
      </li>
    `;
  }

  /** After one part gave way to the other, whoever cannot see it must find themselves in the new one. */
  async #focusHeading(): Promise<void> {
    await this.renderRoot.querySelector('deskside-report-view')?.updateComplete;
    this.focus();
  }

  get #heading(): HTMLElement | null {
    const view = this.renderRoot.querySelector('deskside-report-view');
    return (view?.renderRoot ?? this.renderRoot).querySelector('h1');
  }

  readonly #search = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.query = event.target.value;
  };

  readonly #chooseRetention = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    this.emit('deskside-retention-request', { retention: parseRetention(event.target.value) });
  };

  readonly #answer = (event: CustomEvent<{ isYes: boolean }>): void => {
    event.stopPropagation();
    const { asked } = this;
    this.asked = null;
    if (!event.detail.isYes || asked === null) return;
    this.shownId = null;
    if (asked === 'all') this.emit('deskside-delete-reports-request');
    else this.emit('deskside-delete-report-request', { report: asked });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-reports-page': ReportsPage;
  }
}
