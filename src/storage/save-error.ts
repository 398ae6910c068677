// What browsers say when a file cannot be saved, as our codes.

import { DesksideError } from '../protocol/deskside-error.ts';

/** `storage-full` or `save-failed`. */
export function saveError(cause: unknown): DesksideError {
  if (cause instanceof DesksideError) return cause;
  const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
  return new DesksideError(isFull ? 'storage-full' : 'save-failed', String(cause), { cause });
}

/** Runs `work`; whatever it throws becomes `storage-full` or `save-failed`. */
export async function saving<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw saveError(error);
  }
}
