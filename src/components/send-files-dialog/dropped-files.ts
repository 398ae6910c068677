// The files in what was dropped or pasted, those in dropped folders too.

import { MAX_FILES_IN_OFFER } from '../../protocol/limits.ts';
import { noteFolders } from '../file-folders.ts';

/** Whether something that is dragged, dropped or pasted holds files. */
export function holdsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') === true;
}

/**
 * All files in `transfer`; one more than can be offered is enough to know that there were too many. Must be called
 * while the event is handled: a browser empties `transfer` afterwards. What cannot be read is left out.
 */
export function filesIn(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry === null ? [] : [entry];
  });
  // What was pasted as a picture is a file, and no entry of a file system.
  return entries.length === 0 ? Promise.resolve([...transfer.files]) : filesOf(entries);
}

async function filesOf(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const found: File[] = [];
  const left = [...entries];
  for (let entry = left.shift(); entry !== undefined; entry = left.shift()) {
    if (found.length > MAX_FILES_IN_OFFER) break;
    try {
      if (isFile(entry)) found.push(await fileOf(entry));
      else if (isFolder(entry)) left.unshift(...(await entriesOf(entry)));
    } catch {
      // Gone or forbidden since it was dropped: the list shows what there is.
    }
  }
  return found;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

async function fileOf(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  noteFolders(file, entry.fullPath);
  return file;
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // Handed out in batches, of a hundred in Chromium, until an empty one.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    entries.push(...batch);
    if (batch.length === 0 || entries.length > MAX_FILES_IN_OFFER) return entries;
  }
}
