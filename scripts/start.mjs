// `npm start`: builds where that is needed, then becomes the server. Knows no configuration: that is the server's.

import { pathToFileURL } from 'node:url';
import { buildIfNeeded, SERVER } from './build-if-needed.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Deskside needs Node 20.19 or later; this is ${process.version}.`);
}
try {
  await buildIfNeeded();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
await import(pathToFileURL(SERVER).href);

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
