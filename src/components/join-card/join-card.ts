// Who invites and what stands behind the name, what will be possible, and the two ways to join, which must have been in
// view for a while. Also what to think about before joining.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  Eye,
  type IconNode,
  Lock,
  MessageCircle,
  MousePointerBan,
  ScreenShare,
  ShieldCheck,
  ShieldQuestionMark,
} from 'lucide';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import type { TechnicianProfile } from '../../protocol/session-api.ts';
import { DesksideElement } from '../deskside-element.ts';
import { DwellController } from '../question-dialog/dwell-controller.ts';
import '../avatar/avatar.ts';
import '../icon/icon.ts';
import { joinCardStyles } from './join-card.styles.ts';

/**
 * @summary The invitation.
 * @event deskside-join-request - `{ shareScreen }`, dispatched within the very click.
 * @event deskside-join-enabled - The person had the time to read; the buttons can be pressed for the first time.
 * @slot - What to say before everything else, such as why the last try failed.
 */
@customElement('deskside-join-card')
export class JoinCard extends DesksideElement {
  static override styles = joinCardStyles;

  @property({ attribute: false }) words: CustomerWords | null = null;
  @property({ attribute: false }) technician: TechnicianProfile | null = null;
  @property({ attribute: false }) canShareScreen = false;
  /** How long the invitation must have been visible and focused before it can be accepted, in ms. */
  @property({ attribute: false }) dwellMs = 500;

  readonly #dwell = new DwellController(this);
  #wasEnabled = false;

  protected override firstUpdated(): void {
    this.#dwell.start(this.dwellMs);
  }

  protected override updated(_changed: PropertyValues): void {
    if (!this.#dwell.isDone || this.#wasEnabled) return;
    this.#wasEnabled = true;
    this.emit('deskside-join-enabled');
  }

  protected override render() {
    const { words, technician } = this;
    if (words === null || technician === null) return nothing;
    const { join } = words;
    const { name, organisation, verified } = technician;
    const isWaiting = !this.#dwell.isDone;
    return html`
      <header>
        <deskside-avatar .name=${name}></deskside-avatar>
        <div>
          <h1 tabindex="-1">${join.title(name)}</h1>
          ${organisation === null ? nothing : html`<p class="organisation">${organisation}</p>`}
        </div>
      </header>
      <p class="verified">
        <deskside-icon .icon=${verified === 'none' ? ShieldQuestionMark : ShieldCheck}></deskside-icon>
        <span>${join.verified[verified](location.host, organisation)}</span>
      </p>
      <slot></slot>
      <ul>
        ${ability(Eye, join.abilities.screen(name))} ${ability(MousePointerBan, join.abilities.noControl(name))}
        ${ability(MessageCircle, join.abilities.chat)}
      </ul>
      <div class="ways">
        ${
          this.canShareScreen
            ? html`<button type="button" class="primary" ?disabled=${isWaiting} @click=${this.#joinSharing}>
                <deskside-icon .icon=${ScreenShare}></deskside-icon>${join.shareScreen}
              </button>`
            : html`<p class="cannot">${join.cannotShare}</p>`
        }
        <button
          type="button"
          class=${this.canShareScreen ? nothing : 'primary'}
          ?disabled=${isWaiting}
          @click=${this.#joinWithoutSharing}
        >
          ${join.withoutSharing}
        </button>
      </div>
      <p class="encrypted"><deskside-icon .icon=${Lock}></deskside-icon>${join.encrypted(name)}</p>
      <aside>
        <deskside-icon .icon=${ShieldQuestionMark}></deskside-icon>
        <div>
          <p class="question">${join.warning.title}</p>
          <p>${join.warning.text}</p>
        </div>
      </aside>
    `;
  }

  readonly #joinSharing = (press: Event): void => this.#join(press, true);
  readonly #joinWithoutSharing = (press: Event): void => this.#join(press, false);

  #join(press: Event, shareScreen: boolean): void {
    if (this.#dwell.admits(press)) this.emit('deskside-join-request', { shareScreen });
  }
}

function ability(icon: IconNode, text: string): TemplateResult {
  return html`<li><deskside-icon .icon=${icon}></deskside-icon><span>${text}</span></li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-join-card': JoinCard;
  }
}
