// Before the stories that need a desktop and Firefox: says what is missing, and fails then. A story that did not
// run has not passed.

import { findChromium, HOW_TO_GET_CHROMIUM } from './chromium.mjs';
import { findProgram } from './find-program.mjs';

const NEEDED = [['Xvfb'], ['openbox'], ['xterm'], ['xdotool'], ['firefox-esr', 'firefox']];

if (findChromium() === null) fail(HOW_TO_GET_CHROMIUM);
const missing = NEEDED.filter((names) => findProgram(names) === null).map(([name]) => name);
if (missing.length > 0) {
  fail(
    `Not found: ${missing.join(', ')}. On Debian or Ubuntu:\n` +
      '"sudo apt install xvfb openbox xterm xdotool firefox-esr". These stories run on Linux only.',
  );
}
function fail(why) {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}
