// The two addresses of the organisation's own sign-in. People go there, not scripts: so each answer sends them on, and
// whatever goes wrong is told by the console's page.

import { Hono } from 'hono';
import { OIDC_PATH, SIGN_IN_PROBLEM_PARAMETER, type SignInProblem } from '../src/protocol/session-api.ts';
import type { BucketLimits } from '../src/protocol/token-bucket.ts';
import { ApiFailure } from './api-failure.ts';
import { limiterKey } from './client-address.ts';
import type { Clock } from './clock.ts';
import type { ServerConfig } from './config.ts';
import { KeyedBuckets } from './keyed-buckets.ts';
import { OidcFailure, type OidcFlow, type OidcProvider } from './oidc-provider.ts';
import { type AppContext, addressOf, type NodeBindings, originOf } from './request-facts.ts';
import { enterConsole, type SignInRouteParts } from './sign-in-routes.ts';

export interface OidcRouteParts extends SignInRouteParts {
  readonly config: ServerConfig;
  readonly oidc: OidcProvider;
  readonly clock: Clock;
}

/** Each return makes us ask the provider: wide enough for an office in the morning. */
const RETURNS: BucketLimits = { burst: 30, perSecond: 1 / 2 };
const CALLBACK_PATH = `${OIDC_PATH}/callback`;

export function oidcRoutes(parts: OidcRouteParts): Hono<{ Bindings: NodeBindings }> {
  const { config, oidc, cookies, clock } = parts;
  const returns = new KeyedBuckets(RETURNS, clock);
  const routes = new Hono<{ Bindings: NodeBindings }>();

  routes.get('/sign-in/oidc', async (c) => {
    try {
      const { url, flow } = await oidc.begin(`${originOf(c, config)}${CALLBACK_PATH}`);
      cookies.set(c, 'oidc', encodeFlow(flow));
      return c.redirect(url.href, 303);
    } catch (error) {
      return backWith(c, problemOf(error));
    }
  });

  routes.get('/sign-in/oidc/callback', async (c) => {
    const flow = decodeFlow(cookies.get(c, 'oidc'));
    // What was begun in another tab goes on there, so its cookie stays.
    if (flow === null || c.req.query('state') !== flow.state) return backWith(c, 'oidc-failed');
    cookies.delete(c, 'oidc');
    if (!returns.take(limiterKey(addressOf(c, config)))) return backWith(c, 'sign-in-limited');
    try {
      const address = new URL(`${originOf(c, config)}${CALLBACK_PATH}`);
      address.search = new URL(c.req.url).search;
      enterConsole(c, await oidc.finish(address, flow), parts);
      return toConsole(c, '');
    } catch (error) {
      return backWith(c, problemOf(error));
    }
  });

  return routes;
}

/**
 * The page needs no cookie: a strict one does not come with a request that another site has led to. What the page then
 * asks by itself has it.
 */
function toConsole(c: AppContext, query: string): Response {
  // With an empty fragment, or the browser would keep the one of the address before, which the page takes for a token.
  return c.redirect(`/technician.html${query}#`, 303);
}

function backWith(c: AppContext, problem: SignInProblem): Response {
  return toConsole(c, `?${SIGN_IN_PROBLEM_PARAMETER}=${problem}`);
}

function problemOf(error: unknown): SignInProblem {
  if (error instanceof OidcFailure) return error.code;
  if (error instanceof ApiFailure && error.code === 'technician-blocked') return error.code;
  throw error;
}

/** All three are 32 random bytes, which the person at this browser may know. */
function encodeFlow({ state, nonce, verifier }: OidcFlow): string {
  return [state, nonce, verifier].join('.');
}

function decodeFlow(text: string | undefined): OidcFlow | null {
  const [, state, nonce, verifier] = /^([\w-]{43})\.([\w-]{43})\.([\w-]{43})$/.exec(text ?? '') ?? [];
  if (state === undefined || nonce === undefined || verifier === undefined) return null;
  return { state, nonce, verifier };
}
