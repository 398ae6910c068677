// English words of reporting a session, which few people ever need: loaded apart from the page's. This is the source.

import type { ErrorCode } from '../../protocol/deskside-error.ts';
import type { ErrorWords } from './shared.ts';

const errors: Partial<Record<ErrorCode, ErrorWords>> = {
  'session-ended': {
    what: 'This session ended too long ago to be reported here.',
    next: 'Tell the organisation that you know, by its own number or address.',
  },
  'too-many-tries': {
    what: 'Too many reports came from here.',
    next: 'Wait a minute, then try again. After three reports of one session there can be no more.',
  },
};

export const abuseWords = {
  title: 'Report this session',
  intro: (host: string) => `Your report goes to whoever runs ${host}.`,
  reason: 'What happened?',
  reasons: {
    money: 'I was asked for money, gift cards or passwords',
    impostor: 'Somebody pretends to be somebody else',
    other: 'Something else',
  },
  text: 'In your own words, if you like',
  limit: (count: number) => `Up to ${count} characters.`,
  contents: (who: string, when: string) =>
    `What is sent: that it was ${who}, the time (${when}), the reason and your words. Chat, files and pictures are never sent.`,
  end: 'End the session now',
  send: 'Send report',
  sending: 'Sending…',
  cancel: 'Cancel',
  received: (reference: string) => `Report received, reference ${reference}`,
  keep: 'Write the reference down. Your report is found by it.',
  close: 'Close',
  errors,
};

/** The same keys, in any language. */
export type AbuseWords = typeof abuseWords;
