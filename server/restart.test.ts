// The program is killed, as by a power cut, and started again on the same folder.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../src/protocol/role.ts';
import { Program } from './testing/program.ts';
import { SignallingClient, signallingUrl } from './testing/signalling-client.ts';

let program: Program;
let folder: string;

beforeAll(async () => {
  program = await Program.build('deskside-restart-test');
}, 30_000);

afterAll(() => program.killAll());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskside-restart-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

/** A run of the program on the folder, and what browsers ask of it. */
async function start() {
  const run = program.run({ PORT: '0', DESKSIDE_STATE_DIR: folder });
  const { url, token } = await run.ready;
  const request = async (method: string, path: string, headers = {}, body?: object) => {
    const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
    const response = await fetch(`${url}/api${path}`, init);
    const text = await response.text();
    return { response, status: response.status, body: text === '' ? {} : Object(JSON.parse(text)) };
  };
  return {
    ...run,
    token,
    get: (path: string, headers = {}) => request('GET', path, headers),
    post: (path: string, headers = {}, body?: object) => request('POST', path, headers, body),
    signalling: (sessionId: string, role: Role, ticket: string) =>
      new SignallingClient(signallingUrl(url, sessionId, role, ticket)),
    async kill() {
      run.child.kill('SIGKILL');
      await run.exit;
    },
  };
}

type Running = Awaited<ReturnType<typeof start>>;

async function signIn({ post, token }: Running) {
  const { response } = await post('/sign-in', {}, { token });
  return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

async function createSession(running: Running, cookie: { cookie: string }) {
  const { body } = await running.post('/sessions', cookie);
  return { id: String(body.sessionId), ticket: String(body.ticket), bearer: bearer(String(body.ticket)) };
}

const bearer = (ticket: string) => ({ authorization: `Bearer ${ticket}` });

describe('a server that was killed and started again', { timeout: 20_000 }, () => {
  it('goes on as if nothing had been', async () => {
    const before = await start();
    const cookie = await signIn(before);
    const waiting = await createSession(before, cookie);
    const key = await before.post(`/sessions/${waiting.id}/key`, waiting.bearer);
    const joined = await createSession(before, cookie);
    const customer = String((await before.post(`/sessions/${joined.id}/join`)).body.ticket);
    await before.post(`/sessions/${joined.id}/joined`, joined.bearer);
    const ended = await createSession(before, cookie);
    await before.post(`/sessions/${ended.id}/end`, ended.bearer);
    await before.kill();

    const after = await start();
    expect(after.output.stderr).not.toContain('state:');
    expect(after.token).toBe(before.token);
    expect((await after.get('/technician', cookie)).status).toBe(200);

    const here = after.signalling(joined.id, 'customer', customer);
    expect(await here.next()).toEqual({ type: 'OPEN' });
    const there = after.signalling(joined.id, 'technician', joined.ticket);
    expect(await there.next()).toEqual({ type: 'OPEN' });
    const box = { type: 'SEALED', dst: `${joined.id}-technician`, payload: { box: 'abc' } };
    here.send(box);
    expect(await there.next()).toEqual({ ...box, src: `${joined.id}-customer` });
    expect((await after.post(`/sessions/${joined.id}/join`)).body).toEqual({ code: 'link-used' });

    expect((await after.get(`/keys/${key.body.routing}`)).body.sessionId).toBe(waiting.id);
    expect((await after.post(`/sessions/${waiting.id}/join`)).status).toBe(200);

    const late = after.signalling(ended.id, 'technician', ended.ticket);
    expect(await late.next()).toEqual({ type: 'ERROR', payload: { msg: 'session-ended' } });

    // The end of a session counts from the very answer on, and so does signing out.
    expect((await after.post(`/sessions/${joined.id}/end`, bearer(customer))).status).toBe(204);
    await after.post('/sign-out', cookie);
    await after.kill();
    const last = await start();
    const back = last.signalling(joined.id, 'customer', customer);
    expect(await back.next()).toEqual({ type: 'ERROR', payload: { msg: 'session-ended' } });
    expect((await last.get('/technician', cookie)).status).toBe(401);
    expect((await last.get(`/sessions/${waiting.id}`)).status).toBe(200);

    const journal = readFileSync(join(folder, 'journal.jsonl'), 'utf8');
    const secrets = [waiting.ticket, joined.ticket, ended.ticket, customer, last.token];
    for (const secret of [...secrets, cookie.cookie.split('=')[1]]) expect(journal).not.toContain(secret);
    await last.kill();
  });

  it('after SIGTERM has told everybody, and leaves the folder free', async () => {
    const before = await start();
    const session = await createSession(before, await signIn(before));
    const client = before.signalling(session.id, 'technician', session.ticket);
    expect(await client.next()).toEqual({ type: 'OPEN' });
    expect(readdirSync(folder)).toContain('lock');
    before.child.kill('SIGTERM');
    expect((await client.closed).code).toBe(1001);
    expect(await before.exit).toBe(0);
    expect(readdirSync(folder)).toEqual(['console-token', 'journal.jsonl', 'ticket-key']);
    const after = await start();
    const again = after.signalling(session.id, 'technician', session.ticket);
    expect(await again.next()).toEqual({ type: 'OPEN' });
    await after.kill();
  });

  it('has its folder to itself: a second server says that it keeps nothing', async () => {
    const first = await start();
    const second = await start();
    expect(second.output.stderr).toContain('another server has this folder');
    expect(second.token).not.toBe(first.token);
    expect((await first.get('/technician', await signIn(first))).status).toBe(200);
    expect((await second.get('/technician', await signIn(second))).status).toBe(200);
    await Promise.all([first.kill(), second.kill()]);
  });
});
