// docs/security.md says which answer carries which header; this asks a running server for each kind of answer.

import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from './start-server.ts';
import { silentLog } from './testing/silent-log.ts';
import { testApp } from './testing/test-app.ts';
import { TEST_TOKEN, testConfig } from './testing/test-config.ts';

/** Every kind of answer: what it is called in the table, how to get it, and its status. */
const ANSWERS = [
  ["customer's page", 'GET /', 200],
  ["customer's page", 'GET /index.html', 200],
  ["customer's page", 'HEAD /', 200],
  ['console', 'GET /technician.html', 200],
  ['assets', 'GET /assets/index-a1b2c3d4.js', 200],
  ['other files', 'GET /icon.svg', 200],
  ['embed.js', 'GET /embed.js', 200],
  ['API', 'POST /api/sign-in', 200],
  ['API', 'GET /healthz', 200],
  ['sign-out', 'POST /api/sign-out', 204],
  ['errors', 'GET /api/technician', 401],
  ['errors', 'GET /api/nothing', 404],
  ['errors', 'GET /nothing', 404],
  ['errors', 'POST /nothing', 404],
  ['errors', 'GET /metrics', 401],
  ['errors', 'GET /%', 404],
] as const;

type Place = (typeof ANSWERS)[number][0];

/** Headers that say what is in an answer, or how it travels. */
const OTHER_HEADERS = [
  'connection',
  'content-length',
  'content-type',
  'date',
  'etag',
  'keep-alive',
  'set-cookie',
  'transfer-encoding',
  'vary',
  'www-authenticate',
];

const [, documented = ''] = readFileSync(join(import.meta.dirname, '../docs/security.md'), 'utf8').split(
  '\n## Headers\n',
);
const rows = Array.from(
  documented.matchAll(/^\| `([\w-]+)` +\| ([^|]+?) +\| (?:`([^|]+)`|(below))? +\|/gm),
  ([, name = '', where = '', value, isBelow]) => ({ name, where, value: isBelow ? listed(name) : value }),
);

/** A long value, from the block below the table. */
function listed(name: string): string {
  const [, value = ''] = new RegExp(`\`\`\`http\n${name}:\n(.+?)\n\`\`\``, 's').exec(documented) ?? [];
  return value.trim().replaceAll(/\s+/g, ' ');
}

/** Whether a row of the table speaks of this kind of answer. */
function holds(where: string, place: Place): boolean {
  if (where.startsWith('everywhere')) return where !== `everywhere but ${place}`;
  return where.split(', ').includes(place);
}

/** What the table says that an answer carries. */
function expectedAt(place: Place): Record<string, string> {
  const there = rows.filter(({ where }) => holds(where, place));
  return Object.fromEntries(there.map(({ name, value }) => [name.toLowerCase(), value ?? '']));
}

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskside-pages-'));
  await mkdir(join(folder, 'assets'));
  for (const name of ['index.html', 'technician.html', 'assets/index-a1b2c3d4.js', 'icon.svg', 'embed.js']) {
    await writeFile(join(folder, name), name);
  }
  const config = testConfig({
    publicUrl: 'https://support.example.com',
    metricsToken: 'a-token-for-metrics',
  });
  server = await startServer(config, { log: silentLog, pagesFolder: folder });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function ask(request: string): Promise<{ status: number | undefined; headers: IncomingHttpHeaders }> {
  const [method = '', path = ''] = request.split(' ');
  return new Promise((resolve, reject) => {
    const headers = { host: 'support.example.com' };
    httpRequest(`${server.url}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, headers: response.headers });
    })
      .on('error', reject)
      .end(path === '/api/sign-in' ? JSON.stringify({ token: TEST_TOKEN }) : '');
  });
}

describe('the headers in docs/security.md', () => {
  it('are understood by this test', () => {
    const places = new Set<string>(ANSWERS.map(([place]) => place));
    expect(rows.length).toBeGreaterThan(25);
    for (const { name, where, value } of rows) {
      const named = where.replace(/^everywhere but /, '').split(', ');
      const strange = named.filter(
        (place) => !places.has(place) && !['everywhere', 'nowhere'].includes(place),
      );
      expect(strange, name).toEqual([]);
      expect(value !== undefined && value !== '', name).toBe(where !== 'nowhere');
    }
  });

  it.each(ANSWERS)('are those of %s, %s', async (place, request, status) => {
    const answer = await ask(request);
    expect(answer.status).toBe(status);
    const carried = Object.entries(answer.headers).filter(([name]) => !OTHER_HEADERS.includes(name));
    expect(Object.fromEntries(carried)).toEqual(expectedAt(place));
  });
});

describe('a server that is not reached by https', () => {
  it('does not say that it was', async () => {
    const { headers } = await testApp().request('/', { headers: { host: 'localhost:8080' } });
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("connect-src 'self' ws://localhost:8080;");
  });
});

describe('the signalling address', () => {
  it('never repeats a host that makes no sense', async () => {
    const { headers } = await testApp().request('/', { headers: { host: "x; script-src 'unsafe-inline'" } });
    expect(headers.get('content-security-policy')).toContain("connect-src 'self';");
  });
});
