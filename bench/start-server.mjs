// The built server on a free port, for benchmarks.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { SERVER } from '../scripts/build-if-needed.mjs';

/** Resolves with both pages' addresses and a way to stop it. */
export async function startServer() {
  const child = spawn(process.execPath, [SERVER], {
    env: {
      ...process.env,
      PORT: '0',
      DESKSIDE_TECHNICIAN_NAME: 'Ana Souza',
      DESKSIDE_LOG_LEVEL: 'error',
      DESKSIDE_STATE_DIR: 'none',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const urls = [];
  for await (const line of createInterface(child.stdout)) {
    urls.push(line.slice(line.indexOf(': ') + 2));
    if (urls.length === 2) break;
  }
  const [customerUrl, technicianUrl] = urls;
  return {
    customerUrl,
    technicianUrl,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
