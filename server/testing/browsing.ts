// A browser as far as signing in goes: it keeps cookies for each host, and follows where it is sent, step by step.

export class Browsing {
  readonly #jars = new Map<string, Map<string, string>>();

  /** Goes to an address, without following anything. */
  async open(address: string): Promise<Response> {
    const url = new URL(address);
    const jar = this.#jarOf(url.hostname);
    const headers = { cookie: this.cookiesFor(url.hostname) };
    const response = await fetch(url, { redirect: 'manual', headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Goes to an address and on from there, until somebody sends it to one that `isEnd` knows, and does not open that. */
  async follow(address: string, isEnd: (address: URL) => boolean): Promise<URL> {
    let url = new URL(address);
    for (let step = 0; step < 10; step++) {
      if (isEnd(url)) return url;
      const response = await this.open(url.href);
      const location = response.headers.get('location');
      if (location === null) throw new Error(`${response.status} at ${url}: ${await response.text()}`);
      url = new URL(location, url);
    }
    throw new Error(`sent round in circles, at last to ${url}`);
  }

  /** The header that goes out to this host. */
  cookiesFor(hostname: string): string {
    return Array.from(this.#jarOf(hostname), ([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Goes without this cookie from now on. */
  forget(hostname: string, name: string): void {
    this.#jarOf(hostname).delete(name);
  }

  #jarOf(hostname: string): Map<string, string> {
    const jar = this.#jars.get(hostname) ?? new Map<string, string>();
    this.#jars.set(hostname, jar);
    return jar;
  }
}
