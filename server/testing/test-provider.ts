// A real OpenID Connect provider on this machine. Whoever comes to its page signs in there as the person whom the test names.

/// <reference path="./oidc-provider.d.ts" />

import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js';
import type { OidcSettings } from '../oidc-provider.ts';

/** What the provider says of people, by the name under which they sign in there. */
const PEOPLE = {
  eva: { name: 'Eva Reis', email: 'Eva@example.com', email_verified: true, groups: ['support'] },
  unverified: { name: 'Not Eva', email: 'eva@example.com', email_verified: false },
  stranger: { name: 'A Stranger', email: 'stranger@elsewhere.example', email_verified: true },
  misnamed: { name: ' \u202e\n ', email: 'misnamed@example.com', email_verified: true },
} as const;
type Person = keyof typeof PEOPLE;

const { privateKey: PRIVATE_KEY } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const SCOPE = 'openid profile email';
const CLIENT = { id: 'deskside', secret: 'a secret for tests: 100 % & more' };

export class TestProvider {
  readonly issuer: string;
  /** Who signs in; `null` gives up. */
  person: Person | null = 'eva';
  /** Which addresses get no answer. */
  silentAt: RegExp | null = null;
  readonly #server: Server;
  #provider: Provider | null = null;

  private constructor(server: Server) {
    this.#server = server;
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<TestProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const provider = new TestProvider(server);
    server.on('request', (request, response) => void provider.#handle(request, response));
    return provider;
  }

  /** As the server's configuration has it. */
  settings(changes: Partial<OidcSettings> = {}): OidcSettings {
    return {
      issuer: this.issuer,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      allowed: [{ kind: 'domain', domain: 'example.com' }],
      nameClaim: 'name',
      ...changes,
    };
  }

  /** Lets people come back to this address. */
  register(redirectUri: string): void {
    this.#provider = new Provider(this.issuer, {
      // Another one than its own, or it warns at each start.
      adapter: class extends MemoryAdapter {},
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
      jwks: { keys: [{ ...PRIVATE_KEY.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
      cookies: { keys: ['a key for tests'] },
      claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: () => '/sign-in' },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      findAccount: (_context: unknown, id: Person) => ({
        accountId: id,
        claims: () => ({ sub: id, ...PEOPLE[id] }),
      }),
      // Nobody is asked whether the console may know who they are.
      loadExistingGrant: async ({
        oidc,
      }: {
        oidc: { client: { clientId: string }; session: { accountId: string } };
      }) => {
        const grant = new this.#opened.Grant({
          clientId: oidc.client.clientId,
          accountId: oidc.session.accountId,
        });
        grant.addOIDCScope(SCOPE);
        await grant.save();
        return grant;
      },
    });
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  get #opened(): Provider {
    if (this.#provider === null) throw new Error('nobody has registered yet');
    return this.#provider;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.silentAt?.test(request.url ?? '')) {
      request.socket.destroy();
    } else if (request.url === '/sign-in') {
      const result =
        this.person === null ? { error: 'access_denied' } : { login: { accountId: this.person } };
      await this.#opened.interactionFinished(request, response, result);
    } else this.#opened.callback()(request, response);
  }
}
