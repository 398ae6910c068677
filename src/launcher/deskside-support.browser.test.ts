import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import '../embed.ts';
import type { SupportEvent, SupportState } from '../protocol/embedding.ts';
import type { DesksideSupport } from './deskside-support.ts';

/** Another one for each test, since the buttons of a page that name the same one share a window. */
let server = '';
let serverCount = 0;
const connected: SupportState = {
  phase: 'connected',
  technician: 'Ana Souza',
  isScreenVisible: false,
  unreadCount: 0,
};

const open = vi.spyOn(window, 'open');

/** What stands for the support window: this page's own window is one that never closes. */
const opened = window;

beforeEach(() => {
  open.mockReset();
  serverCount += 1;
  server = `https://support-${serverCount}.example.com`;
});
afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.lang = 'en';
});

function place(attributes: Record<string, string> = { server }, parent: HTMLElement = document.body) {
  const element = document.createElement('deskside-support');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  const part = (name: string) =>
    element.shadowRoot?.querySelector<HTMLElement>(`[part=${name}]`) as HTMLElement;
  return { element, part, shown: (name: string) => part(name).innerText.trim() };
}

/** As the support window would tell it. */
function tell(data: unknown, origin = server, source: Window | null = opened): void {
  dispatchEvent(new MessageEvent('message', { data, origin, source }));
}

const said = (state: Partial<SupportState> = {}, event: SupportEvent | null = null) => ({
  deskside: 1,
  state: { ...connected, ...state },
  event,
});

it('is a button, and asks for nothing before it is pressed', () => {
  const { part, shown } = place();
  expect(shown('button')).toBe('Get support');
  expect(shown('status')).toBe('');
  expect(part('problem').checkVisibility()).toBe(false);
  expect(performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(server))).toEqual([]);
  expect(open).not.toHaveBeenCalled();
});

it('opens a window of its own at the server, with the invite in the fragment', () => {
  const replace = vi.fn();
  open.mockReturnValue({ location: { href: 'about:blank', replace }, closed: false } as never);
  const { part } = place({ server: `${server}/some/path`, invite: `${server}/#1.abc.def`, lang: 'pt' });
  part('button').click();
  expect(open).toHaveBeenCalledWith('', `deskside ${server}`, expect.stringContaining('popup'));
  const url = new URL(replace.mock.calls[0]?.[0]);
  expect(url.origin + url.pathname + url.hash).toBe(`${server}/#1.abc.def`);
  expect(Object.fromEntries(url.searchParams)).toEqual({ opener: location.origin, lang: 'pt-BR' });
});

it('brings a window that is open to the front, and leaves it where it is', () => {
  const focus = vi.fn();
  const replace = vi.fn();
  const elsewhere = {
    get href(): string {
      throw new DOMException('of another origin', 'SecurityError');
    },
    replace,
  };
  open.mockReturnValue({ location: elsewhere, focus, closed: false } as never);
  place().part('button').click();
  expect(focus).toHaveBeenCalledOnce();
  expect(replace).not.toHaveBeenCalled();
});

it('says what to do where the browser refuses pop-ups', () => {
  open.mockReturnValue(null);
  const { element, part, shown } = place();
  const codes: string[] = [];
  element.addEventListener('deskside-error', (event) => codes.push((event as CustomEvent).detail.code));
  part('button').click();
  expect(codes).toEqual(['popup-refused']);
  expect(shown('problem')).toContain('The browser did not let the support window open.');
  const link = part('link') as HTMLAnchorElement;
  expect(link.innerText).toBe('Open support in a tab');
  expect(new URL(link.href).origin).toBe(server);
  expect(link.target).toBe(`deskside ${server}`);
  expect(link.rel).toBe('opener');
});

it.each([
  ['missing', {}],
  ['no address', { server: 'support' }],
  ['no web address', { server: 'javascript:0' }],
])('says that it is not set up where the server is %s', (_how, attributes) => {
  const { part, shown } = place(attributes as Record<string, string>);
  part('button').click();
  expect(open).not.toHaveBeenCalled();
  expect(shown('problem')).toContain('server-invalid');
  expect(part('link').checkVisibility()).toBe(false);
});

it.each([
  [said(), 'Connected with Ana Souza. Ana Souza cannot see your screen.'],
  [said({ isScreenVisible: true, unreadCount: 2 }), 'Ana Souza can see your screen. New messages: 2'],
  [said({ phase: 'reconnecting', isScreenVisible: true }), 'Reconnecting…'],
  [said({ phase: 'ended' }), 'The session has ended.'],
  [said({ phase: 'open', technician: null }), 'Support is open in a window of its own.'],
])('says how things stand: %j', (message, text) => {
  const { shown } = place();
  tell(message);
  expect(shown('status')).toBe(text);
  expect(shown('button')).toBe('Show support window');
});

it.each([
  ['another origin', () => tell(said({ technician: 'Eve' }), `${server}.evil.example`)],
  ['nowhere', () => tell(said({ technician: 'Eve' }), server, null)],
  ['another program', () => tell({ technician: 'Eve' })],
])('takes no word from %s', (_from, lie) => {
  const { element, shown } = place();
  tell(said());
  lie();
  expect(element.state).toEqual(connected);
  expect(shown('status')).not.toContain('Eve');
});

it('passes events on once for the page, however many buttons there are', () => {
  place();
  const second = place();
  const heard: unknown[] = [];
  const listener = (event: Event) => heard.push([event.type, (event as CustomEvent).detail]);
  document.addEventListener('deskside-session-end', listener);
  tell(said({ phase: 'ended' }, { name: 'deskside-session-end', detail: { by: 'customer', durationMs: 7 } }));
  document.removeEventListener('deskside-session-end', listener);
  expect(heard).toEqual([['deskside-session-end', { by: 'customer', durationMs: 7 }]]);
  expect(second.shown('status')).toBe('The session has ended.');
});

it('leaves no listener behind when it is removed, and goes on where it is put again', () => {
  const added = vi.spyOn(window, 'addEventListener');
  const removed = vi.spyOn(window, 'removeEventListener');
  const { element, shown } = place();
  element.remove();
  const messages = (calls: unknown[][]) => calls.filter(([type]) => type === 'message').map(([, f]) => f);
  expect(messages(added.mock.calls)).toHaveLength(1);
  expect(messages(removed.mock.calls)).toEqual(messages(added.mock.calls));
  document.body.append(element);
  tell(said());
  expect(shown('status')).toContain('Connected with Ana Souza');
  vi.restoreAllMocks();
});

it('speaks the language of what it stands in, and follows it', async () => {
  const german = document.createElement('section');
  german.lang = 'ar';
  document.body.append(german);
  const inside = place({ server }, german);
  expect(getComputedStyle(inside.part('base')).direction).toBe('rtl');
  const outside = place();
  document.documentElement.lang = 'es-MX';
  await expect.poll(() => outside.part('button').innerText).toBe('Obtener soporte');
});

it('takes words and labels from the page', () => {
  const { element, shown } = place();
  element.append('Help me now');
  expect(element.innerText).toContain('Help me now');
  (element as DesksideSupport).words = { connected: '{name} is here' };
  tell(said());
  expect(shown('status')).toBe('Ana Souza is here');
});
