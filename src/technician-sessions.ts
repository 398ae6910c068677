// Builds the technician's sessions over the real adapters: new ones, and those that were kept.

import type { SessionHandle } from './components/technician-shell/technician-stage.ts';
import { LateKeeping } from './late-keeping.ts';
import { pageFileTransfers } from './page-file-transfers.ts';
import { SECRET_BYTES } from './protocol/limits.ts';
import type { Permissions } from './protocol/permissions.ts';
import type { Joined, TechnicianProfile } from './protocol/session-api.ts';
import { formatSupportLink } from './protocol/support-link.ts';
import { createIdentity, type Identity } from './rtc/identity.ts';
import { BrowserScreenCapture } from './rtc/screen-capture.ts';
import type { SessionServer } from './rtc/session-server.ts';
import { supportKeys } from './rtc/support-keys.ts';
import { TechnicianListener, type TechnicianMeeting } from './rtc/technician-listener.ts';
import { NO_NOTES, type SessionNotes } from './session/session-report.ts';
import type { TechnicianSnapshot } from './session/session-snapshot.ts';
import { createStore } from './session/store.ts';
import { TechnicianSession } from './session/technician-session.ts';
import { claimName, handOverWhenAsked } from './session-in-tab.ts';
import { type KeptSession, KeptSessions } from './storage/kept-sessions.ts';
import { claimSession, type SessionClaim } from './storage/session-claim.ts';
import { systemClock, systemTimer } from './system-clock.ts';

export interface TechnicianSessionsOptions {
  readonly server: SessionServer;
  /** Another tab goes on with the session; it has been let go here. */
  onTaken(sessionId: string): void;
}

/** What one session is made of. */
interface Making {
  readonly sessionId: string;
  readonly technician: TechnicianProfile;
  readonly permissions: Permissions;
  readonly access: Joined;
  readonly wayIn: TechnicianMeeting['wayIn'];
  readonly supportLink: string;
  readonly snapshot: TechnicianSnapshot | null;
  readonly startedAtMs: number;
  readonly number: number;
  readonly notes: SessionNotes;
  readonly linkExpiresAtMs?: number;
  claim(): Promise<SessionClaim | null>;
}

export class TechnicianSessions {
  readonly #options: TechnicianSessionsOptions;
  readonly #capture = new BrowserScreenCapture();
  readonly #newTransfers = pageFileTransfers();
  readonly kept = new KeptSessions();
  #identity: Promise<Identity> | null = null;
  #count = 0;

  constructor(options: TechnicianSessionsOptions) {
    this.#options = options;
  }

  /** A new session at the server. Rejects with a `DesksideError`. */
  async create(): Promise<SessionHandle> {
    const [created, identity] = await Promise.all([
      this.#options.server.createSession(),
      this.#ownIdentity(),
    ]);
    const { sessionId } = created;
    // The secret is made here, and only the link carries it.
    const secret = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
    this.#count += 1;
    return this.#make(identity, {
      sessionId,
      technician: created.technician,
      permissions: created.permissions,
      access: created,
      wayIn: { way: 'link', secret },
      supportLink: formatSupportLink(new URL('/', location.href).href, { sessionId, secret }),
      snapshot: null,
      startedAtMs: systemClock.now(),
      number: this.#count,
      notes: NO_NOTES,
      linkExpiresAtMs: created.expiresAtMs,
      claim: () => claimSession(claimName('technician', sessionId)),
    });
  }

  /** A session that was kept, on its way back. `claim` is this tab's, to that session. */
  async restore({ base, extra, snapshot }: KeptSession, claim: SessionClaim): Promise<SessionHandle | null> {
    if (snapshot.role !== 'technician' || extra === null) return null;
    this.#count = Math.max(this.#count, extra.number);
    const handle = this.#make(await this.#ownIdentity(), {
      ...base,
      wayIn: { way: 'resume', key: base.resumeKey },
      // It has been used, and leads nowhere.
      supportLink: '',
      snapshot,
      ...extra,
      claim: async () => claim,
    });
    handle.session.returnToSession();
    return handle;
  }

  #ownIdentity(): Promise<Identity> {
    this.#identity ??= createIdentity();
    return this.#identity;
  }

  #make(identity: Identity, making: Making): SessionHandle {
    const { server, onTaken } = this.#options;
    const { sessionId, technician, permissions, wayIn, number, startedAtMs } = making;
    let { access } = making;
    const keeping = new LateKeeping();
    const notes = createStore(making.notes);
    const keep = (resumeKey: CryptoKey) => {
      const extra = () => ({ notes: notes.value, number, startedAtMs });
      const base = { sessionId, access: () => access, resumeKey, technician, permissions };
      keeping.use(this.kept.keepingOf('technician', base, extra));
      void handOverWhenAsked(making.claim(), session, () => onTaken(sessionId));
    };
    const { signallingUrl } = server;
    const listener = new TechnicianListener({
      sessionId,
      wayIn,
      access: () => access,
      identity,
      signallingUrl,
      onJoined: keep,
      renew: (ticket) => server.renew(sessionId, ticket),
      onRenewed: (renewed) => {
        access = renewed;
        session.keepSoon();
      },
    });
    const ports = {
      clock: systemClock,
      timer: systemTimer,
      newId: () => crypto.randomUUID(),
      record: server.record(sessionId, () => access.ticket),
      newTransfers: this.#newTransfers,
      keeping,
      permissions,
      listener,
      capture: this.#capture,
      keys: supportKeys(server, sessionId, () => access.ticket),
    };
    const session = new TechnicianSession(making.supportLink, ports, making.snapshot);
    notes.subscribe(() => session.keepSoon());
    if (wayIn.way === 'resume') keep(wayIn.key);
    return {
      id: sessionId,
      number,
      startedAtMs,
      session,
      picture: listener.picture,
      notes,
      ...(making.linkExpiresAtMs === undefined ? {} : { linkExpiresAtMs: making.linkExpiresAtMs }),
    };
  }
}
