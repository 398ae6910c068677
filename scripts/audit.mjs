// `npm run audit`: asks the registry for known weaknesses in what the server and the pages are made of. Not every
// registry answers that; then nothing was found out, which is said and is no failure.

import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/**
 * What `npm audit --json` has said.
 *
 * @param {string} output
 */
export function readAudit(output) {
  let report;
  try {
    report = Object(JSON.parse(output));
  } catch {
    return { kind: 'not-run', reason: 'npm gave no report' };
  }
  const total = report.metadata?.vulnerabilities?.total;
  if (typeof total !== 'number') {
    return {
      kind: 'not-run',
      reason: String(report.message || report.error?.summary || 'npm gave no report'),
    };
  }
  return total === 0
    ? { kind: 'clean' }
    : { kind: 'weak', packages: Object.keys(Object(report.vulnerabilities)) };
}

function main() {
  const options = { encoding: 'utf8', shell: process.platform === 'win32' };
  const result = readAudit(spawnSync('npm', ['audit', '--omit=dev', '--json'], options).stdout ?? '');
  switch (result.kind) {
    case 'clean':
      process.stdout.write('audit: no known weaknesses\n');
      return;
    case 'not-run':
      process.stdout.write(`audit: NOT RUN, the registry does not answer: ${result.reason}\n`);
      return;
    case 'weak':
      process.stderr.write(
        `audit: known weaknesses in ${result.packages.join(', ')}. See "npm audit --omit=dev".\n`,
      );
      process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
