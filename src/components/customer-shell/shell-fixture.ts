// For tests: the customer's page at a stage, and its parts as a person finds them.

import { page } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { DrivenSession } from '../customer-states.ts';
import type { CustomerShell } from './customer-shell.ts';
import './customer-shell.ts';
import './session-parts.ts';
import '../key-form/key-form.ts';
import type { CustomerStage } from './customer-stage.ts';

export function button(name: string) {
  return page.getByRole('button', { name, exact: true });
}

export const consent = page.getByRole('dialog', { name: 'Ana Souza would like to see your screen' });
export const endQuestion = page.getByRole('dialog', { name: 'End session?' });
export const toolbar = page.getByRole('toolbar', { name: 'Support session' });

export async function show(stage: CustomerStage): Promise<CustomerShell> {
  const shell = document.createElement('deskside-customer');
  shell.words = customerWords;
  shell.stage = stage;
  document.body.append(shell);
  await shell.updateComplete;
  return shell;
}

export async function showJoined(): Promise<DrivenSession & { shell: CustomerShell }> {
  const driven = await new DrivenSession().joined();
  return Object.assign(driven, { shell: await show(driven.stage) });
}

/** The events of these types that leave the shell, with their details. */
export function heard(shell: CustomerShell, ...types: string[]): unknown[] {
  const events: unknown[] = [];
  for (const type of types) {
    shell.addEventListener(type, (event) => events.push([type, (event as CustomEvent<unknown>).detail]));
  }
  return events;
}
