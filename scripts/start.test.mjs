// `npm start` in a small project of its own, with a stand-in for Vite that builds a server in no time.

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const FAKE_VITE = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync('builds', process.argv.slice(2, 4).join(' ') + '\\n');
console.log('output of the build');
if (process.env['FAIL']) process.exit(1);
mkdirSync('dist/server', { recursive: true });
writeFileSync('dist/server/main.js', "console.log('server runs')");
`;
const AN_HOUR_AGO = new Date(Date.now() - 3_600_000);
const BUILDS = 'build --logLevel\nbuild -c\nbuild --ssr\n';

let root;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'deskside-start-'));
  await place('package.json', '{"type":"module"}');
  await place('src/customer.ts', '');
  await utimes(join(root, 'src/customer.ts'), AN_HOUR_AGO, AN_HOUR_AGO);
  await utimes(join(root, 'src'), AN_HOUR_AGO, AN_HOUR_AGO);
  await place('node_modules/vite/bin/vite.js', FAKE_VITE);
  await mkdir(join(root, 'scripts'));
  for (const name of ['start.mjs', 'build-if-needed.mjs']) {
    await cp(join(import.meta.dirname, name), join(root, 'scripts', name));
  }
});

afterEach(() => rm(root, { recursive: true }));

async function place(path, content) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

function start(env = {}) {
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env.PATH, ...env }, cwd: tmpdir() };
    execFile(process.execPath, [join(root, 'scripts/start.mjs')], options, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

const builds = () => readFile(join(root, 'builds'), 'utf8').catch(() => '');

describe('npm start', { timeout: 20_000 }, () => {
  it('builds on a fresh clone, keeps stdout for the server, and starts it', async () => {
    const { code, stdout, stderr } = await start();
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'server runs\n' });
    expect(stderr).toContain('output of the build');
    expect(await builds()).toBe(BUILDS);
  });

  it('does not build again what has not changed', async () => {
    await start();
    const { stdout } = await start();
    expect(stdout).toBe('server runs\n');
    expect(await builds()).toBe(BUILDS);
  });

  it.each([
    ['changed', 'src/customer.ts'],
    ['added', 'server/new.ts'],
  ])('builds again when a source was %s', async (_how, path) => {
    await start();
    await place(path, 'changed');
    await start();
    expect(await builds()).toBe(BUILDS + BUILDS);
  });

  it('starts what is built where Vite is not installed', async () => {
    await start();
    await rm(join(root, 'node_modules'), { recursive: true });
    await place('src/customer.ts', 'changed');
    expect(await start()).toMatchObject({ code: 0, stdout: 'server runs\n', stderr: '' });
  });

  it('says what to do where nothing is built and Vite is not installed', async () => {
    await rm(join(root, 'node_modules'), { recursive: true });
    const { code, stderr } = await start();
    expect(code).toBe(1);
    expect(stderr).toContain('Run "npm ci", then "npm start".');
  });

  it('does not start what could not be built, and tries again the next time', async () => {
    const { code, stdout, stderr } = await start({ FAIL: '1' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('could not be built');
    expect((await start()).stdout).toBe('server runs\n');
  });
});
