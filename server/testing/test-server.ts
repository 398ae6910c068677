// A real server on a free port, and sessions on it whose two sides are at signalling.

import type { Role } from '../../src/protocol/role.ts';
import { peerIdOf } from '../../src/protocol/session-id.ts';
import type { ServerConfig } from '../config.ts';
import type { Log } from '../log.ts';
import type { SocketLimits } from '../signalling.ts';
import type { HubLimits } from '../signalling-hub.ts';
import { type RunningServer, startServer } from '../start-server.ts';
import { ManualClock } from './manual-clock.ts';
import { SignallingClient, signallingUrl } from './signalling-client.ts';
import { silentLog } from './silent-log.ts';
import { TEST_TOKEN, testConfig } from './test-config.ts';

export interface TestServerOptions {
  readonly config?: Partial<ServerConfig>;
  readonly hubLimits?: HubLimits;
  readonly socketLimits?: SocketLimits;
  readonly log?: Log;
}

interface Side {
  readonly id: string;
  readonly ticket: string;
}

export interface TestSession {
  readonly sessionId: string;
  readonly technician: Side;
  readonly customer: Side;
}

export class TestServer {
  readonly running: RunningServer;
  readonly clock: ManualClock;

  private constructor(running: RunningServer, clock: ManualClock) {
    this.running = running;
    this.clock = clock;
  }

  static async start({ config, ...limits }: TestServerOptions = {}): Promise<TestServer> {
    const clock = new ManualClock();
    const options = { clock, log: silentLog, pagesFolder: '/nowhere', ...limits };
    return new TestServer(await startServer(testConfig(config), options), clock);
  }

  post(path: string, headers: Record<string, string> = {}, body?: object): Promise<Response> {
    const init = { method: 'POST', headers, ...(body ? { body: JSON.stringify(body) } : {}) };
    return fetch(`${this.running.url}${path}`, init);
  }

  /** A session that the customer is joining; without a cookie, one of whoever has the console's link. */
  async createSession(cookieOfTechnician?: string): Promise<TestSession> {
    const cookie = cookieOfTechnician ?? (await this.#signInByLink());
    const created = await jsonOf(this.post('/api/sessions', { cookie }));
    const sessionId = String(created.sessionId);
    return {
      sessionId,
      technician: { id: peerIdOf(sessionId, 'technician'), ticket: String(created.ticket) },
      customer: { id: peerIdOf(sessionId, 'customer'), ticket: await this.join(sessionId) },
    };
  }

  async #signInByLink(): Promise<string> {
    const signedIn = await this.post('/api/sign-in', {}, { token: TEST_TOKEN });
    return signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  /** A customer's ticket. */
  async join(sessionId: string): Promise<string> {
    return String((await jsonOf(this.post(`/api/sessions/${sessionId}/join`))).ticket);
  }

  markJoined({ sessionId, technician }: TestSession): Promise<Response> {
    return this.post(`/api/sessions/${sessionId}/joined`, { authorization: `Bearer ${technician.ticket}` });
  }

  /** Opens a socket; nothing is awaited. */
  open(session: TestSession, role: Role, ticket = session[role].ticket): SignallingClient {
    return new SignallingClient(signallingUrl(this.running.url, session.sessionId, role, ticket));
  }

  /** Opens a socket and waits until it was let in. */
  async connect(session: TestSession, role: Role): Promise<SignallingClient> {
    const client = this.open(session, role);
    const frame = await client.next();
    if (frame.type !== 'OPEN') throw new Error(`not let in: ${JSON.stringify(frame)}`);
    return client;
  }

  /** Lets time pass, and the server notice. */
  advance(ms: number): void {
    this.clock.advance(ms);
    this.running.sweep();
  }

  async health(): Promise<Readonly<Record<string, unknown>>> {
    return jsonOf(fetch(`${this.running.url}/healthz`));
  }
}

async function jsonOf(response: Promise<Response>): Promise<Readonly<Record<string, unknown>>> {
  return Object(await (await response).json());
}
