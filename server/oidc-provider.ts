// The organisation's own sign-in: OpenID Connect, code flow with PKCE. The one file that knows openid-client. It asks the
// provider about itself when somebody first wants to sign in, and again after that failed.

import * as oidc from 'openid-client';
import { ALL_PERMITTED } from '../src/protocol/permissions.ts';
import type { SignInProblem } from '../src/protocol/session-api.ts';
import { ApiFailure } from './api-failure.ts';
import type { Log } from './log.ts';
import { type AllowRule, isAllowed, type OidcClaims, verifiedEmailOf } from './oidc-allowed.ts';
import { digestOf } from './secret-text.ts';
import { toShownName } from './shown-name.ts';
import type { Technician } from './technician.ts';
import { Turnstile } from './turnstile.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** `null`: PKCE alone protects the code. */
  readonly clientSecret: string | null;
  readonly allowed: readonly AllowRule[];
  /** The claim that customers see as the technician's name. */
  readonly nameClaim: string;
}

/** What has to be known again when somebody comes back from the provider. */
export interface OidcFlow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Why nobody was signed in. */
export class OidcFailure extends Error {
  override readonly name = 'OidcFailure';
  readonly code: SignInProblem;

  constructor(code: SignInProblem, options?: { cause?: unknown }) {
    super(code, options);
    this.code = code;
  }
}

/** For each request to the provider. */
const TIMEOUT_SECONDS = 8;
const MAX_RUNNING = 10;
const MAX_WAITING = 50;

export class OidcProvider {
  /** Stands for whom is let in: see `Grounds`. */
  readonly rule: string;
  readonly #settings: OidcSettings;
  readonly #organisation: string | null;
  readonly #log: Log;
  readonly #turnstile = new Turnstile(MAX_RUNNING, MAX_WAITING);
  #discovery: Promise<oidc.Configuration> | null = null;

  /** `organisation` is what customers see as the organisation of everybody who signs in by it. */
  constructor(settings: OidcSettings, organisation: string | null, log: Log) {
    const { issuer, clientId, allowed } = settings;
    this.rule = digestOf(JSON.stringify([issuer, clientId, allowed])).toString('hex');
    this.#settings = settings;
    this.#organisation = organisation;
    this.#log = log;
  }

  /** Where to send somebody who wants to sign in. Rejects with an `OidcFailure`. */
  begin(redirectUri: string): Promise<{ readonly url: URL; readonly flow: OidcFlow }> {
    return this.#guarded(async () => {
      const provider = await this.#discover();
      const flow = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      });
      return { url, flow };
    });
  }

  /** Who has come back, to this address. Rejects with an `OidcFailure`. */
  finish(address: URL, { state, nonce, verifier }: OidcFlow): Promise<Technician> {
    return this.#guarded(async () => {
      const provider = await this.#discover();
      const tokens = await oidc.authorizationCodeGrant(provider, address, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const idToken = tokens.claims();
      if (idToken === undefined) throw new OidcFailure('oidc-failed');
      // Where the code flow is used, most providers say only here what somebody is called.
      const info =
        provider.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await oidc.fetchUserInfo(provider, tokens.access_token, idToken.sub);
      // The address and whether it was verified have to come from one place.
      const verifiedEmail = verifiedEmailOf(idToken.email === undefined ? info : idToken);
      return this.#admit(idToken.sub, { claims: { ...info, ...idToken }, verifiedEmail });
    });
  }

  #admit(sub: string, said: OidcClaims): Technician {
    const { issuer, allowed, nameClaim } = this.#settings;
    if (!isAllowed(said, allowed)) throw new OidcFailure('oidc-not-allowed');
    const name = nameOf(said, nameClaim);
    if (name === null) throw new OidcFailure('oidc-failed', { cause: `there is no name in ${nameClaim}` });
    return {
      grounds: {
        way: 'oidc',
        subject: digestOf(JSON.stringify([issuer, sub])).toString('hex'),
        rule: this.rule,
      },
      profile: { name, organisation: this.#organisation, verified: 'oidc' },
      // The roster says what they may do at each moment.
      permissions: ALL_PERMITTED,
    };
  }

  /** The provider as it describes itself. What failed is tried anew the next time; nobody asks twice at once. */
  #discover(): Promise<oidc.Configuration> {
    this.#discovery ??= this.#askProvider().catch((cause: unknown) => {
      this.#discovery = null;
      throw new OidcFailure('oidc-unreachable', { cause });
    });
    return this.#discovery;
  }

  #askProvider(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const url = new URL(issuer);
    const authentication = clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
    // The configuration allows http on this machine only.
    const execute = url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(url, clientId, {}, authentication, { timeout: TIMEOUT_SECONDS, execute });
  }

  async #guarded<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await this.#turnstile.run(task);
    } catch (error) {
      const failure = asFailure(error);
      this.#log.warn({ code: failure.code, reason: reasonOf(failure) }, 'technician: OpenID Connect');
      throw failure;
    }
  }
}

function asFailure(error: unknown): OidcFailure {
  if (error instanceof OidcFailure) return error;
  if (error instanceof ApiFailure) return new OidcFailure('server-busy', { cause: error });
  // What `fetch` throws where there is no answer, and openid-client's own words for a late or useless one.
  const isSilent =
    error instanceof TypeError ||
    (error instanceof oidc.ClientError &&
      ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'].includes(
        error.code ?? '',
      ));
  return new OidcFailure(isSilent ? 'oidc-unreachable' : 'oidc-failed', { cause: error });
}

/** For the log: neither codes nor tokens are in these messages. */
function reasonOf({ cause }: OidcFailure): string {
  const deeper = cause instanceof Error ? cause.cause : undefined;
  return [cause, deeper]
    .filter((each) => typeof each === 'string' || each instanceof Error)
    .map(String)
    .join(': ');
}

/** What customers see: the claim that was asked for, or else what most likely is a name. */
function nameOf({ claims, verifiedEmail }: OidcClaims, nameClaim: string): string | null {
  return (
    toShownName(claims[nameClaim]) ?? toShownName(claims.preferred_username) ?? toShownName(verifiedEmail)
  );
}
