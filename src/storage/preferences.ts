// Small choices that a browser remembers between visits. The one file that knows idb-keyval.
// Where storage is refused (private windows, policy) choices last as long as the page.

import { createStore, get, set, type UseStore } from 'idb-keyval';

export type PreferenceName = 'language' | 'notices' | 'shortcuts';

let store: UseStore | undefined;

function open(): UseStore {
  store ??= createStore('deskside', 'preferences');
  return store;
}

/** The remembered text, or `null`. Never rejects; what comes back must still be checked. */
export async function readPreference(name: PreferenceName): Promise<string | null> {
  try {
    const value: unknown = await get(name, open());
    return typeof value === 'string' && value.length <= 256 ? value : null;
  } catch {
    return null;
  }
}

/** Remembers a text. Never rejects: a choice that cannot be kept still holds now. */
export async function writePreference(name: PreferenceName, value: string): Promise<void> {
  try {
    await set(name, value, open());
  } catch {
    // Refused storage loses comfort, never a session.
  }
}
