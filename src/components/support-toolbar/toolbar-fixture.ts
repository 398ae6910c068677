// For tests: the toolbar of a driven session, and its parts as a person finds them.

import { page } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { DrivenSession } from '../customer-states.ts';
import type { SupportToolbar } from './support-toolbar.ts';
import './support-toolbar.ts';

export function button(name: string) {
  return page.getByRole('button', { name, exact: true });
}

export const stop = button('Stop sharing screen');
export const pause = button('Pause sharing');
export const resume = button('Resume sharing');
export const change = button('Change screen');
export const chat = button('Chat');
export const files = button('File transfer');
export const end = button('End session');
export const move = button('Move toolbar');
export const collapse = button('Collapse');
export const expand = page.getByRole('button', { name: /Expand/ });
export const status = page.getByRole('status');

/** The toolbar of a session, its requests carried out as the shell does. */
async function show(driven: DrivenSession): Promise<SupportToolbar> {
  const { session } = driven;
  const toolbar = document.createElement('deskside-support-toolbar');
  toolbar.words = customerWords;
  const update = (): void => {
    toolbar.state = session.state.value;
  };
  session.state.subscribe(update);
  const on = (
    type: string,
    act: (detail: { isOpen: boolean; isCollapsed: boolean; isPaused: boolean }) => void,
  ): void => {
    toolbar.addEventListener(type, (event) => act((event as CustomEvent).detail));
  };
  on('deskside-chat-request', ({ isOpen }) => session.setChatOpen(isOpen));
  on('deskside-collapse-request', ({ isCollapsed }) => session.setToolbarCollapsed(isCollapsed));
  on('deskside-pause-request', ({ isPaused }) => session.setPaused(isPaused));
  on('deskside-change-screen-request', () => session.changeScreen());
  on('deskside-stop-sharing-request', () => session.stopSharing());
  update();
  document.body.append(toolbar);
  await toolbar.updateComplete;
  return toolbar;
}

/** The toolbar of a session that has just begun. */
export async function showJoined(): Promise<DrivenSession & { toolbar: SupportToolbar }> {
  const driven = await new DrivenSession().joined();
  return Object.assign(driven, { toolbar: await show(driven) });
}
