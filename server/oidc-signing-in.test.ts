// The organisation's own sign-in, at a real provider and through real HTTP.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL_PERMITTED } from '../src/protocol/permissions.ts';
import { OIDC_PATH } from '../src/protocol/session-api.ts';
import type { OidcSettings } from './oidc-provider.ts';
import { Browsing } from './testing/browsing.ts';
import { TestProvider } from './testing/test-provider.ts';
import { TestServer } from './testing/test-server.ts';

const OPERATOR_TOKEN = 'test-operator-token';

let provider: TestProvider;
let server: TestServer | null = null;

beforeEach(async () => {
  provider = await TestProvider.start();
});

afterEach(async () => {
  await server?.running.close();
  server = null;
  await provider.close();
});

/** A server at which the organisation's people can sign in. */
async function start(changes?: Partial<OidcSettings>) {
  const started = await TestServer.start({
    config: { oidc: provider.settings(changes), operatorToken: OPERATOR_TOKEN },
  });
  server = started;
  const { url } = started.running;
  provider.register(`${url}${OIDC_PATH}/callback`);
  const browser = new Browsing();
  const isConsole = ({ pathname }: URL) => pathname === '/technician.html';
  const isCallback = ({ pathname }: URL) => pathname.endsWith('/callback');
  return {
    url,
    browser,
    started,
    /** Signs in, and tells where that ends. */
    signIn: async (who = browser) => {
      const end = await who.follow(`${url}${OIDC_PATH}`, isConsole);
      return end.pathname + end.search;
    },
    /** Signs in at the provider, and stops before coming back. */
    comeBack: () => browser.follow(`${url}${OIDC_PATH}`, isCallback),
    /** Where an address leads to in the end. */
    endOf: async (address: URL | string) => {
      const end = await browser.follow(String(address), isConsole);
      return end.pathname + end.search;
    },
    whoIs: async (): Promise<unknown> => (await browser.open(`${url}/api/technician`)).json(),
  };
}

const FAILED = '/technician.html?sign-in-problem=oidc-failed';
const NOBODY = { code: 'sign-in-required' };
const EVA = { name: 'Eva Reis', organisation: 'Example Support', verified: 'oidc' };

describe('signing in at the organisation', () => {
  it('is offered with the organisation’s name', async () => {
    const { url } = await start();
    const ways = await fetch(`${url}/api/sign-in`);
    expect(await ways.json()).toEqual({ password: false, oidc: { organisation: 'Example Support' } });
  });

  it('opens the console to whom the provider knows and the setting means', async () => {
    const { signIn, whoIs } = await start();
    expect(await signIn()).toBe('/technician.html');
    expect(await whoIs()).toEqual({ technician: EVA });
  });

  it('asks with PKCE, state and nonce, and keeps them where no script and no other site gets at them', async () => {
    const { url, browser } = await start();
    const response = await browser.open(`${url}${OIDC_PATH}`);
    const asked = new URL(response.headers.get('location') ?? '').searchParams;
    expect(response.status).toBe(303);
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      scope: 'openid profile email',
      redirect_uri: `${url}${OIDC_PATH}/callback`,
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(response.headers.get('set-cookie')).toMatch(
      /^deskside_oidc=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('comes back with a strict cookie, and with an empty fragment', async () => {
    const { browser, comeBack } = await start();
    const response = await browser.open(String(await comeBack()));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/technician.html#');
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('deskside_console'));
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
  });

  it('is who the customer sees', async () => {
    const { started, url, comeBack, browser } = await start();
    const response = await browser.open(String(await comeBack()));
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('deskside_console='));
    const { sessionId } = await started.createSession(cookie?.split(';')[0]);
    const invite = await fetch(`${url}/api/sessions/${sessionId}`);
    expect(await invite.json()).toEqual({ technician: EVA, permissions: ALL_PERMITTED });
  });

  it('lets in nobody whom the operator has blocked, by the name that a report has for them', async () => {
    const { started, url, comeBack, browser, signIn, whoIs } = await start();
    await browser.open(String(await comeBack()));
    const session = await started.createSession(browser.cookiesFor(new URL(url).hostname));
    const customer = { authorization: `Bearer ${session.customer.ticket}` };
    const report = { reason: 'impostor', text: '' };
    await started.post(`/api/sessions/${session.sessionId}/report`, customer, report);
    const operator = { authorization: `Bearer ${OPERATOR_TOKEN}` };
    const listed = await fetch(`${url}/api/operator/reports`, { headers: operator });
    const [, id] = /"id":"(oidc:[0-9a-f]{64})"/.exec(await listed.text()) ?? [];
    await started.post(`/api/operator/technicians/${id}/block`, operator);
    expect(await whoIs()).toEqual(NOBODY);
    expect(await signIn()).toBe('/technician.html?sign-in-problem=technician-blocked');
  });

  it.each([
    ['by address', { allowed: [{ kind: 'email', email: 'eva@example.com' }] }],
    ['by a claim', { allowed: [{ kind: 'claim', name: 'groups', value: 'support' }] }],
  ] as const)('lets people in %s too', async (_how, changes) => {
    const { signIn } = await start(changes);
    expect(await signIn()).toBe('/technician.html');
  });

  it.each([
    ['the claim that was chosen', 'eva', 'email', 'Eva@example.com'],
    ['what is left where that claim shows nothing', 'misnamed', 'name', 'misnamed@example.com'],
  ] as const)('shows %s', async (_what, person, nameClaim, name) => {
    provider.person = person;
    const { signIn, whoIs } = await start({ nameClaim });
    await signIn();
    expect(await whoIs()).toMatchObject({ technician: { name } });
  });
});

describe('nobody is signed in', () => {
  it.each([
    ['whose address the provider has not verified', 'unverified', {}],
    ['whom the setting does not mean', 'stranger', {}],
    ['where the setting means nobody', 'eva', { allowed: [] }],
  ] as const)('%s', async (_who, person, changes) => {
    provider.person = person;
    const { signIn, whoIs } = await start(changes);
    expect(await signIn()).toBe('/technician.html?sign-in-problem=oidc-not-allowed');
    expect(await whoIs()).toEqual(NOBODY);
  });

  it('who gives up at the provider', async () => {
    provider.person = null;
    const { signIn, whoIs } = await start();
    expect(await signIn()).toBe(FAILED);
    expect(await whoIs()).toEqual(NOBODY);
  });

  it.each([
    ['another state', (address: URL) => address.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (address: URL) => address.searchParams.delete('state')],
    ['another code', (address: URL) => address.searchParams.set('code', 'made-up')],
    ['no code', (address: URL) => address.searchParams.delete('code')],
    ['another issuer', (address: URL) => address.searchParams.set('iss', 'https://evil.example')],
  ])('who comes back with %s', async (_what, spoil) => {
    const { comeBack, endOf, whoIs } = await start();
    const address = await comeBack();
    spoil(address);
    expect(await endOf(address)).toBe(FAILED);
    expect(await whoIs()).toEqual(NOBODY);
  });

  it('who comes back with an answer to somebody else', async () => {
    const { comeBack, endOf, browser, url, whoIs } = await start();
    const stolen = await comeBack();
    browser.forget('localhost', 'deskside_oidc');
    expect(await endOf(stolen)).toBe(FAILED);
    // Nor with a sign-in of their own begun meanwhile.
    await browser.open(`${url}${OIDC_PATH}`);
    expect(await endOf(stolen)).toBe(FAILED);
    expect(await whoIs()).toEqual(NOBODY);
  });

  it('who comes back with the same answer again', async () => {
    const { comeBack, endOf, browser, started, whoIs } = await start();
    const address = await comeBack();
    expect(await endOf(address)).toBe('/technician.html');
    await started.post('/api/sign-out');
    browser.forget('localhost', 'deskside_console');
    expect(await endOf(address)).toBe(FAILED);
    expect(await whoIs()).toEqual(NOBODY);
  });

  it('who comes back with the same answer and the same cookie: the provider takes a code once', async () => {
    const { browser, comeBack, endOf } = await start();
    const address = await comeBack();
    const cookie = browser.cookiesFor('localhost');
    expect(await endOf(address)).toBe('/technician.html');
    const again = await fetch(address, { redirect: 'manual', headers: { cookie } });
    expect(again.headers.get('location')).toBe(`${FAILED}#`);
  });

  it('while the provider does not answer, and then they are', async () => {
    provider.silentAt = /./;
    const { signIn, whoIs } = await start();
    expect(await signIn()).toBe('/technician.html?sign-in-problem=oidc-unreachable');
    provider.silentAt = null;
    expect(await signIn()).toBe('/technician.html');
    expect(await whoIs()).toEqual({ technician: EVA });
  });

  it.each([
    ['its token', /^\/token/],
    ['who it was', /^\/me/],
  ])('while the provider does not say %s', async (_what, silentAt) => {
    provider.silentAt = silentAt;
    const { signIn, whoIs } = await start();
    expect(await signIn()).toBe('/technician.html?sign-in-problem=oidc-unreachable');
    expect(await whoIs()).toEqual(NOBODY);
  });

  it('where the provider knows another secret', async () => {
    const { signIn } = await start({ clientSecret: 'another' });
    expect(await signIn()).toBe(FAILED);
  });

  it('where there is no such sign-in', async () => {
    server = await TestServer.start();
    const response = await fetch(`${server.running.url}${OIDC_PATH}`);
    expect([response.status, await response.json()]).toEqual([404, { code: 'bad-request' }]);
  });

  it('who comes back too often, until a while later', async () => {
    const { comeBack, endOf, started } = await start();
    const spoilt = async () => {
      const address = await comeBack();
      address.searchParams.set('code', 'made-up');
      return endOf(address);
    };
    for (let i = 0; i < 30; i++) expect(await spoilt()).toBe(FAILED);
    expect(await spoilt()).toBe('/technician.html?sign-in-problem=sign-in-limited');
    started.advance(2_000);
    expect(await spoilt()).toBe(FAILED);
  });
});
