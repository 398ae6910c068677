// Node's own errors carry a code, such as ENOENT.

/** The code of anything that was thrown; `null` where it has none. */
export function errorCodeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
