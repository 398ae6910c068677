// What a failure was, for tests: the code of a thrown or rejected DesksideError. Anything else fails the test.

import { DesksideError, type ErrorCode } from '../deskside-error.ts';

type Outcome = ErrorCode | 'no error';

/** The code that `run` throws. */
export function codeOf(run: () => unknown): Outcome {
  try {
    run();
  } catch (error) {
    return codeOfThrown(error);
  }
  return 'no error';
}

/** The code that `promise` rejects with. */
export async function rejectionCodeOf(promise: Promise<unknown>): Promise<Outcome> {
  try {
    await promise;
  } catch (error) {
    return codeOfThrown(error);
  }
  return 'no error';
}

function codeOfThrown(error: unknown): ErrorCode {
  if (error instanceof DesksideError) return error.code;
  throw error;
}
