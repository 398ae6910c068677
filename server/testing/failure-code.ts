// The code with which something was refused.

import type { ApiErrorCode } from '../../src/protocol/session-api.ts';
import { ApiFailure } from '../api-failure.ts';

/** The code of the `ApiFailure` that `action` throws; `null` when it throws nothing. */
export function failureCode(action: () => unknown): ApiErrorCode | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof ApiFailure) return error.code;
    throw error;
  }
}
