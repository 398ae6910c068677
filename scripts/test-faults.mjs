// `npm run test:faults`: the fault matrix, in network, process and mount namespaces of its own, so that it touches
// nothing of this machine and leaves nothing behind. Says what is missing, and fails then: a row that did not run
// has not passed. What is written after `--` goes to Playwright.

import { spawn, spawnSync } from 'node:child_process';
import { findChromium, HOW_TO_GET_CHROMIUM } from './chromium.mjs';
import { findProgram } from './find-program.mjs';

const NEEDED = ['ip', 'tc', 'iptables', 'unshare', 'mount', 'sysctl', 'ethtool'];
const CONFIG = ['-c', 'playwright.faults.config.ts'];

if (findChromium() === null) fail(HOW_TO_GET_CHROMIUM);
const missing = NEEDED.filter((name) => findProgram([name]) === null);
if (missing.length > 0) {
  fail(
    `Not found: ${missing.join(', ')}. On Debian or Ubuntu:\n` +
      '"sudo apt install iproute2 iptables procps util-linux ethtool". The fault matrix runs on Linux only.',
  );
}

// Names of network namespaces are files below /run, which is therefore an empty one. The shell stays, as the first
// process: it takes away what was killed, or a browser would believe that its profile is still in use.
const INSIDE = 'mount -t tmpfs none /run && mkdir /run/netns && "$@"; exit $?';
const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user'];
const unshare = [...asRoot, '--net', '--mount', '--pid', '--fork', '--mount-proc', '--kill-child'];
const inside = (...command) => [...unshare, '--', 'sh', '-c', INSIDE, 'sh', ...command];

const trial = spawnSync('unshare', inside('sh', '-c', 'ip netns add trial && iptables -L -n'), {
  encoding: 'utf8',
});
if (trial.status !== 0) {
  fail(
    'This machine does not let the fault matrix have a network of its own. Run it as root, with CAP_NET_ADMIN and ' +
      `CAP_SYS_ADMIN.\n${trial.stderr}`,
  );
}

const playwright = [process.execPath, 'node_modules/@playwright/test/cli.js', 'test', ...CONFIG];
const child = spawn('unshare', inside(...playwright, ...process.argv.slice(2)), { stdio: 'inherit' });
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => child.kill(name));
child.on('close', (code) => process.exit(code ?? 1));

function fail(why) {
  process.stderr.write(`${why}\nNot run: the fault matrix.\n`);
  process.exit(1);
}
