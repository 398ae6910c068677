// The program: what it prints, and how it ends.

import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program } from './testing/program.ts';

let program: Program;

beforeAll(async () => {
  program = await Program.build('deskside-main-test');
}, 30_000);

afterAll(() => program.killAll());

describe('the program', { timeout: 20_000 }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints two lines, works, and ends cleanly on %s',
    async (signal) => {
      const { child, output, ready, exit } = program.run({ PORT: '0' });
      const { url, token } = await ready;
      expect(output.stdout).toMatch(
        /^Customer page: http:\/\/localhost:\d+\/\nTechnician console: http:\/\/localhost:\d+\/technician\.html#[\w-]{43}\n$/,
      );
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
    const { output, exit } = program.run({ PORT: 'eighty', DESKSIDE_LOG_LEVEL: 'loud' });
    expect(await exit).toBe(1);
    expect(output.stdout).toBe('');
    expect(output.stderr).toContain('PORT is "eighty". Allowed: a number from 0 to 65535');
    expect(output.stderr).toContain('DESKSIDE_LOG_LEVEL is "loud"');
  });

  it('with a certificate that is not there says so, and exits with 1', async () => {
    const files = { DESKSIDE_TLS_CERT_FILE: '/nowhere/cert.pem', DESKSIDE_TLS_KEY_FILE: '/nowhere/key.pem' };
    const { output, exit } = program.run({ PORT: '0', DESKSIDE_LOG_LEVEL: 'silent', ...files });
    expect(await exit).toBe(1);
    expect(output.stderr).toBe(
      'Deskside cannot start: DESKSIDE_TLS_CERT_FILE is "/nowhere/cert.pem", which cannot be read: ENOENT.\n',
    );
  });

  it('on a port that is in use says so, and exits with 1', async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, 'localhost', () => resolve(Object(holder.address()).port));
    });
    const { output, exit } = program.run({ PORT: String(port), DESKSIDE_LOG_LEVEL: 'silent' });
    expect(await exit).toBe(1);
    holder.close();
    expect(output.stderr).toBe(
      `Deskside cannot listen on localhost, port ${port}: the port is in use. ` +
        'Stop the other program, or set PORT to another port (0 takes a free one).\n',
    );
  });
});
