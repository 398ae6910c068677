// The support key: read out, typed in, mistyped, burned; and that the server never has its secret part.

import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startRealServer } from './real-server.ts';
import { CustomerPage, expect, startSession, TechnicianConsole, test } from './story.ts';

/** The key with its last digit changed by `by`. */
function mistyped(key: string, by = 1): string {
  return key.slice(0, -1) + String((Number(key.at(-1)) + by) % 10);
}

test('a key is typed as it was heard, and the technician is there', async ({
  server,
  technician,
  customer,
}) => {
  await technician.newSession();
  const key = await technician.supportKey();
  expect(key).toMatch(/^\d{3}-\d{3}-\d{3}$/);
  await customer.enterKey(server.customerUrl, key.replaceAll('-', ' '));
  await expect(customer.page.getByRole('heading', { name: 'Ana Souza wants to help you' })).toBeVisible();
  await customer.join({ shareScreen: true });
  await technician.expectToSee('known picture');
  await customer.say('by phone');
  await expect(technician.log).toContainText('by phone');
});

test('a key is copied, and pasted with the message around it', async ({ server, technician, customer }) => {
  const context = technician.page.context();
  await context.grantPermissions(['clipboard-write']);
  await technician.newSession();
  await technician.button('Copy key').click();
  await expect(technician.page.getByText('Copied')).toBeVisible();
  // No page of ours may read the clipboard, so it is pasted, as people do.
  const pasting = await context.newPage();
  await pasting.goto(server.customerUrl);
  const field = pasting.getByRole('textbox', { name: 'Support key' });
  await field.press('ControlOrMeta+V');
  const copied = await field.inputValue();
  expect(copied).toBe(await technician.supportKey());
  await pasting.close();
  await customer.page.goto(server.customerUrl);
  await customer.page.getByRole('textbox', { name: 'Support key' }).fill(`Your key: ${copied}.`);
  await customer.button('Continue').click();
  await customer.join({ shareScreen: false });
  await expect(technician.status.filter({ hasText: 'Connected' })).toBeVisible();
});

test('three wrong keys burn the key; the console shows the new one, which works', async ({
  server,
  technician,
  customer,
}) => {
  await technician.newSession();
  const key = await technician.supportKey();
  const field = customer.page.getByRole('textbox', { name: 'Support key' });
  for (const by of [1, 2, 3]) {
    const wrong = mistyped(key, by);
    if (by === 1) await customer.enterKey(server.customerUrl, wrong);
    else await field.fill(wrong);
    if (by > 1) await customer.button('Continue').click();
    await customer.button('Join without sharing').click();
    // The field comes back with what was typed: one try for each time that it is entered.
    await expect(customer.page.getByText('key-wrong')).toBeVisible();
    await expect(field).toHaveValue(wrong);
    await expect(customer.button('Join without sharing')).toBeHidden();
    await expect(technician.page.getByText('key-wrong')).toBeVisible();
  }
  await expect(technician.page.getByText('The key was replaced after three wrong tries.')).toBeVisible();
  const next = await technician.supportKey(key);
  await expect(technician.page.getByText(key)).toBeHidden();

  await field.fill(key);
  await customer.button('Continue').click();
  await expect(customer.page.getByText('key-unknown')).toBeVisible();

  await field.fill(next);
  await customer.button('Continue').click();
  await customer.join({ shareScreen: false });
  await technician.say('now it works');
  await expect(customer.log).toContainText('now it works');
});

test('the link works beside the key, and a link that fails burns no key', async ({
  server,
  technician,
  customer,
}) => {
  const link = await technician.newSession();
  const key = await technician.supportKey();
  const damaged = `${link.slice(0, -2)}${link.at(-2) === 'A' ? 'B' : 'A'}${link.slice(-1)}`;
  for (let attempt = 0; attempt < 3; attempt++) {
    await customer.open('about:blank');
    await customer.open(damaged);
    await customer.button('Join without sharing').click();
    await expect(customer.page.getByText('proof-failed')).toBeVisible();
  }
  expect(await technician.supportKey()).toBe(key);
  await customer.enterKey(server.customerUrl, mistyped(key));
  await customer.button('Join without sharing').click();
  await expect(customer.page.getByText('key-wrong')).toBeVisible();
  // The field takes the link as well.
  await customer.page.getByRole('textbox', { name: 'Support key' }).fill(link);
  await customer.button('Continue').click();
  await customer.join({ shareScreen: false });
});

test('a key leads nowhere once the customer is there', async ({
  server,
  technician,
  customer,
  customerBrowser,
}) => {
  await technician.newSession();
  const key = await technician.supportKey();
  await customer.enterKey(server.customerUrl, key);
  await customer.join({ shareScreen: false });
  await expect(technician.status.filter({ hasText: 'Connected' })).toBeVisible();
  const context = await customerBrowser.newContext({ locale: 'en-GB' });
  const second = new CustomerPage(await context.newPage(), customer.picture);
  await second.enterKey(server.customerUrl, key);
  await expect(second.page.getByText('key-unknown')).toBeVisible();
  await context.close();
});

test('what is no key says so, and stays in the field', async ({ server, customer }) => {
  await customer.enterKey(server.customerUrl, '12 34');
  await expect(customer.page.getByText('key-malformed')).toBeVisible();
  await expect(customer.page.getByRole('textbox', { name: 'Support key' })).toHaveValue('12 34');
});

test('nobody can try all keys: after ten, an address waits', async ({ server, customer }) => {
  await customer.page.goto(server.customerUrl);
  for (let attempt = 0; attempt < 11; attempt++) {
    await customer.page.getByRole('textbox', { name: 'Support key' }).fill(`${1000 + attempt}00000`);
    await customer.button('Continue').click();
    await expect(customer.page.getByText(attempt < 10 ? 'key-unknown' : 'too-many-tries')).toBeVisible();
  }
});

test('a page opened with a link loads nothing of the key’s', async ({ technician, customer }) => {
  const loaded: string[] = [];
  customer.page.on('request', (request) => loaded.push(request.url()));
  await startSession(technician, customer, { shareScreen: false });
  expect(loaded.filter((url) => url.includes('customer-connector'))).not.toEqual([]);
  expect(loaded.filter((url) => url.includes('key-exchange'))).toEqual([]);
});

/** Everything that a page says to the server: addresses and bodies, and frames of its sockets. */
function listenTo(page: Page): { readonly requests: string[]; readonly frames: string[] } {
  const said = { requests: [] as string[], frames: [] as string[] };
  page.on('request', (request) => {
    said.requests.push(`${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`);
  });
  page.on('websocket', (socket) => {
    said.frames.push(socket.url());
    socket.on('framesent', ({ payload }) => said.frames.push(String(payload)));
  });
  return said;
}

test('neither the server’s memory nor its log has the secret part of a key', async ({
  technicianBrowser,
  customerBrowser,
}) => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'deskside-heap-'));
  const server = await startRealServer(
    { DESKSIDE_LOG_LEVEL: 'trace', NODE_OPTIONS: '--heapsnapshot-signal=SIGUSR2' },
    { cwd: folder, keepsLog: true },
  );
  const technicianContext = await technicianBrowser.newContext({ locale: 'en-GB' });
  const customerContext = await customerBrowser.newContext({ locale: 'en-GB' });
  const keys: string[] = [];
  const links: string[] = [];
  const said: ReturnType<typeof listenTo>[] = [];
  const technician = new TechnicianConsole(await technicianContext.newPage());
  said.push(listenTo(technician.page));
  await technician.open(server.technicianUrl);
  for (let round = 0; round < 3; round++) {
    links.push(await technician.newSession());
    const key = await technician.supportKey();
    keys.push(key);
    const page = await customerContext.newPage();
    const customer = new CustomerPage(page, page);
    said.push(listenTo(page));
    await customer.enterKey(server.customerUrl, mistyped(key));
    await customer.button('Join without sharing').click();
    await expect(page.getByText('key-wrong')).toBeVisible();
    await page.getByRole('textbox', { name: 'Support key' }).fill(key);
    await customer.button('Continue').click();
    await customer.join({ shareScreen: false });
    await technician.say('hello');
    await expect(customer.log).toContainText('hello');
    // The last one goes on while the memory is looked at.
    if (round === 2) break;
    await technician.end();
    await page.close();
  }

  const heap = await heapSnapshot(server, folder);
  const log = server.log.join('');
  // What is looked for would be found: the server knows the sessions, and logs something of them.
  const sessionIds = links.map((link) => link.split('.').at(-2) ?? 'none');
  const texts = [...heap].join('\n');
  for (const id of sessionIds) {
    expect(texts).toContain(id);
    expect(log).toContain(id.slice(0, 8));
  }
  const requests = said.flatMap(({ requests }) => requests).join('\n');
  const frames = said.flatMap(({ frames }) => frames).join('\n');
  const secrets = keys.map((key) => key.replaceAll('-', '').slice(4));
  for (const key of keys) {
    const digits = key.replaceAll('-', '');
    const mistakes = [digits, mistyped(digits)];
    // In any spelling; nine digits in a row are nowhere by chance.
    for (const whole of mistakes) {
      const spelling = new RegExp([...whole].join('[-. ]?'));
      for (const place of [texts, log, requests, frames]) expect(place).not.toMatch(spelling);
    }
  }
  // Five digits in a row can be anywhere by chance, but hardly all three of them at once.
  const isAlone = (place: string) => (secret: string) =>
    new RegExp(`(?<![0-9a-f])${secret}(?![0-9a-f])`).test(place);
  for (const place of [log, requests, frames]) expect(secrets.every(isAlone(place))).toBe(false);
  expect(secrets.every((secret) => heap.has(secret))).toBe(false);

  await Promise.all([technicianContext.close(), customerContext.close()]);
  await server.kill();
  await rm(folder, { recursive: true });
});

/** Every string in the server's memory. */
async function heapSnapshot(
  server: { signal(name: NodeJS.Signals): void },
  folder: string,
): Promise<ReadonlySet<string>> {
  server.signal('SIGUSR2');
  let size = 0;
  let file = '';
  // It is written bit by bit, and is whole when it is JSON.
  await expect
    .poll(
      async () => {
        const [name] = (await readdir(folder)).filter((entry) => entry.endsWith('.heapsnapshot'));
        if (name === undefined) return false;
        file = join(folder, name);
        const before = size;
        size = (await stat(file)).size;
        return size > 0 && size === before && (await readFile(file, 'utf8')).trimEnd().endsWith('}');
      },
      { timeout: 30_000, intervals: [500] },
    )
    .toBe(true);
  const snapshot = JSON.parse(await readFile(file, 'utf8')) as { strings: string[] };
  return new Set(snapshot.strings);
}
