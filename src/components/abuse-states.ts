// The states of the customer's page that concern reporting a session.

import { loadAbuseWords } from '../i18n/load-abuse-words.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import type { CustomerShell } from './customer-shell/customer-shell.ts';
import { type CustomerStateRecipe, type DrivenSession, driven } from './customer-states.ts';

/** Opens the dialog as a press does, and waits until it is there. */
async function openReport(shell: CustomerShell): Promise<ShadowRoot | null> {
  const dialog = shell.renderRoot.querySelector('deskside-abuse-report');
  if (shell.words === null || dialog === null) return null;
  dialog.open();
  await loadAbuseWords(shell.words);
  await dialog.updateComplete;
  return dialog.shadowRoot;
}

async function sendReport(shell: CustomerShell): Promise<void> {
  const root = await openReport(shell);
  const dialog = shell.renderRoot.querySelector('deskside-abuse-report');
  root?.querySelector<HTMLElement>('input')?.click();
  await dialog?.updateComplete;
  root?.querySelector<HTMLElement>('[type="submit"]')?.click();
  // The answer comes, and then what it changes.
  await Promise.resolve();
  await dialog?.updateComplete;
  await dialog?.updateComplete;
}

async function reportingFails(session: DrivenSession): Promise<void> {
  await session.joined();
  session.report = async () => {
    throw new DesksideError('too-many-tries');
  };
}

export const CUSTOMER_ABUSE_STATES = {
  'reporting the session': {
    ...driven(async (session) => (await session.joined()).sharing()),
    act: async (shell) => void (await openReport(shell)),
  },
  'reporting the session afterwards': {
    ...driven(async (session) => (await session.joined()).end('technician')),
    act: async (shell) => void (await openReport(shell)),
  },
  'reported the session, and ended it': { ...driven((session) => session.joined()), act: sendReport },
  'reporting failed': { ...driven(reportingFails), act: sendReport },
} satisfies Record<string, CustomerStateRecipe>;
