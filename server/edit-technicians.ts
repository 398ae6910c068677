// Changes the file of technicians as a whole or not at all, while the server reads it and others may want to change it.

import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { errorCodeOf } from './error-code.ts';
import { decodeTechniciansFile, encodeTechniciansFile, type TechniciansFile } from './technicians-file.ts';

/** Why the file was not changed, for whoever wanted to change it. */
export class EditProblem extends Error {
  override readonly name = 'EditProblem';
}

/** What stands in the file; a file that is not there yet is empty. Throws an `EditProblem`. */
export function readTechnicians(path: string): TechniciansFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return { technicians: [] };
    throw new EditProblem(`${path} cannot be read: ${String(error)}`);
  }
  const result = decodeTechniciansFile(text);
  if (!result.ok) throw new EditProblem(`${path} is broken, so nothing was changed: ${result.reason}.`);
  return result.file;
}

/** Replaces what stands in the file by what `change` makes of it. Throws an `EditProblem`, or what `change` throws. */
export function editTechnicians(path: string, change: (file: TechniciansFile) => TechniciansFile): void {
  const target = targetOf(path);
  const draft = `${target}.new`;
  const file = openDraft(draft);
  try {
    try {
      const text = encodeTechniciansFile(change(readTechnicians(target)));
      // What the server would refuse must not get there.
      const result = decodeTechniciansFile(text);
      if (!result.ok) throw new EditProblem(`Nothing was changed: ${result.reason}.`);
      writeFileSync(file, text);
      // Or a power cut could leave the name on an empty file.
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    keepOwner(draft, target);
    renameSync(draft, target);
  } catch (error) {
    unlinkSync(draft);
    throw error;
  }
}

/** Only one at a time has the draft, so nobody overwrites what somebody else has just changed. */
function openDraft(draft: string): number {
  try {
    return openSync(draft, 'wx', 0o600);
  } catch (error) {
    const isThere = errorCodeOf(error) === 'EEXIST';
    throw new EditProblem(
      isThere
        ? `${draft} is there: somebody else is changing the file, or was cut off. If nobody is, delete it.`
        : `${draft} cannot be written: ${String(error)}`,
    );
  }
}

/** The file that a symbolic link leads to is the one that is replaced. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The server may run as another user than whoever changes the file, and must go on reading it. */
function keepOwner(draft: string, target: string): void {
  try {
    const { uid, gid, mode } = statSync(target);
    chmodSync(draft, mode & 0o777);
    chownSync(draft, uid, gid);
  } catch (error) {
    // A new file is its maker's; and only root gives files away.
    if (!['ENOENT', 'EPERM'].includes(String(errorCodeOf(error)))) throw error;
  }
}
