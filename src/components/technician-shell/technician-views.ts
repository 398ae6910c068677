// The console's views without a session, as templates.

import { html, type TemplateResult } from 'lit';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import '../technician-sign-in/technician-sign-in.ts';
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
        .isLoading=${stage.phase === 'loading'}
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
