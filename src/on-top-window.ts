// The window above all others as the browser's Document Picture-in-Picture (WICG). The very element of the page moves
// into it and back, so that nothing there is a copy.

import type { CustomerShell } from './components/customer-shell/customer-shell.ts';
import { moveWhole } from './components/on-top/move-whole.ts';
import type { OnTop } from './components/on-top/on-top.ts';
import './components/on-top/on-top-place.ts';
import { DesksideError } from './protocol/deskside-error.ts';
import { createStore, type Readable } from './session/store.ts';

/** In CSS pixels; the browser may make it smaller, and the person larger. */
const SIZE = { width: 380, height: 620 };

interface DocumentPictureInPicture {
  requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window>;
}

/** What TypeScript's library does not have. */
type WindowWithPictureInPicture = Window & { readonly documentPictureInPicture: DocumentPictureInPicture };

/** The port for `shell`, where the browser has such a window (`canStayOnTop`). */
export function onTopOf(shell: CustomerShell): OnTop {
  return new OnTopWindow(shell, (window as unknown as WindowWithPictureInPicture).documentPictureInPicture);
}

class OnTopWindow implements OnTop {
  readonly #shell: CustomerShell;
  readonly #browser: DocumentPictureInPicture;
  readonly #state = createStore(false);
  readonly #place = document.createElement('deskside-on-top-place');
  #window: Window | null = null;

  constructor(shell: CustomerShell, browser: DocumentPictureInPicture) {
    this.#shell = shell;
    this.#browser = browser;
    this.#place.addEventListener('deskside-on-top-request', () => this.close());
  }

  get state(): Readable<boolean> {
    return this.#state;
  }

  async open(): Promise<void> {
    let view: Window;
    try {
      view = await this.#browser.requestWindow(SIZE);
    } catch (cause) {
      throw new DesksideError('window-refused', String(cause), { cause });
    }
    this.#window = view;
    view.addEventListener('pagehide', () => void this.#putBack(), { once: true });
    dress(view.document);
    this.#place.words = this.#shell.words;
    await moveWhole(this.#shell, () => {
      this.#shell.replaceWith(this.#place);
      view.document.body.append(this.#shell);
      this.#state.set(true);
    });
  }

  close(): void {
    this.#window?.close();
  }

  async #putBack(): Promise<void> {
    this.#window = null;
    await moveWhole(this.#shell, () => {
      this.#place.replaceWith(this.#shell);
      this.#state.set(false);
    });
  }
}

/** Makes the new document like the page's: language, direction, title, and the style of what is behind the elements. */
function dress(target: Document): void {
  const { documentElement, title, head } = document;
  target.documentElement.lang = documentElement.lang;
  target.documentElement.dir = documentElement.dir;
  target.title = title;
  for (const part of head.querySelectorAll(
    'link[rel="stylesheet"], meta[name="color-scheme"], meta[name="viewport"]',
  )) {
    target.head.append(target.importNode(part, true));
  }
}
