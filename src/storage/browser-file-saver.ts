// Asks where to save: in the browser's own dialogs where there are some, else with its private files.

import { DesksideError } from '../protocol/deskside-error.ts';
import type { FileSaver, FileToSave, ResumedFile, SavePlace } from '../session/file-ports.ts';
import { PickedFile, PickedFolder } from './picked-places.ts';
import type { PrivateFiles } from './private-files.ts';

/** File System Access, which not every browser has, nor TypeScript's library. */
interface Pickers {
  showSaveFilePicker?(options: {
    readonly id: string;
    readonly startIn: 'downloads';
    readonly suggestedName: string;
  }): Promise<FileSystemFileHandle>;
  showDirectoryPicker?(options: {
    readonly id: string;
    readonly startIn: 'downloads';
    readonly mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}

/** The browser remembers the last folder under this. */
const PICKER = { id: 'deskside-files', startIn: 'downloads' } as const;

export class BrowserFileSaver implements FileSaver {
  readonly #pickers: Pickers;
  readonly #privateFiles: PrivateFiles;

  constructor(privateFiles: PrivateFiles, pickers: Pickers = window as Pickers) {
    this.#privateFiles = privateFiles;
    this.#pickers = pickers;
  }

  choose(files: readonly FileToSave[]): Promise<readonly SavePlace[]> {
    const picking = this.#pick(files);
    if (picking === null) return this.#privateFiles.choose(files);
    return picking.catch((cause: unknown) => {
      if (!(cause instanceof DOMException)) throw new DesksideError('save-failed', String(cause), { cause });
      if (cause.name === 'AbortError') throw new DesksideError('save-dismissed', cause.message, { cause });
      // The browser has dialogs, and does not show them here: a frame, a policy.
      if (cause.name === 'SecurityError' || cause.name === 'NotAllowedError') {
        return this.#privateFiles.choose(files);
      }
      throw new DesksideError('save-failed', cause.message, { cause });
    });
  }

  async resume(): Promise<ResumedFile | null> {
    return null;
  }

  async forget(): Promise<void> {}

  /** Opens a dialog in this very task; `null` where the browser has none. */
  #pick(files: readonly FileToSave[]): Promise<readonly SavePlace[]> | null {
    const [first] = files;
    const pickers = this.#pickers;
    if (files.length === 1 && first !== undefined && pickers.showSaveFilePicker !== undefined) {
      return pickers
        .showSaveFilePicker({ ...PICKER, suggestedName: first.name })
        .then((handle) => [new PickedFile(handle)]);
    }
    if (files.length > 1 && pickers.showDirectoryPicker !== undefined) {
      return pickers.showDirectoryPicker({ ...PICKER, mode: 'readwrite' }).then((handle) => {
        const folder = new PickedFolder(handle);
        return files.map((file) => folder.place(file));
      });
    }
    return null;
  }
}
