// `npm test`: checks, units, then elements and stories in a real Chromium. Without one it runs what it can,
// says how to get one, and fails: a test that did not run has not passed.

import { spawn } from 'node:child_process';
import { findChromium, HOW_TO_GET_CHROMIUM } from './chromium.mjs';

const withoutBrowser = ['check', 'test:unit'];
const withBrowser = ['test:components', 'test:e2e'];

for (const script of withoutBrowser) await run(script);
if (findChromium() === null) {
  process.stderr.write(`\n${HOW_TO_GET_CHROMIUM}\nNot run: ${withBrowser.join(', ')}.\n`);
  process.exit(1);
}
for (const script of withBrowser) await run(script);

/** Runs one npm script; ends with its exit code when it fails. */
async function run(script) {
  process.stdout.write(`\n— npm run ${script}\n`);
  const child = spawn('npm', ['run', '--silent', script], { stdio: 'inherit' });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) {
    process.stderr.write(`\nnpm run ${script} failed.\n`);
    process.exit(code ?? 1);
  }
}
