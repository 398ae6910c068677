// Small choices that a browser remembers between visits.
// Where storage is refused (private windows, policy) choices last as long as the page.

import { keyedStore } from './keyed-store.ts';

export type PreferenceName = 'language' | 'notices' | 'report-retention' | 'shortcuts';

const store = keyedStore('deskside', 'preferences');

/** The remembered text, or `null`. Never rejects; what comes back must still be checked. */
export async function readPreference(name: PreferenceName): Promise<string | null> {
  try {
    const value = await store.get(name);
    return typeof value === 'string' && value.length <= 256 ? value : null;
  } catch {
    return null;
  }
}

/** Remembers a text. Never rejects: a choice that cannot be kept still holds now. */
export async function writePreference(name: PreferenceName, value: string): Promise<void> {
  try {
    await store.set(name, value);
  } catch {
    // Refused storage loses comfort, never a session.
  }
}
