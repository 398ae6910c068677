// `npm run dev`: Vite serves the pages from their sources and passes /api and /signal on to our own server, which
// is built anew and restarted whenever its sources change. Sessions do not outlive a restart.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer as createNetServer } from 'node:net';
import { join } from 'node:path';
import { build, createServer } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const OUT_DIR = join(ROOT, 'dist/dev-server');

process.chdir(ROOT);
const apiPort = process.env.DESKSIDE_DEV_API_PORT ?? String(await freePort());
// Read by vite.config.ts.
process.env.DESKSIDE_DEV_API_PORT = apiPort;

const pages = await createServer();
await pages.listen();
// Vite's address is the one that people use, so it is the one that our server prints and expects as an origin.
const publicUrl = new URL(pages.resolvedUrls?.local[0] ?? 'http://localhost:5173/').origin;

// One token for all restarts, so that the console's address stays the same.
const consoleToken = randomBytes(32).toString('base64url');

let server = null;
const watcher = await build({
  logLevel: 'warn',
  build: { ssr: 'server/main.ts', outDir: OUT_DIR, copyPublicDir: false, watch: {} },
});
watcher.on('event', (event) => {
  if (event.code === 'BUNDLE_END') restart();
  if (event.code === 'ERROR') process.stderr.write(`${event.error}\n`);
});

for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop);

function restart() {
  const previous = server;
  const start = () => {
    server = spawn(process.execPath, [join(OUT_DIR, 'main.js')], {
      env: {
        DESKSIDE_PUBLIC_URL: publicUrl,
        DESKSIDE_CONSOLE_TOKEN: consoleToken,
        ...process.env,
        PORT: apiPort,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  };
  if (previous === null || previous.exitCode !== null) start();
  else {
    previous.once('exit', start);
    previous.kill('SIGTERM');
  }
}

async function stop() {
  server?.kill('SIGTERM');
  await Promise.allSettled([watcher.close(), pages.close()]);
  process.exit(0);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createNetServer();
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
