// English words that both pages use. This is the source: other languages have the same keys.

import type { ErrorCode } from '../../protocol/deskside-error.ts';

/** What happened and what it means; what to do next. */
export interface ErrorWords {
  readonly what: string;
  readonly next: string;
}

export const sharedWords = {
  language: 'en',
  chat: {
    title: 'Chat',
    log: 'Chat messages',
    message: 'Message',
    send: 'Send',
    empty: 'No messages yet.',
    you: 'You',
    sentBy: (name: string) => `${name}:`,
    tooLong: (max: number) => `Messages can be up to ${max} characters long.`,
  },
  endQuestion: {
    title: 'End session?',
    yes: 'Yes',
    no: 'No',
  },
  errorCode: (code: string) => `Code: ${code}`,
  tryAgain: 'Try again',
  languageLabel: 'Language',
  errors: {} as Record<ErrorCode, ErrorWords>,
};

/** The same keys, in any language. */
export type SharedWords = typeof sharedWords;
