// Entry of the customer's page: takes the link out of the address, builds the real adapters, mounts the shell.

import { BrowserNotifier } from './browser-notifier.ts';
import type { CustomerShell } from './components/customer-shell/customer-shell.ts';
import './components/customer-shell/customer-shell.ts';
import type { CustomerStage } from './components/customer-shell/customer-stage.ts';
import { LANGUAGES } from './i18n/language.ts';
import { loadCustomerWords } from './i18n/load-words.ts';
import { PageLanguage } from './page-language.ts';
import { DesksideError, errorCodeOf } from './protocol/deskside-error.ts';
import type { Joined } from './protocol/session-api.ts';
import { parseSupportLink, type SupportLink } from './protocol/support-link.ts';
import type { Identity } from './rtc/identity.ts';
import type { CustomerMeeting } from './rtc/meeting.ts';
import { BrowserScreenCapture } from './rtc/screen-capture.ts';
import { SessionServer } from './rtc/session-server.ts';
import { CustomerSession } from './session/customer-session.ts';
import type { Connector } from './session/ports.ts';
import { systemClock } from './system-clock.ts';

/** Failures after which the same link may still work. */
const PASSING = new Set(['server-unreachable', 'server-busy', 'server-response-invalid']);

// At once, before anything can wait: the secret must not stay where others can read it.
const fragment = location.hash;
if (fragment !== '') history.replaceState(null, '', location.pathname + location.search);

const server = new SessionServer(location.origin);
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
const loadMeeting = () => part(import('./rtc/meeting.ts'));
const loadIdentity = () => part(import('./rtc/identity.ts'));

/** One certificate for as long as the page lives. */
let identity: Identity | null = null;
async function ownIdentity(): Promise<Identity> {
  const { createIdentity } = await loadIdentity();
  identity ??= await createIdentity();
  return identity;
}

function createSession(link: SupportLink, technician: CustomerSession['state']['value']['technician']) {
  let access: Joined | null = null;
  const meeting: CustomerMeeting = {
    support: link,
    signallingUrl: server.signallingUrl,
    identity: ownIdentity,
    join: async (signal) => {
      access = await server.join(link.sessionId, signal);
      return access;
    },
  };
  const connector: Connector = {
    connect: async (onStep, signal) => {
      onStep('server');
      const { CustomerConnector } = await loadMeeting();
      return new CustomerConnector(meeting).connect(onStep, signal);
    },
  };
  return new CustomerSession(technician, language.current, {
    clock: systemClock,
    newId: () => crypto.randomUUID(),
    record: server.record(link.sessionId, () => access?.ticket ?? null),
    connector,
    capture,
  });
}

let currentLink: string = fragment;

async function openLink(text: string): Promise<void> {
  currentLink = text;
  let link: SupportLink;
  try {
    link = parseSupportLink(text);
  } catch (error) {
    setStage({ phase: 'no-link', problem: errorCodeOf(error, 'link-malformed') });
    return;
  }
  setStage({ phase: 'loading' });
  try {
    const { technician } = await server.invite(link.sessionId);
    setStage({ phase: 'invited', session: createSession(link, technician) });
    await shell.updateComplete;
    // Now there is time: what joining needs will be there when the button is pressed.
    requestAnimationFrame(() => void Promise.allSettled([loadMeeting(), loadIdentity()]));
  } catch (error) {
    const code = errorCodeOf(error, 'server-unreachable');
    setStage({ phase: 'invite-failed', code, canRetry: PASSING.has(code) });
  }
}

function setStage(stage: CustomerStage): void {
  shell.stage = stage;
}

async function show(): Promise<void> {
  shell.words = await loadCustomerWords(language.current);
  shell.language = language.current;
  document.documentElement.lang = language.current;
}

shell.addEventListener('deskside-link-request', (event) => {
  void openLink((event as CustomEvent<{ text: string }>).detail.text);
});
shell.addEventListener('deskside-retry-request', () => void openLink(currentLink));
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
  void openLink(text);
});

shell.stage = fragment === '' ? { phase: 'no-link', problem: null } : { phase: 'loading' };
shell.notifier = notifier;
await Promise.all([language.load(), notifier.load()]);
await show();
document.body.append(shell);
if (fragment !== '') await openLink(fragment);
