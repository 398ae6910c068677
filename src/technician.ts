// Entry of the technician's console: signs in, makes sessions with the real adapters, mounts the shell.

import { BrowserNotifier } from './browser-notifier.ts';
import type { TechnicianShell } from './components/technician-shell/technician-shell.ts';
import './components/technician-shell/technician-shell.ts';
import type { SessionHandle, TechnicianStage } from './components/technician-shell/technician-stage.ts';
import { LANGUAGES } from './i18n/language.ts';
import { loadTechnicianWords } from './i18n/load-words.ts';
import { PageLanguage } from './page-language.ts';
import { errorCodeOf } from './protocol/deskside-error.ts';
import { SECRET_BYTES } from './protocol/limits.ts';
import type { TechnicianProfile } from './protocol/session-api.ts';
import { formatSupportLink } from './protocol/support-link.ts';
import { createIdentity } from './rtc/identity.ts';
import { TechnicianListener } from './rtc/meeting.ts';
import { SessionServer } from './rtc/session-server.ts';
import { TechnicianSession } from './session/technician-session.ts';
import { readPreference, writePreference } from './storage/preferences.ts';
import { systemClock } from './system-clock.ts';

// The sign-in link that the server prints carries its token in the fragment; it is taken out at once.
const token = location.hash.slice(1);
if (token !== '') history.replaceState(null, '', location.pathname + location.search);

const server = new SessionServer(location.origin);
const language = new PageLanguage();
const notifier = new BrowserNotifier();
const shell = document.createElement('deskside-technician') as TechnicianShell;
let identity: ReturnType<typeof createIdentity> | null = null;

async function createSession(): Promise<SessionHandle> {
  identity ??= createIdentity();
  const [created, own] = await Promise.all([server.createSession(), identity]);
  const { sessionId } = created;
  // The secret is made here, and only the link carries it.
  const secret = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const support = { sessionId, secret };
  const listener = new TechnicianListener({
    support,
    access: created,
    identity: own,
    signallingUrl: server.signallingUrl,
  });
  const session = new TechnicianSession(formatSupportLink(new URL('/', location.href).href, support), {
    clock: systemClock,
    newId: () => crypto.randomUUID(),
    record: server.record(sessionId, () => created.ticket),
    listener,
  });
  return { session, picture: listener.picture, linkExpiresAtMs: created.expiresAtMs };
}

async function signInWith(given: string): Promise<void> {
  try {
    showReady(await server.signIn(given));
  } catch (error) {
    setStage({ phase: 'signed-out', problem: errorCodeOf(error, 'server-unreachable') });
  }
}

async function findOut(): Promise<void> {
  setStage({ phase: 'loading', problem: null });
  try {
    showReady(await server.technician());
  } catch (error) {
    const code = errorCodeOf(error, 'server-unreachable');
    setStage(
      code === 'sign-in-required'
        ? { phase: 'signed-out', problem: null }
        : { phase: 'loading', problem: code },
    );
  }
}

async function startSession(technician: TechnicianProfile): Promise<void> {
  setStage({ phase: 'ready', technician, isCreating: true, problem: null });
  try {
    const handle = await createSession();
    setStage({ phase: 'session', technician, handle });
    handle.session.start();
  } catch (error) {
    const problem = errorCodeOf(error, 'browser-unsupported');
    setStage(
      problem === 'sign-in-required'
        ? { phase: 'signed-out', problem }
        : { phase: 'ready', technician, isCreating: false, problem },
    );
  }
}

function showReady(technician: TechnicianProfile): void {
  setStage({ phase: 'ready', technician, isCreating: false, problem: null });
}

function setStage(stage: TechnicianStage): void {
  shell.stage = stage;
}

async function show(): Promise<void> {
  shell.words = await loadTechnicianWords(language.current);
  shell.language = language.current;
  document.documentElement.lang = language.current;
}

/** The technician who is signed in, where it makes sense to begin or leave a session. */
function signedIn(): TechnicianProfile | null {
  const { stage } = shell;
  return stage?.phase === 'ready' || stage?.phase === 'session' ? stage.technician : null;
}

shell.addEventListener('deskside-sign-in-request', (event) => {
  void signInWith((event as CustomEvent<{ token: string }>).detail.token);
});
shell.addEventListener('deskside-retry-request', () => void findOut());
shell.addEventListener('deskside-new-session-request', () => {
  const technician = signedIn();
  if (technician !== null) void startSession(technician);
});
shell.addEventListener('deskside-close-session-request', () => {
  const technician = signedIn();
  if (technician !== null) showReady(technician);
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
shell.hasShortcuts = (await readPreference('shortcuts')) !== 'off';
shell.notifier = notifier;
await Promise.all([language.load(), notifier.load()]);
await show();
document.body.append(shell);
await (token === '' ? findOut() : signInWith(token));
