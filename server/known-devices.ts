// Which browsers somebody has signed in from before, by a signed note that the browser keeps. Those have their own tries,
// so that whoever guesses at a name from elsewhere cannot keep its owner out: OWASP's device cookies.

import { digestOf, keyedDigestOf, matchesDigest, newSecretText, type Random } from './secret-text.ts';

export class KnownDevices {
  readonly #key: string;
  readonly #random: Random;

  /** With another `key` no browser is known. */
  constructor(key: string, random: Random) {
    this.#key = key;
    this.#random = random;
  }

  /** A note for a browser from which somebody has just signed in. */
  noteFor(username: string): string {
    const device = newSecretText(this.#random);
    return `${device}.${this.#signatureOf(device, username)}`;
  }

  /** The browser that the note is about; `null` when it is not ours, or somebody else's. */
  read(note: string | undefined, username: string): string | null {
    const [, device, signature] = /^([\w-]{43})\.([0-9a-f]{64})$/.exec(note ?? '') ?? [];
    if (device === undefined || signature === undefined) return null;
    return matchesDigest(signature, digestOf(this.#signatureOf(device, username))) ? device : null;
  }

  #signatureOf(device: string, username: string): string {
    return keyedDigestOf(`known device ${device} ${username}`, this.#key);
  }
}
