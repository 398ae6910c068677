// Every failure a person can meet, as a stable code. Words for them are in i18n, their list in docs/errors.md.
// Nobody parses an error's message: it is for engineers who read a log.

export const ERROR_CODES = [
  // The link and the invite behind it.
  'link-malformed',
  'link-unknown',
  'link-used',
  'link-expired',
  'session-ended',
  'session-revoked',
  // The support key.
  'key-malformed',
  'key-unknown',
  'key-wrong',
  'too-many-tries',
  // Reaching the server.
  'server-unreachable',
  'server-busy',
  'server-response-invalid',
  'sign-in-required',
  'sign-in-refused',
  'sign-in-limited',
  'password-refused',
  'technician-blocked',
  'oidc-unreachable',
  'oidc-failed',
  'oidc-not-allowed',
  // Reaching the other browser.
  'browser-unsupported',
  'signalling-refused',
  'technician-absent',
  'peer-unreachable',
  // Proving it.
  'proof-timeout',
  'proof-failed',
  'version-mismatch',
  // In the session.
  'protocol-violation',
  'not-permitted',
  'connection-lost',
  'message-too-long',
  'message-not-sent',
  'copy-failed',
  'window-refused',
  // Coming back to a session.
  'session-not-kept',
  'session-not-kept-full',
  'session-not-restored',
  // The screen.
  'screen-picker-dismissed',
  'screen-denied-by-system',
  'screen-source-failed',
  'screen-unsupported',
  'screen-not-sent',
  'screen-cut',
  // Keeping reports.
  'report-not-kept',
  // Files.
  'file-changed',
  'file-unreadable',
  'file-damaged',
  'files-too-many',
  'file-not-permitted',
  'transfer-cut',
  'save-dismissed',
  'save-failed',
  'save-unsupported',
  'storage-full',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A failure with a stable code. `message` is for logs only. */
export class DesksideError extends Error {
  override readonly name = 'DesksideError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string = code, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** The code of anything that was thrown; `fallback` where it was not one of ours. */
export function errorCodeOf(thrown: unknown, fallback: ErrorCode): ErrorCode {
  return thrown instanceof DesksideError ? thrown.code : fallback;
}
