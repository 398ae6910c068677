// The cookies of the console, which no script and no other site can use: who is signed in, from which browser somebody
// has signed in before, and where a sign-in at the organisation's own provider stands.

import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ServerConfig } from './config.ts';
import { type AppContext, isHttps } from './request-facts.ts';

type CookieName = 'console' | 'device' | 'oidc';

const MAX_AGES_SECONDS: Record<CookieName, number | null> = {
  // Until the browser is closed; the server sees to how long it is good.
  console: null,
  device: 365 * 24 * 60 * 60,
  oidc: 10 * 60,
};

export class ConsoleCookies {
  readonly #config: ServerConfig;

  constructor(config: ServerConfig) {
    this.#config = config;
  }

  get(c: AppContext, name: CookieName): string | undefined {
    return getCookie(c, this.#nameOf(c, name));
  }

  set(c: AppContext, name: CookieName, value: string): void {
    const maxAge = MAX_AGES_SECONDS[name];
    setCookie(c, this.#nameOf(c, name), value, {
      ...this.#options(c, name),
      ...(maxAge === null ? {} : { maxAge }),
    });
  }

  delete(c: AppContext, name: CookieName): void {
    deleteCookie(c, this.#nameOf(c, name), this.#options(c, name));
  }

  /** By `__Host-` a browser takes it from this very host only, by https: no neighbour can put one there. */
  #nameOf(c: AppContext, name: CookieName): string {
    return `${isHttps(c, this.#config) ? '__Host-' : ''}deskside_${name}`;
  }

  #options(c: AppContext, name: CookieName) {
    return {
      httpOnly: true,
      // The provider sends people back from another site, and what was begun must be known then.
      sameSite: name === 'oidc' ? 'Lax' : 'Strict',
      path: '/',
      secure: isHttps(c, this.#config),
    } as const;
  }
}
