// Entry of the technician's console: signs in, goes back into the sessions that were kept, makes new ones, mounts the shell.

import * as v from 'valibot';
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
import { type ErrorCode, errorCodeOf } from './protocol/deskside-error.ts';
import {
  OIDC_PATH,
  SIGN_IN_PROBLEM_PARAMETER,
  type SignInRequest,
  signInProblemSchema,
} from './protocol/session-api.ts';
import { SessionServer } from './rtc/session-server.ts';
import { ReportKeeper } from './session/report-keeper.ts';
import { formatRetention, parseRetention, type Retention } from './session/report-retention.ts';
import type { SessionReport } from './session/session-report.ts';
import { claimName } from './session-in-tab.ts';
import { readPreference, writePreference } from './storage/preferences.ts';
import { BrowserReportStore } from './storage/reports.ts';
import { claimSession, type SessionClaim, takeSession } from './storage/session-claim.ts';
import { systemClock, systemTimer } from './system-clock.ts';
import { TechnicianSessions } from './technician-sessions.ts';

// The sign-in link that the server prints carries its token in the fragment; it is taken out at once.
const token = location.hash.slice(1);
if (token !== '') history.replaceState(null, '', location.pathname + location.search);

const server = new SessionServer(location.origin, systemTimer);
const language = new PageLanguage();
const notifier = new BrowserNotifier();
const shell = document.createElement('deskside-technician') as TechnicianShell;
const keeper = new ReportKeeper({ store: new BrowserReportStore(), clock: systemClock, timer: systemTimer });

const sessions = new TechnicianSessions({
  server,
  // It is kept by the other tab from now on.
  onTaken: (sessionId) => {
    keeper.unfollow(sessionId);
    change((stage) => ({
      ...withoutSession(stage, sessionId),
      elsewhereCount: stage.elsewhereCount + 1,
    }));
  },
});

async function signInWith(request: SignInRequest): Promise<void> {
  const { stage } = shell;
  if (stage?.phase === 'signed-out') setStage({ ...stage, isBusy: true, problem: null });
  try {
    setStage(emptyStage(await server.signIn(request)));
    await comeBack(claimSession);
  } catch (error) {
    await askToSignIn(errorCodeOf(error, 'server-unreachable'));
  }
}

/** `problem` is why nobody was signed in just before, if somebody should have been. */
async function findOut(problem: ErrorCode | null = null): Promise<void> {
  setStage({ phase: 'loading', problem: null });
  try {
    setStage(emptyStage(await server.technician()));
    await comeBack(claimSession);
  } catch (error) {
    const code = errorCodeOf(error, 'server-unreachable');
    if (code === 'sign-in-required') await askToSignIn(problem);
    else setStage({ phase: 'loading', problem: code });
  }
}

/** Shows the ways to sign in that the server has, and why the last one came to nothing. */
async function askToSignIn(problem: ErrorCode | null): Promise<void> {
  const { stage } = shell;
  try {
    const ways = stage?.phase === 'signed-out' ? stage.ways : await server.signInWays();
    setStage({ phase: 'signed-out', ways, isBusy: false, problem });
  } catch (error) {
    setStage({ phase: 'loading', problem: errorCodeOf(error, 'server-unreachable') });
  }
}

/** Nothing of this technician stays for whoever signs in here next, but the reports, which are the browser's. */
async function signOut(): Promise<void> {
  try {
    await server.signOut();
  } catch (error) {
    change((stage) => ({ ...stage, problem: errorCodeOf(error, 'server-unreachable') }));
    return;
  }
  // What other tabs have would be offered to the next one too.
  if ((ready()?.elsewhereCount ?? 0) > 0) await comeBack(takeSession);
  for (const { id, session } of ready()?.sessions ?? []) {
    if (session.isBusy) session.end();
    keeper.unfollow(id);
  }
  await askToSignIn(null);
}

/** Goes back into the sessions that were kept, as far as `claim` gets them. */
async function comeBack(claim: (name: string) => Promise<SessionClaim | null>): Promise<void> {
  const { sessions: kept, damagedCount } = await sessions.kept.read('technician');
  if (damagedCount > 0) change((stage) => ({ ...stage, problem: 'session-not-restored' }));
  const claims = new Map<string, SessionClaim | null>();
  for (const { base } of kept)
    claims.set(base.sessionId, await claim(claimName('technician', base.sessionId)));
  // Whoever handed a session over has written its last word meanwhile.
  const handedOver = [...(await sessions.kept.read('technician')).sessions];
  handedOver.sort((a, b) => (a.extra?.number ?? 0) - (b.extra?.number ?? 0));
  for (const each of handedOver) {
    const own = claims.get(each.base.sessionId);
    const handle = own ? await sessions.restore(each, own) : null;
    if (handle !== null) add(handle);
  }
  const elsewhereCount = [...claims.values()].filter((own) => own === null).length;
  change((stage) => ({ ...stage, elsewhereCount }));
}

/** Adds a session to the console, and keeps its report. */
function add(handle: SessionHandle): void {
  change((stage) => {
    keeper.follow({
      ...handle,
      sessionId: handle.id,
      technician: stage.technician,
      state: handle.session.state,
    });
    return withSession(stage, handle);
  });
}

async function startSession(): Promise<void> {
  const stage = ready();
  if (stage?.isCreating !== false) return;
  change((now) => ({ ...now, isCreating: true, problem: null }));
  try {
    const handle = await sessions.create();
    add(handle);
    handle.session.start();
  } catch (error) {
    const problem = errorCodeOf(error, 'browser-unsupported');
    // Sessions that run need no sign-in, so they stay.
    if (problem === 'sign-in-required' && !ready()?.sessions.some(({ session }) => session.isBusy)) {
      await askToSignIn(problem);
    } else {
      change((now) => ({ ...now, isCreating: false, problem }));
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

/** Why the organisation's own sign-in came to nothing, as the address says; it is taken out. */
function signInProblem(): ErrorCode | null {
  const url = new URL(location.href);
  const given = v.safeParse(signInProblemSchema, url.searchParams.get(SIGN_IN_PROBLEM_PARAMETER));
  url.searchParams.delete(SIGN_IN_PROBLEM_PARAMETER);
  history.replaceState(null, '', url.pathname + url.search);
  return given.success ? given.output : null;
}

async function show(): Promise<void> {
  shell.words = await loadTechnicianWords(language.current);
  shell.language = language.current;
  language.tell(document.documentElement);
}

shell.addEventListener('deskside-sign-in-request', (event) => {
  void signInWith((event as CustomEvent<SignInRequest>).detail);
});
shell.addEventListener('deskside-oidc-request', () => location.assign(OIDC_PATH));
shell.addEventListener('deskside-sign-out-request', () => void signOut());
shell.addEventListener('deskside-retry-request', () => void findOut());
shell.addEventListener('deskside-new-session-request', () => void startSession());
shell.addEventListener('deskside-show-session-request', (event) => {
  const { id } = (event as CustomEvent<{ id: string }>).detail;
  change((stage) => withShown(stage, id));
});
shell.addEventListener('deskside-continue-here-request', () => void comeBack(takeSession));
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
addEventListener('pagehide', () => {
  for (const { session } of ready()?.sessions ?? []) session.leave();
  keeper.leave();
});
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
await (token === '' ? findOut(signInProblem()) : signInWith({ token }));
