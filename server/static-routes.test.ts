import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadStaticFiles, type StaticFiles } from './static-files.ts';
import { testApp } from './testing/test-app.ts';

const PAGE = `<!doctype html><title>Customer</title>${'<p>Some words that compress well.</p>'.repeat(50)}`;
const SCRIPT = `export const words = ${JSON.stringify('word '.repeat(200))};`;
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);

let folder: string;
let files: StaticFiles | null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskside-pages-'));
  await mkdir(join(folder, 'client/assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'not a page');
  await writeFile(join(folder, 'client/index.html'), PAGE);
  await writeFile(join(folder, 'client/technician.html'), '<!doctype html>');
  await writeFile(join(folder, 'client/assets/index-a1b2c3d4.js'), SCRIPT);
  await writeFile(join(folder, 'client/icon.svg'), '<svg/>');
  await writeFile(join(folder, 'client/icon.png'), PNG);
  await writeFile(join(folder, 'client/odd.xyz'), '?');
  files = await loadStaticFiles(join(folder, 'client'));
});

afterAll(() => rm(folder, { recursive: true }));

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  testApp({ files }).request(path, { method, headers });

describe('a page', () => {
  it.each(['/', '/index.html'])('is served at %s, and asked about each time', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-length')).toBe(String(PAGE.length));
    expect(await response.text()).toBe(PAGE);
  });

  it('is served with a query, as some mail programs add one', async () => {
    expect((await get('/?utm_source=mail')).status).toBe(200);
  });

  it.each([
    ['br', (bytes: Uint8Array) => brotliDecompressSync(bytes)],
    ['gzip', (bytes: Uint8Array) => gunzipSync(bytes)],
  ])('is compressed with %s for a browser that asks for it', async (encoding, decompress) => {
    const response = await get('/', { 'accept-encoding': encoding });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(bytes.length).toBeLessThan(PAGE.length);
    expect(decompress(bytes).toString()).toBe(PAGE);
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['BR', 'br'],
    ['identity', null],
    ['br;q=0.0, gzip;q=0', null],
  ])('for "Accept-Encoding: %s" is encoded as %s', async (accepted, encoding) => {
    const { headers } = await get('/', { 'accept-encoding': accepted });
    expect(headers.get('content-encoding')).toBe(encoding);
  });

  it('that the browser has already is not sent again', async () => {
    const first = await get('/', { 'accept-encoding': 'br' });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}-br"$/);
    for (const known of [etag, `"other", ${etag}`, `W/${etag}`]) {
      const again = await get('/', { 'accept-encoding': 'br', 'if-none-match': known });
      expect(again.status).toBe(304);
      expect(again.headers.get('etag')).toBe(etag);
      expect(await again.text()).toBe('');
    }
    expect((await get('/', { 'if-none-match': etag })).status).toBe(200);
  });

  it('answers HEAD with the same headers and nothing else', async () => {
    const response = await get('/', {}, 'HEAD');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(PAGE.length));
    expect(await response.text()).toBe('');
  });

  it('is not there for POST', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(404);
  });
});

describe('other files', () => {
  it('with a hash in their names are kept for a year', async () => {
    const response = await get('/assets/index-a1b2c3d4.js');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    ['/icon.svg', 'image/svg+xml; charset=utf-8'],
    ['/icon.png', 'image/png'],
    ['/odd.xyz', 'application/octet-stream'],
  ])('such as %s have the type %s', async (path, type) => {
    expect((await get(path)).headers.get('content-type')).toBe(type);
  });

  it('are not compressed where that makes them no smaller', async () => {
    const { headers } = await get('/icon.png', { 'accept-encoding': 'br, gzip' });
    expect(headers.get('content-encoding')).toBeNull();
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '//secret.txt',
    '/assets/',
    '/__proto__',
  ])('are not found by way of %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('not a page');
  });
});

describe('a folder that does not exist', () => {
  it('is null', async () => {
    expect(await loadStaticFiles(join(folder, 'nowhere'))).toBeNull();
  });
});
