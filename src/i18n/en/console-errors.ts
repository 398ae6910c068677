// What only the console meets, most of it on the way in. This is the source: other languages have the same keys.

import type { ErrorCode } from '../../protocol/deskside-error.ts';
import type { ErrorWords } from './shared.ts';

export const consoleErrors = {
  'sign-in-required': {
    what: 'You are not signed in on this computer.',
    next: 'Reload this page and sign in.',
  },
  'sign-in-refused': {
    what: 'This token was not accepted.',
    next: 'Copy the token from the newest sign-in link and try again.',
  },
  'sign-in-limited': {
    what: 'There were too many wrong tries to sign in.',
    next: 'Wait a minute, then try again.',
  },
  'password-refused': {
    what: 'Username and password do not match.',
    next: 'Check both and try again. If you have forgotten the password, your administrator can set another one.',
  },
  'technician-blocked': {
    what: 'You may not help from here any more.',
    next: 'Ask your administrator why.',
  },
  'oidc-unreachable': {
    what: 'Your organisation’s sign-in service did not answer.',
    next: 'Try again in a minute. If it stays like this, tell your administrator.',
  },
  'oidc-failed': {
    what: 'Signing in at your organisation was not finished.',
    next: 'Begin again here. If it stays like this, give your administrator the code below.',
  },
  'oidc-not-allowed': {
    what: 'Your organisation knows you, but you may not use this console.',
    next: 'Ask your administrator to let you in, or sign in there with another account.',
  },
  'report-not-kept': {
    what: 'This browser does not let the page keep anything, so reports last only until it is closed.',
    next: 'Download the reports you need before you close it.',
  },
} satisfies Partial<Record<ErrorCode, ErrorWords>>;
