// Builds the pages and the server where they are missing or out of date. Used by whatever runs them.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');
/** The built server's program. */
export const SERVER = join(ROOT, 'dist/server/main.js');
/** The built program that changes the file of technicians. */
export const TECHNICIAN_PROGRAM = join(ROOT, 'dist/server/technician-main.js');
/** Its time says when the last complete build began. */
const STAMP = join(ROOT, 'dist/.built');
const SOURCES = [
  'src',
  'server',
  'public',
  'index.html',
  'technician.html',
  'vite.config.ts',
  'vite.embed.config.ts',
  'package-lock.json',
];

/** Builds if needed. Rejects with an error whose message tells a person what to do. */
export async function buildIfNeeded() {
  if (existsSync(VITE) && !isBuilt()) await build();
  if (!existsSync(SERVER)) {
    throw new Error(
      'Deskside is not built, and Vite, which builds it, is not installed. Run "npm ci", then "npm start".',
    );
  }
}

function isBuilt() {
  if (!existsSync(STAMP) || !existsSync(SERVER)) return false;
  const builtAtMs = statSync(STAMP).mtimeMs;
  return SOURCES.every((name) => changedAtMs(join(ROOT, name)) < builtAtMs);
}

/** When anything below `path` was last changed, added or taken away. */
function changedAtMs(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changedAtMs(join(path, name))));
}

async function build() {
  const startedAt = new Date();
  process.stderr.write('Building Deskside…\n');
  await runVite('build', '--logLevel', 'warn');
  await runVite('build', '-c', 'vite.embed.config.ts', '--logLevel', 'warn');
  await runVite('build', '--ssr', '--logLevel', 'warn');
  writeFileSync(STAMP, '');
  utimesSync(STAMP, startedAt, startedAt);
}

/** Vite's output goes to stderr: stdout is for the two lines with the addresses. */
async function runVite(...args) {
  const child = spawn(process.execPath, [VITE, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  const onSignal = (signal) => child.kill(signal);
  process.once('SIGTERM', onSignal).once('SIGINT', onSignal);
  const code = await new Promise((resolve) => child.on('close', resolve));
  process.off('SIGTERM', onSignal).off('SIGINT', onSignal);
  if (code !== 0) throw new Error('Deskside could not be built; the reason is above.');
}
