// What a page writes down while it goes away. The database finishes nothing for a page that is gone; this storage
// does, and is small: the next visit takes it to where it belongs.

export class AtOnceStore {
  readonly #prefix: string;
  readonly #storage: Storage | null;

  /** Everything of one kind stands under `prefix`. */
  constructor(prefix: string) {
    this.#prefix = prefix;
    this.#storage = openLocalStorage();
  }

  /** Writes before it returns. Never throws: what is full or refused keeps nothing. */
  write(key: string, value: unknown): void {
    try {
      this.#storage?.setItem(this.#prefix + key, JSON.stringify(value));
    } catch {
      // Full or refused: what was written a moment ago must do.
    }
  }

  /** What stands there, `null` for nothing or what is no JSON. It must still be checked. */
  read(key: string): unknown {
    try {
      return JSON.parse(this.#storage?.getItem(this.#prefix + key) ?? 'null');
    } catch {
      return null;
    }
  }

  keys(): readonly string[] {
    return Object.keys(this.#storage ?? {})
      .filter((key) => key.startsWith(this.#prefix))
      .map((key) => key.slice(this.#prefix.length));
  }

  remove(key: string): void {
    this.#storage?.removeItem(this.#prefix + key);
  }
}

function openLocalStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    // Refused by policy: even asking for it throws.
    return null;
  }
}
