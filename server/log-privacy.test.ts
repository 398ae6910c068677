// The log at its most talkative, while the real server sees everything that must not stand in it.

import { afterEach, expect, it } from 'vitest';
import { candidate, offer, sealed } from './testing/peerjs-frames.ts';
import { SignallingClient, signallingUrl } from './testing/signalling-client.ts';
import { recordingLog } from './testing/silent-log.ts';
import { AccountsFile, ANA, TEST_PASSWORD, TEST_PASSWORD_HASH } from './testing/test-accounts.ts';
import { proxies, TEST_TOKEN } from './testing/test-config.ts';
import { TestServer } from './testing/test-server.ts';

const ADDRESSES = ['203.0.113.77', '2001:db8:aaaa:bbbb:cccc:dddd:eeee:77'];
const WRONG_TOKEN = 'a-token-that-somebody-guessed';
const WRONG_PASSWORD = 'a password that somebody guessed';
const WRONG_TICKET = 'a-ticket-that-somebody-guessed-0123456789ab';
const SEALED_BOX = 'V2hhdCB0d28gc2lkZXMgc2F5';

let server: TestServer;
let accounts: AccountsFile;

afterEach(async () => {
  await server.running.close();
  accounts.remove();
});

it('the log knows no secret, no whole address, no whole session and nothing that was said', async () => {
  const { log, lines } = recordingLog();
  accounts = new AccountsFile(ANA);
  const config = { trustedProxies: proxies('127.0.0.1,::1'), techniciansFile: accounts.path };
  server = await TestServer.start({ log, config });
  const secrets = [TEST_TOKEN, WRONG_TOKEN, TEST_PASSWORD, TEST_PASSWORD_HASH, WRONG_PASSWORD];
  secrets.push(WRONG_TICKET, SEALED_BOX, ...ADDRESSES);
  const routings: string[] = [];

  for (const address of ADDRESSES) {
    const from = { 'x-forwarded-for': address };
    const post = async (path: string, headers: Record<string, string> = {}, body?: object) => {
      const response = await server.post(path, { ...from, ...headers }, body);
      const text = await response.text();
      const json: unknown = text === '' ? {} : JSON.parse(text);
      return { response, json: Object(json) };
    };
    await post('/api/sign-in', {}, { token: WRONG_TOKEN });
    await post('/api/sign-in', {}, { username: ANA.username, password: WRONG_PASSWORD });
    const byPassword = await post('/api/sign-in', {}, { username: ANA.username, password: TEST_PASSWORD });
    for (const cookie of byPassword.response.headers.getSetCookie()) {
      secrets.push(cookie.split(';')[0]?.split('=')[1] ?? '');
    }
    const { response } = await post('/api/sign-in', {}, { token: TEST_TOKEN });
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { sessionId, ticket } = (await post('/api/sessions', { cookie })).json;
    const authorization = `Bearer ${ticket}`;
    const { routing } = (await post(`/api/sessions/${sessionId}/key`, { authorization })).json;
    await post(`/api/sessions/${sessionId}/key`, { authorization: `Bearer ${WRONG_TICKET}` });
    const joined = (await post(`/api/sessions/${sessionId}/join`)).json;
    for (let i = 0; i < 12; i++) await fetch(`${server.running.url}/api/keys/${routing}`, { headers: from });
    for (let i = 0; i < 7; i++) await post(`/api/sessions/${sessionId}/join`);
    const { ticket: customerTicket } = joined;
    secrets.push(cookie.split('=')[1] ?? '', sessionId, ticket, customerTicket);
    routings.push(routing);

    const open = async (role: 'technician' | 'customer', withTicket: string) => {
      const url = signallingUrl(server.running.url, sessionId, role, withTicket);
      const client = new SignallingClient(url, { headers: from });
      return { client, first: await client.next() };
    };
    const technician = await open('technician', ticket);
    expect(technician.first).toEqual({ type: 'OPEN' });
    // Joining again has replaced the first ticket, so it is refused.
    expect((await open('customer', customerTicket)).first).toMatchObject({ type: 'ERROR' });
    await open('customer', WRONG_TICKET);
    const receiver = `${sessionId}-customer`;
    for (const frame of [offer(receiver), candidate(receiver), sealed(receiver, SEALED_BOX), SEALED_BOX]) {
      technician.client.send(frame);
    }
    technician.client.send(sealed(`${'0'.repeat(32)}-customer`, SEALED_BOX));
    await technician.client.settled();
    technician.client.send('x'.repeat(70_000));
    await technician.client.closed;
    await post(`/api/sessions/${sessionId}/end`, { authorization });
    await post('/api/sign-out', { cookie });
  }

  const messages = lines.map((line) => JSON.parse(line).msg);
  // Otherwise there is nothing to be seen in it.
  for (const expected of [
    'technician: sign-in refused',
    'technician: signed in',
    'session: created',
    'session: new support key',
    'too many tries',
    'at signalling',
    'left signalling',
    'frame refused',
    'signalling: refused',
    'signalling: socket error',
    'session: over',
  ])
    expect(messages).toContain(expected);

  const sdp = ['v=0', 'candidate:', '192.0.2.1'];
  for (const line of lines) {
    for (const secret of [...secrets, ...sdp]) {
      expect(secret).toMatch(/./);
      expect(line).not.toContain(secret);
    }
    // Four digits stand in times, ports, shortened addresses and the beginnings of sessions too.
    const { time: _time, url: _url, publicUrl: _publicUrl, address: _address, ...rest } = JSON.parse(line);
    for (const routing of routings)
      expect(JSON.stringify(rest)).not.toMatch(new RegExp(`(?<!\\w)${routing}(?!\\w)`));
  }
});
