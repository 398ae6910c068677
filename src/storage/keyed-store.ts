// A store of values by key in this browser. The one file that knows idb-keyval.

import { clear, createStore, delMany, entries, get, set, setMany, type UseStore } from 'idb-keyval';

/** Every method rejects where the browser refuses storage. Values that come back must still be checked. */
export interface KeyedStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /** Sets all of them, or none. */
  setAll(entries: readonly (readonly [key: string, value: unknown])[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  entries(): Promise<readonly (readonly [key: string, value: unknown])[]>;
  clear(): Promise<void>;
}

/** The store `name` in a database of its own; opened when it is first used. */
export function keyedStore(database: string, name: string): KeyedStore {
  let opened: UseStore | undefined;
  const open = (): UseStore => {
    opened ??= createStore(database, name);
    return opened;
  };
  return {
    get: async (key) => get(key, open()),
    set: async (key, value) => set(key, value, open()),
    setAll: async (all) =>
      setMany(
        all.map(([key, value]) => [key, value]),
        open(),
      ),
    remove: async (keys) => delMany([...keys], open()),
    entries: async () => entries<string, unknown>(open()),
    clear: async () => clear(open()),
  };
}
