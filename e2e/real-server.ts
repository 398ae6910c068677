// The real server as a process of its own, as an administrator starts it.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface RealServer {
  readonly customerUrl: string;
  readonly technicianUrl: string;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as an administrator would; resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built server on a free port. */
export async function startRealServer(env: Record<string, string> = {}): Promise<RealServer> {
  const child: ChildProcess = spawn(process.execPath, ['dist/server/main.js'], {
    env: {
      ...process.env,
      PORT: '0',
      DESKSIDE_TECHNICIAN_NAME: 'Ana Souza',
      DESKSIDE_ORGANISATION: 'ACME Support',
      DESKSIDE_LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const urls = await readUrls(child);
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal);
    await exited;
    return child.exitCode;
  };
  return {
    ...urls,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

async function readUrls(child: ChildProcess): Promise<{ customerUrl: string; technicianUrl: string }> {
  if (child.stdout === null) throw new Error('the server has no standard output');
  let customerUrl: string | undefined;
  for await (const line of createInterface(child.stdout)) {
    const [, page, url] = /^(Customer page|Technician console): (\S+)$/.exec(line) ?? [];
    if (page === 'Customer page') customerUrl = url;
    if (page === 'Technician console' && customerUrl !== undefined && url !== undefined) {
      // Whatever else it prints must not block it.
      child.stdout.resume();
      return { customerUrl, technicianUrl: url };
    }
  }
  throw new Error('the server ended before it was ready');
}
