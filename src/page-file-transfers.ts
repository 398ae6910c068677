// What moves the files of a page's sessions, put together with what it needs from this browser.

import { FileTransfers } from './session/file-transfers.ts';
import type { NewFileTransfers } from './session/support-session.ts';
import { createBrowserFilePorts } from './storage/browser-file-ports.ts';

/** Call it once a page. */
export function pageFileTransfers(): NewFileTransfers {
  const files = createBrowserFilePorts();
  return (desk, onViolation) => new FileTransfers({ ...desk, files }, onViolation);
}
