// `npm run technician`: builds where that is needed, then becomes the program that changes the file of technicians.

import { pathToFileURL } from 'node:url';
import { buildIfNeeded, TECHNICIAN_PROGRAM } from './build-if-needed.mjs';

try {
  await buildIfNeeded();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
await import(pathToFileURL(TECHNICIAN_PROGRAM).href);
