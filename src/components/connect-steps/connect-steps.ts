// The steps to the technician, each by its name: what is done, what runs now, what is next.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { Check, Circle, LoaderCircle, ScreenShare } from 'lucide';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import type { TechnicianProfile } from '../../protocol/session-api.ts';
import type { ConnectStep } from '../../session/ports.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../icon/icon.ts';
import { connectStepsStyles } from './connect-steps.styles.ts';

const STEPS: readonly ConnectStep[] = ['server', 'peer', 'proof'];

const ICONS = { done: Check, now: LoaderCircle, next: Circle };

/**
 * @summary Progress of the connection.
 * @event deskside-cancel-request - The person no longer wants to join.
 */
@customElement('deskside-connect-steps')
export class ConnectSteps extends DesksideElement {
  static override styles = connectStepsStyles;

  @property({ attribute: false }) words: CustomerWords | null = null;
  @property({ attribute: false }) technician: TechnicianProfile | null = null;
  @property({ attribute: false }) step: ConnectStep = 'server';
  /** Whether the browser's picker is open meanwhile. */
  @property({ attribute: false }) isChoosing = false;

  protected override render() {
    const { words, technician } = this;
    if (words === null || technician === null) return nothing;
    return html`
      <h1 tabindex="-1">${words.connect.title(technician.name)}</h1>
      <ol aria-live="polite">
        ${STEPS.map((step) => this.#renderStep(step, technician.name, words))}
      </ol>
      ${
        this.isChoosing
          ? html`<p class="choose">
              <deskside-icon .icon=${ScreenShare}></deskside-icon>${words.session.choose}
            </p>`
          : nothing
      }
      <button type="button" @click=${this.#cancel}>${words.connect.cancel}</button>
    `;
  }

  #renderStep(step: ConnectStep, name: string, words: CustomerWords): TemplateResult {
    const distance = STEPS.indexOf(step) - STEPS.indexOf(this.step);
    const state = distance < 0 ? 'done' : distance === 0 ? 'now' : 'next';
    return html`
      <li class=${classMap({ [state]: true })} aria-current=${state === 'now' ? 'step' : nothing}>
        <deskside-icon .icon=${ICONS[state]}></deskside-icon>
        <span class="name">${words.connect.step[step](name)}</span>
        <span class="state">${words.connect[state]}</span>
      </li>
    `;
  }

  readonly #cancel = (): void => this.emit('deskside-cancel-request');
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-connect-steps': ConnectSteps;
  }
}
