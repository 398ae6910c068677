// A request that is refused: its code, which the pages know, and its HTTP status.

import type { ApiErrorCode } from '../src/protocol/session-api.ts';

type FailureStatus = 400 | 401 | 403 | 404 | 409 | 410 | 429;

const STATUSES: Record<ApiErrorCode, FailureStatus> = {
  'bad-request': 400,
  'sign-in-required': 401,
  'sign-in-refused': 403,
  'sign-in-limited': 429,
  'password-refused': 403,
  'technician-blocked': 403,
  'link-unknown': 404,
  'link-used': 409,
  'link-expired': 410,
  'session-ended': 410,
  'session-revoked': 410,
  'key-unknown': 404,
  'too-many-tries': 429,
  'server-busy': 429,
};

/** Every code that there is. */
export const API_ERROR_CODES = Object.keys(STATUSES) as ApiErrorCode[];

/** What is said to somebody who is refused for now: when to come again, as `Retry-After`. */
export const RETRY_AFTER_SECONDS = 5;

/** Thrown where a request is refused. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly code: ApiErrorCode;

  constructor(code: ApiErrorCode) {
    super(code);
    this.code = code;
  }

  get status(): FailureStatus {
    return STATUSES[this.code];
  }
}
