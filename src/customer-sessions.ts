// Builds the customer's sessions over the real adapters: new ones, and those that were kept. What nobody needs before
// they join is loaded later.

import { LateKeeping } from './late-keeping.ts';
import { lazyConnector } from './lazy-connector.ts';
import type { AbuseReport } from './protocol/abuse-report.ts';
import { DesksideError } from './protocol/deskside-error.ts';
import type { Invite, Joined } from './protocol/session-api.ts';
import type { WayIn } from './protocol/way-in.ts';
import type { WayBack } from './rtc/credential.ts';
import type { CustomerMeeting } from './rtc/customer-connector.ts';
import type { Identity } from './rtc/identity.ts';
import { BrowserScreenCapture } from './rtc/screen-capture.ts';
import type { SessionServer } from './rtc/session-server.ts';
import { CustomerSession } from './session/customer-session.ts';
import type { CustomerSnapshot } from './session/session-snapshot.ts';
import { createStore, type Readable } from './session/store.ts';
import type { NewFileTransfers } from './session/support-session.ts';
import { claimName, handOverWhenAsked } from './session-in-tab.ts';
import { type KeptSession, KeptSessions } from './storage/kept-sessions.ts';
import { claimSession, type SessionClaim } from './storage/session-claim.ts';
import { systemClock, systemTimer } from './system-clock.ts';

/** A session, and what comes with it. */
export interface MadeSession {
  readonly session: CustomerSession;
  /** The technician's screen. */
  readonly picture: Readable<MediaStream | null>;
  /** Tells the server of abuse; resolves with the report's reference. */
  report(report: AbuseReport): Promise<string>;
}

/** Loads a part of the page that nobody needs before they join: PeerJS and everything behind it. */
async function part<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (cause) {
    throw new DesksideError('server-unreachable', 'a part of the page did not load', { cause });
  }
}
const loadConnector = () => part(import('./rtc/customer-connector.ts'));
const loadKeyExchange = () => part(import('./rtc/key-exchange.ts'));
const loadSessionParts = () => part(import('./components/customer-shell/session-parts.ts'));
const loadReporting = () => part(import('./rtc/abuse-reporting.ts'));
const loadIdentity = () => part(import('./rtc/identity.ts'));

/** There before the connection is, since a click must be able to open the browser's dialog. */
let newTransfers: NewFileTransfers | null = null;
async function loadFiles(): Promise<void> {
  const { pageFileTransfers } = await part(import('./page-file-transfers.ts'));
  newTransfers ??= pageFileTransfers();
}

/** One certificate for as long as the page lives. */
let identity: Identity | null = null;
async function ownIdentity(): Promise<Identity> {
  const { createIdentity } = await loadIdentity();
  identity ??= await createIdentity();
  return identity;
}

const capture = new BrowserScreenCapture();

/** Loads what joining needs; rejects never, since whoever joins finds out. */
export async function prepareToJoin(wayIn: WayIn): Promise<void> {
  const parts = [loadConnector, loadSessionParts, loadIdentity, loadFiles, loadReporting];
  await Promise.allSettled(
    [...parts, ...(wayIn.way === 'key' ? [loadKeyExchange] : [])].map((load) => load()),
  );
}

export interface CustomerSessionsOptions {
  readonly server: SessionServer;
  /** BCP 47 tag of the page's language at this moment. */
  language(): string;
  /** Another tab goes on with the session; settles when it has been let go here. */
  onTaken(made: MadeSession): void;
}

export class CustomerSessions {
  readonly #options: CustomerSessionsOptions;
  readonly kept = new KeptSessions();

  constructor(options: CustomerSessionsOptions) {
    this.#options = options;
  }

  /** A session that can be joined. */
  create(sessionId: string, wayIn: WayIn, invite: Invite): MadeSession {
    return this.#make(sessionId, invite, null, {
      wayIn,
      join: (signal) => this.#options.server.join(sessionId, signal),
      claim: () => claimSession(claimName('customer', sessionId)),
    });
  }

  /** A session that was kept, on its way back. `claim` is this tab's, to that session. */
  restore({ base, snapshot }: KeptSession, claim: SessionClaim): MadeSession | null {
    if (snapshot.role !== 'customer') return null;
    const made = this.#make(base.sessionId, base, snapshot, {
      wayIn: { way: 'resume', key: base.resumeKey },
      join: async () => base.access,
      claim: async () => claim,
    });
    made.session.returnToSession();
    return made;
  }

  #make(
    sessionId: string,
    { technician, permissions }: Invite,
    snapshot: CustomerSnapshot | null,
    way: {
      readonly wayIn: WayIn | WayBack;
      join(signal: AbortSignal): Promise<Joined>;
      claim(): Promise<SessionClaim | null>;
    },
  ): MadeSession {
    const { server, language, onTaken } = this.#options;
    const keeping = new LateKeeping();
    let access: Joined | null = null;
    const keep = (resumeKey: CryptoKey) => {
      const base = { sessionId, access: () => access, resumeKey, technician, permissions };
      keeping.use(this.kept.keepingOf('customer', base, () => null));
      void handOverWhenAsked(way.claim(), made.session, () => onTaken(made));
    };
    const meeting: CustomerMeeting = {
      sessionId,
      wayIn: way.wayIn,
      signallingUrl: server.signallingUrl,
      identity: ownIdentity,
      join: async (signal) => {
        access = await way.join(signal);
        return access;
      },
      renew: (ticket) => server.renew(sessionId, ticket),
      onRenewed: (renewed) => {
        access = renewed;
        made.session.keepSoon();
      },
      onJoined: keep,
    };
    const picture = createStore<MediaStream | null>(null);
    const ports = {
      clock: systemClock,
      timer: systemTimer,
      newId: () => crypto.randomUUID(),
      record: server.record(sessionId, () => access?.ticket ?? null),
      newTransfers: (...args: Parameters<NewFileTransfers>) => {
        if (newTransfers === null) throw new DesksideError('save-unsupported', 'not loaded');
        return newTransfers(...args);
      },
      keeping,
      permissions,
      connector: lazyConnector(async () => {
        const [{ CustomerConnector }] = await Promise.all([loadConnector(), loadFiles(), loadSessionParts()]);
        return new CustomerConnector(meeting, picture);
      }),
      capture,
    };
    const report = async (report: AbuseReport) => {
      const { ticket } = access ?? {};
      if (ticket === undefined) throw new DesksideError('session-ended');
      return (await loadReporting()).reportAbuse(server, { sessionId, ticket }, report);
    };
    const made = { session: new CustomerSession(technician, language(), ports, snapshot), picture, report };
    if (way.wayIn.way === 'resume') keep(way.wayIn.key);
    return made;
  }
}
