// What the session's files need from this browser, put together.

import type { FilePorts } from '../session/file-ports.ts';
import { BrowserFileSaver } from './browser-file-saver.ts';

/** Call it once a page. What earlier pages have left behind is taken away meanwhile. */
export function createBrowserFilePorts(): FilePorts {
  const saver = new BrowserFileSaver(digest);
  void saver.removeStale();
  return { saver, digest };
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
