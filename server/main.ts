// The program: configuration in, two lines out, and a clean end on SIGTERM. Everything else is in start-server.ts.

import { readFileSync } from 'node:fs';
import { readConfig, type ServerConfig } from './config.ts';
import { errorCodeOf } from './error-code.ts';
import { createLog, type Log } from './log.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { CertificateError } from './tls-certificate.ts';

async function main(): Promise<void> {
  const result = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  if (!result.ok) {
    fail([
      'Deskside cannot start: its configuration is wrong.',
      ...result.problems.map((line) => `- ${line}`),
    ]);
    return;
  }
  const { config } = result;
  const log = createLog(config.logLevel);
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error) => {
      log.fatal({ err: error }, 'unexpected error: the process ends');
      process.exit(1);
    });
  }
  const server = await start(config, log);
  if (!server) return;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
  process.stdout.write(
    `Customer page: ${server.customerPageUrl}\nTechnician console: ${server.consoleUrl}\n`,
  );
}

async function start(config: ServerConfig, log: Log): Promise<RunningServer | null> {
  try {
    return await startServer(config, { log });
  } catch (error) {
    if (error instanceof CertificateError) fail([`Deskside cannot start: ${error.message}`]);
    else fail([`Deskside cannot listen on ${config.host}, port ${config.port}: ${listenProblem(error)}`]);
    return null;
  }
}

function listenProblem(error: unknown): string {
  switch (errorCodeOf(error)) {
    case 'EADDRINUSE':
      return 'the port is in use. Stop the other program, or set PORT to another port (0 takes a free one).';
    case 'EACCES':
      return 'not allowed. Ports below 1024 usually need privileges: set PORT to a higher one.';
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'this machine has no such address. Set HOST to localhost, 0.0.0.0 or one of its addresses.';
    default:
      return String(error);
  }
}

function fail(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

await main();
