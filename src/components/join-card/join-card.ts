// Who invites, what will be possible, and the two ways to join. Also what to think about before joining.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  Eye,
  type IconNode,
  Lock,
  MessageCircle,
  MousePointerBan,
  ScreenShare,
  ShieldQuestionMark,
} from 'lucide';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import type { TechnicianProfile } from '../../protocol/session-api.ts';
import { DesksideElement } from '../deskside-element.ts';
import '../avatar/avatar.ts';
import '../icon/icon.ts';
import { joinCardStyles } from './join-card.styles.ts';

/**
 * @summary The invitation.
 * @event deskside-join-request - `{ shareScreen }`, dispatched within the very click.
 * @slot - What to say before everything else, such as why the last try failed.
 */
@customElement('deskside-join-card')
export class JoinCard extends DesksideElement {
  static override styles = joinCardStyles;

  @property({ attribute: false }) words: CustomerWords | null = null;
  @property({ attribute: false }) technician: TechnicianProfile | null = null;
  @property({ attribute: false }) canShareScreen = false;

  protected override render() {
    const { words, technician } = this;
    if (words === null || technician === null) return nothing;
    const { join } = words;
    const { name, organisation } = technician;
    return html`
      <header>
        <deskside-avatar .name=${name}></deskside-avatar>
        <div>
          <h1 tabindex="-1">${join.title(name)}</h1>
          ${organisation === null ? nothing : html`<p class="organisation">${organisation}</p>`}
        </div>
      </header>
      <slot></slot>
      <ul>
        ${ability(Eye, join.abilities.screen(name))} ${ability(MousePointerBan, join.abilities.noControl(name))}
        ${ability(MessageCircle, join.abilities.chat)}
      </ul>
      <div class="ways">
        ${
          this.canShareScreen
            ? html`<button type="button" class="primary" @click=${this.#joinSharing}>
                <deskside-icon .icon=${ScreenShare}></deskside-icon>${join.shareScreen}
              </button>`
            : html`<p class="cannot">${join.cannotShare}</p>`
        }
        <button
          type="button"
          class=${this.canShareScreen ? nothing : 'primary'}
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

  readonly #joinSharing = (): void => this.emit('deskside-join-request', { shareScreen: true });
  readonly #joinWithoutSharing = (): void => this.emit('deskside-join-request', { shareScreen: false });
}

function ability(icon: IconNode, text: string): TemplateResult {
  return html`<li><deskside-icon .icon=${icon}></deskside-icon><span>${text}</span></li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-join-card': JoinCard;
  }
}
