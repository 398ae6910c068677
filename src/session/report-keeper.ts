// Keeps a report of each session of the console: written as the session goes on, so that a closed tab loses
// nothing, and deleted when its time has come. Where storage is refused, reports last as long as the page.

import type { TechnicianProfile } from '../protocol/session-api.ts';
import type { Clock, Timer } from './ports.ts';
import type { ReportStore } from './report-ports.ts';
import { DEFAULT_RETENTION, isExpired, type Retention } from './report-retention.ts';
import { isWorthKeeping, reportOf, type SessionNotes, type SessionReport } from './session-report.ts';
import { createStore, type Readable, type Store } from './store.ts';
import type { TechnicianState } from './technician-session.ts';

/** Reports are written at the first change, and then no more often than this, in ms. */
const SAVE_INTERVAL_MS = 1_000;
/** How often reports are looked through for old ones, in ms. */
const CLEANING_INTERVAL_MS = 24 * 60 * 60 * 1000;

export interface ReportsState {
  /** `refused`: the browser keeps nothing; what is listed is of this page only. */
  readonly storage: 'loading' | 'kept' | 'refused';
  /** Of sessions that are over, newest first. */
  readonly reports: readonly SessionReport[];
  readonly damagedCount: number;
  readonly retention: Retention;
}

/** A session of the console, as far as its report needs it. */
export interface ReportedSession {
  readonly sessionId: string;
  readonly technician: TechnicianProfile;
  readonly startedAtMs: number;
  readonly state: Readable<TechnicianState>;
  readonly notes: Readable<SessionNotes>;
}

interface Followed {
  readonly session: ReportedSession;
  /** Writes the report now. */
  save(): void;
  /** Writes it if something has changed since. */
  flush(): void;
  /** Writes it before it returns, if what was written last may not have arrived. */
  leave(): void;
  /** Ends the following, whatever waits to be written. */
  stop(): void;
}

export interface ReportPorts {
  readonly store: ReportStore;
  readonly clock: Clock;
  readonly timer: Timer;
}

export class ReportKeeper {
  readonly #ports: ReportPorts;
  readonly #state: Store<ReportsState> = createStore<ReportsState>({
    storage: 'loading',
    reports: [],
    damagedCount: 0,
    retention: DEFAULT_RETENTION,
  });
  readonly #followed = new Map<string, Followed>();

  constructor(ports: ReportPorts) {
    this.#ports = ports;
  }

  get state(): Readable<ReportsState> {
    return this.#state;
  }

  /** Reads what is kept, deletes what is too old, and does so again every day. */
  async open(retention: Retention): Promise<void> {
    this.#update({ retention });
    await this.refresh();
    this.#ports.timer.after(CLEANING_INTERVAL_MS, () => void this.open(this.#state.value.retention));
  }

  /** Brings the list up to date: with what waits to be written, and with what another tab has written. */
  async refresh(): Promise<void> {
    for (const followed of this.#followed.values()) followed.flush();
    const { store, clock } = this.#ports;
    const { retention } = this.#state.value;
    const young = this.#state.value.reports.filter(
      ({ startedAtMs }) => !isExpired(startedAtMs, retention, clock.now()),
    );
    // What this page follows is newer here than there.
    const own = young.filter(({ sessionId }) => sessionId !== null && this.#followed.has(sessionId));
    try {
      const { reports, damagedCount } = await store.read(retention, clock.now());
      const running = this.#runningIds();
      // What another tab has running looks like one that was cut off until it ends.
      const others = reports.filter(
        ({ sessionId }) => !running.has(sessionId) && own.every((known) => known.sessionId !== sessionId),
      );
      this.#update({ storage: 'kept', reports: sorted([...own, ...others]), damagedCount });
    } catch {
      this.#update({ storage: 'refused', reports: young });
    }
  }

  /** Follows a session from its making on. */
  follow(session: ReportedSession): void {
    let rest: (() => void) | null = null;
    let isDirty = false;
    let wasEnded = false;
    const save = (): void => {
      isDirty = false;
      rest?.();
      rest = this.#ports.timer.after(SAVE_INTERVAL_MS, () => {
        rest = null;
        if (isDirty) save();
      });
      void this.#save(session);
    };
    const changed = (): void => {
      const isEnded = session.state.value.connection.phase === 'ended';
      // The end is written at once: the tab may be closed right after it.
      if (rest === null || (isEnded && !wasEnded)) save();
      else isDirty = true;
      wasEnded = isEnded;
    };
    const unsubscribe = [session.state.subscribe(changed), session.notes.subscribe(changed)];
    this.#followed.set(session.sessionId, {
      session,
      save,
      flush: () => {
        if (isDirty) save();
      },
      leave: () => {
        if (rest === null) return;
        const report = this.#reportOf(session);
        if (isWorthKeeping(report)) this.#ports.store.saveAtOnce(report);
      },
      stop: () => {
        rest?.();
        for (const leave of unsubscribe) leave();
      },
    });
  }

  /** The session has left the console; its report stays. */
  unfollow(sessionId: string): void {
    const followed = this.#followed.get(sessionId);
    followed?.flush();
    followed?.stop();
    this.#followed.delete(sessionId);
  }

  /** The page may be going away for good: writes what may not be written yet, before it returns. */
  leave(): void {
    for (const followed of this.#followed.values()) followed.leave();
  }

  /** Keeps reports for another time from now on; what is older goes at once. */
  async setRetention(retention: Retention): Promise<void> {
    this.#update({ retention });
    await this.refresh();
  }

  async remove(report: SessionReport): Promise<void> {
    this.#forget(({ sessionId }) => sessionId === report.sessionId);
    await this.#write((store) => store.remove(report));
  }

  /** Deletes every report but those of sessions that are not over. */
  async removeAll(): Promise<void> {
    this.#forget(() => true);
    await this.#write((store) => store.clear());
    for (const { save } of this.#followed.values()) save();
    await this.refresh();
  }

  /** Takes reports off the list; a session that is over is not written down again. */
  #forget(isMeant: (report: SessionReport) => boolean): void {
    const { reports } = this.#state.value;
    for (const { sessionId } of reports.filter(isMeant)) {
      if (sessionId === null) continue;
      this.#followed.get(sessionId)?.stop();
      this.#followed.delete(sessionId);
    }
    this.#update({ reports: reports.filter((report) => !isMeant(report)) });
  }

  async #save(session: ReportedSession): Promise<void> {
    const report = this.#reportOf(session);
    if (!isWorthKeeping(report)) return;
    if (report.endedAtMs !== null) {
      const others = this.#state.value.reports.filter(({ sessionId }) => sessionId !== report.sessionId);
      this.#update({ reports: sorted([report, ...others]) });
    }
    await this.#write((store) => store.save(report));
  }

  #reportOf(session: ReportedSession): SessionReport {
    const source = { ...session, side: 'technician', notes: session.notes.value } as const;
    return reportOf(source, session.state.value, this.#ports.clock.now());
  }

  async #write(action: (store: ReportStore) => Promise<void>): Promise<void> {
    try {
      await action(this.#ports.store);
    } catch {
      this.#update({ storage: 'refused' });
    }
  }

  #runningIds(): ReadonlySet<string | null> {
    const running = [...this.#followed.values()].filter(
      ({ session }) => session.state.value.connection.phase !== 'ended',
    );
    return new Set(running.map(({ session }) => session.sessionId));
  }

  #update(patch: Partial<ReportsState>): void {
    this.#state.set({ ...this.#state.value, ...patch });
  }
}

function sorted(reports: readonly SessionReport[]): readonly SessionReport[] {
  return reports.toSorted((a, b) => b.startedAtMs - a.startedAtMs);
}
