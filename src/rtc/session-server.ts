// The server's HTTP side as the pages use it: who invites, who is signed in, sessions made, joined and ended.

import type * as v from 'valibot';
import { DesksideError } from '../protocol/deskside-error.ts';
import {
  apiErrorSchema,
  decodeApiBody,
  type Invite,
  inviteSchema,
  type Joined,
  joinedSchema,
  type KeyAllocated,
  keyAllocatedSchema,
  type Routed,
  routedSchema,
  type SessionCreated,
  type SignInRequest,
  type SignInWays,
  sessionCreatedSchema,
  signedInSchema,
  signInWaysSchema,
  type TechnicianProfile,
} from '../protocol/session-api.ts';
import type { SessionRecord, Timer } from '../session/ports.ts';
import { anySignal } from './any-signal.ts';
import { insistingRecord } from './server-record.ts';

const TIMEOUT_MS = 15_000;

interface RequestOptions {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  readonly ticket?: string;
  readonly signal?: AbortSignal;
  /** Goes out even while the page is closing. */
  readonly keepalive?: boolean;
}

/** Every method rejects with a `DesksideError`: `server-unreachable`, `server-busy`, or the server's own code. */
export class SessionServer {
  readonly #baseUrl: string;
  readonly #timer: Timer;

  /** `baseUrl` is the server's origin. */
  constructor(baseUrl: string, timer: Timer) {
    this.#baseUrl = baseUrl;
    this.#timer = timer;
  }

  /** Where PeerJS signalling is. */
  get signallingUrl(): URL {
    return new URL('/signal/', this.#baseUrl);
  }

  /** Which ways to sign in there are, beside the console's link. */
  signInWays(): Promise<SignInWays> {
    return this.json(signInWaysSchema, '/api/sign-in', {});
  }

  async signIn(body: SignInRequest): Promise<TechnicianProfile> {
    return (await this.json(signedInSchema, '/api/sign-in', { method: 'POST', body })).technician;
  }

  async signOut(): Promise<void> {
    await this.#request('/api/sign-out', { method: 'POST' });
  }

  /** Who is signed in; rejects with `sign-in-required` when nobody is. */
  async technician(): Promise<TechnicianProfile> {
    return (await this.json(signedInSchema, '/api/technician', {})).technician;
  }

  createSession(): Promise<SessionCreated> {
    return this.json(sessionCreatedSchema, '/api/sessions', { method: 'POST' });
  }

  invite(sessionId: string): Promise<Invite> {
    return this.json(inviteSchema, `/api/sessions/${sessionId}`, {});
  }

  /** The session behind the routing digits of a support key. Its secret digits are none of the server's business. */
  findByKey(routing: string): Promise<Routed> {
    return this.json(routedSchema, `/api/keys/${routing}`, {});
  }

  /** Routing digits for a new support key, with the technician's ticket. Those given out before are taken back. */
  allocateKey(sessionId: string, ticket: string): Promise<KeyAllocated> {
    return this.json(keyAllocatedSchema, `/api/sessions/${sessionId}/key`, { method: 'POST', ticket });
  }

  join(sessionId: string, signal: AbortSignal): Promise<Joined> {
    return this.json(joinedSchema, `/api/sessions/${sessionId}/join`, { method: 'POST', signal });
  }

  /** Another ticket for one that will run out. */
  renew(sessionId: string, ticket: string): Promise<Joined> {
    return this.json(joinedSchema, `/api/sessions/${sessionId}/access`, { method: 'POST', ticket });
  }

  /** The server's record of a session, for the side that `ticket()` belongs to. */
  record(sessionId: string, ticket: () => string | null): SessionRecord {
    const say = async (what: 'joined' | 'end') => {
      const held = ticket();
      if (held === null) return;
      const path = `/api/sessions/${sessionId}/${what}`;
      await this.#request(path, { method: 'POST', ticket: held, keepalive: true });
    };
    return insistingRecord(say, this.#timer, Math.random);
  }

  /** An answer's body as `schema` says; public for what is loaded later. */
  async json<Schema extends v.GenericSchema>(
    schema: Schema,
    path: string,
    options: RequestOptions,
  ): Promise<v.InferOutput<Schema>> {
    const response = await this.#request(path, options);
    return decodeApiBody(schema, await readJson(response));
  }

  async #request(path: string, options: RequestOptions): Promise<Response> {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const headers = new Headers();
    if (options.body !== undefined) headers.set('Content-Type', 'application/json');
    if (options.ticket !== undefined) headers.set('Authorization', `Bearer ${options.ticket}`);
    let response: Response;
    try {
      response = await fetch(new URL(path, this.#baseUrl), {
        method: options.method ?? 'GET',
        headers,
        body: options.body === undefined ? null : JSON.stringify(options.body),
        credentials: 'same-origin',
        cache: 'no-store',
        keepalive: options.keepalive ?? false,
        signal: options.signal === undefined ? timeout : anySignal(timeout, options.signal),
      });
    } catch (cause) {
      if (options.signal?.aborted) throw options.signal.reason;
      throw new DesksideError('server-unreachable', String(cause), { cause });
    }
    if (!response.ok) throw await refusal(response);
    return response;
  }
}

async function refusal(response: Response): Promise<DesksideError> {
  try {
    const { code } = decodeApiBody(apiErrorSchema, await readJson(response));
    return new DesksideError(code === 'bad-request' ? 'server-response-invalid' : code);
  } catch {
    if (response.status === 429 || response.status === 503) return new DesksideError('server-busy');
    // A proxy's own page, most likely: the server behind it is not there.
    return new DesksideError('server-unreachable', `status ${response.status}`);
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new DesksideError('server-response-invalid', 'not JSON', { cause });
  }
}
