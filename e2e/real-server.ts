// The real server as a process of its own, as an administrator starts it.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface RealServer {
  readonly customerUrl: string;
  readonly technicianUrl: string;
  /** What it has logged, where that is kept. */
  readonly log: readonly string[];
  signal(name: NodeJS.Signals): void;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as an administrator would; resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** How to start it otherwise than usual. */
export interface RealServerOptions {
  readonly cwd?: string;
  /** Keeps the log instead of showing it. */
  readonly keepsLog?: boolean;
}

/** Starts the built server on a free port. */
export async function startRealServer(
  env: Record<string, string> = {},
  { cwd = process.cwd(), keepsLog = false }: RealServerOptions = {},
): Promise<RealServer> {
  const log: string[] = [];
  const child: ChildProcess = spawn(process.execPath, [resolve('dist/server/main.js')], {
    cwd,
    env: {
      ...process.env,
      PORT: '0',
      DESKSIDE_TECHNICIAN_NAME: 'Ana Souza',
      DESKSIDE_ORGANISATION: 'ACME Support',
      DESKSIDE_LOG_LEVEL: 'warn',
      // A folder is for one server, and these run side by side.
      DESKSIDE_STATE_DIR: 'none',
      ...env,
    },
    stdio: ['ignore', 'pipe', keepsLog ? 'pipe' : 'inherit'],
  });
  child.stderr?.on('data', (chunk: Buffer) => log.push(String(chunk)));
  const exited = once(child, 'exit');
  const urls = await readUrls(child);
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal);
    await exited;
    return child.exitCode;
  };
  return {
    ...urls,
    log,
    signal: (name) => void child.kill(name),
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
