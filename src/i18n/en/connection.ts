// English words about a connection that is interrupted, slow, or open elsewhere, for both pages.

import type { InterruptionCause } from '../../session/ports.ts';

/** `name` is the other person's. */
export interface LineWords {
  /** What happened. */
  readonly causes: Record<InterruptionCause, (name: string) => string>;
  /** What still works meanwhile, and what does not. */
  readonly meanwhile: string;
  /** How long it is waited; told once it has lasted. */
  readonly limit: string;
  readonly poor: string;
  /** What stands before the time since then. */
  readonly since: string;
  readonly dismiss: string;
}

const common = {
  limit: 'The session goes on by itself if that takes less than 20 minutes.',
  since: 'Interrupted for',
  dismiss: 'Got it',
};

/** At the customer's. */
export const customerLineWords: LineWords = {
  ...common,
  causes: {
    line: (name) => `The connection to ${name} is interrupted. It is being restored.`,
    offline: () => 'This device has no network at the moment. The session goes on when it is back.',
    'page-left': (name) => `${name}’s page was closed or is loading again. It is being waited for.`,
    returning: () => 'This page was loaded again. You are being taken back into the session.',
  },
  meanwhile:
    'What you write is sent, and files go on, when the connection is back. Your screen is not visible meanwhile; you can still stop sharing or end the session.',
  poor: 'The connection is slow. Text stays readable; pictures and files may take a while.',
};

/** At the technician's. */
export const technicianLineWords: LineWords = {
  ...common,
  causes: {
    line: () => 'The connection to the customer is interrupted. It is being restored.',
    offline: () => 'This computer has no network at the moment. The session goes on when it is back.',
    'page-left': () => 'The customer’s page was closed or is loading again. It is being waited for.',
    returning: () => 'This page was loaded again, and is on its way back into the session.',
  },
  meanwhile:
    'What you write is sent, and files go on, when the connection is back. The picture may be old; you can still end the session.',
  poor: 'The connection to the customer is slow. Text stays readable; picture and files may lag behind.',
};

/** A session that another tab of the same browser has. */
export const elsewhereWords = {
  title: (name: string) => `Your session with ${name} is open in another tab`,
  text: 'One tab has the session at a time. You can go on in the other one, or bring it here.',
  continueHere: 'Continue here',
  moving: 'Bringing it here…',
  sessions: (count: number) =>
    count === 1 ? '1 session is open in another tab.' : `${count} sessions are open in another tab.`,
};

/** A screen that was shared when the page was loaded again. */
export const shareAgainWords = {
  text: 'This page was loaded again, which ended sharing your screen.',
  button: 'Share my screen again',
  notNow: 'Not now',
};

export type ElsewhereWords = typeof elsewhereWords;
export type ShareAgainWords = typeof shareAgainWords;
