// The API's part about who is signed in to the console: ways in, in, out, and who it is.

import { Hono } from 'hono';
import * as v from 'valibot';
import { type SignInRequest, type SignInWays, signInSchema } from '../src/protocol/session-api.ts';
import { ApiFailure } from './api-failure.ts';
import type { BlockedTechnicians } from './blocked-technicians.ts';
import { addressForLog, limiterKey } from './client-address.ts';
import type { ServerConfig } from './config.ts';
import type { ConsoleCookies } from './console-cookies.ts';
import type { ConsoleSessions } from './console-sessions.ts';
import type { Log } from './log.ts';
import { readJson } from './read-json.ts';
import { type AppContext, addressOf, type NodeBindings } from './request-facts.ts';
import type { Technician } from './technician.ts';
import type { TechnicianSignIn } from './technician-sign-in.ts';

export interface SignInRouteParts {
  readonly config: ServerConfig;
  readonly ways: SignInWays;
  readonly signIn: TechnicianSignIn;
  readonly blocked: BlockedTechnicians;
  readonly consoles: ConsoleSessions;
  readonly cookies: ConsoleCookies;
  readonly log: Log;
}

export function signInRoutes(parts: SignInRouteParts): Hono<{ Bindings: NodeBindings }> {
  const { config, ways, signIn, consoles, cookies, log } = parts;
  const routes = new Hono<{ Bindings: NodeBindings }>();

  routes.get('/sign-in', (c) => c.json(ways));

  routes.post('/sign-in', async (c) => {
    const body = v.safeParse(signInSchema, await readJson(c));
    if (!body.success) throw new ApiFailure('bad-request');
    const address = addressForLog(addressOf(c, config));
    let technician: Technician;
    try {
      technician = await prove(c, body.output);
    } catch (error) {
      log.warn({ address }, 'technician: sign-in refused');
      throw error;
    }
    enterConsole(c, technician, parts);
    return c.json({ technician: technician.profile });
  });

  routes.post('/sign-out', (c) => {
    consoles.close(cookies.get(c, 'console'));
    cookies.delete(c, 'console');
    return c.body(null, 204);
  });

  routes.get('/technician', (c) => c.json({ technician: consoles.check(cookies.get(c, 'console')).profile }));

  async function prove(c: AppContext, request: SignInRequest): Promise<Technician> {
    const key = limiterKey(addressOf(c, config));
    if ('token' in request) return signIn.withToken(request.token, key);
    const origin = { limiterKey: key, deviceNote: cookies.get(c, 'device') };
    const proven = await signIn.withPassword(request.username, request.password, origin);
    cookies.set(c, 'device', proven.deviceNote);
    return proven.technician;
  }

  return routes;
}

/**
 * Opens the console to a technician who has proven who they are, in place of whoever was signed in there. Throws
 * `technician-blocked` for one whom the operator has blocked.
 */
export function enterConsole(
  c: AppContext,
  technician: Technician,
  {
    config,
    blocked,
    consoles,
    cookies,
    log,
  }: Pick<SignInRouteParts, 'config' | 'blocked' | 'consoles' | 'cookies' | 'log'>,
): void {
  const facts = { address: addressForLog(addressOf(c, config)), way: technician.grounds.way };
  if (blocked.has(technician)) {
    log.warn(facts, 'technician: blocked, so not signed in');
    throw new ApiFailure('technician-blocked');
  }
  log.info(facts, 'technician: signed in');
  consoles.close(cookies.get(c, 'console'));
  cookies.set(c, 'console', consoles.open(technician));
}
