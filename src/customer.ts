// Entry of the customer's page: takes the link out of the address or asks for a key, builds the real adapters, mounts the shell.

import { BrowserNotifier } from './browser-notifier.ts';
import type { CustomerShell } from './components/customer-shell/customer-shell.ts';
import './components/customer-shell/customer-shell.ts';
import type { CustomerStage } from './components/customer-shell/customer-stage.ts';
import { LANGUAGES } from './i18n/language.ts';
import { loadCustomerWords } from './i18n/load-words.ts';
import { lazyConnector } from './lazy-connector.ts';
import { PageLanguage } from './page-language.ts';
import { DesksideError, errorCodeOf } from './protocol/deskside-error.ts';
import type { Joined, TechnicianProfile } from './protocol/session-api.ts';
import { parseSupportLink, type SupportLink } from './protocol/support-link.ts';
import { parseWayIn, type WayIn } from './protocol/way-in.ts';
import type { CustomerMeeting } from './rtc/customer-connector.ts';
import type { Identity } from './rtc/identity.ts';
import { BrowserScreenCapture } from './rtc/screen-capture.ts';
import { SessionServer } from './rtc/session-server.ts';
import { CustomerSession } from './session/customer-session.ts';
import type { FilePorts } from './session/file-ports.ts';
import { createStore } from './session/store.ts';
import { systemClock, systemTimer } from './system-clock.ts';

/** Failures after which the same link may still work. */
const PASSING = new Set(['server-unreachable', 'server-busy', 'server-response-invalid']);

// At once, before anything can wait: the secret must not stay where others can read it.
const fragment = location.hash;
if (fragment !== '') history.replaceState(null, '', location.pathname + location.search);

const server = new SessionServer(location.origin, systemTimer);
const capture = new BrowserScreenCapture();
const language = new PageLanguage();
const notifier = new BrowserNotifier();
const shell = document.createElement('deskside-customer') as CustomerShell;

/** Loads a part of the page that nobody needs before they join: PeerJS and everything behind it. */
async function part<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (cause) {
    throw new DesksideError('server-unreachable', 'a part of the page did not load', { cause });
  }
}
const loadMeeting = () => part(import('./rtc/customer-connector.ts'));
const loadKeyExchange = () => part(import('./rtc/key-exchange.ts'));
const loadSessionParts = () => part(import('./components/customer-shell/session-parts.ts'));
const loadIdentity = () => part(import('./rtc/identity.ts'));

/** What files need is there before the connection is, since a click must be able to open the browser's dialog. */
let loadedFiles: FilePorts | null = null;
async function loadFiles(): Promise<void> {
  const { createBrowserFilePorts } = await part(import('./storage/browser-file-ports.ts'));
  loadedFiles ??= createBrowserFilePorts();
}
function filePorts(): FilePorts {
  if (loadedFiles === null) throw new DesksideError('save-unsupported', 'not loaded');
  return loadedFiles;
}

const NEEDED_TO_JOIN = [loadMeeting, loadSessionParts, loadIdentity, loadFiles];

/** One certificate for as long as the page lives. */
let identity: Identity | null = null;
async function ownIdentity(): Promise<Identity> {
  const { createIdentity } = await loadIdentity();
  identity ??= await createIdentity();
  return identity;
}

function createSession(sessionId: string, wayIn: WayIn, technician: TechnicianProfile) {
  let access: Joined | null = null;
  const meeting: CustomerMeeting = {
    sessionId,
    wayIn,
    signallingUrl: server.signallingUrl,
    identity: ownIdentity,
    join: async (signal) => {
      access = await server.join(sessionId, signal);
      return access;
    },
    onJoined: () => {},
  };
  const picture = createStore<MediaStream | null>(null);
  const connector = lazyConnector(async () => {
    const [{ CustomerConnector }] = await Promise.all([loadMeeting(), loadFiles(), loadSessionParts()]);
    return new CustomerConnector(meeting, picture);
  });
  const session = new CustomerSession(technician, language.current, {
    clock: systemClock,
    timer: systemTimer,
    keeping: null,
    newId: () => crypto.randomUUID(),
    record: server.record(sessionId, () => access?.ticket ?? null),
    files: {
      saver: { choose: (wanted) => filePorts().saver.choose(wanted) },
      newHash: () => filePorts().newHash(),
    },
    connector,
    capture,
  });
  return { session, picture };
}

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
  await openLink({ way: 'link', ...link });
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
    const { technician } = await server.invite(wayIn.sessionId);
    setStage({ phase: 'invited', ...createSession(wayIn.sessionId, wayIn, technician) });
    prepareToJoin(NEEDED_TO_JOIN);
  } catch (error) {
    const code = errorCodeOf(error, 'server-unreachable');
    setStage({ phase: 'invite-failed', code, canRetry: PASSING.has(code) });
  }
}

async function openKey(wayIn: Extract<WayIn, { way: 'key' }>, text: string): Promise<void> {
  setStage({ phase: 'loading' });
  const { sessionId, technician } = await server.findByKey(wayIn.key.routing);
  const made = createSession(sessionId, wayIn, technician);
  const { state } = made.session;
  // One try for each time that the key was entered: the next one begins with the field again.
  state.subscribe(() => {
    const { connection } = state.value;
    if (connection.phase === 'failed' && connection.code === 'key-wrong') {
      setStage({ phase: 'no-link', problem: 'key-wrong', text });
    }
  });
  setStage({ phase: 'invited', ...made });
  prepareToJoin([...NEEDED_TO_JOIN, loadKeyExchange]);
}

/** Now there is time: what joining needs will be there when the button is pressed. */
function prepareToJoin(parts: readonly (() => Promise<unknown>)[]): void {
  void shell.updateComplete.then(() =>
    requestAnimationFrame(() => void Promise.allSettled(parts.map((load) => load()))),
  );
}

function setStage(stage: CustomerStage): void {
  shell.stage = stage;
}

async function show(): Promise<void> {
  shell.words = await loadCustomerWords(language.current);
  shell.language = language.current;
  document.documentElement.lang = language.current;
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
// A link opened in this very tab changes only the fragment, which loads no page.
addEventListener('hashchange', () => {
  const text = location.hash;
  if (text === '') return;
  history.replaceState(null, '', location.pathname + location.search);
  const { stage } = shell;
  if (stage?.phase === 'invited' && stage.session.isBusy) return;
  void openFragment(text);
});

shell.stage = fragment === '' ? { phase: 'no-link', problem: null } : { phase: 'loading' };
shell.notifier = notifier;
await Promise.all([language.load(), notifier.load()]);
await show();
document.body.append(shell);
if (fragment !== '') await openFragment(fragment);
