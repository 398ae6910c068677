// Entry of the customer's page: takes the link out of the address, goes back into a session that was kept, or asks for
// a key; mounts the shell.

import { canStayOnTop } from './browser-features.ts';
import { BrowserNotifier } from './browser-notifier.ts';
import type { CustomerShell } from './components/customer-shell/customer-shell.ts';
import './components/customer-shell/customer-shell.ts';
import type { CustomerStage } from './components/customer-shell/customer-stage.ts';
import { CustomerSessions, prepareToJoin } from './customer-sessions.ts';
import { LANGUAGES } from './i18n/language.ts';
import { loadCustomerWords } from './i18n/load-words.ts';
import { PageLanguage } from './page-language.ts';
import { errorCodeOf } from './protocol/deskside-error.ts';
import type { TechnicianProfile } from './protocol/session-api.ts';
import { parseSupportLink, type SupportLink } from './protocol/support-link.ts';
import { parseWayIn, type WayIn } from './protocol/way-in.ts';
import { SessionServer } from './rtc/session-server.ts';
import { claimName } from './session-in-tab.ts';
import type { KeptSession } from './storage/kept-sessions.ts';
import { claimSession, type SessionClaim, takeSession } from './storage/session-claim.ts';
import { systemTimer } from './system-clock.ts';

/** Failures after which the same link may still work. */
const PASSING = new Set(['server-unreachable', 'server-busy', 'server-response-invalid']);

// At once, before anything can wait: the secret must not stay where others can read it.
const fragment = location.hash;
if (fragment !== '') history.replaceState(null, '', location.pathname + location.search);

const server = new SessionServer(location.origin, systemTimer);
const language = new PageLanguage();
const notifier = new BrowserNotifier();
const shell = document.createElement('deskside-customer') as CustomerShell;

const sessions = new CustomerSessions({
  server,
  language: () => language.current,
  onTaken: ({ session }) => {
    const { technician } = session.state.value;
    const { stage } = shell;
    if (stage?.phase === 'invited' && stage.session === session) setElsewhere(technician);
  },
});

/** The link that was opened last, for trying again. */
let currentLink: Extract<WayIn, { way: 'link' }> | null = null;

/** What stood in the address: always a link, or what is left of one. */
async function openFragment(text: string): Promise<void> {
  let link: SupportLink;
  try {
    link = parseSupportLink(text);
  } catch (error) {
    setStage({ phase: 'no-link', problem: errorCodeOf(error, 'link-malformed') });
    return;
  }
  // Whoever was in this session already goes back into it.
  if (!(await comeBack(link.sessionId))) await openLink({ way: 'link', ...link });
}

/** What was typed or pasted into the field. What does not do comes back into it. */
async function openText(text: string): Promise<void> {
  try {
    const wayIn = parseWayIn(text);
    await (wayIn.way === 'link' ? openLink(wayIn) : openKey(wayIn, text));
  } catch (error) {
    setStage({ phase: 'no-link', problem: errorCodeOf(error, 'server-unreachable'), text });
  }
}

async function openLink(wayIn: Extract<WayIn, { way: 'link' }>): Promise<void> {
  currentLink = wayIn;
  setStage({ phase: 'loading' });
  try {
    const invite = await server.invite(wayIn.sessionId);
    setStage({ phase: 'invited', ...sessions.create(wayIn.sessionId, wayIn, invite) });
    prepareSoon(wayIn);
  } catch (error) {
    const code = errorCodeOf(error, 'server-unreachable');
    setStage({ phase: 'invite-failed', code, canRetry: PASSING.has(code) });
  }
}

async function openKey(wayIn: Extract<WayIn, { way: 'key' }>, text: string): Promise<void> {
  setStage({ phase: 'loading' });
  const { sessionId, ...invite } = await server.findByKey(wayIn.key.routing);
  const made = sessions.create(sessionId, wayIn, invite);
  const { state } = made.session;
  // One try for each time that the key was entered: the next one begins with the field again.
  state.subscribe(() => {
    const { connection } = state.value;
    if (connection.phase === 'failed' && connection.code === 'key-wrong') {
      setStage({ phase: 'no-link', problem: 'key-wrong', text });
    }
  });
  setStage({ phase: 'invited', ...made });
  prepareSoon(wayIn);
}

/** Once the buttons can be pressed there is time to load what joining needs. */
function prepareSoon(wayIn: WayIn): void {
  const prepare = () =>
    requestAnimationFrame(() => {
      void prepareToJoin(wayIn);
      void offerOnTop();
      void makeInstallable();
    });
  shell.addEventListener('deskside-join-enabled', prepare, { once: true });
}

/** Offers to stay above other windows, which nobody needs before there is a session. */
async function offerOnTop(): Promise<void> {
  if (!canStayOnTop(window)) return;
  const { onTopOf } = await import('./on-top-window.ts');
  shell.onTop ??= onTopOf(shell);
}

/** An app that can be installed opens with a word of ours even where the server cannot be reached. */
async function makeInstallable(): Promise<void> {
  // With live reload the pages come from elsewhere, and there is no such worker.
  if (!import.meta.env.PROD) return;
  await (await import('./storage/own-worker.ts')).startServiceWorker();
}

/** Goes back into a session that was kept, where there is one; with `sessionId`, into that one only. */
async function comeBack(sessionId: string | null): Promise<boolean> {
  const { sessions: kept, damagedCount } = await sessions.kept.read('customer');
  const candidates = kept.filter(({ base }) => sessionId === null || base.sessionId === sessionId);
  for (const candidate of candidates) {
    const claim = await claimSession(claimName('customer', candidate.base.sessionId));
    if (claim !== null && restore(candidate, claim)) return true;
  }
  const [newest] = candidates;
  if (newest !== undefined) setElsewhere(newest.base.technician);
  else if (damagedCount > 0 && sessionId === null) {
    setStage({ phase: 'no-link', problem: 'session-not-restored' });
    return true;
  }
  return newest !== undefined;
}

/** Takes the session over from the tab that has it. */
async function continueHere(): Promise<void> {
  const { stage } = shell;
  if (stage?.phase !== 'elsewhere' || stage.isMoving) return;
  setStage({ ...stage, isMoving: true });
  const [newest] = (await sessions.kept.read('customer')).sessions;
  if (newest !== undefined) {
    const claim = await takeSession(claimName('customer', newest.base.sessionId));
    // The other tab has written its last word meanwhile.
    const moved = (await sessions.kept.read('customer')).sessions.find(
      ({ base }) => base.sessionId === newest.base.sessionId,
    );
    if (moved !== undefined && restore(moved, claim)) return;
  }
  setStage({ phase: 'no-link', problem: 'session-ended' });
}

function restore(kept: KeptSession, claim: SessionClaim): boolean {
  const made = sessions.restore(kept, claim);
  if (made === null) return false;
  setStage({ phase: 'invited', ...made });
  void offerOnTop();
  return true;
}

function setElsewhere(technician: TechnicianProfile): void {
  setStage({ phase: 'elsewhere', technician, isMoving: false });
}

function setStage(stage: CustomerStage): void {
  // Whoever comes by a link that works never needs the field for keys.
  if (stage.phase !== 'loading' && stage.phase !== 'invited') {
    void import('./components/key-form/key-form.ts').catch(() => {});
    void makeInstallable();
  }
  shell.stage = stage;
}

async function show(): Promise<void> {
  shell.words = await loadCustomerWords(language.current);
  shell.language = language.current;
  language.tell(document.documentElement);
}

shell.addEventListener('deskside-open-request', (event) => {
  void openText((event as CustomEvent<{ text: string }>).detail.text);
});
shell.addEventListener('deskside-retry-request', () => {
  if (currentLink !== null) void openLink(currentLink);
});
shell.addEventListener('deskside-language-request', (event) => {
  const wanted = (event as CustomEvent<{ language: string }>).detail.language;
  const chosen = LANGUAGES.find((known) => known === wanted);
  if (chosen !== undefined) void language.choose(chosen).then(show);
});
shell.addEventListener('deskside-continue-here-request', () => void continueHere());
addEventListener('pagehide', () => {
  const { stage } = shell;
  if (stage?.phase === 'invited') stage.session.leave();
});
// A link opened in this very tab changes only the fragment, which loads no page.
addEventListener('hashchange', () => {
  const text = location.hash;
  if (text === '') return;
  history.replaceState(null, '', location.pathname + location.search);
  const { stage } = shell;
  if (stage?.phase === 'invited' && stage.session.isBusy) return;
  void openFragment(text);
});

shell.stage = { phase: 'loading' };
shell.notifier = notifier;
await Promise.all([language.load(), notifier.load()]);
await show();
document.body.append(shell);
// Whoever came from a button on another site's page; everybody else need not load this.
if (window.opener !== null)
  void import('./host-page.ts').then(({ tellHostPage }) => tellHostPage(shell, server));
if (fragment !== '') await openFragment(fragment);
else if (!(await comeBack(null))) setStage({ phase: 'no-link', problem: null });
