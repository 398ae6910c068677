// One folder, one server: a file with the process id of whoever has the folder. One that a dead process left
// behind is taken over.

import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { systemClock } from './clock.ts';
import { errorCodeOf } from './error-code.ts';

const NAME = 'lock';

/**
 * Takes the folder. Returns what gives it back, or `null` when another server has it.
 *
 * @throws Node's own error when the folder cannot be written to.
 */
export function lockFolder(folder: string): (() => void) | null {
  const path = join(folder, NAME);
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (errorCodeOf(error) !== 'EEXIST') throw error;
    }
    if (isHeld(path)) return null;
    rmSync(path, { force: true });
  }
  return null;
}

function isHeld(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    // In a container a server gets the same number each time: then it is our predecessor's.
    if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false;
    // After a reboot the number may be anybody's.
    if (statSync(path).mtimeMs < systemClock.now() - uptime() * 1_000) return false;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Gone in this very moment, or its process is dead.
    if (errorCodeOf(error) === 'ENOENT' || errorCodeOf(error) === 'ESRCH') return false;
    // Somebody else's process is alive too.
    if (errorCodeOf(error) === 'EPERM') return true;
    throw error;
  }
}
