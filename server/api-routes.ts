// The JSON API: reads requests, asks `Sessions`, writes answers as session-api.ts says. Decides nothing itself. Who is
// signed in is the business of sign-in-routes.ts.

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Embedding } from '../src/protocol/embedding-api.ts';
import type { Invite, Joined } from '../src/protocol/session-api.ts';
import { isRouting } from '../src/protocol/support-key.ts';
import type { BucketLimits } from '../src/protocol/token-bucket.ts';
import { ApiFailure } from './api-failure.ts';
import { addressForLog, limiterKey } from './client-address.ts';
import { KeyedBuckets } from './keyed-buckets.ts';
import { sessionForLog } from './log.ts';
import type { OidcProvider } from './oidc-provider.ts';
import { oidcRoutes } from './oidc-routes.ts';
import { type OperatorRouteParts, operatorRoutes } from './operator-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { type AppContext, addressOf, bearerOf, type NodeBindings, sessionIdOf } from './request-facts.ts';
import { sameOriginOnly } from './same-origin.ts';
import { type SignInRouteParts, signInRoutes } from './sign-in-routes.ts';
import { type Technician, technicianIdOf } from './technician.ts';
import { TICKET_LIFETIME_S, type Ticket, type Tickets } from './tickets.ts';
import { iceServersFor } from './turn.ts';

export interface ApiParts extends SignInRouteParts, OperatorRouteParts {
  readonly oidc: OidcProvider | null;
  readonly tickets: Tickets;
}

const MAX_BODY_BYTES = 4 * 1024;
/** Wide enough for an office behind one address. */
const REQUESTS: BucketLimits = { burst: 120, perSecond: 20 };

/** Support keys that one address may look up: trying all four-digit numbers takes it seventeen hours. */
const KEY_LOOKUPS: BucketLimits = { burst: 10, perSecond: 1 / 6 };
/** How often one address may join one session: two burned keys, then a minute for each further one. */
const JOINS: BucketLimits = { burst: 6, perSecond: 1 / 20 };
/** New keys for one session; the console asks for at most five. */
const NEW_KEYS: BucketLimits = { burst: 10, perSecond: 1 / 60 };
/** Renewed tickets of one session: both pages ask every half an hour, and when they have slept. */
const RENEWALS: BucketLimits = { burst: 20, perSecond: 1 / 60 };

/** Everything below /api. */
export function apiRoutes(parts: ApiParts): Hono<{ Bindings: NodeBindings }> {
  const { config, sessions, consoles, cookies, oidc, tickets, clock, log } = parts;
  const requests = new KeyedBuckets(REQUESTS, clock);
  const keyLookups = new KeyedBuckets(KEY_LOOKUPS, clock);
  const joins = new KeyedBuckets(JOINS, clock);
  const newKeys = new KeyedBuckets(NEW_KEYS, clock);
  const renewals = new KeyedBuckets(RENEWALS, clock);
  const routes = new Hono<{ Bindings: NodeBindings }>();

  const accessTo = async (ticket: Ticket): Promise<Joined> => ({
    ticket: await tickets.write(ticket),
    ticketLifetimeS: TICKET_LIFETIME_S,
    iceServers: iceServersFor(config.ice, ticket.sessionId, clock.now()),
  });

  const isSignedInAs = (c: AppContext, technician: Technician): boolean => {
    try {
      return technicianIdOf(consoles.check(cookies.get(c, 'console'))) === technicianIdOf(technician);
    } catch {
      return false;
    }
  };

  const takeTry = (buckets: KeyedBuckets, key: string, address: string, what: string) => {
    if (buckets.take(key)) return;
    log.warn({ address: addressForLog(address), what }, 'too many tries');
    throw new ApiFailure('too-many-tries');
  };

  routes.use(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    if (!requests.take(limiterKey(addressOf(c, config)))) throw new ApiFailure('server-busy');
    await next();
  });
  routes.use(sameOriginOnly(config));
  routes.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.json({ code: 'bad-request' }, 413) }));

  routes.route('/', signInRoutes(parts));
  routes.route('/', reportRoutes(parts));
  if (config.operatorToken !== null) routes.route('/', operatorRoutes(config.operatorToken, parts));
  if (oidc !== null) routes.route('/', oidcRoutes({ ...parts, oidc }));

  routes.post('/sessions', async (c) => {
    const technician = consoles.check(cookies.get(c, 'console'));
    const { sessionId, expiresAtMs, ticket } = sessions.create(technician);
    log.info({ session: sessionForLog(sessionId) }, 'session: created');
    const { profile, permissions } = technician;
    return c.json({
      sessionId,
      expiresAtMs,
      technician: profile,
      permissions,
      ...(await accessTo(ticket)),
    });
  });

  routes.post('/sessions/:id/key', async (c) => {
    const sessionId = sessionIdOf(c);
    const ticket = await tickets.read(bearerOf(c));
    sessions.authorise(sessionId, 'technician', ticket);
    takeTry(newKeys, sessionId, addressOf(c, config), 'new support keys');
    const routing = sessions.allocateRouting(sessionId, ticket);
    log.debug({ session: sessionForLog(sessionId) }, 'session: new support key');
    return c.json({ routing });
  });

  // By itself the page cannot know which sites it may tell of a session. Says nothing of those that nobody asked about.
  routes.get('/embedding', (c) => {
    const answer: Embedding = { isAllowed: config.embedOrigins.includes(c.req.query('origin') ?? '') };
    return c.json(answer);
  });

  routes.get('/keys/:routing', (c) => {
    const address = addressOf(c, config);
    takeTry(keyLookups, limiterKey(address), address, 'support keys');
    const routing = c.req.param('routing');
    if (!isRouting(routing)) throw new ApiFailure('key-unknown');
    const sessionId = sessions.findByRouting(routing);
    return c.json({ sessionId, ...inviteOf(sessions.inviterOf(sessionId)) });
  });

  routes.get('/sessions/:id', (c) => c.json(inviteOf(sessions.inviterOf(sessionIdOf(c)))));

  routes.post('/sessions/:id/join', async (c) => {
    const sessionId = sessionIdOf(c);
    sessions.checkInvite(sessionId);
    const address = addressOf(c, config);
    takeTry(joins, `${sessionId} ${limiterKey(address)}`, address, 'joins');
    const ticket = sessions.join(sessionId);
    log.info({ session: sessionForLog(sessionId) }, 'session: customer is joining');
    return c.json(await accessTo(ticket));
  });

  // A technician's page that slept through its ticket is still signed in; a customer who was away for so long is out.
  routes.post('/sessions/:id/access', async (c) => {
    const sessionId = sessionIdOf(c);
    const ticket = await tickets.readOld(bearerOf(c));
    sessions.authorise(sessionId, ticket.role, ticket);
    if (ticket.role === 'customer' || !isSignedInAs(c, sessions.technicianOf(sessionId))) {
      await tickets.read(bearerOf(c));
    }
    takeTry(renewals, sessionId, addressOf(c, config), 'renewed tickets');
    return c.json(await accessTo(ticket));
  });

  routes.post('/sessions/:id/joined', async (c) => {
    const sessionId = sessionIdOf(c);
    sessions.markJoined(sessionId, await tickets.read(bearerOf(c)));
    log.info({ session: sessionForLog(sessionId) }, 'session: joined');
    return c.body(null, 204);
  });

  routes.post('/sessions/:id/end', async (c) => {
    sessions.end(sessionIdOf(c), await tickets.read(bearerOf(c)));
    return c.body(null, 204);
  });

  routes.all('*', (c) => c.json({ code: 'bad-request' }, 404));
  return routes;
}

/** What a customer is told of whoever invites them. */
function inviteOf({ profile, permissions }: Technician): Invite {
  return { technician: profile, permissions };
}
