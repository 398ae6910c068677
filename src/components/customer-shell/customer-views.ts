// The shell's views before and after a session, as templates. The one during a session is in the shell.

import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { Monitor } from 'lucide';
import type { CustomerWords } from '../../i18n/en/customer.ts';
import type { Language } from '../../i18n/language.ts';
import { assertNever } from '../../session/assert-never.ts';
import type { CustomerState } from '../../session/customer-session.ts';
import { receiptOf } from '../../session/session-receipt.ts';
import { requestContinueHere } from '../continue-here.ts';
import '../error-notice/error-notice.ts';
import '../icon/icon.ts';
import '../join-card/join-card.ts';
import '../language-menu/language-menu.ts';
import type { CustomerView } from './customer-view.ts';

type ViewOf<Kind extends CustomerView['kind']> = Extract<CustomerView, { kind: Kind }>;

export interface Frame {
  readonly view: CustomerView;
  /** Whether the content must leave room for the whole toolbar. */
  readonly isBesideToolbar: boolean;
  /** Whether the content takes all the room there is. */
  readonly isFilled: boolean;
  readonly words: CustomerWords;
  readonly language: Language;
}

/** What is around every view: whose page this is, and its language. */
export function renderFrame(
  content: TemplateResult | typeof nothing,
  { view, isBesideToolbar, isFilled, words, language }: Frame,
): TemplateResult {
  return html`
    <header>
      <span class="brand">
        <span class="logo"><deskside-icon .icon=${Monitor}></deskside-icon></span>${words.productName}
      </span>
      <deskside-language-menu .words=${words} .language=${language}></deskside-language-menu>
    </header>
    <main class=${classMap({ [view.kind]: true, beside: isBesideToolbar, filled: isFilled })}>${content}</main>
  `;
}

/** Every view but the session's. `state` is that of the session, where there is one. */
export function renderView(
  view: Exclude<CustomerView, { kind: 'session' }>,
  words: CustomerWords,
  state: CustomerState | null,
): TemplateResult {
  switch (view.kind) {
    case 'link':
      return renderLink(view, words);
    case 'loading':
      return renderLoading(words);
    case 'elsewhere':
      return renderElsewhere(view, words);
    case 'invite-failed':
      return renderInviteFailed(view, words);
    case 'invitation':
      return state === null ? renderLoading(words) : renderInvitation(view, words, state);
    case 'connecting':
      return html`
        <deskside-connect-steps
          class="card"
          .words=${words}
          .technician=${state?.technician ?? null}
          .step=${view.step}
          .isChoosing=${state?.screen.phase === 'choosing'}
        >
          <!-- For somebody who joins before the rest of the page has come: until the element is there. -->
          <h1 tabindex="-1">${words.connect.title(state?.technician.name ?? '')}</h1>
        </deskside-connect-steps>
      `;
    case 'ended':
      return html`
        <deskside-end-page
          class="card"
          .words=${words}
          .technician=${state?.technician ?? null}
          .ended=${view.ended}
          .receipt=${state === null ? null : receiptOf(state)}
          .canReport=${view.ended.durationMs !== null}
        >
          <!-- For somebody who gives up before the rest of the page has come: until the element is there. -->
          <h1 tabindex="-1">${words.ended.title}</h1>
          <p>${words.ended.text}</p>
        </deskside-end-page>
      `;
    default:
      return assertNever(view);
  }
}

function renderLink({ problem, text }: ViewOf<'link'>, words: CustomerWords): TemplateResult {
  return html`
    <section class="card">
      <h1 tabindex="-1">${words.keyForm.title}</h1>
      ${
        problem === null
          ? nothing
          : html`<deskside-error-notice .words=${words} .code=${problem}></deskside-error-notice>`
      }
      <p>${words.keyForm.intro}</p>
      <deskside-key-form .words=${words} .text=${text}></deskside-key-form>
    </section>
  `;
}

function renderLoading(words: CustomerWords): TemplateResult {
  return html`
    <section class="card">
      <div class="skeleton" aria-hidden="true"><span></span><span></span><span></span></div>
      <p class="muted">${words.loading}</p>
    </section>
  `;
}

function renderElsewhere({ name, isMoving }: ViewOf<'elsewhere'>, words: CustomerWords): TemplateResult {
  const { elsewhere } = words;
  return html`
    <section class="card">
      <h1 tabindex="-1">${elsewhere.title(name)}</h1>
      <p>${elsewhere.text}</p>
      <button type="button" class="primary" ?disabled=${isMoving} @click=${requestContinueHere}>
        ${isMoving ? elsewhere.moving : elsewhere.continueHere}
      </button>
      <h2>${words.keyForm.another}</h2>
      <deskside-key-form .words=${words}></deskside-key-form>
    </section>
  `;
}

function renderInviteFailed(
  { code, canRetry }: ViewOf<'invite-failed'>,
  words: CustomerWords,
): TemplateResult {
  return html`
    <section class="card">
      <h1 tabindex="-1">${words.inviteFailed}</h1>
      <deskside-error-notice .words=${words} .code=${code} .canRetry=${canRetry}></deskside-error-notice>
      <h2>${words.keyForm.another}</h2>
      <deskside-key-form .words=${words}></deskside-key-form>
    </section>
  `;
}

function renderInvitation(
  { failure }: ViewOf<'invitation'>,
  words: CustomerWords,
  { technician, canShareScreen }: CustomerState,
): TemplateResult {
  return html`
    <deskside-join-card
      class="card"
      .words=${words}
      .technician=${technician}
      .canShareScreen=${canShareScreen}
    >
      ${
        failure === null
          ? nothing
          : html`
              <div class="failure">
                <h2>${words.join.failed}</h2>
                <p>${words.join.failedStep(words.connect.step[failure.step](technician.name))}</p>
                <deskside-error-notice .words=${words} .code=${failure.code}></deskside-error-notice>
              </div>
            `
      }
    </deskside-join-card>
  `;
}
