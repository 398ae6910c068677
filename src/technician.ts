// Entry of the technician's console: signs in, makes sessions with the real adapters, mounts the shell.

import { BrowserNotifier } from './browser-notifier.ts';
import type { TechnicianShell } from './components/technician-shell/technician-shell.ts';
import './components/technician-shell/technician-shell.ts';
import {
  emptyStage,
  type ReadyStage,
  type SessionHandle,
  type TechnicianStage,
  withoutSession,
  withSession,
  withShown,
} from './components/technician-shell/technician-stage.ts';
import { LANGUAGES } from './i18n/language.ts';
import { loadTechnicianWords } from './i18n/load-words.ts';
import { PageLanguage } from './page-language.ts';
import { errorCodeOf } from './protocol/deskside-error.ts';
import { SECRET_BYTES } from './protocol/limits.ts';
import { formatSupportLink } from './protocol/support-link.ts';
import { createIdentity } from './rtc/identity.ts';
import { BrowserScreenCapture } from './rtc/screen-capture.ts';
import { SessionServer } from './rtc/session-server.ts';
import { supportKeys } from './rtc/support-keys.ts';
import { TechnicianListener } from './rtc/technician-listener.ts';
import { ReportKeeper } from './session/report-keeper.ts';
import { formatRetention, parseRetention, type Retention } from './session/report-retention.ts';
import { NO_NOTES, type SessionReport } from './session/session-report.ts';
import { createStore } from './session/store.ts';
import { TechnicianSession } from './session/technician-session.ts';
import { createBrowserFilePorts } from './storage/browser-file-ports.ts';
import { readPreference, writePreference } from './storage/preferences.ts';
import { BrowserReportStore } from './storage/reports.ts';
import { systemClock, systemTimer } from './system-clock.ts';

// The sign-in link that the server prints carries its token in the fragment; it is taken out at once.
const token = location.hash.slice(1);
if (token !== '') history.replaceState(null, '', location.pathname + location.search);

const server = new SessionServer(location.origin, systemTimer);
const capture = new BrowserScreenCapture();
const files = createBrowserFilePorts();
const language = new PageLanguage();
const notifier = new BrowserNotifier();
const shell = document.createElement('deskside-technician') as TechnicianShell;
let identity: ReturnType<typeof createIdentity> | null = null;
let sessionCount = 0;
const keeper = new ReportKeeper({ store: new BrowserReportStore(), clock: systemClock, timer: systemTimer });

async function createSession(): Promise<SessionHandle> {
  identity ??= createIdentity();
  const [created, own] = await Promise.all([server.createSession(), identity]);
  const { sessionId } = created;
  // The secret is made here, and only the link carries it.
  const secret = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const support = { sessionId, secret };
  const listener = new TechnicianListener({
    sessionId,
    wayIn: { way: 'link', secret },
    access: created,
    identity: own,
    signallingUrl: server.signallingUrl,
    onJoined: () => {},
  });
  const session = new TechnicianSession(formatSupportLink(new URL('/', location.href).href, support), {
    clock: systemClock,
    timer: systemTimer,
    keeping: null,
    newId: () => crypto.randomUUID(),
    record: server.record(sessionId, () => created.ticket),
    files,
    listener,
    capture,
    keys: supportKeys(server, sessionId, created.ticket),
  });
  sessionCount += 1;
  return {
    id: sessionId,
    number: sessionCount,
    startedAtMs: systemClock.now(),
    session,
    picture: listener.picture,
    notes: createStore(NO_NOTES),
    linkExpiresAtMs: created.expiresAtMs,
  };
}

async function signInWith(given: string): Promise<void> {
  try {
    setStage(emptyStage(await server.signIn(given)));
  } catch (error) {
    setStage({ phase: 'signed-out', problem: errorCodeOf(error, 'server-unreachable') });
  }
}

async function findOut(): Promise<void> {
  setStage({ phase: 'loading', problem: null });
  try {
    setStage(emptyStage(await server.technician()));
  } catch (error) {
    const code = errorCodeOf(error, 'server-unreachable');
    setStage(
      code === 'sign-in-required'
        ? { phase: 'signed-out', problem: null }
        : { phase: 'loading', problem: code },
    );
  }
}

async function startSession(): Promise<void> {
  if (ready()?.isCreating !== false) return;
  change((stage) => ({ ...stage, isCreating: true, problem: null }));
  try {
    const handle = await createSession();
    change((stage) => {
      keeper.follow({
        ...handle,
        sessionId: handle.id,
        technician: stage.technician,
        state: handle.session.state,
      });
      return withSession(stage, handle);
    });
    handle.session.start();
  } catch (error) {
    const problem = errorCodeOf(error, 'browser-unsupported');
    // Sessions that run need no sign-in, so they stay.
    if (problem === 'sign-in-required' && ready()?.sessions.length === 0) {
      setStage({ phase: 'signed-out', problem });
    } else {
      change((stage) => ({ ...stage, isCreating: false, problem }));
    }
  }
}

/** The stage while somebody is signed in. */
function ready(): ReadyStage | null {
  const { stage } = shell;
  return stage?.phase === 'ready' ? stage : null;
}

/** Changes the list of sessions, while somebody is signed in. */
function change(next: (stage: ReadyStage) => ReadyStage): void {
  const stage = ready();
  if (stage !== null) setStage(next(stage));
}

function setStage(stage: TechnicianStage): void {
  shell.stage = stage;
}

async function show(): Promise<void> {
  shell.words = await loadTechnicianWords(language.current);
  shell.language = language.current;
  document.documentElement.lang = language.current;
}

shell.addEventListener('deskside-sign-in-request', (event) => {
  void signInWith((event as CustomEvent<{ token: string }>).detail.token);
});
shell.addEventListener('deskside-retry-request', () => void findOut());
shell.addEventListener('deskside-new-session-request', () => void startSession());
shell.addEventListener('deskside-show-session-request', (event) => {
  const { id } = (event as CustomEvent<{ id: string }>).detail;
  change((stage) => withShown(stage, id));
});
shell.addEventListener('deskside-close-session-request', (event) => {
  const { id } = (event as CustomEvent<{ id: string }>).detail;
  keeper.unfollow(id);
  change((stage) => withoutSession(stage, id));
});
shell.addEventListener('deskside-reports-request', () => void keeper.refresh());
shell.addEventListener('deskside-retention-request', (event) => {
  const { retention } = (event as CustomEvent<{ retention: Retention }>).detail;
  void writePreference('report-retention', formatRetention(retention));
  void keeper.setRetention(retention);
});
shell.addEventListener('deskside-delete-report-request', (event) => {
  void keeper.remove((event as CustomEvent<{ report: SessionReport }>).detail.report);
});
shell.addEventListener('deskside-delete-reports-request', () => void keeper.removeAll());
// The page may be going away for good.
addEventListener('pagehide', () => keeper.leave());
shell.addEventListener('deskside-language-request', (event) => {
  const wanted = (event as CustomEvent<{ language: string }>).detail.language;
  const chosen = LANGUAGES.find((known) => known === wanted);
  if (chosen !== undefined) void language.choose(chosen).then(show);
});

shell.addEventListener('deskside-shortcuts-request', (event) => {
  const { isEnabled } = (event as CustomEvent<{ isEnabled: boolean }>).detail;
  void writePreference('shortcuts', isEnabled ? 'on' : 'off');
});

shell.stage = { phase: 'loading', problem: null };
shell.reports = keeper.state;
shell.isShowingReports = new URLSearchParams(location.search).has('reports');
void readPreference('report-retention').then((kept) => keeper.open(parseRetention(kept)));
shell.hasShortcuts = (await readPreference('shortcuts')) !== 'off';
shell.notifier = notifier;
await Promise.all([language.load(), notifier.load()]);
await show();
document.body.append(shell);
await (token === '' ? findOut() : signInWith(token));
