// The console's views without a session, as templates.

import { html, type TemplateResult } from 'lit';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import '../technician-sign-in/technician-sign-in.ts';
import { requestContinueHere } from '../continue-here.ts';
import '../technician-start/technician-start.ts';
import type { ReadyStage, TechnicianStage } from './technician-stage.ts';

/** Before anybody is signed in. */
export function renderSignIn(
  words: TechnicianWords,
  stage: Exclude<TechnicianStage, ReadyStage>,
): TemplateResult {
  return html`
    <main>
      <deskside-technician-sign-in
        class="view"
        .words=${words}
        .ways=${stage.phase === 'loading' ? null : stage.ways}
        .isBusy=${stage.phase === 'signed-out' && stage.isBusy}
        .problem=${stage.problem}
      ></deskside-technician-sign-in>
    </main>
  `;
}

/** Where a signed-in technician begins. */
export function renderStart(
  words: TechnicianWords,
  { technician, isCreating, problem }: ReadyStage,
): TemplateResult {
  return html`
    <main>
      <deskside-technician-start
        class="view"
        .words=${words}
        .technician=${technician}
        .isCreating=${isCreating}
        .problem=${problem}
      ></deskside-technician-start>
    </main>
  `;
}

/** Sessions of this browser that another tab has. */
export function renderElsewhere({ elsewhere }: TechnicianWords, count: number): TemplateResult {
  return html`
    <div class="elsewhere" role="status">
      <p>${elsewhere.sessions(count)}</p>
      <button type="button" @click=${requestContinueHere}>${elsewhere.continueHere}</button>
    </div>
  `;
}
