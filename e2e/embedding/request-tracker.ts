// Debian's Request Tracker as a real helpdesk: its own server, with a database, pages and users that last as long as a
// story.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SHARE = '/usr/share/request-tracker5';
const SETUP = '/usr/sbin/rt-setup-database-5';
const SERVER = `${SHARE}/libexec/rt-server`;
const HOW_TO_GET_IT =
  'Request Tracker is not installed. On Debian: "sudo apt install request-tracker5 rt5-db-sqlite".';
const READY_MS = 60_000;

export interface Person {
  readonly name: string;
  readonly password: string;
}

export interface RequestTracker {
  readonly url: string;
  stop(): Promise<void>;
}

/** What a helpdesk starts with. */
export interface RequestTrackerOptions {
  readonly port: number;
  /** Stands at the foot of every page: a Mason component, as in docs/embedding.md. */
  readonly footer: string;
  /** Somebody who asks for help there, and has one open ticket, number 1. */
  readonly person: Person;
  readonly subject: string;
}

export async function startRequestTracker(options: RequestTrackerOptions): Promise<RequestTracker> {
  if (!existsSync(SERVER)) throw new Error(HOW_TO_GET_IT);
  const folder = await mkdtemp(join(tmpdir(), 'deskside-rt-'));
  const { port, footer } = options;
  const callback = join(folder, 'html/Callbacks/Deskside/Elements/Footer');
  for (const path of [callback, join(folder, 'conf.d'), join(folder, 'mason'), join(folder, 'sessions')]) {
    await mkdir(path, { recursive: true });
  }
  await writeFile(join(callback, 'Default'), footer);
  await writeFile(join(folder, 'RT_SiteConfig.pm'), configuration(folder, port));
  await writeFile(join(folder, 'ticket.pl'), newTicket(options));
  const env = {
    ...process.env,
    RT_SITE_CONFIG: join(folder, 'RT_SiteConfig.pm'),
    RT_SITE_CONFIG_DIR: join(folder, 'conf.d'),
  };
  await run(SETUP, ['--action', 'init', '--force'], env);
  await run('perl', [join(folder, 'ticket.pl')], env);
  // It forks, so that it is ended as a group.
  const server = spawn(SERVER, ['--host', '127.0.0.1', '--port', String(port)], {
    env,
    detached: true,
    stdio: 'ignore',
  });
  const exited = once(server, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await answers(url, server);
  return {
    url,
    async stop() {
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, port: number): string {
  return `
Set($rtname, 'help');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($WebPath, '');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '${folder}/database');
Set($MailCommand, 'testfile');
Set($LogToSyslog, undef);
Set($LogToFile, undef);
$RT::MasonLocalComponentRoot = '${folder}/html';
$RT::MasonDataDir = '${folder}/mason';
$RT::MasonSessionDir = '${folder}/sessions';
1;
`;
}

function newTicket({ person: { name, password }, subject }: RequestTrackerOptions): string {
  return `
use lib '${SHARE}/lib';
use RT -init;
my $system = RT->SystemUser;
my ($id, $message) = RT::User->new($system)->Create(
  Name => '${name}', Password => '${password}', EmailAddress => '${name}@example.com', Privileged => 0);
die $message unless $id;
RT->System->RoleGroup('Requestor')->PrincipalObj->GrantRight(Right => 'ShowTicket', Object => RT->System);
my ($ticket) = RT::Ticket->new($system)->Create(
  Queue => 'General', Subject => '${subject}', Requestor => '${name}@example.com');
die 'no ticket' unless $ticket;
`;
}

async function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ended with ${code}:\n${Buffer.concat(output)}`);
}

/** A port that is free at this moment, for what cannot choose one itself. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Resolves once it serves its first page, for which it compiles a good deal. */
async function answers(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (server.exitCode === null && Date.now() < deadline) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('Request Tracker did not start');
}
