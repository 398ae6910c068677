// The support window of one server, as the page that opens it sees it: opened, found again after this page was loaded
// anew, listened to. All launchers of a page that name the same server share one.

import { decodeSupportMessage, type SupportEvent, type SupportState } from '../protocol/embedding.ts';

const FEATURES = 'popup,width=440,height=780';
/** How often a window is asked whether it is still there, in ms. Nothing says so by itself. */
const WATCH_MS = 1_000;

export interface SupportWindowListener {
  /** How things stand has changed. */
  changed(): void;
  happened(event: SupportEvent): void;
}

export class SupportWindow {
  /** Its name as a target. A page that was loaded again reaches the same window by it. */
  readonly name: string;
  readonly #server: string;
  readonly #listeners = new Set<SupportWindowListener>();
  #handle: WindowProxy | null = null;
  #state: SupportState | null = null;
  #watch: ReturnType<typeof setInterval> | undefined;

  /** `server` is the origin of a Deskside server. */
  constructor(server: string) {
    this.#server = server;
    this.name = `deskside ${server}`;
  }

  /** How things stand there; `null` while nothing was heard, which for a site that is not on the server's list is always. */
  get state(): SupportState | null {
    return this.#state;
  }

  get isOpen(): boolean {
    return this.#handle !== null;
  }

  /** Opens it at `url`, or brings the one that is open to the front. Says whether the browser let it. Only within a click. */
  open(url: string): boolean {
    // Without an address: one that is open must stay where it is.
    const opened = window.open('', this.name, FEATURES);
    if (opened === null) return false;
    this.#handle = opened;
    if (isBlank(opened)) opened.location.replace(url);
    else opened.focus();
    this.#changed();
    return true;
  }

  /** The last one who is no longer interested leaves nothing behind in the page. */
  listen(listener: SupportWindowListener): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) {
      addEventListener('message', this.#receive);
      this.#watch = setInterval(this.#look, WATCH_MS);
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      removeEventListener('message', this.#receive);
      clearInterval(this.#watch);
    };
  }

  readonly #receive = ({ origin, source, data }: MessageEvent<unknown>): void => {
    if (origin !== this.#server || source === null) return;
    const message = decodeSupportMessage(data);
    if (message === null) return;
    this.#handle = source as WindowProxy;
    this.#state = message.state;
    this.#changed();
    // Once for the page, not once for each button in it.
    const [first] = this.#listeners;
    if (message.event !== null) first?.happened(message.event);
  };

  readonly #look = (): void => {
    if (!this.#handle?.closed) return;
    this.#handle = null;
    this.#state = null;
    this.#changed();
  };

  #changed(): void {
    for (const listener of this.#listeners) listener.changed();
  }
}

/** Whether a window has just been made. What is in one of another origin cannot be read. */
function isBlank(opened: WindowProxy): boolean {
  try {
    return opened.location.href === 'about:blank';
  } catch {
    return false;
  }
}

const windows = new Map<string, SupportWindow>();

export function supportWindowOf(server: string): SupportWindow {
  const known = windows.get(server) ?? new SupportWindow(server);
  windows.set(server, known);
  return known;
}
