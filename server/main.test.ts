// The program itself, built and run as people run it.

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** Below node_modules, so that the program finds its packages. */
const OUT_DIR = join(ROOT, 'node_modules/.cache/deskside-main-test');

const children: ChildProcess[] = [];

beforeAll(async () => {
  await build({
    root: ROOT,
    logLevel: 'silent',
    build: { ssr: 'server/main.ts', outDir: OUT_DIR, copyPublicDir: false },
  });
}, 30_000);

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

function run(environment: Record<string, string>) {
  const env = { PATH: process.env.PATH ?? '', ...environment };
  const child = spawn(process.execPath, [join(OUT_DIR, 'main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const output = { stdout: '', stderr: '' };
  let onOutput = () => {};
  child.stdout.on('data', (data) => {
    output.stdout += data;
    onOutput();
  });
  child.stderr.on('data', (data) => {
    output.stderr += data;
  });
  return {
    child,
    output,
    /** Settles when both lines are there. */
    ready: new Promise<void>((resolve) => {
      onOutput = () => {
        if (output.stdout.split('\n').length > 2) resolve();
      };
    }),
    exit: new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code))),
  };
}

describe('the program', { timeout: 20_000 }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints two lines, works, and ends cleanly on %s',
    async (signal) => {
      const { child, output, ready, exit } = run({ PORT: '0' });
      await ready;
      expect(output.stdout).toMatch(
        /^Customer page: http:\/\/localhost:\d+\/\nTechnician console: http:\/\/localhost:\d+\/technician\.html#[\w-]{43}\n$/,
      );
      const [, url = '', token = ''] = /console: (.*)\/technician\.html#(.*)\n/.exec(output.stdout) ?? [];
      const signedIn = await fetch(`${url}/api/sign-in`, { method: 'POST', body: JSON.stringify({ token }) });
      expect(signedIn.status).toBe(200);
      child.kill(signal);
      expect(await exit).toBe(0);
      // The log is JSON lines, and knows no token.
      for (const line of output.stderr.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg');
      expect(output.stderr).not.toContain(token);
    },
  );

  it('with a wrong configuration says everything that is wrong, and exits with 1', async () => {
    const { output, exit } = run({ PORT: 'eighty', DESKSIDE_LOG_LEVEL: 'loud' });
    expect(await exit).toBe(1);
    expect(output.stdout).toBe('');
    expect(output.stderr).toContain('PORT is "eighty". Allowed: a number from 0 to 65535');
    expect(output.stderr).toContain('DESKSIDE_LOG_LEVEL is "loud"');
  });

  it('on a port that is in use says so, and exits with 1', async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, 'localhost', () => resolve(Object(holder.address()).port));
    });
    const { output, exit } = run({ PORT: String(port), DESKSIDE_LOG_LEVEL: 'silent' });
    expect(await exit).toBe(1);
    holder.close();
    expect(output.stderr).toBe(
      `Deskside cannot listen on localhost, port ${port}: the port is in use. ` +
        'Stop the other program, or set PORT to another port (0 takes a free one).\n',
    );
  });
});
