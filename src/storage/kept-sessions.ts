// Sessions that a page can go back into when it is loaded again: kept in this browser, for as long as a session waits
// for somebody who is away, and deleted when it ends. What proves who comes back is a key that nothing can read out.

import * as v from 'valibot';
import { DesksideError } from '../protocol/deskside-error.ts';
import { MAX_ABSENCE_MS } from '../protocol/limits.ts';
import { permissionsSchema } from '../protocol/permissions.ts';
import type { Role } from '../protocol/role.ts';
import { joinedSchema, technicianProfileSchema } from '../protocol/session-api.ts';
import { isSessionId } from '../protocol/session-id.ts';
import type { SessionKeeping } from '../session/keeping-ports.ts';
import { epochMsSchema } from '../session/record-schema.ts';
import { notesSchema } from '../session/session-report.ts';
import { decodeSnapshot, type SessionSnapshot } from '../session/session-snapshot.ts';
import { AtOnceStore } from './at-once.ts';
import { type KeyedStore, keyedStore } from './keyed-store.ts';

/** Raised when the shape of a record changes: what another version wrote is not read. */
const RECORD_VERSION = 2;
/** How long it is remembered that a session has ended, in ms: a page that comes back late must not revive it. */
const TOMBSTONE_MS = 24 * 60 * 60 * 1000;
const TOMBSTONE = 'ended.';
/** What a page writes down at once of a session that is over. */
const OVER = 'over';

/** What the session's state does not tell. */
const baseSchema = v.object({
  version: v.literal(RECORD_VERSION),
  sessionId: v.pipe(v.string(), v.check(isSessionId)),
  access: joinedSchema,
  /** A secret for HKDF that can't be read out. */
  resumeKey: v.pipe(
    v.instance(CryptoKey),
    v.check((key) => key.algorithm.name === 'HKDF' && !key.extractable),
  ),
  technician: technicianProfileSchema,
  permissions: permissionsSchema,
});
/** What the console knows of a session beside the session itself. */
const extraSchema = v.object({
  notes: notesSchema,
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  startedAtMs: epochMsSchema,
});
export type KeptExtra = v.InferOutput<typeof extraSchema>;
export type KeptBase = Omit<v.InferOutput<typeof baseSchema>, 'version'>;
/** The same while it lives: `access` is asked for whenever something is written; there is always one by then. */
export type LivingBase = Omit<KeptBase, 'access'> & { access(): KeptBase['access'] | null };

/** A session as it was kept. */
export interface KeptSession {
  readonly base: KeptBase;
  /** The console's; `null` at the customer's. */
  readonly extra: KeptExtra | null;
  readonly snapshot: SessionSnapshot;
}

/** What was read; a damaged record never hides another. */
export interface KeptSessionsRead {
  readonly sessions: readonly KeptSession[];
  /** Records that were there and could not be read: damaged, or of another version. They are gone now. */
  readonly damagedCount: number;
}

export class KeptSessions {
  readonly #store: KeyedStore;
  readonly #atOnce = new AtOnceStore('deskside-session.');
  readonly #now: () => number;

  constructor(
    store: KeyedStore = keyedStore('deskside-sessions', 'sessions'),
    now: () => number = () => Date.now(),
  ) {
    this.#store = store;
    this.#now = now;
  }

  /** The keeping of one session. `extra` is asked for whenever something is written. */
  keepingOf(role: Role, base: LivingBase, extra: () => KeptExtra | null): SessionKeeping {
    return new OneSession(this.#store, this.#atOnce, this.#now, `${role}.${base.sessionId}`, base, extra);
  }

  /** Sessions of one side that can be gone back into, the latest first. What is too old or damaged is deleted. Never rejects. */
  async read(role: Role): Promise<KeptSessionsRead> {
    try {
      return await this.#read(role);
    } catch {
      // Where storage is refused, nothing was kept.
      return { sessions: [], damagedCount: 0 };
    }
  }

  async #read(role: Role): Promise<KeptSessionsRead> {
    await this.#takePending(role);
    const entries = await this.#store.entries();
    const ended = new Set(entries.flatMap(([key]) => (key.startsWith(TOMBSTONE) ? [key] : [])));
    const gone: string[] = [];
    const sessions: KeptSession[] = [];
    let damagedCount = 0;
    for (const [key, value] of entries) {
      if (key.startsWith(TOMBSTONE)) {
        if (!(typeof value === 'number' && value > this.#now())) gone.push(key);
      } else if (key.startsWith(`${role}.`)) {
        const record = decodeRecord(key, value);
        if (record === null) damagedCount += 1;
        else if (this.#isAlive(record) && !ended.has(TOMBSTONE + key)) {
          const { base, extra, snapshot } = record;
          sessions.push({ base, extra, snapshot });
          continue;
        }
        gone.push(key);
      }
    }
    if (gone.length > 0) await this.#store.remove(gone);
    return { sessions: sessions.sort((a, b) => b.snapshot.atMs - a.snapshot.atMs), damagedCount };
  }

  #isAlive({ snapshot }: KeptState): boolean {
    return Math.abs(this.#now() - snapshot.atMs) < MAX_ABSENCE_MS;
  }

  /** Brings what pages wrote while they went away into their records, where whoever reads next finds it too. */
  async #takePending(role: Role): Promise<void> {
    for (const key of this.#atOnce.keys()) {
      if (!key.startsWith(`${role}.`)) continue;
      if (this.#atOnce.read(key) === OVER) await bury(this.#store, key, this.#now());
      const state = decodeState(this.#atOnce.read(key));
      const record = decodeRecord(key, await this.#store.get(key));
      if (state?.snapshot.role === role && record !== null && record.savedNo <= state.savedNo) {
        await this.#store.set(key, recordOf(record.base, state));
      }
      this.#atOnce.remove(key);
    }
  }
}

/** Nothing brings the session under `key` back, whoever still writes it. */
async function bury(store: KeyedStore, key: string, nowMs: number): Promise<void> {
  await store.set(TOMBSTONE + key, nowMs + TOMBSTONE_MS);
  await store.remove([key]);
}

interface KeptState {
  /** Grows with each writing of one session, over however many pages. */
  readonly savedNo: number;
  readonly snapshot: SessionSnapshot;
  readonly extra: KeptExtra | null;
}

const stateSchema = v.object({
  savedNo: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  extra: v.nullable(extraSchema),
  snapshot: v.unknown(),
});

function decodeState(value: unknown): KeptState | null {
  const state = v.safeParse(stateSchema, value);
  const snapshot = state.success ? decodeSnapshot(state.output.snapshot) : null;
  return state.success && snapshot !== null ? { ...state.output, snapshot } : null;
}

/** What stands under `key`; `null` where it is damaged, of another version, or another session's. */
function decodeRecord(key: string, value: unknown): (KeptState & { readonly base: KeptBase }) | null {
  const record = v.safeParse(v.object({ base: baseSchema }), value);
  const state = decodeState(value);
  if (!record.success || state === null) return null;
  const { base } = record.output;
  return `${state.snapshot.role}.${base.sessionId}` === key ? { ...state, base } : null;
}

function recordOf(base: Omit<KeptBase, 'access'> & { readonly access: unknown }, state: KeptState) {
  return { base: { ...base, version: RECORD_VERSION }, ...state };
}

/** Writes one session: one at a time, and of what waits only the last. */
class OneSession implements SessionKeeping {
  readonly #store: KeyedStore;
  readonly #atOnce: AtOnceStore;
  readonly #now: () => number;
  readonly #key: string;
  readonly #base: LivingBase;
  readonly #extra: () => KeptExtra | null;
  #savedNo = 0;
  #writing: Promise<void> | null = null;
  #next: { readonly snapshot: SessionSnapshot; readonly written: Promise<void> } | null = null;
  #isForgotten = false;

  constructor(
    store: KeyedStore,
    atOnce: AtOnceStore,
    now: () => number,
    key: string,
    base: LivingBase,
    extra: () => KeptExtra | null,
  ) {
    this.#store = store;
    this.#atOnce = atOnce;
    this.#now = now;
    this.#key = key;
    this.#base = base;
    this.#extra = extra;
  }

  save(snapshot: SessionSnapshot): Promise<void> {
    if (this.#isForgotten) return Promise.resolve();
    if (this.#writing === null) return this.#write(snapshot);
    const written = this.#next?.written ?? this.#writing.catch(() => {}).then(() => this.#writeNext());
    this.#next = { snapshot, written };
    return written;
  }

  saveAtOnce(snapshot: SessionSnapshot): void {
    if (!this.#isForgotten) this.#atOnce.write(this.#key, this.#stateOf(snapshot));
  }

  async forget(): Promise<void> {
    this.#isForgotten = true;
    // The page may be loaded again before the database has heard of it.
    this.#atOnce.write(this.#key, OVER);
    // Nothing that is still being written may come after it.
    await this.#writing?.catch(() => {});
    try {
      await bury(this.#store, this.#key, this.#now());
    } catch {
      // Where nothing can be written, nothing was kept.
    }
    this.#atOnce.remove(this.#key);
  }

  #writeNext(): Promise<void> {
    const next = this.#next;
    this.#next = null;
    return next === null || this.#isForgotten ? Promise.resolve() : this.#write(next.snapshot);
  }

  #write(snapshot: SessionSnapshot): Promise<void> {
    const record = recordOf({ ...this.#base, access: this.#base.access() }, this.#stateOf(snapshot));
    const writing = this.#store.set(this.#key, record).catch((cause: unknown) => {
      const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
      throw new DesksideError(isFull ? 'session-not-kept-full' : 'session-not-kept', String(cause), {
        cause,
      });
    });
    this.#writing = writing;
    const settle = () => {
      if (this.#writing === writing) this.#writing = null;
    };
    writing.then(settle, settle);
    return writing;
  }

  #stateOf(snapshot: SessionSnapshot): KeptState {
    // The time, so that a page that was loaded again goes on above what the one before it wrote.
    this.#savedNo = Math.max(this.#savedNo + 1, this.#now());
    return { savedNo: this.#savedNo, snapshot, extra: this.#extra() };
  }
}
