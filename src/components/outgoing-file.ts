// A file that a person chose in the browser, as the session wants it: read in pieces, whenever it asks.

import { DesksideError } from '../protocol/deskside-error.ts';
import type { OutgoingFile } from '../session/ports.ts';
import { foldersOf } from './file-folders.ts';

/** `file` for the session. Nothing is read before the session asks. */
export function toOutgoingFile(file: File): OutgoingFile {
  return {
    name: file.name,
    folders: foldersOf(file),
    sizeBytes: file.size,
    modifiedAtMs: file.lastModified,
    async read(start, end) {
      try {
        return new Uint8Array(await file.slice(start, end).arrayBuffer());
      } catch (cause) {
        // Moved, changed or removed since it was chosen: browsers refuse to read it then.
        throw new DesksideError('file-unreadable', `cannot read bytes ${start} to ${end}`, { cause });
      }
    },
  };
}
