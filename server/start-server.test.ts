import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from './start-server.ts';
import { silentLog } from './testing/silent-log.ts';
import { TEST_TOKEN, testConfig } from './testing/test-config.ts';

const running: RunningServer[] = [];

afterEach(() => Promise.all(running.splice(0).map((server) => server.close())));

async function start(config: Parameters<typeof testConfig>[0] = {}, pagesFolder = '/nowhere') {
  const server = await startServer(testConfig(config), { log: silentLog, pagesFolder });
  running.push(server);
  return server;
}

describe('a server', () => {
  it('takes a free port and says where its pages are', async () => {
    const server = await start();
    expect(server.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(server.customerPageUrl).toBe(`${server.url}/`);
    expect(server.consoleUrl).toBe(`${server.url}/technician.html#${TEST_TOKEN}`);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('names its public URL where it has one', async () => {
    const server = await start({ publicUrl: 'https://support.example.com' });
    expect(server.customerPageUrl).toBe('https://support.example.com/');
    expect(server.consoleUrl).toBe(`https://support.example.com/technician.html#${TEST_TOKEN}`);
  });

  it('serves the pages over HTTP, and their headers alone for HEAD', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'deskside-pages-'));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'index.html'), '<!doctype html>');
    const server = await start({}, folder);
    await rm(folder, { recursive: true });
    expect(await (await fetch(server.url)).text()).toBe('<!doctype html>');
    const head = await fetch(server.url, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe('15');
    expect(await head.text()).toBe('');
  });

  it('does not start on a port that is in use, and the one that holds it goes on', async () => {
    const server = await start();
    const port = Number(new URL(server.url).port);
    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('goes down although a browser keeps a connection open', async () => {
    const server = await start();
    await fetch(`${server.url}/healthz`);
    await Promise.all([server.close(), server.close()]);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it('answers a request that is no HTTP, or too long, and goes on', async () => {
    const server = await start();
    const { port } = new URL(server.url);
    const status = await new Promise((resolve, reject) => {
      const headers = { 'x-long': 'x'.repeat(64 * 1024) };
      httpRequest({ host: '127.0.0.1', port, headers }, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(431);
    expect((await fetch(`${server.url}/%`)).status).toBe(404);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});
