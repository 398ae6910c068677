// The button on a helpdesk's page. It opens the support window, says how things stand there, and passes its events on.
// A plain element without a library: a page pays for it whether or not anybody ever presses it. Importing this file
// needs no browser.

import { chooseLanguage, directionOf, type Language } from '../i18n/language.ts';
import {
  type LauncherErrorCode,
  OPENER_PARAMETER,
  type SupportEvent,
  type SupportState,
} from '../protocol/embedding.ts';
import { LAUNCHER_STYLES } from './launcher-styles.ts';
import { fill, LAUNCHER_WORDS, type LauncherWords } from './launcher-words.ts';
import { type SupportWindow, supportWindowOf } from './support-window.ts';

/** Longer than any support link's fragment; what is cut off here is no link anyway. */
const MAX_FRAGMENT_LENGTH = 512;

/** Where there is no browser the class is never used, but a bundler's server may import it. */
const BaseElement: typeof HTMLElement = globalThis.HTMLElement ?? class {};

export class DesksideSupport extends BaseElement {
  static readonly observedAttributes = ['server', 'invite', 'lang'];

  readonly #parts = makeParts(this);
  #words: Partial<LauncherWords> = {};
  #window: SupportWindow | null = null;
  #problem: LauncherErrorCode | null = null;
  #disconnect: AbortController | null = null;
  #stopListening: () => void = () => {};

  /** Words in place of the element's own; those that are missing stay. `{name}` and `{count}` are filled in. */
  get words(): Partial<LauncherWords> {
    return this.#words;
  }

  set words(words: Partial<LauncherWords>) {
    this.#words = words;
    this.#render();
  }

  /** How things stand in the support window; `null` while nothing is known of one. */
  get state(): SupportState | null {
    return this.#window?.state ?? null;
  }

  connectedCallback(): void {
    const { root, button } = this.#parts;
    // A sheet belongs to the document that it was made in, and an element may move to another one.
    const sheet = new (this.ownerDocument.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(LAUNCHER_STYLES);
    root.adoptedStyleSheets = [sheet];
    this.#disconnect = new AbortController();
    const { signal } = this.#disconnect;
    button.addEventListener('click', this.#open, { signal });
    // What the page says of its language holds here too.
    const observer = new MutationObserver(() => this.#render());
    observer.observe(this.ownerDocument.documentElement, { attributeFilter: ['lang'] });
    signal.addEventListener('abort', () => observer.disconnect());
    this.#follow();
  }

  disconnectedCallback(): void {
    this.#disconnect?.abort();
    this.#disconnect = null;
    this.#stopListening();
    this.#stopListening = () => {};
    this.#window = null;
  }

  attributeChangedCallback(): void {
    if (this.#disconnect !== null) this.#follow();
  }

  /** Listens to the window of the server that the element names now. */
  #follow(): void {
    const server = originOf(this.getAttribute('server'));
    const next = server === null ? null : supportWindowOf(server);
    if (next !== this.#window) {
      this.#window = next;
      this.#problem = null;
      this.#stopListening();
      this.#stopListening =
        next?.listen({
          changed: () => {
            // However it was opened in the end.
            if (next.isOpen) this.#problem = null;
            this.#render();
          },
          happened: ({ name, detail }) => this.#dispatch(name, detail),
        }) ?? (() => {});
    }
    this.#render();
  }

  readonly #open = (): void => {
    const url = this.#url;
    if (this.#window === null || url === null) {
      this.#fail('server-invalid');
      return;
    }
    this.#problem = null;
    if (this.#window.open(url)) this.#render();
    else this.#fail('popup-refused');
  };

  #fail(code: LauncherErrorCode): void {
    this.#problem = code;
    this.#render();
    this.#dispatch('deskside-error', { code });
  }

  #dispatch(name: SupportEvent['name'], detail: SupportEvent['detail']): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  get #language(): Language {
    const said = this.closest<HTMLElement>('[lang]')?.lang;
    return chooseLanguage(said ? [said] : navigator.languages);
  }

  /** Where the support window goes. The invite is in the fragment, which no server gets to see. */
  get #url(): string | null {
    const server = originOf(this.getAttribute('server'));
    if (server === null) return null;
    const url = new URL('/', server);
    url.searchParams.set(OPENER_PARAMETER, location.origin);
    url.searchParams.set('lang', this.#language);
    const invite = this.getAttribute('invite')?.trim() ?? '';
    url.hash = invite.slice(invite.indexOf('#') + 1).slice(0, MAX_FRAGMENT_LENGTH);
    return url.href;
  }

  #render(): void {
    const { base, start, show, startLabel, showLabel, status, problem, sentence, link, code } = this.#parts;
    const language = this.#language;
    const words = { ...LAUNCHER_WORDS[language], ...this.#words };
    const { state } = this;
    const isOpen = this.#window?.isOpen === true;
    base.lang = language;
    base.dir = directionOf(language);
    startLabel.textContent = words.start;
    showLabel.textContent = words.show;
    start.hidden = isOpen;
    show.hidden = !isOpen;
    say(status, isOpen ? describe(state, words, language) : '');
    status.toggleAttribute('data-visible', isOpen && state?.isScreenVisible === true);
    problem.hidden = this.#problem === null;
    const isRefused = this.#problem === 'popup-refused';
    say(sentence, this.#problem === null ? '' : isRefused ? words.popupRefused : words.serverInvalid);
    // A link that somebody follows is never refused.
    link.hidden = !isRefused;
    if (isRefused) {
      link.href = this.#url ?? '';
      link.target = this.#window?.name ?? '';
      link.textContent = words.openInTab;
    }
    code.textContent = this.#problem;
  }
}

/** What stands under the button. */
function describe(state: SupportState | null, words: LauncherWords, language: Language): string {
  if (state === null) return words.open;
  const { phase, technician, isScreenVisible, unreadCount } = state;
  const sentence = phase === 'connected' && isScreenVisible ? words.visible : words[phase];
  const count = new Intl.NumberFormat(language).format(unreadCount);
  const parts = unreadCount === 0 ? [sentence] : [sentence, words.unread];
  return fill(parts.join(' '), { name: technician ?? '', count });
}

/** The same words again would be read aloud again. */
function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** The origin of a server's address; `null` for what is none. */
function originOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}

/** What stands in the element's shadow, made by hand: a page may forbid markup from text. */
function makeParts(host: HTMLElement) {
  const { ownerDocument } = host;
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true });
  const make = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    part: string,
    ...children: readonly HTMLElement[]
  ) => {
    const element = ownerDocument.createElement(tag);
    if (part !== '') {
      element.setAttribute('part', part);
      element.className = part;
    }
    element.append(...children);
    return element;
  };
  const startLabel = make('slot', '');
  const showLabel = make('slot', '');
  showLabel.name = 'show';
  const start = make('span', '', startLabel);
  const show = make('span', '', showLabel);
  const button = make('button', 'button', start, show);
  button.type = 'button';
  const status = make('p', 'status');
  status.setAttribute('role', 'status');
  const sentence = make('span', '');
  const link = make('a', 'link');
  // Without it the tab would know nothing of this page, and could not tell it how things stand.
  link.rel = 'opener';
  const code = make('small', 'code');
  const problem = make('p', 'problem', sentence, link, code);
  problem.setAttribute('role', 'alert');
  const base = make('div', 'base', button, status, problem);
  root.append(base);
  return { root, base, button, start, show, startLabel, showLabel, status, problem, sentence, link, code };
}

declare global {
  interface HTMLElementTagNameMap {
    'deskside-support': DesksideSupport;
  }
}
