// Tells the page that opened this window how the session goes, where the administrator lets that page's site know. It
// is told again and again, since it may have been loaded anew and know nothing of this window. Nothing is taken from it.

import type { CustomerShell } from './components/customer-shell/customer-shell.ts';
import {
  OPENER_PARAMETER,
  SUPPORT_EVENTS,
  type SupportEvent,
  type SupportMessage,
} from './protocol/embedding.ts';
import { embeddingSchema } from './protocol/embedding-api.ts';
import type { SessionServer } from './rtc/session-server.ts';
import { supportStateOf } from './session/support-state.ts';

/** How long a page that was loaded again takes at most to find its session, in ms. */
const REPEAT_MS = 2_000;

/** Begins to tell; resolves once it has, or once it is clear that it must not. */
export async function tellHostPage(shell: CustomerShell, server: SessionServer): Promise<void> {
  const opener: unknown = window.opener;
  const origin = new URLSearchParams(location.search).get(OPENER_PARAMETER);
  if (opener === null || origin === null || !isWebOrigin(origin)) return;
  const path = `/api/embedding?origin=${encodeURIComponent(origin)}`;
  // It was asked for the sake of another page: whoever sits here need not hear that it failed.
  const embedding = await server.json(embeddingSchema, path, {}).catch(() => null);
  if (embedding?.isAllowed) new HostPage(shell, opener as Window, origin);
}

class HostPage {
  readonly #shell: CustomerShell;
  readonly #opener: Window;
  readonly #origin: string;
  #unsubscribe: () => void = () => {};

  constructor(shell: CustomerShell, opener: Window, origin: string) {
    this.#shell = shell;
    this.#opener = opener;
    this.#origin = origin;
    for (const name of SUPPORT_EVENTS) {
      shell.addEventListener(name, ({ detail }: CustomEventInit<SupportEvent['detail']>) => {
        this.#follow();
        this.#tell({ name, detail: detail ?? {} });
      });
    }
    this.#follow();
    this.#tell(null);
    setInterval(() => this.#tell(null), REPEAT_MS);
  }

  get #session() {
    const { stage } = this.#shell;
    return stage?.phase === 'invited' ? stage.session : null;
  }

  /** Tells of each change of the session that there is now. */
  #follow(): void {
    this.#unsubscribe();
    this.#unsubscribe = this.#session?.state.subscribe(() => this.#tell(null)) ?? (() => {});
  }

  #tell(event: SupportEvent | null): void {
    const state = supportStateOf(this.#session?.state.value ?? null);
    const message: SupportMessage = { deskside: 1, state, event };
    // Only a page of that very site gets it, wherever the other window has gone meanwhile.
    this.#opener.postMessage(message, this.#origin);
  }
}

function isWebOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
