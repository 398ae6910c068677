// Which part fills the console at a stage, and what the browser's tab says. Pure.

import type { TechnicianWords } from '../../i18n/en/technician.ts';
import type { TechnicianState } from '../../session/technician-session.ts';
import { statusText } from '../technician-header/status-text.ts';
import type { TechnicianStage } from './technician-stage.ts';

/** The parts that fill the console, one at a time. */
export type TechnicianView = 'sign-in' | 'start' | 'session' | 'reports';

/** The part that fills the console. */
export function technicianView(stage: TechnicianStage, isShowingReports: boolean): TechnicianView {
  if (stage.phase !== 'ready') return 'sign-in';
  if (isShowingReports) return 'reports';
  return stage.shownId === null ? 'start' : 'session';
}

/** What the page's title is made of. */
export interface TitleFacts {
  readonly view: TechnicianView;
  /** The session in view. */
  readonly session: TechnicianState | null;
  /** Of all sessions. */
  readonly unreadCount: number;
  /** Whether a customer of any session sees the technician's own screen. */
  readonly isOwnScreenSeen: boolean;
}

/** The page's title: how the session stands comes first, where a narrow tab still shows it. */
export function pageTitle(
  words: TechnicianWords,
  { view, session, unreadCount, isOwnScreenSeen }: TitleFacts,
): string {
  const plain = titleOf(words, view, session);
  const title = isOwnScreenSeen ? words.ownScreen.visibleTitle(plain) : plain;
  return unreadCount > 0 ? words.unreadTitle(unreadCount, title) : title;
}

function titleOf(words: TechnicianWords, view: TechnicianView, session: TechnicianState | null): string {
  if (view === 'reports') return words.pageTitle(words.reports.title);
  return session === null ? words.consoleName : words.pageTitle(statusText(words, session.connection));
}
